import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Tree } from "./tree.ts";

/** A whole jurisdiction under a code of its own: its two folders, and nothing else. */
describe("a jurisdiction is two folders and no other edit", { timeout: 60_000 }, () => {
  const tree = new Tree("rules", "templates", "flows", "bot", "prisma", "test", "prisma.config.ts");
  afterAll(() => tree.remove());
  const answers = join(tree.path, "answers.json");
  beforeAll(() => {
    for (const folder of ["rules/jurisdictions", "templates/jurisdictions"]) {
      const [own, other] = [join(tree.path, folder, "sixth"), join(tree.path, folder, "zhejiang")];
      mkdirSync(own);
      for (const name of readdirSync(other)) {
        const text = readFileSync(join(other, name), "utf8");
        writeFileSync(join(own, name), text.replaceAll("zhejiang", "sixth").replaceAll("浙江省", "第六省"));
      }
    }
    cpSync(join(tree.path, "test/fixtures/zhejiang-complete.json"), answers);
  });

  const output = ({ stdout, stderr, status }: ReturnType<Tree["run"]>): string => {
    expect(status, stderr).toBe(0);
    return stdout;
  };

  test("the loader and `fields` serve it", () => {
    const fields = JSON.parse(output(tree.run("bot/fields.ts", ["sixth/apply"])));
    const others = JSON.parse(output(tree.run("bot/fields.ts", ["zhejiang/apply"])));
    expect(fields.map(({ id }: { id: string }) => id)).toEqual(others.map(({ id }: { id: string }) => id));
  });

  test("the contract suite and its examples of the law run for it", () => {
    const { stdout, status } = tree.test("test/rules/jurisdictions.test.ts", "test/rules/law.test.ts");
    expect(status, stdout).toBe(0);
    expect(stdout).toContain("jurisdiction contract: sixth");
  });

  test("chat offers it and begins its interview", () => {
    const inputs = [{ choice: "new" }, { choice: "sixth/apply" }, { choice: "agree" }];
    const lines = output(tree.run("bot/chat.ts", ["--json"], inputs.map((one) => JSON.stringify(one)).join("\n")));
    const said = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(said.flatMap(({ choices = [] }) => choices.map(({ id }: { id: string }) => id))).toContain("sixth/apply");
    const { ask, text } = said.at(-2);
    expect(ask).toMatchObject({ step: "field", field: "isLegalPerson" });
    expect(text).toContain("独立法人");
  });

  test("`judge` judges it as the one it was copied from", () => {
    const verdicts = JSON.parse(output(tree.run("bot/judge.ts", ["--answers", answers, "--on", "2021-05-12"])));
    expect(verdicts["sixth/apply"]).toEqual(verdicts["zhejiang/apply"]);
    expect(verdicts["sixth/apply"].length).toBeGreaterThan(15);
  });

  test("`fill` writes its documents", () => {
    const out = join(tree.path, "out");
    const flags = ["--procedure", "sixth/apply", "--answers", answers, "--out", out, "--on", "2021-05-12"];
    const written = JSON.parse(output(tree.run("bot/fill.ts", flags)));
    expect(readdirSync(out).toSorted()).toEqual(written.toSorted());
    expect(written.filter((name: string) => name.endsWith(".docx")).length).toBeGreaterThan(4);
  });
});
