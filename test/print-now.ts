import { writeSync } from "node:fs";

/** Prints a line that is out before anything else is done, so that a kill cannot take it back; waits for a slow reader. */
export const printNow = (line: string): void => {
  for (;;) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
};
