import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashOfCode } from "../../bot/code.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { lookUp } from "../../bot/invitation.ts";
import { openParts } from "../../bot/open.ts";
import { applicationsOf, worldOf } from "../../bot/world.ts";
import type { Input } from "../../flows/reply.ts";
import type { Scope } from "../../flows/world.ts";
import { digestOf } from "../../rules/digest.ts";
import { changed, meet, opened, turn } from "../store/turns.ts";

const code = "K7QX-3MPA";
const minute = 60_000;
let folder: string;
let now: Date;
let parts: Parts;
let updates = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "world-"));
  now = new Date("2027-03-01T01:00:00.000Z");
  parts = await openParts(folder, () => now);
});
afterEach(async () => {
  await parts.store.close();
  rmSync(folder, { recursive: true });
});

const worldFor = async (who: string) => {
  const account = await meet(parts.store, who);
  return worldOf(parts, account, await applicationsOf(parts.store, account), now);
};
const commit = async (who: string, given: Parameters<typeof turn>[2]) =>
  parts.store.commit(turn(await meet(parts.store, who), `update ${++updates}`, { at: now.toISOString(), ...given }));
const invite = (scope: Scope | null, minutes = 10) =>
  commit("me", {
    invited: {
      codeHash: hashOfCode(code),
      scope,
      expiresAt: new Date(now.getTime() + minutes * minute).toISOString(),
    },
  });

describe("what a turn may know", () => {
  const served = () => parts.served.find(({ id }) => id === "zhejiang/apply")!;
  const scope = { application: "a", sections: ["cover"] };

  beforeEach(async () => {
    await commit("me", {
      opened: [
        { ...opened("a"), rules: served().version },
        { ...opened("b"), rules: served().version },
      ],
      changed: [{ ...changed("b", 0, { fax: "1" }), rules: served().version }],
    });
  });

  test("is all of the enterprise's, and its other accounts", async () => {
    await invite(scope);
    await commit("you", { joins: { codeHash: hashOfCode(code) } });
    const world = await worldFor("me");
    expect(world.applications.map(({ id }) => id).sort()).toEqual(["a", "b"]);
    expect(world.known.get("fax")).toMatchObject({ value: "1" });
    expect(world).toMatchObject({ account: "account of me", scope: null, on: "2027-03-01", now: now.toISOString() });
    expect(world.colleagues).toEqual([{ id: "account of you", channel: "web", scope }]);
  });

  test("is of a delegate its own application alone", async () => {
    await invite(scope);
    await commit("you", { joins: { codeHash: hashOfCode(code) } });
    const world = await worldFor("you");
    expect(world.applications.map(({ id }) => id)).toEqual(["a"]);
    expect(world.scope).toEqual(scope);
    expect([...world.known]).toEqual([]);
  });

  test("has the former rules of applications under others, where they are known", async () => {
    const former = digestOf({ ...served().procedure, criteria: [] });
    await parts.store.rememberRules([{ version: "former", procedure: "zhejiang/apply", digest: () => former }]);
    await commit("me", {
      opened: [
        { ...opened("older"), rules: "former" },
        { ...opened("oldest"), rules: "never kept" },
      ],
    });
    expect([...(await worldFor("me")).former]).toEqual([["older", former]]);
  });

  test("offers another code and id each time", async () => {
    const [one, other] = [await worldFor("me"), await worldFor("me")];
    expect(one.freshCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(one.freshCode).not.toBe(other.freshCode);
    expect(one.freshId).not.toBe(other.freshId);
    expect(one.freshCodeExpiresAt).toBe("2027-03-02T01:00:00.000Z");
  });
});

test("opening remembers what every served procedure asks", async () => {
  for (const { id, version, procedure } of parts.served)
    expect(await parts.store.formerRules(version, id)).toEqual(JSON.parse(JSON.stringify(digestOf(procedure))));
});

describe("a code that is typed", () => {
  const look = async (who: string, typed = code) =>
    lookUp(parts, await meet(parts.store, who), typed, now.toISOString());
  const pass = (minutes: number) => {
    now = new Date(now.getTime() + minutes * minute);
  };

  test("is open for others and its own, used, expired or unknown", async () => {
    const scope = { application: "a", sections: ["cover"] };
    expect(await look("you")).toEqual({ state: "unknown", scope: null, isOwn: false });
    await invite(scope);
    expect(await look("you")).toEqual({ state: "open", scope, isOwn: false });
    expect(await look("me", "k7qx 3mpa")).toEqual({ state: "open", scope, isOwn: true });
    pass(10);
    expect(await look("you")).toMatchObject({ state: "expired" });
    pass(-1);
    await commit("you", { joins: { codeHash: hashOfCode(code) } });
    expect(await look("third")).toMatchObject({ state: "used" });
  });

  test("is not looked up after ten wrong ones in an hour; for another account it is", async () => {
    await invite(null, 120);
    for (let wrong = 0; wrong < 9; wrong++) await look("guesser", "wrong");
    expect(await look("guesser")).toMatchObject({ state: "open" });
    expect((await worldFor("guesser")).tooManyCodes).toBe(false);
    await look("guesser", "wrong");
    expect(await look("guesser")).toMatchObject({ state: "unknown" });
    expect((await worldFor("guesser")).tooManyCodes).toBe(true);
    expect(await look("you")).toMatchObject({ state: "open" });
    pass(59);
    expect(await look("guesser")).toMatchObject({ state: "unknown" });
    pass(1);
    expect(await look("guesser")).toMatchObject({ state: "open" });
  });

  test("many wrong ones at the same moment count as many", async () => {
    await invite(null);
    await Promise.all(Array.from({ length: 10 }, () => look("guesser", "wrong")));
    expect(await look("guesser")).toMatchObject({ state: "unknown" });
  });
});

test("a person who deletes everything lets the delegates go", async () => {
  const say = (input: Input) =>
    converse(parts, "web", { id: `said ${++updates}`, address: "me", input }).then((said) => said.at(-1)!.reply);
  for (const choice of ["new", "zhejiang/apply", "agree", "yes"]) await say({ choice });
  await say({ text: "暂停" });
  const { enterpriseId } = (await parts.store.find("web", "me"))!;
  const [application] = await parts.store.applications(enterpriseId);
  await invite({ application: application!.id, sections: ["cover"] });
  await commit("you", { joins: { codeHash: hashOfCode(code) } });
  expect(await parts.store.colleagues(enterpriseId)).toHaveLength(2);

  await say({ choice: "facts" });
  await say({ choice: "forget" });
  expect((await say({ choice: "yes" })).text).toContain("已全部删除");
  expect((await parts.store.colleagues(enterpriseId)).map(({ id }) => id)).toEqual([
    (await parts.store.find("web", "me"))!.id,
  ]);
  expect(await meet(parts.store, "you")).toMatchObject({ scope: null, conversation: null });
  expect((await worldFor("you")).applications).toEqual([]);
});
