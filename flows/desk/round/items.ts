import type { Jurisdiction } from "../../../rules/define.ts";
import { ROLE_NAMES, WAY_NAMES } from "../../../rules/notice/deadline.ts";
import type { Notice, NoticeDate, Said, Span } from "../../../rules/notice/notice.ts";
import { read } from "../../../rules/values/index.ts";
import { dayText } from "../../dates/wording.ts";
import { applicants, chosenOf, procedureLabel } from "./calls.ts";
import { copiesIn, stated } from "./doubts.ts";
import { type Draft, opensOnOf, type Refused, refused, saidNow, timesOf, withNotice } from "./draft.ts";
import { addressIn, proceduresIn, titleIn } from "./gaps.ts";
import { exampleFor, saidDate } from "./said-date.ts";

/** A line of the list. */
export interface Item {
  readonly label: string;
  readonly value: string;
  /** The words that it rests on; null where there are none. */
  readonly span: Span | null;
  change(said: string): Draft | Refused;
  /** Without it; null where a round cannot be without. */
  readonly dropped: Draft | null;
}

/** All that a round will hold. */
export const itemsOf = (draft: Draft, jurisdiction: Jurisdiction): readonly Item[] => [
  ...headItems(draft),
  ...procedureItems(draft, jurisdiction),
  ...dateItems(draft),
  ...practicalItems(draft),
];

/** What of an open round may be changed. */
export const dateItems = (draft: Draft): readonly Item[] => [
  ...openingItems(draft),
  ...draft.notice.dates.map((date) => dateItem(draft, date)),
];

const without = (draft: Draft, part: keyof Notice): Draft => withNotice(draft, { [part]: null });

const headItems = (draft: Draft): readonly Item[] => {
  const { title, number, issuedOn } = draft.notice;
  return [
    ...(title ? [textItem(draft, "标题", title, "title", titleIn)] : []),
    ...(number ? [textItem(draft, "文号", number, "number", briefly)] : []),
    ...(issuedOn
      ? [
          {
            ...{ label: "发文日期", value: dayText(issuedOn.value), span: issuedOn },
            change: dayChange(draft, (issuedOn) => withNotice(draft, { issuedOn })),
            dropped: opensOnOf(draft) === issuedOn ? null : without(draft, "issuedOn"),
          },
        ]
      : []),
  ];
};

const longestText = 120;
const briefly = (said: string): string | Refused =>
  said.length <= longestText ? said : refused(`太长了，最多 ${longestText} 个字。`);

const textItem = (
  draft: Draft,
  label: string,
  { value, ...span }: Said<string>,
  part: "title" | "number",
  read: (said: string) => string | Refused,
): Item => ({
  ...{ label, value, span, dropped: part === "title" ? null : without(draft, part) },
  change: (said) => {
    const text = read(said);
    return typeof text === "string" ? withNotice(draft, { [part]: { ...saidNow(draft, said), value: text } }) : text;
  },
});

const dayChange =
  (draft: Draft, put: (day: Said<string>) => Draft) =>
  (said: string): Draft | Refused => {
    const date = saidDate(said, { ...timesOf(draft), issuedOn: null });
    if ("why" in date) return date;
    return date.on === null
      ? refused(`要写到哪一天，${exampleFor(draft)}。`)
      : put({ ...saidNow(draft, said), value: date.on });
  };

const procedureItems = (draft: Draft, jurisdiction: Jurisdiction): readonly Item[] => {
  const own = applicants(jurisdiction);
  if (own.length < 2) return [];
  const chosen = chosenOf(jurisdiction, draft);
  const value = own.filter(({ code }) => chosen.includes(code)).map(procedureLabel);
  return [
    {
      ...{ label: "事项", value: value.join("、"), span: null, dropped: null },
      change: (said) => {
        const procedures = proceduresIn(said, own, draft);
        return "why" in procedures ? procedures : { ...draft, procedures };
      },
    },
  ];
};

const openingItems = (draft: Draft): readonly Item[] => {
  const opensOn = opensOnOf(draft);
  if (!opensOn) return [];
  return [
    {
      ...{ label: "开始申报", value: dayText(opensOn.value), span: opensOn, dropped: null },
      change: dayChange(draft, (day) => ({ ...draft, opensOn: day })),
    },
  ];
};

const dateText = ({ on, at }: Pick<NoticeDate, "on" | "at">): string => `${dayText(on)}${at ?? ""}前`;

const dateItem = (draft: Draft, date: NoticeDate): Item => {
  const { dates } = draft.notice;
  const others = dates.filter((one) => one !== date);
  return {
    label: `${ROLE_NAMES[date.role]}${WAY_NAMES[date.way]}`,
    value: dateText(date),
    span: date,
    dropped: others.length === 0 ? null : withNotice(draft, { dates: others }),
    change: (said) => {
      const change = saidDate(said, timesOf(draft));
      if ("why" in change) return change;
      const changed = { ...date, ...stated(change), ...saidNow(draft, said) };
      return withNotice(draft, { dates: dates.map((one) => (one === date ? changed : one)) });
    },
  };
};

const practicalItems = (draft: Draft): readonly Item[] => {
  const { copies, address, quota, contacts, online } = draft.notice;
  return [
    ...(copies ? [copiesItem(draft, copies)] : []),
    ...(address
      ? [
          {
            label: "报送地址",
            value: [address.to, address.line, address.postcode && `邮编${address.postcode}`].filter(Boolean).join("，"),
            span: address,
            change: (said: string) => {
              const address = addressIn(said, draft);
              return "why" in address ? address : withNotice(draft, { address });
            },
            dropped: { ...without(draft, "address"), skipped: [...draft.skipped, "address" as const] },
          },
        ]
      : []),
    ...(quota
      ? [
          {
            ...{ label: "名额", value: `${quota.per || "每家"}不超过 ${quota.atMost} 个`, span: quota },
            change: (said: string) => {
              const atMost = read({ kind: "count", unit: "个" }, said, draft.on);
              return atMost.status === "understood"
                ? withNotice(draft, { quota: { ...quota, ...saidNow(draft, said), atMost: Number(atMost.value) } })
                : refused("名额请写数字，例如“3”。");
            },
            dropped: without(draft, "quota"),
          },
        ]
      : []),
    ...(contacts.length > 0 ? [contactsItem(draft)] : []),
    ...(online
      ? [
          {
            ...{ label: "网上办理", value: online.value, span: online },
            change: (said: string) => {
              const value = briefly(said);
              return typeof value === "string"
                ? withNotice(draft, { online: { ...saidNow(draft, said), value } })
                : value;
            },
            dropped: without(draft, "online"),
          },
        ]
      : []),
  ];
};

const copiesItem = (draft: Draft, copies: Said<number>): Item => ({
  ...{ label: "纸质份数", value: `${copies.value} 份`, span: copies },
  change: (said) => {
    const value = copiesIn(said, draft);
    return typeof value === "number" ? withNotice(draft, { copies: { ...saidNow(draft, said), value } }) : value;
  },
  dropped: { ...without(draft, "copies"), skipped: [...draft.skipped, "copies"] },
});

const CONTACT = /([^\d\s,，;；、:：]{2,12})[\s:：,，]*((?:\+?\d[\d\-—() （）]{5,20}\d))/g;

const contactsItem = (draft: Draft): Item => {
  const { contacts } = draft.notice;
  return {
    label: "联系人",
    value: contacts.map(({ name, phone }) => `${name} ${phone}`).join("；"),
    span: null,
    change: (said) => {
      const span = saidNow(draft, said);
      const found = [...said.matchAll(CONTACT)].map(([, name = "", phone = ""]) => ({ ...span, name, phone }));
      return found.length > 0
        ? withNotice(draft, { contacts: found })
        : refused("请写姓名和电话，例如“张工 0371-65500000”。");
    },
    dropped: withNotice(draft, { contacts: [] }),
  };
};
