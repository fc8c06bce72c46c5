import { defineForm, words } from "../../blocks.ts";
import type { RecommendFields } from "./fields.ts";
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

/** 附件1 as the recommending department fills it in; the experts' page stays theirs. */
export const recommendationFilled = defineForm<RecommendFields>()({
  title: TITLE,
  blocks: [
    {
      block: "cover",
      attachment: "附件1",
      title: COVER_TITLE,
      blanks: [
        { label: "示范平台承担单位名称：", of: [{ answer: "applicantName" }] },
        { label: "推荐单位：", of: [{ answer: "recommendingUnit" }] },
        { label: "填报日期：", of: [{ day: "declared" }] },
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
        { cells: [words("测评方法", 26.5), { of: [{ boxes: "surveyWays" }] }] },
        surveyHead,
        {
          each: "survey",
          least: 10,
          cells: [
            { column: "enterprise" },
            { column: "interviewee", width: w.interviewee },
            { column: "post", width: w.post },
            { column: "phone", width: w.phone },
            { column: "service", width: w.service },
            { column: "opinion", ticked: "verySatisfied", width: w.opinion },
            { column: "opinion", ticked: "basicallySatisfied", width: w.opinion },
            { column: "opinion", ticked: "dissatisfied", width: w.opinion },
          ],
        },
        { cells: [words(EFFECT, 40), { of: [{ answer: "effect" }] }], height: 32 },
        { cells: [{ of: [OPINION, "\n", { answer: "opinion" }, "\n\n\n\n", ...seal], isTop: true }], height: 50 },
      ],
    },
  ],
});
