import { resolve } from "node:path";

/** What the operator can set; this file is the only reader of the environment. */
export interface Config {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
}

/** A mistake of the operator's, told in one line that says what to do. */
export class OperatorError extends Error {}

/** Reads the settings. Throws `OperatorError` naming the variable that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const port = Number(env.PORT ?? "3000");
  if (!/^\d{1,5}$/.test(env.PORT ?? "3000") || port > 65_535) {
    throw new OperatorError(`PORT is "${env.PORT}": set it to a number from 0 to 65535, e.g. PORT=3001`);
  }
  if (env.DATABASE_URL) {
    throw new OperatorError("DATABASE_URL is set, but only the embedded database is supported yet: unset it");
  }
  return { dataDir: resolve(env.DATA_DIR || "data"), port, host: env.HOST || "127.0.0.1" };
};
