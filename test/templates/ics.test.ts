import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Due, dueDatesFor } from "../../rules/calendar/due.ts";
import qinghai from "../../rules/jurisdictions/qinghai/index.ts";
import { toIcs } from "../../templates/ics.ts";

const dues = dueDatesFor(
  qinghai,
  { procedure: null, round: null, recognisedOn: "2025-06-01", role: "applicant" },
  "2026-07-01",
  "2027-06-30",
);
const written = (list: readonly Due[], name = "我的日期") => toIcs(list, name, "2026-11-21T09:00");

/** Content lines unfolded, as name (with parameters) and value; events apart. */
const parse = (text: string) => {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const events: Record<string, string>[] = [];
  const depth: string[] = [];
  for (const line of lines.filter((one) => one !== "")) {
    const at = line.indexOf(":");
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (name === "BEGIN") depth.push(value);
    if (name === "BEGIN" && value === "VEVENT") events.push({});
    if (name === "END") expect(depth.pop()).toBe(value);
    if (depth.at(-1) === "VEVENT" && name !== "END" && name !== "BEGIN") events.at(-1)![name] = plain(value);
  }
  expect(depth).toEqual([]);
  return { lines, events };
};
const plain = (value: string) => value.replace(/\\(.)/g, (_, one: string) => (one === "n" ? "\n" : one));

test("each date is an all-day event with its alarms", () => {
  const { lines, events } = parse(written(dues));
  expect(events.map((event) => [event.UID, event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]])).toEqual([
    ["qinghai/rowForHalfYear/2026@sme-platform-bot", "20260720", "20260721"],
    ["qinghai/halfYearReport/2026@sme-platform-bot", "20260831", "20260901"],
    ["qinghai/rowForYear/2027@sme-platform-bot", "20270130", "20270131"],
    ["qinghai/yearReport/2027@sme-platform-bot", "20270228", "20270301"],
  ]);
  expect(events[3]).toMatchObject({
    DTSTAMP: "20261121T010000Z",
    SUMMARY: "报送示范平台年度总结报告和附件6",
    STATUS: "CONFIRMED",
  });
  expect(events[3]?.DESCRIPTION).toContain("最后一个工作日是2027年2月26日");
  expect(events[1]?.DESCRIPTION).not.toContain("工作日");
  expect(lines.filter((line) => line === "BEGIN:VALARM")).toHaveLength(dues.length * 3);
  expect(lines.filter((line) => line.startsWith("TRIGGER:")).slice(0, 3)).toEqual([
    "TRIGGER:-P6DT15H",
    "TRIGGER:-PT15H",
    "TRIGGER:PT9H",
  ]);
});

test("a moved date keeps its UID", () => {
  const [first] = dues as [Due];
  const [before, after] = [first, { ...first, on: "2026-07-27" }].map((one) => parse(written([one])).events[0]);
  expect(after?.UID).toBe(before?.UID);
});

test("a guess is tentative, a clock time is told", () => {
  const guess = { ...(dues[0] as Due), unconfirmed: true, at: "17:00" };
  expect(parse(written([guess])).events[0]).toMatchObject({
    STATUS: "TENTATIVE",
    SUMMARY: expect.stringMatching(/（17:00截止）$/),
  });
});

describe("any text", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 200 });
  test("is escaped and folded, and read back as it was", () => {
    fc.assert(
      fc.property(texts, (label) => {
        const text = written([{ ...(dues[0] as Due), label }], label);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const { events } = parse(text);
        expect(events).toHaveLength(1);
        const kept = label.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
        expect(events[0]?.SUMMARY).toBe(kept);
      }),
    );
  });

  test("cannot begin an event of its own", () => {
    const label = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x";
    expect(parse(written([{ ...(dues[0] as Due), label }])).events).toHaveLength(1);
  });
});
