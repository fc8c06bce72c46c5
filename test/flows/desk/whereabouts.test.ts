import { expect, test } from "vitest";
import { areaOf, placeFields, placeIn } from "../../../flows/desk/whereabouts.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";
import { application } from "./addressees.ts";

const jurisdictions = await loadJurisdictions();
const servedIn = (code: string) => servedBy(jurisdictions).filter(({ jurisdiction }) => jurisdiction.code === code);

test.each([
  ["zhejiang", "杭州市", "杭州市"],
  ["zhejiang", null, null],
  ["taiyuan", "太原市", null],
  ["taiyuan", "太原市小店区", "太原市小店区"],
])("in %s who acts for %s acts for the part %s", (code, area, part) => {
  const jurisdiction = jurisdictions.find((one) => one.code === code)!;
  expect(areaOf({ area }, jurisdiction)).toBe(part);
});

test.each(jurisdictions.map(({ code }) => code))("%s asks where an applicant is", (code) => {
  expect(placeFields(servedIn(code)).length).toBeGreaterThan(0);
});

test("an enterprise is where the newest of its applications says, as far as one does", () => {
  const served = servedIn("zhejiang");
  const [field] = placeFields(served);
  const at = (place: string) => application({ [field!]: place });
  const reached = { enterprise: "e", accounts: [], recognitions: [] };
  expect(placeIn({ ...reached, applications: [at("温州市"), at("杭州市西湖区"), application({})] }, served)).toBe(
    "杭州市西湖区",
  );
  expect(placeIn({ ...reached, applications: [application({})] }, served)).toBeNull();
  const title = { jurisdiction: "zhejiang", level: "province", recognisedOn: "2026-06-01", statedOn: "2026-06-02" };
  const recognitions = [{ ...title, place: "宁波市" }];
  expect(placeIn({ ...reached, recognitions, applications: [application({})] }, served)).toBe("宁波市");
  expect(placeIn({ ...reached, recognitions, applications: [at("温州市")] }, served)).toBe("温州市");
});
