import { describe, expect, test } from "vitest";
import { readNotice } from "../../../rules/notice/index.ts";
import { roundFrom } from "../../../rules/notice/round.ts";

const partsOf = (text: string) => roundFrom(readNotice(text, "2027-05-11"), "apply");

describe("a notice as a round", () => {
  const text = `浙经信企服〔2027〕30号
关于组织推荐2027年度省级示范平台的通知
各市、县（市、区）经信局：
1.申报单位登录“浙江政务服务网”在线填报，于5月16日前提交；
2.各设区市于2027年5月21日前将纸质材料（一式三份）寄送省中小企业服务中心。
每个设区市推荐数量不超过5个。
邮寄地址：杭州市环城北路296号513室（邮编310006）
联系人：秦某某，0571-85154906。
浙江省经济和信息化厅
2027年5月10日`;

  test("says what the notice decides, each with its words", () => {
    const { parts, missing } = partsOf(text);
    expect(missing).toEqual([]);
    expect(parts).toMatchObject({
      ...{ procedure: "apply", title: "关于组织推荐2027年度省级示范平台的通知", year: 2027, opensOn: "2027-05-10" },
      dates: [
        { role: "applicant", way: "online", by: "2027-05-16", label: "申报单位网上填报" },
        { role: "city", way: "paper", by: "2027-05-21", label: "市（州）主管部门报送纸质材料" },
      ],
      copies: 3,
      online: { site: "浙江政务服务网" },
      address: { sentBy: "city", to: "省中小企业服务中心", line: "杭州市环城北路296号513室", postcode: "310006" },
      contacts: [{ name: "秦某某", phone: "0571-85154906" }],
      quota: { per: "设区市", atMost: 5, severity: "warning" },
    });
    expect(parts.dates[0]?.cite).toEqual({
      document: "浙经信企服〔2027〕30号",
      article: "通知原文",
      text: "于5月16日前提交",
    });
  });

  test.each([
    ["2027年5月20日17:00前", "17:00"],
    ["2027年5月20日24时前", undefined],
    ["2027年5月20日前", undefined],
  ])("%s has the clock time %s", (said, at) => {
    expect(partsOf(`申报单位请于${said}在线提交。\n2027年5月10日`).parts.dates[0]?.at).toBe(at);
  });

  test("opens with its window, in order of days", () => {
    const { parts } = partsOf(
      "各设区市于2027年6月30日前审核推荐。网上申报时间：2027年5月20日至6月10日。\n2027年5月10日",
    );
    expect(parts).toMatchObject({ opensOn: "2027-05-20", dates: [{ by: "2027-06-10" }, { by: "2027-06-30" }] });
  });

  test.each([
    ["nothing", "大家好", ["dates", "title", "opensOn", "copies", "address"]],
    [
      "a doubtful date is not taken",
      "申报单位请于2027年5月20日（星期日）前在线提交。\n2027年5月10日",
      ["dates", "title", "copies", "address"],
    ],
  ])("names what is missing: %s", (_, said, missing) => {
    const round = partsOf(said);
    expect(round.missing).toEqual(missing);
    expect(round.parts.dates).toEqual([]);
  });
});
