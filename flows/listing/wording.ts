import type { Grid } from "../../rules/content.ts";
import type { Choice, Row, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { brokenText } from "../../rules/rows/broken-text.ts";
import type { Matched } from "../../rules/rows/match.ts";
import { matchText } from "../../rules/rows/match-text.ts";
import type { Listing } from "../interview/events.ts";
import { shown } from "../interview/say.ts";
import type { Scene } from "../interview/scene.ts";
import { formerly, type Item, type Proposal, proposalOf } from "./propose.ts";

/** The list of what was found, each with its number, and what can be done with it. */
export const listWording = (
  scene: Scene,
  listing: Listing,
): { readonly text: string; readonly choices: readonly Choice[] } => {
  const proposal = proposalOf(scene, listing);
  const taken = proposal.items.filter(({ value }) => value !== undefined);
  return {
    text: [
      headText(listing, proposal),
      ...proposal.items.map((item, at) => `${at + 1}. ${itemText(scene, item)}`),
      ...(proposal.same > 0 ? [`另有 ${proposal.same} 项和已经填的一样。`] : []),
      ...restTexts(proposal),
      ...(taken.length > 0 ? ["", howToCorrect(proposal)] : []),
    ].join("\n"),
    choices: choicesFor(scene, listing, proposal),
  };
};

const howToCorrect = ({ items }: Proposal): string => {
  const single = items.findIndex(({ rows }) => !rows) + 1;
  if (single > 0) return `都对吗？不对的可以回复“${single} 改成……”，不要的回复“${single} 不要”。`;
  return items.length > 1 ? "都对吗？不要的可以回复“1 不要”。" : "都对吗？列认错了，可以回复“A列是……”。";
};

const headText = ({ source }: Listing, { items }: Proposal): string => {
  const where = "file" in source ? `从“${source.file.name}”里` : "";
  return items.length > 0 ? `${where}读到 ${items.length} 项：` : `${where}没有读到新的内容。`;
};

const longest = 40;
const brief = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, " ");
  const signs = [...line];
  return signs.length > longest ? `${signs.slice(0, longest).join("")}……（共 ${signs.length} 字）` : line;
};

const itemText = (scene: Scene, item: Item): string => {
  const field = scene.facts.field(item.field);
  if (item.isDropped) return `${field.label}：不记`;
  if (item.rows && field.kind === "table") return `${field.label}：${rowsText(scene, item)}`;
  if (item.value === undefined) return `${field.label}：“${brief(item.text)}”没有记下——${item.remark ?? "没有看懂"}`;
  const remark = item.remark ? `（${item.remark}）` : "";
  return `${field.label}：${brief(shown(field, item.value))}${remark}${formerly(scene, item)}`;
};

const rowsText = (scene: Scene, { field, value, rows }: Item): string => {
  const table = scene.facts.field(field);
  if (!rows || table.kind !== "table" || !("matched" in rows.found)) return "";
  const { cells, matched } = rows.found;
  const count = (value as readonly Row[] | undefined)?.length ?? 0;
  return [
    `${count} 行${formerly(scene, { field, value } as Item)}`,
    ...(isPlain(cells, matched, table) ? [] : [`   ${matchText(cells, matched, table)}`]),
    ...(rows.broken.length > 0
      ? [
          `   有 ${rows.broken.length} 处要再问您：`,
          ...brokenText(rows.broken, table)
            .split("\n")
            .map((line) => `   ${line}`),
        ]
      : []),
  ].join("\n");
};

/** Every heading is the table's own: there is nothing to say of the match. */
const isPlain = (cells: Grid, { heading, columns }: Matched, table: TableField): boolean =>
  heading !== null && columns.every((id, at) => id !== null && cells[heading]?.[at] === table.columns[id]?.label);

const mostTold = 5;

const restTexts = ({ rest }: Proposal): readonly string[] =>
  rest.length === 0
    ? []
    : [
        `没有对上任何一项的内容：${rest
          .slice(0, mostTold)
          .map((text) => `“${brief(text)}”`)
          .join("、")}${rest.length > mostTold ? `等 ${rest.length} 处` : ""}`,
      ];

const choicesFor = (scene: Scene, { source, open }: Listing, { items }: Proposal): readonly Choice[] => {
  const isTaking = items.some(({ value }) => value !== undefined);
  const replaced = items.filter(({ field, rows }) => rows && rowsOf(scene.facts, field).length > 0);
  const isProse = "text" in source && open !== null && ["text", "longText"].includes(scene.facts.field(open).kind);
  return [
    ...(isTaking ? [{ id: "yes", label: replaced.length > 0 ? "全部正确，替换原来的行" : "全部正确，记下来" }] : []),
    ...(isTaking && replaced.length > 0 ? [{ id: "add", label: "全部正确，加在原来的行后面" }] : []),
    ...(isProse ? [{ id: "whole", label: `整段都是“${scene.facts.field(open).label}”的回答` }] : []),
    { id: "no", label: "都不记，回到刚才的问题" },
  ];
};
