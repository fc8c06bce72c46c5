import { POLITE } from "../../../rules/calendar/reminders.ts";
import { addDays, showDay } from "../../../rules/values/day.ts";
import { channelName } from "../../lobby/ask.ts";
import type { SendingEstimate } from "../reach.ts";
import type { Addressed } from "./address.ts";
import type { Audience } from "./audience.ts";
import type { Setting } from "./setting.ts";
import { audienceText, countText, leftText } from "./wording.ts";

const mostNamed = 3;

/** Whom the notice is for, how many they are, with examples, and who is left out. */
export const addressedText = (audience: Audience, to: Addressed, setting: Setting): string => {
  const count = to.accounts.length;
  const names = to.names.slice(0, mostNamed).join("、");
  const examples = names === "" ? "" : count > mostNamed ? `，例如${names}` : `：${names}`;
  return [
    `发给：${audienceText(audience, setting)}`,
    count === 0 ? "现在一个符合的都没有，发不出去。" : `共 ${countText(count, audience)}${examples}。`,
    leftText(to, audience),
  ]
    .filter(Boolean)
    .join("\n");
};

/** What sending takes by each channel. */
export const sendingText = (estimates: readonly SendingEstimate[], { on }: Setting): string =>
  [
    ...estimates.filter(({ count }) => count > 0).map((one) => `· ${channelText(one, on)}`),
    `每天 ${POLITE.first} 点到 ${POLITE.last} 点之间发，其余时间先等着。`,
  ].join("\n");

const channelText = (
  { channel, count, runs, waits, leftToday, minutes, days }: SendingEstimate,
  on: string,
): string => {
  const name = `${channelName(channel)} ${count} 条`;
  if (waits) return `${name}：对方下次打开时看到`;
  if (!runs) return `${name}：${channelName(channel)}现在没有启动，先排队，启动以后自动发`;
  const budget = leftToday === null ? "" : `，今天还能发 ${leftToday} 条`;
  const lasts = minutes < 1 ? "马上发完" : `约 ${minutes} 分钟`;
  return days > 1
    ? `${name}${budget}，分 ${days} 天，到 ${showDay(addDays(on, days - 1))}发完`
    : `${name}，${lasts}${budget}`;
};
