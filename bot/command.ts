import { type ParseArgsConfig, parseArgs } from "node:util";
import { MalformedRules } from "../rules/check.ts";
import { RefusedFile } from "./channel.ts";
import { OperatorError } from "./config.ts";
import { StoreFailure } from "./store/port.ts";

/** Reads a command's flags; an unknown or incomplete one is an `OperatorError` that shows the usage. */
export const readFlags = <const Options extends NonNullable<ParseArgsConfig["options"]>>(
  usage: string,
  options: Options,
  allowPositionals = false,
) => {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals, strict: true });
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message.split(". ")[0] : error}. Usage: ${usage}`);
  }
};

/** What the operator can mend. */
const mistakes = [OperatorError, StoreFailure, RefusedFile, MalformedRules];

/** Runs a command: a mistake of the operator's is one line on stderr and exit code 1, anything else a crash. */
export const run = async (command: () => Promise<number | undefined>): Promise<void> => {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (!(error instanceof Error && mistakes.some((mistake) => error instanceof mistake))) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
