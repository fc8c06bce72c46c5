import { channelName } from "../flows/lobby/ask.ts";
import type { Answers } from "../rules/define.ts";
import type { Document } from "../templates/form.ts";
import type { Unreached } from "../templates/index.ts";
import { byKey } from "./by-key.ts";
import { beijingDay } from "./clock.ts";
import type { Parts } from "./converse.ts";
import type { DeliveryState, NoticeDelivery } from "./store/notice-port.ts";

/** Those states in which a notice has not arrived, or perhaps not, as they are called. */
const outcomes: Readonly<Partial<Record<DeliveryState, string>>> = {
  blocked: "对方拉黑",
  failed: "发送失败",
  unknown: "不确定",
  skipped: "已跳过",
};

/** Whom to call because a notice did not reach them: one row for each enterprise; null where there is nobody. */
export const callListOf = async (parts: Pick<Parts, "store" | "clock">, noticeId: string): Promise<Document | null> => {
  const { store, clock } = parts;
  const notice = await store.notices.find(noticeId);
  const unreached = unreachedBy(await store.notices.deliveries(noticeId));
  if (!notice || unreached.length === 0) return null;
  const rows: Unreached[] = [];
  for (const deliveries of unreached) rows.push(await rowOf(store, deliveries));
  const { toCallList } = await import("../templates/index.ts");
  return toCallList(notice.text, rows, beijingDay(clock()));
};

/** By enterprise, those that no delivery reached, or still may. */
const unreachedBy = (deliveries: readonly NoticeDelivery[]): readonly (readonly NoticeDelivery[])[] =>
  [...byKey(deliveries, ({ enterpriseId }) => enterpriseId).values()].filter((group) =>
    group.every(({ state }) => outcomes[state] !== undefined),
  );

const rowOf = async (store: Parts["store"], deliveries: readonly NoticeDelivery[]): Promise<Unreached> => {
  const said = await latestAnswers(store, deliveries[0]?.enterpriseId ?? "");
  const all = (of: (delivery: NoticeDelivery) => string): string => [...new Set(deliveries.map(of))].join("；");
  return {
    name: said("applicantName") || "（还没填单位名称）",
    person: said("contactPerson"),
    phone: [said("mobile"), said("contactPhone")].filter(Boolean).join("\n"),
    place: said("registeredAddress") || said("siteAddress"),
    channel: all(({ channel }) => channelName(channel)),
    outcome: all(({ state }) => outcomes[state] ?? state),
    reason: all(reasonOf),
  };
};

/** What the enterprise said last of a field; empty where it never did. */
const latestAnswers = async (store: Parts["store"], enterpriseId: string): Promise<(field: string) => string> => {
  const own = (await store.applications(enterpriseId)).filter(({ sample }) => !sample);
  const newest = own.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const answers: Answers[] = [];
  for (const { id } of newest) answers.push(await store.answers(id));
  return (field) => {
    const value = answers.map((one) => one[field]).find((one) => typeof one === "string");
    return typeof value === "string" ? value : "";
  };
};

/** What the messengers say, in words for who calls. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/no such contact|chat not found|PEER_ID_INVALID/i, "这个渠道里找不到对方"],
  [/too (?:long|large|big)/i, "内容太长或附件太大"],
  [/file is not kept/, "附件找不到了"],
  [/the bot stops/, "程序停止时还没发出"],
  [/could not be made/, "消息没有生成"],
  [/too many requests|429|too fast|频/i, "发得太快，被平台拦下"],
];

const reasonOf = ({ state, reason }: NoticeDelivery): string => {
  if (state === "blocked") return reasons[0]?.[0].test(reason ?? "") ? reasons[0][1] : "对方拉黑或删除了助手";
  if (state === "unknown") return "发出后没有回音，可能收到，也可能没有";
  if (state === "skipped") return skipped[reason ?? ""] ?? "没有发";
  return reasons.find(([words]) => words.test(reason ?? ""))?.[1] ?? `聊天软件没有接受（${reason ?? "没有说原因"}）`;
};

const skipped: Readonly<Record<string, string>> = {
  stopped: "通知停发时还没轮到",
  revoked: "发通知的联系人已撤销",
  forgotten: "对方删除了自己的资料",
  unsubscribed: "对方退订了通知",
};
