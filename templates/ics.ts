import type { Due } from "../rules/calendar/due.ts";
import type { Minute } from "../rules/calendar/reminders.ts";
import type { Day } from "../rules/define.ts";
import { addDays, showDay } from "../rules/values/day.ts";

const OCTETS = 75;
/** From the midnight that an all-day event begins with: at nine a week before, the day before, on the day. */
const ALARMS = ["-P6DT15H", "-PT15H", "PT9H"];

/**
 * Due dates as a calendar file (RFC 5545): all-day events with alarms. The same date keeps its UID when its day moves,
 * so that a newer file replaces it. `name` is the calendar's, `now` the minute of writing.
 */
export const toIcs = (dues: readonly Due[], name: string, now: Minute): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//sme-platform-bot//due dates//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...dues.flatMap((due) => event(due, stampOf(now))),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");

const event = (due: Due, stamp: string): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${escaped(due.id)}@sme-platform-bot`,
  `DTSTAMP:${stamp}`,
  // A newer file must win over the one imported before.
  `LAST-MODIFIED:${stamp}`,
  `DTSTART;VALUE=DATE:${compact(due.on)}`,
  `DTEND;VALUE=DATE:${compact(addDays(due.on, 1))}`,
  `SUMMARY:${escaped(summaryOf(due))}`,
  `DESCRIPTION:${escaped(descriptionOf(due))}`,
  `STATUS:${due.unconfirmed ? "TENTATIVE" : "CONFIRMED"}`,
  "TRANSP:TRANSPARENT",
  ...ALARMS.flatMap((trigger) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:${trigger}`,
    `DESCRIPTION:${escaped(summaryOf(due))}`,
    "END:VALARM",
  ]),
  "END:VEVENT",
];

const summaryOf = ({ label, at }: Due): string => (at === null ? label : `${label}（${at}截止）`);

const descriptionOf = ({ lastWorkday, provisional, unconfirmed, cite }: Due): string =>
  [
    lastWorkday && `当天不是工作日，最后一个工作日是${showDay(lastWorkday)}。`,
    provisional && "当年的节假日安排还没有公布，工作日是暂时推算的。",
    unconfirmed && "日期按上一次通知预计，请以当年通知为准。",
    `依据：${cite.document} ${cite.article}`,
  ]
    .filter(Boolean)
    .join("\n");

const escaped = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

const compact = (day: Day): string => day.replaceAll("-", "");

/** The Beijing minute in UTC, as `20270322T010000Z`. */
const stampOf = (now: Minute): string =>
  new Date(`${now}:00+08:00`).toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "");

/** Lines of at most 75 octets, each continued with a space; no character is torn. */
const folded = (line: string): string => {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
};
