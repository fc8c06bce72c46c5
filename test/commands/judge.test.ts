import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "judge-"));
afterAll(() => rmSync(folder, { recursive: true }));

const judge = (...args: readonly string[]) =>
  spawnSync(join(root, "node_modules/.bin/tsx"), ["bot/judge.ts", ...args], { cwd: root, encoding: "utf8" });
const file = (answers: unknown): string => {
  const path = join(folder, "answers.json");
  writeFileSync(path, JSON.stringify(answers));
  return path;
};

describe("npm run judge", () => {
  test("gives verdicts for every procedure, each with its citation", async () => {
    const { stdout, status, stderr } = judge("--answers", "test/fixtures/zhejiang-complete.json", "--on", "2021-05-12");
    expect(status, stderr).toBe(0);
    const verdicts = JSON.parse(stdout) as Record<string, { cite: string; criterion: string; status: string }[]>;
    expect(Object.keys(verdicts)).toEqual(servedBy(await loadJurisdictions()).map(({ id }) => id));
    for (const one of Object.values(verdicts).flat()) expect(one.cite).not.toBe("");
    expect(verdicts["zhejiang/apply"]?.find(({ criterion }) => criterion === "staff")?.status).toBe("met");
  });

  test("what is not answered is undecided", () => {
    const { stdout, status } = judge("--answers", file({ staff: "十八人" }), "--on", "2021-05-12");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)["zhejiang/apply"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ criterion: "staff", status: "notMet", value: "18", distance: "2", unit: "人" }),
        expect.objectContaining({ criterion: "totalAssets", status: "undecided", value: null }),
      ]),
    );
  });

  test.each([
    [
      "ids that no procedure asks, all of them",
      { stuff: "1", staff: "20", more: "2" },
      "no procedure asks: stuff, more",
    ],
    ["a computed fact is not asked", { professionalsShare: "80%" }, "no procedure asks: professionalsShare"],
    [
      "a text that is not understood, with the procedure",
      { registeredInZhejiang: "也许" },
      "zhejiang/apply: registered",
    ],
    ["a doubtful one as well", { satisfaction: "0.8" }, "satisfaction: “0.8”"],
    ["a cell", { operation: [{ year: "某年" }] }, "operation[1].year: “某年”"],
    ["an unknown column", { operation: [{ yaer: "2020" }] }, "operation.yaer is not asked"],
  ])("names %s", (_, answers, said) => {
    const { stdout, stderr, status } = judge("--answers", file(answers));
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("    at ");
  });

  test("says how it is used", () => {
    expect(judge().stderr).toContain("--answers is needed. Usage: npm run -s judge");
    expect(judge("--answers", join(folder, "nothing.json")).status).toBe(1);
  });
});
