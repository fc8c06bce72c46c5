import type { Compute, Field } from "../../rules/define.ts";
import type { Facts } from "../../rules/facts.ts";
import { show } from "../../rules/values/index.ts";
import { roundsAround, type Scene } from "./scene.ts";

/** How figures come about: the one that is asked, and those that follow from it. Null where none does. */
export const howText = ({ facts }: Scene, focus: string): string | null => {
  const lines = Object.entries(facts.procedure.fields as Readonly<Record<string, Field>>).flatMap(([id, field]) => {
    const { computed } = field;
    if (!computed || facts.relevant(id) === false || !(id === focus || inputs(computed).includes(focus))) return [];
    const value = facts.value(id);
    const now =
      value === undefined || field.kind === "table" || field.kind === "file"
        ? ""
        : `，现在是 ${show(field, value as never)}`;
    return [`${field.label} = ${formula(facts, computed)}${now}`];
  });
  return lines.length > 0 ? `由机器人自动算出：\n${lines.join("\n")}` : null;
};

const inputs = (how: Compute): readonly string[] => {
  switch (how.op) {
    case "share":
      return [how.part, how.whole];
    case "total":
      return how.of;
    default:
      return [how.table];
  }
};

const grades = { college: "大专及以上学历", middleTitle: "中级及以上职称" } as const;

const formula = (facts: Facts, how: Compute): string => {
  const label = (id: string): string => `“${facts.field(id).label}”`;
  const column = (table: string, id: string): string => {
    const field = facts.field(table);
    return `“${field.kind === "table" ? (field.columns[id]?.label ?? id) : id}”`;
  };
  switch (how.op) {
    case "share":
      return `${label(how.part)} ÷ ${label(how.whole)} × 100%，保留两位小数`;
    case "total":
      return how.of.map(label).join(" + ");
    case "sum":
      return `${label(how.table)}表里各行${column(how.table, how.column)}相加`;
    case "rows":
      return `${label(how.table)}表的行数`;
    case "rowsThat":
      return `${label(how.table)}表里符合条件的行数`;
    case "rowsWhere": {
      const parts = how.cells.map(({ column: id, grade }) => `${column(how.table, id)}为${grades[grade]}`);
      return `${label(how.table)}表里${parts.join(how.match === "any" ? "或" : "且")}的行数`;
    }
    case "shareOfRows":
      return `${label(how.table)}表里${column(how.table, how.column)}符合的行数 ÷ 填了这一栏的行数 × 100%`;
    case "latest":
      return `${label(how.table)}表里最近一年的${column(how.table, how.column)}`;
  }
};

/** Who can say more: the department's contacts of the round, else the authority. */
export const contactText = (scene: Scene): string => {
  const { served, round, on } = scene;
  const guide = round ?? roundsAround(served, on).open ?? roundsAround(served, on).last;
  if (!guide) return `可以问${served.jurisdiction.source.authority}。`;
  const people = guide.contacts.map(({ name, phone }) => `${name} ${phone}`).join("，");
  return `可以问主管部门：${people}（${guide.year}年度通知上的电话）。`;
};
