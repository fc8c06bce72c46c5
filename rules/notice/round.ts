import type { Citation } from "../cite.ts";
import type { Round, RoundDate } from "../define.ts";
import { partsOf } from "../values/day.ts";
import { ROLE_NAMES, WAY_NAMES } from "./deadline.ts";
import type { Notice, NoticeDate, Span } from "./notice.ts";

/** What a round needs that its notice may leave out. */
type Missing = "title" | "opensOn" | "dates" | "copies" | "address";

/** The parts of a round that a notice decides. */
export interface RoundParts {
  readonly parts: Pick<Round, "procedure" | "dates" | "contacts" | "cite"> &
    Partial<Pick<Round, "title" | "year" | "opensOn" | "copies" | "online" | "quota" | "address">>;
  readonly missing: readonly Missing[];
}

/**
 * A notice as the parts of a procedure's round, each citing the notice by its words. Only certain dates are taken; a
 * quota weighs as a warning until a person says more. The round opens with its window, or else with the notice.
 */
export const roundFrom = (notice: Notice, procedure: string): RoundParts => {
  const { title, issuedOn, windows, copies, contacts, dates } = notice;
  const cite = (span: Span): Citation => ({
    document: documentOf(notice),
    article: isInText(span) ? "通知原文" : SAID_ARTICLE,
    text: span.words,
  });
  const own = dates.filter(({ certain }) => certain).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const opensOn = windows.find(({ about }) => about === "apply")?.from ?? issuedOn?.value;
  const last = own.at(-1);
  const year = /(20\d{2})年/.exec(title?.value ?? "")?.[1] ?? (last && partsOf(last.on).year);
  const parts: RoundParts["parts"] = {
    ...{ procedure, dates: own.map((date) => roundDate(date, cite(date))) },
    contacts: contacts.map(({ name, phone }) => ({ name, phone })),
    cite: cite(title ?? last ?? { words: "", start: 0, end: 0 }),
    ...(title && { title: title.value }),
    ...(year !== undefined && { year: Number(year) }),
    ...(opensOn !== undefined && { opensOn }),
    ...(copies && { copies: copies.value }),
    ...placesOf(notice, own, cite),
  };
  const needed: readonly Missing[] = ["title", "opensOn", "copies", "address"];
  const missing = needed.filter((name) => parts[name as keyof typeof parts] === undefined);
  return { parts, missing: own.length === 0 ? ["dates", ...missing] : missing };
};

/** Where a date stands that a contact said, not the notice. */
export const SAID_ARTICLE = "部门说明";

/** What a person said of the notice has no place in it. */
const isInText = ({ start }: Span): boolean => start >= 0;

const roundDate = ({ role, way, on, at }: NoticeDate, cite: Citation): RoundDate => ({
  ...{ role, way, by: on, cite },
  // 24:00 is the end of the day.
  ...(at !== null && at !== "24:00" && { at }),
  label: `${ROLE_NAMES[role]}${WAY_NAMES[way]}`,
});

const placesOf = (
  { address, online, quota }: Notice,
  dates: readonly NoticeDate[],
  cite: (span: Span) => Citation,
) => ({
  ...(online && { online: { site: online.value, how: "按通知要求在线填报", cite: cite(online) } }),
  ...(quota && { quota: { per: quota.per, atMost: quota.atMost, severity: "warning" as const, cite: cite(quota) } }),
  ...(address && {
    address: {
      sentBy: dates.findLast(({ way }) => way === "paper")?.role ?? "applicant",
      to: address.to ?? "",
      line: address.line,
      ...(address.postcode !== null && { postcode: address.postcode }),
      cite: cite(address),
    },
  }),
});

const documentOf = ({ number, title }: Notice): string => number?.value ?? title?.value ?? "通知";
