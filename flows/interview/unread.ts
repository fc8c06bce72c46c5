import { unread } from "../../rules/plan.ts";
import { read } from "../../rules/values/index.ts";
import type { Scene } from "./scene.ts";
import { tableOf } from "./where.ts";

/** What the text that stood in a cell may mean, where that can be asked. */
export const maybeMeant = (scene: Scene, table: string, row: number, column: string) => {
  const text = unreadTexts(scene, table)[`${row}:${column}`];
  const kind = tableOf(scene, table).columns[column];
  const reading = text && kind ? read(kind, text, scene.on) : null;
  return reading?.status === "doubtful" ? reading.readings : [];
};

/** “2019年13月”没有这个月份: the text that stood in a cell, and what is wrong with it; null where nothing is known. */
export const wrongText = (scene: Scene, table: string, row: number, column: string): string | null => {
  const text = unreadTexts(scene, table)[`${row}:${column}`];
  const kind = tableOf(scene, table).columns[column];
  if (!text || !kind) return null;
  const reading = read(kind, text, scene.on);
  return reading.status === "understood" ? `您写的是“${text}”。` : `您写的是“${text}”。${reading.why}`;
};

export const unreadTexts = (scene: Scene, table: string): Readonly<Record<string, string>> =>
  JSON.parse(scene.marks[unread(table)] ?? "{}") as Record<string, string>;
