const firstMs = 1000;

/** How long to wait after so many failures in a row, from 1: one second, then twice as long each time, up to the longest. */
export const growingPauseMs = (failures: number, longestMs = 5 * 60 * 1000): number =>
  Math.min(longestMs, firstMs * 2 ** (failures - 1));
