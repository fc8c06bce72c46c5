import { expect, test } from "vitest";
import { afterwardsText } from "../../flows/interview/afterwards.ts";
import { sceneOf } from "../../flows/interview/scene.ts";
import type { Round } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { withRounds } from "../../rules/rounds.ts";
import { clearNotice, contactAt } from "./desk/contact.ts";
import { Phone } from "./phone.ts";

const on = "2027-11-02";
const own = servedBy(await loadJurisdictions());
const [opened] = contactAt(on).say(clearNotice).say("全部正确").say("确认开启").work!.rounds!;

const textIn = (round: Round): string => {
  const served = withRounds(own, [{ jurisdiction: "henan", round }]).find(({ id }) => id === "henan/apply")!;
  return afterwardsText(sceneOf(served, { answers: {}, marks: {}, round: round.id }, on), false);
};

test("what a notice says is told with the documents: copies, address, dates, whom to ask", () => {
  const text = textIn(opened!.round);
  expect(text).toContain("网上申报：登录河南省企业服务云平台，按通知要求在线填报，2027年11月25日前〔通知原文〕");
  expect(text).toContain(
    "纸质材料一式二份，由设区市主管部门统一报送到：郑州市郑东新区某某路93号（省工业和信息化厅），2027年12月9日前",
  );
  expect(text).toContain("张某某 0371-65500001");
});

test("what a notice does not say is not made up", () => {
  const { copies: _, address: __, contacts: ___, ...round } = opened!.round;
  expect(textIn({ ...round, contacts: [] })).not.toMatch(/纸质材料一式|有疑问请打电话|undefined/);
  expect(textIn({ ...round, contacts: [], copies: 2 })).toContain("纸质材料一式二份，交到哪里请问主管部门");
  expect(textIn({ ...round, contacts: [], address: opened!.round.address! })).toContain("份数请问主管部门");
});

test("an application that missed one round goes into the next one", () => {
  const phone = Object.assign(new Phone(on), {
    rounds: [{ ...opened!, openedBy: "contact", openedAt: `${on}T01:00:00Z` }],
  });
  phone.press("henan/apply").press("agree");
  expect([...phone.kept.values()][0]?.round).toBe("henan/2027/apply");
  const round = { ...opened!.round, id: "henan/2028/apply", year: 2028, opensOn: "2028-11-01" };
  const dates = round.dates.map((date) => ({ ...date, by: date.by.replace("2027", "2028") }));
  phone.rounds = [...phone.rounds, { ...phone.rounds[0]!, round: { ...round, dates } }];
  phone.on = "2028-11-03";
  phone.say("进度");
  expect(phone.text).toContain("您的申请已对应到新开放的批次");
  expect([...phone.kept.values()][0]?.round).toBe("henan/2028/apply");
});
