import { includesAny } from "../../condition.ts";
import type { Relaxation } from "../../define.ts";
import { cite } from "./citations.ts";

/** 青海's two cities and six prefectures. */
const prefectures = [
  { id: "xining", label: "西宁市" },
  { id: "haidong", label: "海东市" },
  { id: "haibei", label: "海北藏族自治州" },
  { id: "huangnan", label: "黄南藏族自治州" },
  { id: "hainan", label: "海南藏族自治州" },
  { id: "guoluo", label: "果洛藏族自治州" },
  { id: "yushu", label: "玉树藏族自治州" },
  { id: "haixi", label: "海西蒙古族藏族自治州" },
] as const;

/** Where 青南 or 环湖 may reach, in our reading: 海西 for 天峻县 only. 西宁 and 海东 are in neither. */
const doubtful = ["haibei", "huangnan", "hainan", "guoluo", "yushu", "haixi"] as const;

export const specialAreas = [
  { id: "southern", label: "属于青南地区" },
  { id: "lake", label: "属于环湖地区" },
] as const;

/** 第七条 names 青南 and 环湖 without a list of places: the list is ours, and the applicant decides. */
export const place = {
  qinghaiPrefecture: {
    kind: "choice",
    label: "所在市（州）",
    ask: "平台在青海的哪个市（州）？",
    help: "推荐表封面要写；申报材料先交所在市州（园区）的中小企业主管部门。",
    choices: prefectures,
    example: "西宁市",
    cite: cite.附件1,
    screening: true,
  },
  qinghaiArea: {
    kind: "choice",
    label: "是否属于青南、环湖地区",
    ask: "平台所在地属于青南地区或环湖地区吗？",
    help: "第七条说青南、环湖地区可适度放宽，但没有列出名单。我们的理解：青南指果洛、玉树、黄南（海南州一部分），环湖指海北、海南、海西的天峻县。请以主管部门的口径为准；不清楚就选“都不属于或不清楚”。",
    choices: [...specialAreas, { id: "neither", label: "都不属于或不清楚" }],
    example: "属于青南地区",
    cite: cite.第七条,
    screening: true,
    ours: true,
    when: { op: "includesAny", field: "qinghaiPrefecture", choices: doubtful },
  },
} as const;

/**
 * 第七条: 以上条件, that is 第五条 and 第六条, without figures. We leave out what a platform is by definition (independent
 * legal person, its kind, serving the province); 第八条 stands below 第七条 and is not relaxed.
 */
export const relaxed: Relaxation<keyof typeof place> = {
  when: includesAny("qinghaiArea", "southern", "lake"),
  severity: "warning",
  cite: cite.第七条,
  remark:
    "第七条：青南、环湖地区“以上条件可适度放宽”，没有写放宽到多少，也没有列出地区名单；是否放宽由主管部门决定，请先核实",
};
