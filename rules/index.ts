import { readdirSync } from "node:fs";
import { checked, MalformedRules } from "./check.ts";
import type { AnyProcedure, Jurisdiction } from "./define.ts";
import { fingerprint } from "./fingerprint.ts";

/** A procedure with the jurisdiction it belongs to, under its full id: `zhejiang/apply`. */
export interface Served {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly procedure: AnyProcedure;
  /** Changes with any change of the procedure's text: answers given under another version are looked at again. */
  readonly version: string;
}

/**
 * Every jurisdiction there is: one folder each beside this file, found by its being there. Throws `MalformedRules` with
 * the folder, the field and what is wrong.
 */
export const loadJurisdictions = async (): Promise<readonly Jurisdiction[]> => {
  const folder = new URL("./jurisdictions/", import.meta.url);
  const codes = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  return Promise.all(
    codes.toSorted().map(async (code) => checked(await exportedBy(new URL(`${code}/index.ts`, folder), code), code)),
  );
};

const exportedBy = async (file: URL, code: string): Promise<unknown> => {
  try {
    return ((await import(file.href)) as { default?: unknown }).default;
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split("\n")[0];
    throw new MalformedRules(`rules/jurisdictions/${code}/index.ts cannot be loaded: ${why}`, { cause: error });
  }
};

export const servedBy = (jurisdictions: readonly Jurisdiction[]): readonly Served[] =>
  jurisdictions.flatMap((jurisdiction) =>
    jurisdiction.procedures.map((procedure) => ({
      id: `${jurisdiction.code}/${procedure.code}`,
      jurisdiction,
      procedure,
      version: fingerprint(JSON.stringify(procedure)),
    })),
  );
