import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashOfCode } from "../../bot/code.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { at, meet, turn } from "../store/turns.ts";
import { contents, expectMistake, freshPath, run } from "./command.ts";

const invitation = ["--jurisdiction", "zhejiang", "--level", "city", "--area", "杭州市", "--name", "王处长"];

/** What the command prints where it succeeds. */
const admin = async (dataDir: string, ...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run("admin", args, { env: { DATA_DIR: dataDir } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.trimEnd();
};

test.concurrent("a contact's life: invited, in the list, revoked, all of it in the audit trail", async () => {
  const dataDir = freshPath();
  expect(await admin(dataDir, "list")).toBe("Nobody was invited yet.");
  expect(await admin(dataDir, "audit")).toBe("Nothing was done.");
  expect(await admin(dataDir, "rounds")).toBe("No round was opened from a notice yet.");

  const told = await admin(dataDir, "invite", ...invitation, "--days", "3");
  const [, id = ""] = /^Contact (\w{8}): 王处长, zhejiang, city 杭州市$/m.exec(told) ?? [];
  const [, code = ""] = /登记 (\w{4}-\w{4})$/.exec(told) ?? [];
  expect(told).toContain(`Code: ${code}. It works once`);
  expect(await admin(dataDir, "list")).toBe(`${id}  invited  王处长, zhejiang, city 杭州市`);

  const store = await openStore({ file: join(dataDir, "bot.db") });
  const found = await store.departments.invited(hashOfCode(code));
  expect(found).toMatchObject({ id, jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" });
  expect(Date.parse(found!.expiresAt) - Date.parse(found!.invitedAt)).toBe(3 * 24 * 60 * 60 * 1000);
  const registers = { codeHash: hashOfCode(code) };
  const now = new Date().toISOString();
  await store.commit(turn(await meet(store, "wang"), "u1", { at: now, effects: { registers } }));
  // The commands run beside a process that has the store open.
  expect(await admin(dataDir, "list")).toBe(`${id}  active  王处长, zhejiang, city 杭州市`);
  expect(await admin(dataDir, "revoke", id)).toMatch(`Revoked: ${id}.`);
  expect(await store.departments.contactOf("account of wang")).toBeNull();
  await store.close();

  expect(await admin(dataDir, "list")).toBe(`${id}  revoked  王处长, zhejiang, city 杭州市`);
  expect(JSON.parse(await admin(dataDir, "list", "--json"))).toMatchObject([{ id, account: "account of wang" }]);
  const lines = (await admin(dataDir, "audit")).split("\n");
  expect(lines.map((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d {2}(\w+ {2}\w+)/.exec(line)?.[1])).toEqual([
    "operator  invite",
    `${id}  register`,
    "operator  revoke",
  ]);
  expect(JSON.parse(await admin(dataDir, "audit", "--json"))).toMatchObject([
    { seq: 1, actor: "operator", act: "invite", detail: { id, name: "王处长" } },
    { seq: 2, actor: id, act: "register" },
    { seq: 3, actor: "operator", act: "revoke", detail: { contact: id } },
  ]);
  expect(await admin(dataDir, "audit", "--since", "2026-01-01")).toBe(lines.join("\n"));
  expect(await admin(dataDir, "audit", "--since", "2999-01-01")).toBe("Nothing was done.");
  expectMistake(
    await run("admin", ["revoke", id], { env: { DATA_DIR: dataDir } }),
    new RegExp(`no contact ${id} that could be revoked`),
  );
});

test.concurrent("a city is known by its short name where the jurisdiction lists its cities", async () => {
  const instead = ["--jurisdiction", "henan", "--level", "city", "--area", "郑州", "--name", "李科长"];
  expect(await admin(freshPath(), "invite", ...instead)).toMatch(/李科长, henan, city 郑州市$/m);
});

test.concurrent("a round that was opened is in the list", async () => {
  const dataDir = freshPath();
  const store = await openStore({ file: join(dataDir, "bot.db") });
  const wang = { jurisdiction: "henan", level: "province", area: null, name: "王处长" } as const;
  await store.departments.invite({ ...wang, id: "c1", codeHash: "h1", at, expiresAt: "2027-03-02T01:00:00.000Z" });
  await store.commit(turn(await meet(store, "wang"), "u1", { effects: { registers: { codeHash: "h1" } } }));
  const round = { id: "henan/2027/recommend", procedure: "recommend", title: "2027年度推荐", dates: [] } as never;
  const department = { contact: "c1", acts: [], rounds: [{ jurisdiction: "henan", round, version: 1 }] };
  await store.commit(turn(await meet(store, "wang"), "u2", { effects: { department } }));
  await store.close();
  expect(await admin(dataDir, "rounds")).toBe("henan/2027/recommend  version 1 by c1, 2027-03-01 09:00  2027年度推荐");
  expect(JSON.parse(await admin(dataDir, "rounds", "--json"))).toMatchObject([{ version: 1, openedBy: "c1" }]);
});

describe.concurrent("what is not understood changes nothing and says what to do", () => {
  const without = (flag: string) => invitation.filter((_, at) => ![at, at - 1].some((n) => invitation[n] === flag));
  const instead = (flag: string, value: string) => [...without(flag), flag, value];
  test.each<[readonly string[], RegExp]>([
    [[], /name one of invite, list, revoke, audit, rounds/],
    [["constructor"], /name one of invite/],
    [["list", "--since", "2027-01-01"], /list knows no --since/],
    [["list", "all"], /list needs flags only/],
    [["revoke"], /revoke needs one ID/],
    [["invite", ...invitation, "--force"], /--force.*Usage: /],
    [["invite", ...instead("--jurisdiction", "nowhere")], /--jurisdiction is one of .*zhejiang/],
    [["invite", ...instead("--level", "town")], /--level is one of province, city, county/],
    [["invite", ...instead("--level", "province")], /a province's contact has no --area/],
    [["invite", ...without("--area")], /a city's contact needs its --area/],
    [
      ["invite", "--jurisdiction", "henan", ...without("--jurisdiction")],
      /--area is one of 郑州市, 开封市, .*济源示范区, not “杭州市”\. Usage/,
    ],
    [["invite", ...instead("--name", " ")], /--name is missing/],
    [["invite", ...instead("--name", "王\n处长")], /--name is missing/],
    [["invite", ...invitation, "--days", "0"], /--days is a whole number from 1 to 90/],
    [["invite", ...invitation, "--days", "1e1"], /--days is a whole number/],
    [["audit", "--since", "yesterday"], /--since is a day as 2027-03-01/],
    [["audit", "--since", "2027-02-30"], /2027-02-30/],
  ])("%j", async (args, says) => {
    const dataDir = freshPath();
    expectMistake(await run("admin", args, { env: { DATA_DIR: dataDir } }), says);
    expect(contents(dataDir)).toEqual([]);
  });
});
