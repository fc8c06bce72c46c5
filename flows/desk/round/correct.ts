import type { Jurisdiction } from "../../../rules/define.ts";
import { listCorrections, namedCorrection } from "../../../rules/said/correction.ts";
import { dayText } from "../../dates/wording.ts";
import { type Draft, isRefused, opensOnOf, type Refused, refused, saidNow, timesOf, withDate } from "./draft.ts";
import type { Item } from "./items.ts";
import { exampleFor, saidDate } from "./said-date.ts";

/** How the list of a draft is made. */
export type Lister = (draft: Draft, jurisdiction: Jurisdiction) => readonly Item[];

const ADD = /^(?:请|再|还要|还有|另)?(?:增加|添加|补充|新增|加)(?:上)?(?:一?[条项个])?\s*[:：,，]?\s*(?<what>\S.*)$/s;

/** “3 改成 3月25日”, “删除 4”, “份数改成3”, “加一条 县级 3月10日 纸质”: the draft as it is then. */
export const corrected = (draft: Draft, said: string, jurisdiction: Jurisdiction, list: Lister): Draft | Refused => {
  const what = ADD.exec(said.trim())?.groups?.what;
  const next = what === undefined ? changedList(draft, said, jurisdiction, list) : added(draft, what);
  if (isRefused(next)) return next;
  const trouble = troubleOf(next);
  return trouble && trouble !== troubleOf(draft) ? refused(trouble) : next;
};

const added = (draft: Draft, what: string): Draft | Refused => {
  const date = saidDate(what, timesOf(draft));
  if ("why" in date) return date;
  if (date.on === null) return refused("要写到哪一天，例如“加一条 县级 2027年3月10日 纸质”。");
  return withDate(draft, saidNow(draft, what), { ...date, on: date.on });
};

/** 17:30 is no item 17: a colon parts an item from what it becomes. */
const withoutColons = (said: string): string => said.replace(/(?<=\S)(\D)(\d{1,2})[:：](\d{2})(?!\d)/g, "$1$2时$3分");

const changedList = (draft: Draft, said: string, jurisdiction: Jurisdiction, list: Lister): Draft | Refused => {
  const items = list(draft, jurisdiction);
  const changes = listCorrections(withoutColons(said)) ?? named(items, said);
  if (!changes) return refused(notUnderstood(said, draft));
  const missing = changes.find(({ item }) => !items[item - 1]);
  if (missing) return refused(`没有第 ${missing.item} 项，一共 ${items.length} 项。`);
  // Those that go, from the end: the numbers are those of the list that was shown.
  const set = changes.filter(({ text }) => text !== null);
  const gone = changes.filter(({ text }) => text === null).toSorted((a, b) => b.item - a.item);
  return [...set, ...gone].reduce<Draft | Refused>((now, { item, text }) => {
    if (isRefused(now)) return now;
    const current = list(now, jurisdiction)[item - 1];
    if (!current) return now;
    if (text !== null) return current.change(text);
    return current.dropped ?? refused(`第 ${item} 项“${current.label}”不能去掉，可以改，例如“${item} 改成……”。`);
  }, draft);
};

const named = (items: readonly Item[], said: string) => {
  const { label, text } = namedCorrection(said) ?? {};
  if (label === undefined || text === undefined) return null;
  const found = items.flatMap((item, at) => (item.label.includes(label) || label.includes(item.label) ? [at + 1] : []));
  return found.length === 1 && found[0] ? [{ item: found[0], text }] : null;
};

const notUnderstood = (said: string, draft: Draft): string => {
  const brief = said.trim().replace(/\s+/g, " ").slice(0, 20);
  if (/^\d{1,2}$/.test(brief)) return `第 ${brief} 项要怎么改？例如“${brief} 改成……”“删除 ${brief}”。`;
  const day = dayText(opensOnOf(draft)?.value ?? draft.on).replace(/（.*/, "");
  return `没有听懂“${brief}${said.trim().length > 20 ? "……" : ""}”。都对请回复“全部正确”；要改请回复编号，例如“3 改成 ${day}”“删除 4”“加一条 县级 ${day} 纸质”。`;
};

/** Why a round cannot be so; null where it can. */
export const troubleOf = (draft: Draft): string | null => {
  const opensOn = opensOnOf(draft)?.value;
  const early = draft.notice.dates.find(({ on }) => opensOn !== undefined && on < opensOn);
  if (!early || !opensOn) return null;
  return `${dayText(early.on)}早于开始申报的${dayText(opensOn)}，请改其中一个，${exampleFor({ on: opensOn })}。`;
};
