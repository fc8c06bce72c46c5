const MB = 1024 * 1024;

/** What is read of a file at most. */
export const limits = {
  rows: 20_000,
  columns: 200,
  /** Letters of all cells or passages together. */
  letters: 8_000_000,
  textBytes: 2 * MB,
  csvBytes: 5 * MB,
  /** The parts of a Word or Excel file that are read, unpacked. */
  wordBytes: 8 * MB,
  excelBytes: 16 * MB,
  archivedFiles: 200,
  archivedFileBytes: 20 * MB,
  archiveBytes: 200 * MB,
  archiveMilliseconds: 60_000,
  /** Entries of any zip package, media of a Word file included. */
  entries: 5000,
  /** Unpacked to packed, of what is larger than `ratioFrom`: text comes to 30, zeros to 1000. */
  ratio: 200,
  ratioFrom: 1 * MB,
  milliseconds: 10_000,
  heapMB: 256,
  youngMB: 16,
  rememberedLetters: 16_000_000,
} as const;
