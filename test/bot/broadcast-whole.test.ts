import { expect, test } from "vitest";
import { startChannel } from "../../bot/house.ts";
import { startTelling } from "../../bot/jobs/start.ts";
import { scripted } from "../jobs/scripted.ts";
import { turn } from "../store/turns.ts";
import { Office } from "./office.ts";

const hangzhou = { jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" } as const;

const applying = async (office: Office, name: string, city: string): Promise<void> => {
  const { store } = (await office.beside(name)).parts;
  const account = (await store.find("office", name))!;
  const marks = { title: name, status: "已填 3/58" };
  const kept = { id: `of ${name}`, procedure: "zhejiang/apply", round: null, rules: "1", sample: false, marks };
  const changed = [
    { application: kept.id, version: 0, round: null, rules: "1", marks, answers: { applicantName: name, city } },
  ];
  await store.commit(turn(account, `application of ${name}`, { opened: [kept], changed }));
};

const texts = ({ replies }: Office): string => replies.map(({ text }) => text).join("\n");

test("a notice goes to whom it was meant for, and the contact sees what became of it and whom to call", async () => {
  const office = await Office.open("2027-03-16");
  await office.enrol(hangzhou);
  await applying(office, "西湖公司", "杭州市西湖区");
  await applying(office, "blocked公司", "杭州市余杭区");
  await applying(office, "温州公司", "温州市龙湾区");
  const sent: string[] = [];
  const { parts } = office;
  const { turns, stop } = await startChannel(
    parts,
    scripted((line) => sent.push(line), { name: "office" }),
    () => {},
  );
  for (const said of ["发通知", "请补交审计报告。", "写好了", "杭州 缺审计报告"]) await office.say(said);
  expect(texts(office)).toMatch(/· office 2 条，(马上发完|约 \d+ 分钟)/);
  await office.say("发送");
  const telling = startTelling(parts, new Map([["office", turns]]), parts.clock, () => {});
  await office.say("我发的通知");
  await expect
    .poll(
      async () => {
        await office.say("返回");
        await office.say("我发的通知");
        await office.say("1");
        return texts(office);
      },
      { timeout: 20_000, interval: 200 },
    )
    .toContain("已送达 1 家");
  await telling.stop();
  await stop();
  expect(sent.filter((line) => line.includes("【通知】"))).toEqual(["西湖公司 【通知】浙江省杭州市（王处长）"]);
  expect(texts(office)).toContain("对方拉黑 1 家");
  await office.say("没收到的名单");
  expect((await office.files()).map(({ name }) => name)).toEqual([expect.stringMatching(/\.xlsx$/)]);
  await office.close();
});
