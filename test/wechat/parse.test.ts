import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, type Seen } from "../../bot/channels/wechat/parse.ts";
import { notTaken } from "../../bot/channels/wechat/sentences.ts";

const folder = "test/fixtures/wechat";
const read = (name: string) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as { seen: Seen; heard: unknown };
const { seen: plain } = read("text.json");

test.each(readdirSync(folder))("%s", (name) => {
  const { seen, heard } = read(name);
  expect(parse(seen)).toEqual(heard);
});

test.each(Object.entries(notTaken))("%s is answered with what to send instead", (type, text) => {
  expect(parse({ ...plain, type: type as Seen["type"] })).toEqual({ kind: "aside", address: "wxid_a", text });
});

test("whatever is quoted, the reply is what follows", () => {
  const words = fc.string({ unit: fc.constantFrom("文", "「", "：", "-", " ", "\n", "a") });
  const reply = words.filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(words, reply, (quoted, text) => {
      fc.pre(!quoted.includes("」"));
      const heard = parse({ ...plain, text: `「张三：${quoted}」\n${"- ".repeat(14)}-\n${text}` });
      expect(heard).toMatchObject({ input: { text } });
    }),
  );
});
