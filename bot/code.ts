import { createHash, randomInt } from "node:crypto";
import { codeLetters, plainCode, shownCode } from "../flows/code.ts";

/** A new random code of so many letters and digits, as it is shown. */
export const freshCode = (length: number): string =>
  shownCode(Array.from({ length }, () => codeLetters[randomInt(codeLetters.length)]).join(""));

/** What is kept of a code: with it nobody can get in. */
export const hashOfCode = (typed: string): string => createHash("sha256").update(plainCode(typed)).digest("hex");
