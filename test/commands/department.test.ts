import { expect, test } from "vitest";
import { freshPath, run } from "./command.ts";
import { Talker, type Turn } from "./talker.ts";

const notice = `河南省工业和信息化厅办公室关于组织申报2027年度省级中小企业公共服务示范平台的通知
豫工信办企服〔2027〕58号

各省辖市、济源示范区、航空港区工业和信息化主管部门：

一、申报单位请于2027年11月25日17:30前登录“河南省企业服务云平台”填报。

二、请各省辖市主管部门于2027年12月9日（星期四）前将纸质材料一式两份报送省工业和信息化厅（中小企业局）。

联系人：张某某  0371-65500001
联系地址：郑州市郑东新区某某路93号

2027年11月1日`;

const texts = ({ messages }: Turn): string => messages.map(({ text }) => text).join("\n");

/** Each of these comes back another day, in a process of its own, on the same data. */
test.concurrent("from an invitation to a round, its broadcast and its reminders, by the commands alone", async () => {
  const dataDir = freshPath();
  const visit = async (as: string, now: string, ...lines: readonly object[]): Promise<readonly Turn[]> => {
    const chat = new Talker({ dataDir, as, now });
    const turns = [await chat.turn()];
    for (const line of lines) turns.push(await chat.say(line));
    expect(await chat.end()).toBe(0);
    return turns;
  };
  const say = (...said: readonly string[]) => said.map((text) => ({ text }));

  for (const who of ["applicant", "seldom"])
    await visit(who, "2027-11-01T10:00", { choice: "henan/apply" }, { choice: "agree" });

  const office = ["--jurisdiction", "henan", "--level", "province", "--name", "李处长", "--now", "2027-11-02T08:00"];
  const { stdout } = await run("admin", ["invite", ...office], { env: { DATA_DIR: dataDir } });
  const code = stdout.trimEnd().slice(-9);
  // Six messages of the contact at most, from the paste on.
  const contact = await visit(
    "contact",
    "2027-11-02T09:00",
    ...say(`登记 ${code}`, notice.replaceAll("\n", "\r\n"), "全部正确", "确认开启", "发通知", "发送"),
  );
  expect(texts(contact.at(-3)!)).toContain("已经开启");
  expect(texts(contact.at(-2)!)).toContain("共 2 家");
  expect(texts(contact.at(-1)!)).toContain("开始发了，共 2 家");

  const [told, read] = await visit("applicant", "2027-11-02T10:00", { text: "已阅" });
  expect(texts(told!)).toContain("【通知】河南省（李处长）\n河南省工业和信息化厅办公室关于组织申报2027年度");
  expect(told!.question.ask.field).not.toBeNull();
  expect(read!.question.ask).toEqual(told!.question.ask);
  expect(texts(read!)).toContain("记下您看过这份通知了");

  const seen = await visit("contact", "2027-11-02T11:00", ...say("我发的通知", "1"));
  expect(texts(seen.at(-1)!)).toContain("已送达 1 家（其中已阅 1），等待中 1 家");

  const [reminded] = await visit("applicant", "2027-11-18T09:30");
  expect(texts(reminded!)).toContain("还有 7 天");
  expect(texts(reminded!)).toContain("2027年11月25日（星期四）17:30前：申报单位网上填报");
  expect(reminded!.question.ask).toEqual(told!.question.ask);
  const [again] = await visit("applicant", "2027-11-18T09:40");
  expect(texts(again!)).not.toContain("还有 7 天");

  // Who comes back late is told both, and asked once.
  const [both] = await visit("seldom", "2027-11-18T10:00");
  expect(texts(both!)).toMatch(/【提醒.*【通知】|【通知】.*【提醒/s);

  const audit = await run("admin", ["audit", "--json"], { env: { DATA_DIR: dataDir } });
  const acts = (JSON.parse(audit.stdout) as readonly { act: string }[]).map(({ act }) => act);
  expect(acts).toEqual(["invite", "register", "open-round", "draft-notice", "send-notice"]);
});
