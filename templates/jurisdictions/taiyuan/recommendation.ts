import { defineForm, words } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";
import {
  COVER_TITLE,
  EFFECT,
  expertsPage,
  ISSUER,
  OPINION,
  seal,
  surveyBand,
  surveyHead,
  TITLE,
  surveyWidths as w,
} from "./recommendation-parts.ts";

const ways = ["上门拜访", "电话询问", "网络互动", "书面征求", "其他"].flatMap((way) => ["□", `${way}　`]);
const degrees = [words("", w.opinion), words("", w.opinion), words("", w.opinion)];
const surveyed = Array.from({ length: 10 }, () => ({
  cells: [words(""), words("", w.interviewee), words("", w.post), words("", w.phone), words("", w.service), ...degrees],
}));

/** 附件1 with the applicant's part of the cover; everything else, the day too, is the department's to write. */
export const recommendation = defineForm<ApplyFields>()({
  title: TITLE,
  blocks: [
    {
      block: "cover",
      attachment: "附件1",
      title: COVER_TITLE,
      blanks: [
        { label: "示范平台承担单位名称：", of: [{ answer: "applicantName" }] },
        { label: "推荐单位：", of: [{ answer: "recommendingUnit" }] },
        { label: "填报日期：", of: [{ day: "pen" }] },
      ],
      issuer: ISSUER,
    },
    { block: "pageBreak" },
    { block: "grid", rows: expertsPage },
    { block: "pageBreak" },
    {
      block: "grid",
      rows: [
        { band: surveyBand },
        { cells: [words("测评方法", 26.5), { of: ways }] },
        surveyHead,
        ...surveyed,
        { cells: [words(EFFECT, 40), { of: [] }], height: 32 },
        { cells: [{ of: [OPINION, "\n\n\n\n\n", ...seal], isTop: true }], height: 50 },
      ],
    },
  ],
});
