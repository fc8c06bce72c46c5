import type { TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { finished } from "../../rules/plan.ts";
import type { Scene } from "../interview/scene.ts";
import { unreadTexts, wrongText } from "../interview/unread.ts";
import type { Workbook } from "../world.ts";

type Tables = Workbook["tables"];

/** The tables that a workbook is handed out for: the one that is asked first, then those not finished, else all. */
export const workbookTables = (scene: Scene, focus: string | null): Tables => {
  const { asked, facts, marks } = scene;
  const tables = asked.filter((id) => facts.field(id).kind === "table");
  const open = tables.filter((id) => !(finished(id) in marks));
  const chosen = open.length > 0 ? open : tables;
  return chosen
    .toSorted((a, b) => Number(b === focus) - Number(a === focus))
    .map((id) => ({ id, wrong: wrongCells(scene, id) }));
};

const wrongCells = (scene: Scene, id: string): Tables[number]["wrong"] =>
  Object.entries(unreadTexts(scene, id)).flatMap(([key, text]) => {
    const [row = "0", column = ""] = key.split(":");
    const isOpen = rowsOf(scene.facts, id)[Number(row)]?.[column] === undefined;
    return isOpen ? { row: Number(row), column, text, why: wrongText(scene, id, Number(row), column) ?? "" } : [];
  });

/** What to do with the workbook that follows. */
export const workbookText = ({ facts }: Scene, tables: Tables): string => {
  const names = tables.map(({ id }) => `“${(facts.field(id) as TableField).label}”`).join("、");
  return [
    `下面这份表格里有 ${tables.length} 张表：${names}。`,
    "在电脑或手机上填好，再发回来就行；现成的表格也可以直接发，列名不一样没关系。",
    ...(tables.some(({ wrong }) => wrong.length > 0) ? ["标红的格子是没有看懂的，批注里写着原因。"] : []),
  ].join("\n");
};
