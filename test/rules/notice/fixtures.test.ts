import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readNotice } from "../../../rules/notice/index.ts";
import type { Notice } from "../../../rules/notice/notice.ts";

const folder = join(import.meta.dirname, "../../fixtures/notices");

/** What a text must give: dates, windows and doubts exactly, the rest where it is named. */
const cases = z.array(
  z.strictObject({
    name: z.string(),
    on: z.string(),
    text: z.string(),
    expect: z.strictObject({
      title: z.string().nullish(),
      number: z.string().nullish(),
      issuedOn: z.string().nullish(),
      dates: z.array(z.string()).default([]),
      windows: z.array(z.string()).default([]),
      copies: z.number().nullish(),
      address: z.string().nullish(),
      postcode: z.string().nullish(),
      to: z.string().nullish(),
      contacts: z.array(z.string()).optional(),
      quota: z.string().nullish(),
      online: z.string().nullish(),
      doubts: z.array(z.string()).default([]),
    }),
  }),
);

/** A notice as the fixtures write it. */
const told = ({ title, number, issuedOn, dates, windows, copies, address, contacts, quota, online }: Notice) => ({
  ...{ title: title?.value ?? null, number: number?.value ?? null, issuedOn: issuedOn?.value ?? null },
  dates: dates.map(({ on, at, role, way, certain }) =>
    [on, at, role, way, certain ? null : "?"].filter(Boolean).join(" "),
  ),
  windows: windows.map(({ about, from, to }) => `${about} ${from}..${to}`),
  ...{ copies: copies?.value ?? null, online: online?.value ?? null },
  ...{ address: address?.line ?? null, postcode: address?.postcode ?? null, to: address?.to ?? null },
  contacts: contacts.map(({ name, phone }) => `${name} ${phone}`),
  quota: quota && `${quota.per} ${quota.atMost}`,
});

for (const file of readdirSync(folder)) {
  describe(file, () => {
    test.each(cases.parse(parse(readFileSync(join(folder, file), "utf8"), { schema: "core" })))("$name", (one) => {
      const notice = readNotice(one.text, one.on);
      const { doubts, ...expected } = one.expect;
      expect(told(notice)).toMatchObject(expected);
      expect(notice.doubts.map(({ about, why }) => `${about} ${why}`)).toEqual(
        doubts.map((doubt) => expect.stringMatching(new RegExp(`^${doubt.replace(" ", " .*")}`))),
      );
      for (const { certain, start } of notice.dates) {
        expect(notice.doubts.some((doubt) => doubt.start === start)).toBe(!certain);
      }
    });
  });
}

test("there are at least sixty", () => {
  const all = readdirSync(folder).flatMap((file) =>
    cases.parse(parse(readFileSync(join(folder, file), "utf8"), { schema: "core" })),
  );
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
