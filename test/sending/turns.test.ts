import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { turnsOf } from "../../bot/turns.ts";
import { until } from "../contracts/until.ts";
import { opened, scripted } from "../jobs/scripted.ts";

const never = new AbortController().signal;
const notice = { id: "n", from: "浙江省", text: "请于3月23日前报送", files: [] };

test("a turn from within waits for the person's own to end, and what that says goes first", async () => {
  const folder = mkdtempSync(join(tmpdir(), "turns-"));
  const said: string[] = [];
  const channel = scripted((line) => said.push(line));
  const house = await opened(
    folder,
    () => new Date("2027-03-02T01:30:00.000Z"),
    () => {},
    [channel],
  );
  let goOn = (): void => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { store } = house.parts;
  const slow: typeof store = {
    ...store,
    commit: async (turn) => {
      said.push(`begins ${turn.updateId}`);
      if (turn.updateId === "own") await held;
      return store.commit(turn);
    },
  };
  const turns = turnsOf({ ...house.parts, store: slow }, channel, {
    post: async (address, queued) => {
      for (const { seq, reply } of queued) await channel.send(address, reply, seq);
    },
    notify: async (address, make) => {
      for (const { seq, reply } of await make()) await channel.send(address, reply, seq);
      return { delivery: { status: "sent" }, arrived: 2 };
    },
    tell: async () => {},
    heard: async () => {},
    stop: async () => {},
  });
  const own = turns.heard({ id: "own", address: "a", input: { text: "帮助" } });
  await until(() => said.includes("begins own"), "the person's turn");
  const within = turns.notify({ id: "notice:n", address: "a", input: { notice } }, async () => true, never);
  const others = turns.notify({ id: "notice:n", address: "b", input: { notice } }, async () => true, never);
  await others;
  goOn();
  await Promise.all([own, within]);
  const ofA = said.filter((line) => !line.startsWith("b "));
  expect(ofA).toEqual([
    "begins own",
    "begins notice:n",
    expect.stringMatching(/^a 您好！/),
    "a 我能做这些事：",
    "a 请选择：",
    "begins notice:n",
    "a 【通知】浙江省",
    "a 请选择：",
  ]);
  await house.close();
  rmSync(folder, { recursive: true });
});
