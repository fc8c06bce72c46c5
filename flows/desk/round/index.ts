import type { Jurisdiction } from "../../../rules/define.ts";
import type { Matter, MatterKind } from "../matter.ts";
import type { Office } from "../office.ts";
import { areaOf } from "../whereabouts.ts";
import { opening } from "./opening.ts";
import { ProgressTalk } from "./progress-talk.ts";
import { redating } from "./redating.ts";
import { RoundTalk } from "./round-talk.ts";
import { isNotice } from "./source.ts";
import type { Task } from "./task.ts";

/** A round holds everywhere: only whose area is the whole jurisdiction decides on it. */
const refuses = (office: Office, jurisdiction: Jurisdiction | null): string | null =>
  areaOf(office, jurisdiction) === null
    ? null
    : "这一轮的日期由上级部门统一开启和修改。本地自己的截止日期更早的，请用“发通知”告诉各单位。";

const opens =
  (task: Task): MatterKind["open"] =>
  (persisted, desk): Matter => {
    const { world, contact } = desk;
    const served = world.served.find(({ jurisdiction }) => jurisdiction.code === contact.jurisdiction);
    if (!served) throw new Error(`nobody serves ${contact.jurisdiction}, for which ${contact.id} acts`);
    return new RoundTalk(task, persisted, desk, { world, jurisdiction: served.jurisdiction });
  };

/** A round is opened from a notice. */
export const round: MatterKind = {
  id: "round",
  label: "开启一轮申报",
  words: ["开启申报", "开启", "开一轮", "新一轮申报", "发布申报通知"],
  refuses,
  takes: isNotice,
  takesFile: (name) => /\.(docx|txt)$/i.test(name),
  open: opens(opening),
};

/** Dates of a round are changed. */
export const redate: MatterKind = {
  id: "redate",
  label: "改一轮的日期",
  words: ["改日期", "改期", "延期", "修改日期", "改截止日期"],
  refuses,
  open: opens(redating),
};

/** How far the enterprises of the contact's area are. */
export const progress: MatterKind = {
  id: "progress",
  label: "各单位进度",
  words: ["进度", "看进度", "单位进度", "申报进度", "统计"],
  refuses: () => null,
  open: (_, desk) => new ProgressTalk(desk),
};
