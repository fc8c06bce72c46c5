import { describe, expect, test } from "vitest";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";
import { citiesOf, cityIn, isIn, placeOf } from "../../rules/place.ts";

const jurisdictions = await loadJurisdictions();
const served = servedBy(jurisdictions);
const procedure = (id: string) => served.find((one) => one.id === id)!;

describe("where an applicant is", () => {
  test.each<[string, Record<string, string | null>, string | null]>([
    ["henan/apply", { henanPlace: "luoyang" }, "洛阳市"],
    ["henan/apply", { henanPlace: "airport" }, "郑州市航空港区"],
    ["henan/apply", { henanPlace: null }, null],
    ["henan/apply", {}, null],
    ["henan/apply", { henanPlace: "atlantis" }, null],
    ["qinghai/apply", { qinghaiPrefecture: "haixi" }, "海西蒙古族藏族自治州"],
    ["qinghai/renew", { qinghaiPrefecture: "xining" }, "西宁市"],
    ["xinjiang/report", { prefecture: "ili" }, "伊犁哈萨克自治州"],
    ["zhejiang/apply", { city: "杭州市西湖区" }, "杭州市西湖区"],
    ["taiyuan/apply", { registeredAddress: "太原市小店区长治路100号" }, "太原市小店区长治路100号"],
    ["taiyuan/provincial", { registeredAddress: "小店区长治路100号" }, "太原市小店区长治路100号"],
    ["qinghai/report", { applicantName: "某公司" }, null],
  ])("%s %j → %s", (id, answers, place) => expect(placeOf(procedure(id), answers)).toBe(place));

  test("every application asks for it", () => {
    const applications = served.filter(({ id }) => id.endsWith("/apply"));
    expect(applications.filter(({ procedure: { places } }) => places === undefined)).toEqual([]);
  });
});

describe("an area", () => {
  test.each<[string, string, boolean]>([
    ["杭州市", "杭州市", true],
    ["杭州", "杭州市", true],
    ["杭州市", "杭州", true],
    ["杭州市", "浙江省杭州市西湖区文三路100号", true],
    ["杭州市", "浙江杭州西湖区", true],
    ["杭州市", "温州市龙湾区杭州路3号", false],
    ["杭州市", "温州市龙湾区", false],
    ["西湖区", "杭州市西湖区", true],
    ["西湖区", "杭州西湖", true],
    ["杭州市西湖区", "杭州西湖区文三路", true],
    ["杭州市西湖区", "杭州市上城区", false],
    ["郑州市", "郑州市航空港区", true],
    ["航空港区", "郑州市航空港区", true],
    ["郑州市", "洛阳市", false],
    ["海北州", "海北藏族自治州", true],
    ["海西州", "海西蒙古族藏族自治州", true],
    ["博尔塔拉州", "博尔塔拉蒙古自治州", true],
    ["海北藏族自治州", "海南藏族自治州", false],
    ["昌吉市", "昌吉回族自治州", false],
    ["昌吉回族自治州", "昌吉回族自治州", true],
    ["喀什地区", "喀什市", false],
    ["济源示范区", "济源示范区", true],
    ["小店区", "太原市小店区长治路100号", true],
    ["浦东新区", "上海市浦东新区", true],
  ])("%s ∋ %s: %s", (area, place, is) => expect(isIn(area, place)).toBe(is));
});

test("a city is named by part of its name, never by a number", () => {
  const cities = citiesOf(jurisdictions.find(({ code }) => code === "henan")!);
  expect(cities).toHaveLength(18);
  expect(["郑州", "郑州市", "济源", "3", "杭州市", "阳市"].map((said) => cityIn(cities, said))).toEqual([
    "郑州市",
    "郑州市",
    "济源示范区",
    null,
    null,
    null,
  ]);
  expect(citiesOf(jurisdictions.find(({ code }) => code === "zhejiang")!)).toEqual([]);
});

test("each listed city is in its own area only", () => {
  for (const jurisdiction of jurisdictions) {
    const labels = citiesOf(jurisdiction).map(({ label }) => label);
    for (const area of labels) expect(labels.filter((place) => isIn(area, place))).toEqual([area]);
  }
});
