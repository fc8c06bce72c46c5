import { unzipSync, type ZipOptions, zipSync } from "fflate";
import type { Day } from "../rules/define.ts";
import { partsOf } from "../rules/values/day.ts";

export type Entry = readonly [name: string, bytes: Uint8Array];

/** A zip of the files in this order, all dated to that day: the same files give the same bytes. */
export const zip = (entries: readonly Entry[], on: Day, level: ZipOptions["level"] = 0): Uint8Array => {
  const { year, month, day } = partsOf(on);
  // A zip's times have no zone; fflate writes the parts of this date as they are here.
  const mtime = new Date(year, month - 1, day, 12);
  return zipSync(Object.fromEntries(entries), { mtime, level });
};

/** The files of a zip in its order. */
export const unzip = (bytes: Uint8Array): readonly Entry[] => Object.entries(unzipSync(bytes));
