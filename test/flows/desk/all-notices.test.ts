import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { problemsIn } from "../../../rules/check.ts";
import { loadJurisdictions } from "../../../rules/index.ts";
import type { Phone } from "../phone.ts";
import { contactAt } from "./contact.ts";

const folder = join(import.meta.dirname, "../../fixtures/notices");
const notices = readdirSync(folder).flatMap(
  (file) => parse(readFileSync(join(folder, file), "utf8")) as readonly { name: string; on: string; text: string }[],
);
const henan = (await loadJurisdictions()).find(({ code }) => code === "henan")!;

/** The first choice wherever there is one: of a doubt, to leave out what may be left out, and yes in the end. */
const answer = (phone: Phone): Phone => {
  const [first] = phone.question.choices;
  if (phone.text.includes("标题是什么")) return phone.say("关于组织申报2027年度省级示范平台的通知");
  if (phone.text.includes("申报单位最晚哪一天")) return phone.say("2027年12月30日");
  return phone.press(first!.id);
};

/** The texts that call for nothing, or whose dates cannot be. */
const notOpened = ["扫描件，没有字", "没有日期的闲话", "统计数字的日期", "三个月和三年不是日期"];
const impossible = ["写了年份却早于发文", "没有发文日期，日子已过", "附件里的日期"];

test.each(notices)("$name", ({ on, text, name }) => {
  const phone = contactAt(on).press("round").say(text);
  for (let turns = 0; turns < 40 && !phone.work && !phone.ask.refused; turns++) answer(phone);
  if (notOpened.includes(name)) expect(phone.text).toContain("请把通知的文字复制粘贴过来");
  else if (impossible.includes(name)) expect(phone.text).toContain("还不能确认");
  else {
    const rounds = phone.work?.rounds?.map(({ round }) => round) ?? [];
    expect(rounds.length).toBeGreaterThan(0);
    expect(problemsIn({ ...henan, rounds }, "henan")).toEqual([]);
  }
});
