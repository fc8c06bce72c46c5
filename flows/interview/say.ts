import { departmentsRound } from "../../rules/calendar.ts";
import type { Citation } from "../../rules/cite.ts";
import type { Field, Row, TableField, Value } from "../../rules/define.ts";
import { compute, rowsOf } from "../../rules/facts.ts";
import type { Served } from "../../rules/index.ts";
import { blanks, mannerOf } from "../../rules/plan.ts";
import { showDay } from "../../rules/values/day.ts";
import { show } from "../../rules/values/index.ts";
import { roundsAround, type Scene } from "./scene.ts";
import { verdictLine } from "./verdict.ts";

/** `一（一）3` with its document: said once, beside what it supports. */
const citing = ({ document, article }: Citation): string => `依据：${document} ${article}`;

/** A value as it is read back; a table as its number of rows. */
export const shown = (field: Field, value: Value | null | undefined): string => {
  if (value === undefined) return "（未填）";
  if (value === null) return "（已跳过）";
  if (field.kind === "table") return `${(value as readonly Row[]).length} 行`;
  if (field.kind === "file") {
    const { files } = value as { readonly files: readonly { readonly name: string }[] };
    return files.length > 0 ? files.map(({ name }) => name).join("、") : "已备好";
  }
  const text = show(field, value as never);
  return text === "" ? "（无）" : text;
};

/** A row in one line: 张三｜本科｜4 年. */
export const shownRow = ({ columns }: TableField, row: Row): string =>
  Object.entries(columns)
    .map(([id, column]) => (row[id] === undefined || row[id] === null ? "—" : show(column, row[id])))
    .join("｜");

const mostShown = 12;
const shownAtEnds = 4;

/** Numbered rows; of a long table the first and the last. */
export const shownRows = (table: TableField, rows: readonly Row[]): readonly string[] => {
  const lines = rows.map((row, at) => `${at + 1}. ${shownRow(table, row)}`);
  return rows.length <= mostShown
    ? lines
    : [
        ...lines.slice(0, shownAtEnds),
        `……（中间还有 ${rows.length - 2 * shownAtEnds} 行）`,
        ...lines.slice(-shownAtEnds),
      ];
};

/** The asked fields' numbers, as 查看 lists them and 修改 takes them. */
const numbered = (scene: Scene): ReadonlyMap<string, number> => new Map(scene.asked.map((id, at) => [id, at + 1]));

/** Everything answered so far, numbered, a text for each section; of one section only if asked so. */
export const answersTexts = (scene: Scene, what = ""): readonly string[] => {
  const numbers = numbered(scene);
  return scene.served.procedure.sections
    .filter(({ title }) => what === "" || title.includes(what))
    .flatMap(({ title, fields }) => {
      const lines = fields.flatMap((id) => answerLine(scene, id, numbers));
      return lines.length > 0 ? [`【${title}】\n${lines.join("\n")}`] : [];
    });
};

const answerLine = (scene: Scene, id: string, numbers: ReadonlyMap<string, number>): readonly string[] => {
  const { facts } = scene;
  const field = facts.field(id);
  const number = numbers.get(id);
  if (number === undefined && (scene.only || facts.relevant(id) !== true || facts.value(id) === undefined)) return [];
  const value = facts.value(id) ?? facts.stated(id);
  const text = shown(field, value);
  const short = text.length > 60 ? `${text.slice(0, 60)}……（共 ${text.length} 字）` : text;
  const rows = field.kind === "table" ? shownRows(field, rowsOf(facts, id)).map((line) => `   ${line}`) : [];
  return [`${number === undefined ? "（自动算出）" : `${number}.`} ${field.label}：${short}`, ...rows];
};

/** Where what was stated and what a table gives disagree: both figures, and which one counts. */
export const differences = ({ facts, only }: Scene): readonly string[] =>
  Object.entries(facts.procedure.fields as Readonly<Record<string, Field>>).flatMap(([id, field]) => {
    if (only && !only.has(id)) return [];
    const stated = facts.stated(id);
    const { computed } = field;
    if (!computed || stated === undefined || stated === null || field.kind === "table" || field.kind === "file")
      return [];
    const value = compute(facts, computed);
    if (value === undefined || String(value) === String(stated)) return [];
    const where = "table" in computed ? `“${facts.field(computed.table).label}”表` : "其他回答";
    return [
      `${field.label}：前面回答 ${show(field, stated as never)}，${where}算出 ${show(field, value)}，以后者为准。`,
    ];
  });

export const progressText = (scene: Scene): string => {
  const plan = scene.plan;
  const sections = scene.served.procedure.sections.flatMap(({ title, fields }) => {
    const asked = scene.asked.filter((id) => fields.includes(id));
    const given = asked.filter((id) => scene.facts.value(id) !== undefined);
    return asked.length > 0
      ? [`${given.length === asked.length ? "✓" : "·"} ${title} ${given.length}/${asked.length}`]
      : [];
  });
  const left = plan.total - plan.done;
  return [
    `已完成 ${plan.done}/${plan.total} 项${left > 0 ? `，估计还要 ${minutesLeft(scene)} 分钟` : ""}`,
    ...sections,
  ].join("\n");
};

/** A table or a long text takes some minutes, any other answer about a third of one. */
export const minutesLeft = ({ facts, asked }: Scene): number => {
  const open = asked.filter((id) => facts.value(id) === undefined);
  const long = open.filter((id) => ["table", "text"].includes(mannerOf(facts.field(id)))).length;
  return Math.ceil((open.length - long) / 3) + long * 4;
};

/** Why a question is asked: our explanation, then the source. */
export const whyText = ({ help, example, cite, ours }: Field): string =>
  [
    help ?? "申报表上有这一项。",
    ...(ours ? ["（原通知没有给出这一项的具体栏目，由本系统拟定。）"] : []),
    `${citing(cite)}：“${cite.text}”`,
    ...(example ? [`例如：${example}`] : []),
  ].join("\n");

/** The round's dates, or that none is open and what the last one's were. */
export const roundText = (served: Served, round: Scene["round"], on: string): string => {
  const { open, last } = roundsAround(served, on);
  const current = round ?? open;
  const dates = (of: NonNullable<typeof current>) =>
    of.dates.map(({ label, by, at = "" }) => `· ${label}：${showDay(by)}${at}前${by < on ? "（已过）" : ""}`);
  if (current && current === open) {
    return [
      `${current.title}正在进行：`,
      ...dates(current),
      "“前”包括当天；办公场所下班更早，建议至少提前一天办完。",
    ].join("\n");
  }
  const theirs = served.procedure.role ? null : departmentsRound(served.jurisdiction, on);
  if (theirs && !open) {
    return [
      `${theirs.title}已经开始。贵单位交给当地主管部门的日期由各市县定，请尽快问清楚；主管部门上报的日期：`,
      ...dates(theirs),
    ].join("\n");
  }
  const past = current ?? last;
  return [
    "目前没有开放的申报批次。可以先把申请准备好，批次开放后会自动对上。",
    ...(past ? [`上一批（${past.year}年度）的日期供参考：`, ...dates(past)] : []),
  ].join("\n");
};

/** The review: what is blank, what disagrees, what is not met. */
export const reviewText = (scene: Scene): string => {
  const { facts, verdicts, only } = scene;
  const numbers = numbered(scene);
  const blank = blanks(facts).flatMap((id) => (numbers.has(id) ? `${numbers.get(id)}. ${facts.field(id).label}` : []));
  if (only) {
    const state =
      blank.length > 0
        ? [`还有 ${blank.length} 项空着：`, ...blank]
        : ["请您填的部分都填好了，谢谢！同事那边马上就能看到。"];
    return [...state, "", "回复“查看”可以再看一遍，“修改 编号”可以改任何一项。"].join("\n");
  }
  const unmet = verdicts.filter(({ status, severity }) => status === "notMet" && severity !== "note");
  const warnings = differences(scene);
  return [
    "请核对全部内容。",
    ...(blank.length > 0 ? [`还有 ${blank.length} 项没填全，文件会标成草稿：`, ...blank] : ["必填的内容都填好了。"]),
    ...(warnings.length > 0 ? ["前后不一致的地方：", ...warnings] : []),
    ...(unmet.length > 0 ? ["不符合或可能被退回的地方：", ...unmet.map(verdictLine)] : ["申报条件都符合。"]),
    "",
    "回复“查看”逐项核对，“修改 编号”（例如“修改 3”）可以改任何一项。",
  ].join("\n");
};
