import { defineForm, defineRows } from "../../blocks.ts";
import type { RecommendFields } from "./fields.ts";

const BAND = { band: "五、中小企业主管部门审核推荐意见" } as const;
const seal = ["\n", "　".repeat(28), "（单位盖章）\n", "　".repeat(26), { day: "pen" }] as const;
const ROOM = "\n\n\n\n\n";

/** Part 五 of 附件1 and 附件7 in the applicant's binder: left to the department. */
export const blankOpinion = (label: string) =>
  [BAND, { cells: [{ of: [`${label}${ROOM}`, ...seal], isTop: true }], height: 58 }] as const;

export const APPLICATION = "市（州）中小企业主管部门审核意见（不少于20字）";
export const RENEWAL = "市（州）中小企业主管部门复核意见";

const written = (label: string) =>
  defineRows<RecommendFields>()([
    BAND,
    {
      cells: [
        {
          of: [
            `${label}\n\n　　`,
            { answer: "opinion" },
            "\n\n\n",
            "　".repeat(22),
            { answer: "departmentName" },
            ...seal,
          ],
          isTop: true,
        },
      ],
      height: 80,
    },
  ]);

const sheet = (title: string, label: string) =>
  defineForm<RecommendFields>()({
    title,
    blocks: [
      { block: "title", text: title.replace("复核", "\n复核") },
      { block: "grid", isOpen: true, rows: [{ cells: [{ of: ["申请单位（盖章）：", { answer: "applicantName" }] }] }] },
      { block: "grid", rows: written(label) },
    ],
  });

/** Part 五 as the department writes it, on a sheet of its own to put into the applicant's form. */
export const opinion = sheet("青海省中小企业公共服务示范平台申请推荐表", APPLICATION);
export const renewalOpinion = sheet("青海省中小企业公共服务示范平台复核申请推荐表", RENEWAL);
