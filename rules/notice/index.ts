import type { Day } from "../define.ts";
import { contactsIn } from "./contacts.ts";
import { datesIn } from "./dates.ts";
import { flatten } from "./flatten.ts";
import { addresseeIn, bodyEnd, issuedIn, numberIn, titleIn, yearsIn } from "./head.ts";
import { mentionsIn } from "./mention.ts";
import type { Doubt, Notice } from "./notice.ts";
import { addressIn, copiesIn, onlineIn, quotaIn } from "./practical.ts";
import { vagueIn } from "./vague.ts";

const LONGEST = 200_000;
/** No notice has more dates: what has is a list of something else. */
const MOST_DATES = 500;

/**
 * What a notice's text says, each thing with the words it was found in. Only a date with `certain` may be taken as it
 * stands; about every other there is a doubt. `on` is the day of reading. Never throws.
 */
export const readNotice = (text: string, on: Day): Notice => {
  if (text.length > LONGEST) {
    return silent(`文字太长（${text.length} 个字），最多读 ${LONGEST} 个字，请只发通知的正文。`);
  }
  const flat = flatten(text);
  if (flat.trim() === "") return silent("没有收到文字。如果是扫描件或图片，请发文字版，或把日期打出来。");
  const title = titleIn(text, flat);
  const mentions = mentionsIn(flat);
  if (mentions.length > MOST_DATES) {
    return silent(`文字里有 ${mentions.length} 个日期，不像一份通知，请只发通知的正文。`);
  }
  const end = bodyEnd(flat);
  const { issuedOn, doubts, places } = issuedIn(text, mentions, end);
  const times = { issuedOn: issuedOn?.value ?? null, on, titled: yearsIn(title?.value ?? "") };
  const body = flat.slice(0, end);
  const found = datesIn(text, flat, mentions, { times, addressee: addresseeIn(flat), signed: places, bodyEnd: end });
  const copies = copiesIn(text, body);
  const quota = quotaIn(text, body);
  const vague = vagueIn(text, body, mentions, times.issuedOn);
  return {
    ...{ title, issuedOn, number: numberIn(text, flat), dates: found.dates, windows: found.windows },
    ...{ copies: copies.copies, quota: quota.quota, address: addressIn(text, body), online: onlineIn(text, body) },
    contacts: contactsIn(text, flat, end),
    doubts: withNone([...doubts, ...found.doubts, ...vague, ...copies.doubts, ...quota.doubts], found),
  };
};

const withNone = (
  doubts: readonly Doubt[],
  { dates, windows }: Pick<Notice, "dates" | "windows">,
): readonly Doubt[] => {
  const asked = [...new Map(doubts.map((doubt) => [`${doubt.start} ${doubt.about} ${doubt.why}`, doubt])).values()];
  const isAsked = asked.some(({ about }) => about === "day" || about === "window");
  if (dates.length > 0 || windows.length > 0 || isAsked) return asked;
  return [...asked, about("没有找到日期。请核对是不是通知全文，或直接告诉我截止日期。")];
};

const about = (why: string): Doubt => ({ about: "text", why, mayBe: [], words: "", start: 0, end: 0 });

const silent = (why: string): Notice => ({
  ...{ title: null, number: null, issuedOn: null, dates: [], windows: [], copies: null, address: null },
  ...{ contacts: [], quota: null, online: null, doubts: [about(why)] },
});
