import { expect, test } from "vitest";
import { publicationEnd } from "../../../rules/calendar/publication.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";

const served = servedBy(await loadJurisdictions());
const procedure = (id: string) => served.find((one) => one.id === id)!;

test.each([
  // 青海 第十一条, 新疆 第十三条: 公示7个工作日. The day on which it begins does not count.
  ["qinghai/apply", "2026-06-01", "2026-06-10", false, "a week and two days"],
  ["xinjiang/apply", "2026-09-25", "2026-10-12", false, "over 国庆节, with its make-up workday 10-10"],
  ["qinghai/apply", "2026-02-12", "2026-02-28", false, "over 春节 with its make-up workdays 02-14 and 02-28"],
  ["qinghai/apply", "2027-06-01", "2027-06-10", true, "a year whose calendar is not out"],
])("%s published on %s ends on %s (provisional: %s): %s", (id, beganOn, on, provisional) => {
  expect(publicationEnd(procedure(id), beganOn)).toMatchObject({ on, provisional, id: `${id}/publication` });
});

test("a procedure that counts no days of publication has no such date", () => {
  expect(publicationEnd(procedure("zhejiang/apply"), "2026-06-01")).toBeNull();
});
