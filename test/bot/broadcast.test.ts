import { afterEach, expect, test } from "vitest";
import type { Answers } from "../../rules/define.ts";
import { turn } from "../store/turns.ts";
import { Office } from "./office.ts";

const on = "2027-03-16";
const hangzhou = { jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" } as const;
const offices: Office[] = [];

afterEach(async () => {
  for (const office of offices.splice(0)) await office.close();
});

const contact = async (): Promise<Office> => {
  const office = await Office.open(on);
  offices.push(office);
  await office.enrol(hangzhou);
  office.sent = 0;
  return office;
};

/** An enterprise that answered so much. */
const applying = async (
  office: Office,
  name: string,
  answers: Answers,
  marks = { status: "已填 3/58" },
): Promise<void> => {
  const { store } = (await office.beside(name)).parts;
  const account = (await store.find("office", name))!;
  const application = { id: `application of ${name}`, procedure: "zhejiang/apply", round: null, rules: "1" };
  const kept = { ...application, sample: false, marks: { title: name, ...marks } };
  const { id, round, rules } = kept;
  const changed = [{ application: id, version: 0, round, rules, marks: kept.marks, answers }];
  await store.commit(turn(account, `application of ${name}`, { opened: [kept], changed }));
};

const audit = { auditReport: { received: true, files: [] } } as const;

const three = async (office: Office): Promise<void> => {
  await applying(office, "西湖公司", { city: "杭州市西湖区" });
  await applying(office, "余杭公司", { city: "杭州市余杭区", auditReport: null });
  await applying(office, "齐全公司", { city: "杭州市上城区", ...audit });
  await applying(office, "温州公司", { city: "温州市龙湾区" });
  await applying(office, "无地公司", {});
};

const deliveries = async ({ parts: { store } }: Office, notice: string) =>
  (await store.notices.deliveries(notice)).map(({ address, state }) => `${address} ${state}`).toSorted();

const notices = async ({ parts: { store } }: Office) => {
  const account = (await store.find("office", "me"))!;
  return store.notices.by((await store.departments.contactOf(account.id))!.id);
};

const texts = (office: Office): string => office.replies.map(({ text }) => text).join("\n");

test("a notice is queued for exactly those that were meant, once it is sent", async () => {
  const office = await contact();
  await three(office);
  await office.say("发通知");
  await office.say("请补交审计报告。");
  await office.say("写好了");
  await office.say("杭州 正在填 缺审计报告");
  expect(texts(office)).toContain("共 2 家：");
  expect(texts(office)).toContain("另有 1 家没填所在地，不在内。");
  const [draft] = await notices(office);
  expect(draft).toMatchObject({ text: "请补交审计报告。", state: "draft", audience: { standings: ["open"] } });
  expect(await deliveries(office, draft!.id)).toEqual([]);
  await office.say("发送");
  expect(await deliveries(office, draft!.id)).toEqual(["余杭公司 queued", "西湖公司 queued"]);
  const acts = await office.parts.store.departments.audit(on);
  expect(acts.filter(({ act }) => act.endsWith("-notice"))).toMatchObject([
    { act: "draft-notice", detail: { notice: draft!.id } },
    {
      act: "send-notice",
      detail: { notice: draft!.id, to: "杭州市 · 正在填 · 缺“上一年度审计报告”", count: 2 },
    },
  ]);
});

test("who answers for real between preview and sending changes whom it is for", async () => {
  const office = await contact();
  await three(office);
  const applicant = await office.beside("新公司");
  await applicant.press("zhejiang/apply");
  await applicant.press("agree");
  for (const said of ["发通知", "请补交审计报告。", "写好了", "所有没开始的"]) await office.say(said);
  expect(texts(office)).toContain("现在一个符合的都没有");
  expect(texts(office)).toContain("另有 1 家没填所在地");
  for (const said of ["改对象", "杭州 正在填"]) await office.say(said);
  expect(texts(office)).toContain("共 3 家");
  await applicant.say("单位名称：新公司\n所在市：杭州市西湖区");
  await applicant.press("yes");
  await office.say("发送");
  expect(texts(office)).toContain("先没有发：刚才名单变了，原来 3，现在 4");
  await office.say("发送");
  const notice = (await notices(office)).find(({ state }) => state === "sending");
  expect(await deliveries(office, notice!.id)).toContain("新公司 queued");
  expect(await deliveries(office, notice!.id)).toHaveLength(4);
});

test("an edited notice leaves one draft, and one that was sent is paused and stopped", async () => {
  const office = await contact();
  await three(office);
  for (const said of ["发通知", "请补交。", "写好了", "杭州 正在填", "改内容", "谢谢。", "写好了"])
    await office.say(said);
  expect((await notices(office)).map(({ text, state }) => `${text} ${state}`).toSorted()).toEqual([
    "请补交。\n谢谢。 draft",
    "请补交。 stopped",
  ]);
  const isNow = async () => (await notices(office)).find(({ text }) => text.includes("谢谢"))?.state;
  for (const said of ["发送", "我发的通知", "1", "暂停"]) await office.say(said);
  expect(await isNow()).toBe("paused");
  await office.say("继续发");
  expect(await isNow()).toBe("sending");
  expect(texts(office)).toContain("等待中 3 家");
  for (const said of ["停止", "确定停止"]) await office.say(said);
  expect(await isNow()).toBe("stopped");
  expect(texts(office)).toContain("已停止");
  await office.say("1");
  expect(texts(office)).toContain("已跳过 3 家");
});

test("contacts of departments below get it", async () => {
  const office = await contact();
  const below = await office.beside("李科长");
  await below.enrol({ jurisdiction: "zhejiang", level: "county", area: "杭州市西湖区", name: "李科长" });
  for (const said of ["发通知", "请审核。", "写好了", "各县区联系人", "发送"]) await office.say(said);
  const [notice] = await notices(office);
  expect(await deliveries(office, notice!.id)).toEqual(["李科长 queued"]);
});
