import { readdirSync, readFileSync } from "node:fs";
import type { Update } from "grammy/types";
import { expect, test } from "vitest";
import { parse } from "../../bot/channels/telegram/parse.ts";

const folder = "test/fixtures/telegram";
const bot = { id: 4242, username: "sme_platform_bot" };

test.each(readdirSync(folder))("%s", (name) => {
  const { update, heard } = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as { update: Update; heard: unknown };
  expect(parse(update, bot)).toEqual(heard);
});
