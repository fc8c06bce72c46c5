import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { freshPath, run } from "./command.ts";

const served = servedBy(await loadJurisdictions());
const folder = "test/fixtures";

/** `qinghai-apply-special-area.json` is a case of qinghai/apply; Zhejiang's two are the fill command's own tests. */
const cases = readdirSync(folder).flatMap((file) => {
  const [code, procedure] = file.replace(/\.json$/, "").split("-");
  const found = served.find(({ id }) => id === `${code}/${procedure}`);
  return found ? [{ file, found }] : [];
});

describe("a complete body for every procedure gives its whole set of documents", () => {
  test("every procedure has one", () => {
    const ids = new Set(cases.map(({ found }) => found.id));
    expect(served.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual(["zhejiang/apply"]);
  });

  test.concurrent.each(cases)("$file", async ({ file, found: { id, jurisdiction } }) => {
    const out = freshPath();
    // A day within the source's life: its last one, where it says when it lapses.
    const on = jurisdiction.source.lapsesOn ?? "2026-07-01";
    const flags = ["--procedure", id, "--answers", join(folder, file), "--out", out, "--on", on];
    const { code, stderr, stdout } = await run("fill", flags, { seconds: 100 });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const names = JSON.parse(stdout) as string[];
    expect(names.filter((name) => !existsSync(join(out, name)))).toEqual([]);
    expect(names.filter((name) => name.includes("草稿"))).toEqual([]);
    const verdicts = JSON.parse(readFileSync(join(out, "verdict.json"), "utf8")) as {
      status: string;
      severity: string;
    }[];
    expect(verdicts.filter(({ status, severity }) => status !== "met" && severity === "blocking")).toEqual([]);
  });
});
