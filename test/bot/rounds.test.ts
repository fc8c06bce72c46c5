import { afterEach, expect, test } from "vitest";
import { clearNotice } from "../flows/desk/contact.ts";
import { docxOf } from "../intake/made.ts";
import { Office } from "./office.ts";

const province = { jurisdiction: "henan", level: "province", area: null, name: "李处长" } as const;
const on = "2027-11-02";
const offices: Office[] = [];

afterEach(async () => {
  for (const office of offices.splice(0)) await office.close();
});

const contact = async (): Promise<Office> => {
  const office = await Office.open(on);
  offices.push(office);
  await office.enrol(province);
  office.sent = 0;
  return office;
};

/** A document of these paragraphs. */
const docx = (text: string): Uint8Array =>
  docxOf(
    text
      .split("\n")
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join(""),
  );

const remindersOf = async ({ parts: { store } }: Office, address: string): Promise<readonly string[]> => {
  const { id } = (await store.find("office", address))!;
  return (await store.dates.planned(id)).map(({ reminder }) => `${reminder.at} ${reminder.due.on}`);
};

const texts = (office: Office): string => office.replies.map(({ text }) => text).join("\n");

test("a round that is opened from a pasted notice counts for applicants at once, in four messages of the contact", async () => {
  const office = await contact();
  const applicant = await office.beside("applicant");
  await applicant.press("henan/apply");
  await applicant.press("agree");
  expect((await remindersOf(office, "applicant")).join()).not.toContain("2027-11-25");
  await office.say(clearNotice);
  await office.say("全部正确");
  expect(texts(office)).toContain("涉及 1 家单位的 1 份申请");
  expect((await remindersOf(office, "applicant")).join()).not.toContain("2027-11-25");
  await office.say("确认开启");
  await office.say("发通知");
  expect(office.sent).toBe(4);
  expect(await remindersOf(office, "applicant")).toEqual(
    ["11-11", "11-18", "11-22", "11-24", "11-25"].map((day) => `2027-${day}T09:00 2027-11-25`),
  );
  await applicant.say("进度");
  expect(texts(applicant)).toContain("您的申请已对应到新开放的批次");
  const [act] = (await office.parts.store.departments.audit("2027-11-02")).filter(({ act }) => act === "open-round");
  expect(act?.detail).toMatchObject({
    round: "henan/2027",
    version: 1,
    dates: [{ on: "2027-11-25" }, { on: "2027-12-09" }],
  });
});

test("a .docx gives the same, and a moved date moves what is not sent yet, also of who is bound to the round", async () => {
  const office = await contact();
  await office.press("round");
  await office.send("通知.docx", docx(clearNotice));
  expect(texts(office)).toContain("申报单位网上填报：2027年11月25日");
  await office.say("全部正确");
  await office.say("确认开启");
  await office.say("以后再说");
  const applicant = await office.beside("applicant");
  await applicant.press("henan/apply");
  await applicant.press("agree");
  expect((await remindersOf(office, "applicant")).join()).toContain("2027-11-25");
  for (const said of ["改期", "1", "2 改成 11月30日", "改好了", "确认修改"]) await office.say(said);
  const dues = (await remindersOf(office, "applicant")).map((line) => line.slice(-10));
  expect(new Set(dues)).toEqual(new Set(["2027-11-30"]));
  const versions = await office.parts.store.departments.roundVersions("henan/2027/apply");
  expect(versions.map(({ version, round }) => [version, round.dates[0]?.by])).toEqual([
    [1, "2027-11-25"],
    [2, "2027-11-30"],
  ]);
  await applicant.say("截止日期");
  expect(texts(applicant)).toContain("2027年11月30日");
});

test("of two contacts who confirm at once one opens it, and the other is told", async () => {
  const office = await contact();
  const other = await office.beside("other");
  await other.enrol({ ...province, name: "王处长" });
  for (const one of [office, other]) {
    await one.say(clearNotice);
    await one.say("全部正确");
  }
  await Promise.all([office.say("确认开启"), other.say("确认开启")]);
  const said = [texts(office), texts(other)];
  expect(said.filter((text) => text.includes("已经开启"))).toHaveLength(1);
  expect(said.filter((text) => text.includes("已经开过一轮了"))).toHaveLength(1);
  const rounds = await office.parts.store.departments.rounds();
  expect(rounds.map(({ version }) => version)).toEqual([1, 1, 1, 1]);
});
