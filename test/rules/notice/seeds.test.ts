import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadJurisdictions } from "../../../rules/index.ts";
import { readNotice } from "../../../rules/notice/index.ts";

/** The sources' own texts, kept beside the tree; their order is that of the jurisdictions below. */
const folder = join(import.meta.dirname, "../../../../shared/seeds");
const files = existsSync(folder) ? readdirSync(folder).toSorted() : [];
const isThere = files.length === 5;
const notice = (at: number) => readNotice(readFileSync(join(folder, files[at]!), "utf8"), "2026-11-21");
const jurisdictions = await loadJurisdictions();
const rounds = (code: string) => jurisdictions.find((one) => one.code === code)!.rounds;

describe.skipIf(!isThere)(`the sources' notices${isThere ? "" : ` (skipped: no texts in ${folder})`}`, () => {
  test.each([
    ["taiyuan", 0],
    ["zhejiang", 2],
    ["henan", 3],
  ])("%s gives its rounds' dates, copies and contacts", (code, at) => {
    const { dates, issuedOn, copies, contacts, quota, address } = notice(at);
    for (const round of rounds(code)) {
      expect(dates.map(({ on, role, way, certain }) => ({ by: on, role, way, certain }))).toEqual(
        round.dates.map(({ by, role, way }) => ({ by, role, way, certain: true })),
      );
      expect({ opensOn: issuedOn?.value, copies: copies?.value }).toEqual({
        opensOn: round.opensOn,
        copies: round.copies,
      });
      expect(contacts.map(({ name, phone }) => ({ name, phone }))).toEqual(round.contacts);
      expect(quota?.atMost).toBe(round.quota?.atMost);
      expect(address?.line).toContain(round.address!.line.replace("226房间", "226 房间"));
      expect(address?.postcode ?? undefined).toBe(round.address!.postcode);
    }
  });

  test.each([
    ["qinghai", 1, 4],
    ["xinjiang", 4, 2],
  ])("%s, which are measures, give no date of a round, only their yearly ones", (_, at, yearly) => {
    const { dates, doubts } = notice(at);
    expect(dates).toEqual([]);
    expect(doubts.filter(({ why }) => why.includes("每年都有"))).toHaveLength(yearly);
    expect(doubts).toHaveLength(yearly);
  });
});
