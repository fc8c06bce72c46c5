import { readFileSync } from "node:fs";
import type { TypedAnswers } from "../../rules/define.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";

/** The complete fictitious body of the fixtures, as it types its answers. */
export const completeAnswers: TypedAnswers = JSON.parse(
  readFileSync(new URL("../fixtures/zhejiang-complete.json", import.meta.url), "utf8"),
);

export const zhejiang = async (): Promise<Served> =>
  servedBy(await loadJurisdictions()).find(({ id }) => id === "zhejiang/apply")!;
