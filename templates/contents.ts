import { closesOn } from "../rules/calendar.ts";
import type { Bound, Round } from "../rules/define.ts";
import { blanks } from "../rules/plan.ts";
import { showDay } from "../rules/values/day.ts";
import { applicantIn, filesIn } from "./answers.ts";
import { type Block, type Form, type GridRow, words } from "./blocks.ts";
import type { Paper } from "./form.ts";
import { selfCheck } from "./self-check.ts";

/** A part of the bound application with its number in the order of binding. */
export interface Part {
  readonly number: string;
  readonly bound: Bound;
  /** The form that is written for it; a material that is supplied has none. */
  readonly form: Form | null;
}

/** What is in the parcel, what is missing, what to do next and by when, and how the criteria stand. Ours. */
export const contentsSheet = (parts: readonly Part[], paper: Paper): Form => ({
  title: "目录和材料清单",
  blocks: [
    { block: "title", text: "目录和材料清单" },
    { block: "items", lines: [intro(paper)] },
    ...missing(paper),
    { block: "heading", text: "一、装订目录和材料清单" },
    { block: "grid", rows: [head, ...parts.map((part) => partRow(part, paper))] },
    { block: "heading", text: "二、接下来怎么做" },
    {
      block: "items",
      lines: paper.procedure.afterwards.map(({ text, cite }, at) => `${at + 1}. ${text}〔${cite.article}〕`),
    },
    { block: "heading", text: "三、批次、日期和地址" },
    { block: "items", lines: paper.round ? roundLines(paper.round, paper) : [NO_ROUND] },
    { block: "pageBreak" },
    ...selfCheck(paper),
  ],
});

const NO_ROUND = "目前没有开放的批次。日期、份数和报送地址以当年的通知为准。";

const intro = (paper: Paper): string => {
  const { source } = paper.jurisdiction;
  const name = applicantIn(paper);
  const document = `《${source.title}》${source.number ? `（${source.number}）` : ""}`;
  return `${name ? `${name}　` : ""}${paper.procedure.title}。本页由本系统按${document}的附件顺序列出，供装订时核对，不属于申报表格；“依据”是该文件的条目。`;
};

/** What a draft still lacks, so that nobody has to leaf through it. */
const missing = ({ facts, isDraft }: Paper): readonly Block[] => {
  const labels = isDraft ? blanks(facts).map((id) => facts.field(id).label) : [];
  return labels.length > 0
    ? [{ block: "items", lines: [`还有 ${labels.length} 项没有填全：${labels.join("、")}。`] }]
    : [];
};

const head: GridRow = {
  isHead: true,
  cells: [words("序号", 12), words("材料"), words("依据", 22), words("份数", 23), words("状态", 46)].map((cell) => ({
    ...cell,
    isBold: true,
  })),
};

const partRow = ({ number, bound, form }: Part, paper: Paper): GridRow => ({
  cells: [
    words(number, 12),
    { of: [bound.label, ...(bound.ours ? [`\n（${form?.ours ?? "原通知没有列出，本系统建议附上"}）`] : [])] },
    words(bound.cite.article, 22),
    words(copiesOf(paper.round?.copies ?? paper.procedure.copies), 23),
    { of: [stateOf(bound, paper)], width: 46 },
  ],
});

const stateOf = (bound: Bound, paper: Paper): string => {
  if ("form" in bound) return paper.isDraft ? "☑ 已生成（草稿）" : "☑ 已生成";
  const files = filesIn(paper, bound.material);
  if (!files) return paper.facts.field(bound.material).optional ? "□ 未收到（可不附）" : "□ 未收到";
  if (files.length === 0) return "☑ 已备纸质件";
  const names = files.map(({ hash, name }) => (paper.files.has(hash) ? name : `${name}（未在压缩包内）`));
  return ["☑ 已收到", ...names].join("\n");
};

const WAY = { online: "网上", review: "审核", paper: "纸质" } as const;

const roundLines = (round: Round, { facts }: Paper): readonly string[] => [
  `批次：${round.title}`,
  ...(closesOn(round) < facts.on ? [`这一批次已于${showDay(closesOn(round))}截止，新批次以当年的通知为准。`] : []),
  ...round.dates.map(
    ({ by, at = "", label, way, cite }) => `${showDay(by)}${at}前：${label}（${WAY[way]}）〔${cite.article}〕`,
  ),
  ...(round.online ? [`网上申报：${round.online.site}，${round.online.how}〔${round.online.cite.article}〕`] : []),
  ...paperLines(round),
  ...(round.contacts.length > 0
    ? [`联系人：${round.contacts.map(({ name, phone }) => `${name} ${phone}`).join("；")}`]
    : []),
];

const paperLines = ({ copies, address }: Round): readonly string[] => {
  if (!address) return copies === undefined ? [] : [`纸质材料：${copiesOf(copies)}`];
  const { to, line, postcode, cite } = address;
  const place = [to, line].filter(Boolean).join("，");
  return [`纸质材料：${copiesOf(copies)}，报送${place}${postcode ? `（邮编${postcode}）` : ""}〔${cite.article}〕`];
};

const copiesOf = (copies: number | undefined): string =>
  copies === undefined ? "以当年通知为准" : `一式${"零一两三四五六七八九十"[copies] ?? copies}份`;
