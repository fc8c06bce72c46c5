import { expect, test } from "vitest";
import { isNumbered, type Reply } from "../../bot/channel.ts";
import { render } from "../../bot/channels/wechat/render.ts";
import type { Parts } from "../../bot/converse.ts";
import { apply, applyPlainly, lastTurn, type Say } from "../contracts/application.ts";
import { inFolder, openBot } from "./rig.ts";
import { until, World } from "./world.ts";

/** What a person types to choose: the number where there is one, else the words. */
const typed = (choice: string, { ask, choices }: Reply): string => {
  const at = choices.findIndex(({ id }) => id === choice);
  if (at < 0) throw new Error(`no choice ${choice}`);
  return isNumbered(ask) ? String(at + 1) : choices[at]!.label;
};

const talkAs =
  (id: string, world: World, parts: Parts): Say =>
  async (input) => {
    const before = world.arrivedAt(id).length;
    const [question] = (await lastTurn(parts, "wechat", id)).slice(-1);
    if ("text" in input) world.says(id, input.text);
    if ("choice" in input) world.says(id, typed(input.choice, question!));
    await until(() => world.arrivedAt(id).length > before, "a reply", 60);
    const replies = await lastTurn(parts, "wechat", id);
    if (replies.at(-1)?.ask?.refused) throw new Error(`refused: ${JSON.stringify(input)}: ${replies.at(-1)?.text}`);
    const messages = replies.flatMap(render).length;
    await until(() => world.arrivedAt(id).length >= before + messages, "all replies", 60);
    return replies;
  };

test("a whole application in WeChat ends in the same documents as without a messenger", async () => {
  const world = new World();
  const { parts, log } = await openBot(inFolder(), world);
  const expected = await applyPlainly(parts);
  await world.logIn();
  world.says("a", "你好");
  await until(() => world.texts("a").some((text) => text.includes("请选择")), "the menu");

  const names = await apply(talkAs("a", world, parts));
  expect(names).toEqual(expected);
  expect(names.length).toBeGreaterThan(5);
  const files = world.arrivedAt("a").flatMap(({ file }) => file ?? []);
  expect(files.map(({ name }) => name)).toEqual(names);
  for (const { bytes } of files) expect(bytes.length).toBeGreaterThan(1000);
  expect(log.filter((line) => !line.includes("logged in"))).toEqual([]);
});
