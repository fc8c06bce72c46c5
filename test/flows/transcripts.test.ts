import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Interviewee } from "../../bot/interviewee.ts";
import type { TypedAnswers } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { Phone } from "./phone.ts";

const folder = join(import.meta.dirname, "../transcripts");
const served = servedBy(await loadJurisdictions());

/**
 * Conversations as people read them. The lines of 用户 are replayed, and all that 助手 says must come out as it stands;
 * `npx vitest run test/flows/transcripts -u` writes it anew, to be read before it is committed.
 * `# 日期` sets the clock, `# 已答到 <fixture> <field>` answers from a fixture up to that question first.
 */
test.each(readdirSync(folder))("%s", async (name) => {
  const lines = readFileSync(join(folder, name), "utf8").split("\n");
  const comments = lines.filter((line) => line.startsWith("#"));
  const phone = new Phone(/^# 日期 (\S+)/m.exec(comments.join("\n"))?.[1]);
  const [, fixture, field] = /^# 已答到 (\S+) (\S+)/m.exec(comments.join("\n")) ?? [];
  if (fixture && field) answerUpTo(phone, fixture, field);
  const start = phone.log.length;
  for (const line of lines) {
    if (!line.startsWith("用户：")) continue;
    const said = line.slice("用户：".length);
    const label = /^［(.*)］$/.exec(said)?.[1];
    const choice = phone.question.choices.find((one) => one.label === label);
    if (label && !choice) throw new Error(`${name}: there is no choice ${label} in ${phone.question.text}`);
    if (choice) phone.press(choice.id);
    else if (/^〈文件 (.*)〉$/.test(said)) phone.send(said.slice(4, -1));
    else phone.say(said);
  }
  const transcript = [...comments, "", ...phone.log.slice(fixture ? start - 1 : 0), ""].join("\n");
  await expect(transcript).toMatchFileSnapshot(join(folder, name));
});

const answerUpTo = (phone: Phone, fixture: string, field: string): void => {
  const answers = JSON.parse(readFileSync(join(folder, `../fixtures/${fixture}.json`), "utf8")) as TypedAnswers;
  phone.press("zhejiang/apply").press("agree");
  const person = new Interviewee(served.find(({ id }) => id === "zhejiang/apply")!.procedure, answers);
  for (
    let input = person.answer(phone.question);
    input && phone.ask.field !== field;
    input = person.answer(phone.question)
  )
    phone.turn(input);
};
