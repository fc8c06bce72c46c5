import { openRound } from "../../rules/calendar.ts";
import type { Day } from "../../rules/define.ts";
import type { Served } from "../../rules/index.ts";
import type { Kept } from "../world.ts";

/** How far an application is: 没开始 · 正在填 · 已生成文件. */
export type Standing = "none" | "open" | "done";

/** Done in an earlier round, nothing is done for the one that is open. */
export const standingOf = (application: Pick<Kept, "marks" | "round">, served: Served, on: Day): Standing => {
  const { marks } = application;
  if (isOver(application, served, on)) return "none";
  if (marks.declared !== undefined) return "done";
  return marks.status === undefined || marks.status.startsWith("已填 0/") ? "none" : "open";
};

/** It was for an earlier round than the one that is open now. */
export const isOver = (
  { marks, round }: Pick<Kept, "marks" | "round">,
  { jurisdiction, procedure }: Served,
  on: Day,
): boolean => {
  const open = openRound(jurisdiction.rounds, procedure.code, on);
  return marks.declared !== undefined && open !== null && round !== open.id;
};
