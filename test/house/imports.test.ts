import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const biome = join(root, "node_modules/.bin/biome");

let tree = "";
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), "imports-"));
  for (const path of ["biome.json", "lint", ".gitignore"])
    cpSync(join(root, path), join(tree, path), { recursive: true });
  mkdirSync(join(tree, ".git"));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
});
afterAll(() => rmSync(tree, { recursive: true }));

/** The lint rules that a planted file breaks. */
const broken = (path: string, code: string): string => {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  const { stdout, status } = spawnSync(biome, ["lint", "--reporter=json", "--error-on-warnings", path], {
    cwd: tree,
    encoding: "utf8",
  });
  rmSync(file);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string }[] };
  expect(status === 0, `${path}: ${stdout}`).toBe(diagnostics.length === 0);
  return diagnostics.map(({ category }) => category).join(" ");
};

const importing = (from: string): string => `import { it } from "${from}";\nexport const that = it;\n`;

describe("a forbidden import is an error", () => {
  test.each([
    ["rules/judge.ts", "../bot/config.ts"],
    ["rules/judge.ts", "../flows/talk.ts"],
    ["rules/judge.ts", "../templates/form.ts"],
    ["rules/judge.ts", "node:fs"],
    ["rules/judge.ts", "xstate"],
    ["rules/values/money.ts", "../../bot/clock.ts"],
    ["rules/values/money.ts", "node:crypto"],
    ["rules/index.ts", "node:os"],
    ["rules/jurisdictions/zhejiang/apply.ts", "../qinghai/apply.ts"],
    ["rules/jurisdictions/zhejiang/apply.ts", "../qinghai/citations.ts"],
    ["rules/jurisdictions/zhejiang/apply.ts", "../../../flows/talk.ts"],
    ["rules/jurisdictions/zhejiang/apply.ts", "node:fs"],
    ["flows/talk.ts", "../bot/converse.ts"],
    ["flows/interview/ask.ts", "../../templates/form.ts"],
    ["flows/interview/ask.ts", "grammy"],
    ["flows/interview/ask.ts", "node:fs"],
    ["templates/blocks.ts", "../flows/reply.ts"],
    ["templates/blocks.ts", "xstate"],
    ["templates/blocks.ts", "node:fs"],
    ["templates/jurisdictions/zhejiang/report.ts", "../qinghai/report.ts"],
    ["templates/jurisdictions/zhejiang/report.ts", "../../../bot/files.ts"],
    ["bot/channels/web/index.ts", "../../converse.ts"],
    ["bot/channels/web/index.ts", "../telegram/render.ts"],
    ["bot/channels/web/index.ts", "../../../rules/judge.ts"],
  ])("%s may not import %s", (file, from) => {
    expect(broken(file, importing(from))).toContain("noRestrictedImports");
  });
});

describe("an allowed import is none", () => {
  test.each([
    ["rules/judge.ts", "./define.ts"],
    ["rules/judge.ts", "zod"],
    ["rules/values/money.ts", "../define.ts"],
    ["rules/index.ts", "node:fs"],
    ["rules/jurisdictions/zhejiang/apply.ts", "./citations.ts"],
    ["rules/jurisdictions/zhejiang/apply.ts", "../../vocabulary.ts"],
    ["flows/interview/ask.ts", "../../rules/plan.ts"],
    ["flows/talk.ts", "xstate"],
    ["templates/blocks.ts", "docx"],
    ["templates/jurisdictions/zhejiang/report.ts", "../../../rules/jurisdictions/zhejiang/apply.ts"],
    ["bot/channels/web/index.ts", "../../channel.ts"],
    ["bot/channels/web/index.ts", "hono"],
    ["bot/converse.ts", "../flows/talk.ts"],
  ])("%s may import %s", (file, from) => {
    expect(broken(file, importing(from))).toBe("");
  });
});

describe("no clock, randomness or environment below bot/", () => {
  const impure = [
    "new Date()",
    "Date.now()",
    "Math.random()",
    "process.env.HOME",
    "performance.now()",
    "setTimeout(String, 1)",
    "fetch('/')",
    "crypto.randomUUID()",
  ];
  test.each(
    ["rules", "rules/jurisdictions/zhejiang", "flows", "templates"].flatMap((folder) =>
      impure.map((code) => [folder, code]),
    ),
  )("%s may not use %s", (folder, code) => {
    expect(broken(`${folder}/planted.ts`, `export const planted = ${code};\n`)).toMatch(/plugin|noRestrictedGlobals/);
  });

  test("day arithmetic on given days is allowed", () => {
    expect(broken("rules/planted.ts", `export const planted = new Date("2021-05-10");\n`)).toBe("");
  });
});
