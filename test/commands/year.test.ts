import { expect, test } from "vitest";
import { freshPath, run } from "./command.ts";
import type { Message } from "./talker.ts";

/** What is told at that time of Beijing, and then what is said on these lines. */
const visit = async (dataDir: string, now: string, ...lines: readonly string[]) => {
  const input = lines.map((text) => JSON.stringify({ text })).join("\n");
  const { code, stdout, stderr } = await run("chat", ["--json", "--now", now], { env: { DATA_DIR: dataDir }, input });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const turns = stdout.trimEnd().split('{"idle":true}');
  const texts = turns.map((turn) =>
    turn
      .split("\n")
      .flatMap((line) => (line === "" ? [] : (JSON.parse(line) as Message).text))
      .join("\n"),
  );
  const told = [...(texts[0] ?? "").matchAll(/^(【提醒.*)\n· (.*?)（.*?）前/gm)].map(
    ([, what, day]) => `${what} · ${day}`,
  );
  return { first: texts[0] ?? "", told, said: texts.slice(1).join("\n") };
};

test("a year of dates: 青海's title and a half-done application in 浙江", async () => {
  const dataDir = freshPath();
  const setUp = await visit(
    dataDir,
    "2027-01-10",
    ...["我已是示范平台", "同意", "青海", "2026年5月18日", "返回"],
    ...["新申请", "浙江省 省级中小企业公共服务示范平台申报", "是", "是", "2014年6月18日", "暂停"],
  );
  expect(setUp.said).toContain("已暂停，内容都保存好了");

  const told: Record<string, readonly string[]> = {};
  const at = async (now: string, ...lines: readonly string[]) => {
    const { first, told: then, said } = await visit(dataDir, now, ...lines);
    told[now] = then;
    for (const guess of first.matchAll(/^· 2027年5月16日.*$/gm)) expect(guess[0]).toContain("以当年通知为准");
    return said;
  };
  await at("2027-01-16T09:30");
  await at("2027-01-16T15:00");
  const asked = await at("2027-02-01T10:00", "已报送", "1月30日");
  expect(asked).toContain("哪一项已经报送了");
  expect(asked).toContain("记下了，已报送：2027年1月30日");
  expect(await at("2027-02-21T18:00", "已报送")).toContain("记下了，已报送：2027年2月28日");
  await at("2027-03-01T09:00");
  expect(await at("2027-04-16T09:00", "继续", "暂停")).toContain("接着填：浙江省");
  await at("2027-05-17T09:00");
  await at("2027-07-13T09:00");
  await at("2027-08-31T09:00");
  await at("2027-08-31T20:00");
  await at("2027-12-31T12:00");
  const title = "青海省 省级示范平台：";
  expect(told).toEqual({
    "2027-01-16T09:30": [`【提醒】${title}还有 14 天 · 2027年1月30日`],
    "2027-01-16T15:00": [],
    "2027-02-01T10:00": [
      `【提醒】${title}2027年1月30日的期限已经过了 · 2027年1月30日`,
      `【提醒（补发）】${title}还有 27 天 · 2027年2月28日`,
    ],
    "2027-02-21T18:00": [`【提醒】${title}还有 7 天 · 2027年2月28日`],
    "2027-03-01T09:00": [],
    "2027-04-16T09:00": [
      "【提醒】浙江省 省级中小企业公共服务示范平台申报：今年的通知还没收到，如果和往年一样，还有 30 天 · 2027年5月16日",
    ],
    "2027-05-17T09:00": [],
    "2027-07-13T09:00": [`【提醒】${title}还有 7 天 · 2027年7月20日`],
    "2027-08-31T09:00": [
      `【提醒】${title}2027年7月20日的期限已经过了 · 2027年7月20日`,
      `【提醒】${title}今天截止 · 2027年8月31日`,
    ],
    "2027-08-31T20:00": [],
    "2027-12-31T12:00": [`【提醒】${title}还有 30 天 · 2028年1月30日`],
  });
});
