import { judgeField, type Verdict } from "../../rules/judge.ts";
import { showDay } from "../../rules/values/day.ts";
import { isSourceLapsed, type Scene } from "./scene.ts";

const comparisonWords = { ">=": "不低于", ">": "超过", "<=": "不超过", "<": "低于" } as const;
const marks = { met: "✓", notMet: "✗", undecided: "？" } as const;

/** One verdict in a line: value, figure, distance and where it stands; what would cure it in a line below. */
export const verdictLine = (verdict: Verdict): string => {
  const { status, label, value, unit } = verdict;
  const own = value === undefined ? "" : `${quantity(value, unit)}，`;
  return `${marks[status]} ${label}：${own}${finding(verdict)}`;
};

/** The verdict on an answer that was just read back: what is asked of it and how far it is. */
const finding = (verdict: Verdict): string => {
  const { status, figure, unit, comparison, cite } = verdict;
  if (verdict.readings) return `${readingsText(verdict.readings)}〔${cite.article}〕`;
  if (status === "undecided") return `还不能判断〔${cite.article}〕`;
  const asked = figure && comparison ? `要求${comparisonWords[comparison]} ${quantity(figure, unit)}` : "";
  const head = asked ? `${asked}${gap(verdict)}` : status === "met" ? "符合" : "不符合";
  return `${head}〔${cite.article}〕${ourReading(verdict)}${cure(verdict)}`;
};

const outcome = { met: "符合", notMet: "不符合", undecided: "还不能判断" } as const;

/** The wording is open and its readings differ: each is told, none is chosen. */
const readingsText = (readings: NonNullable<Verdict["readings"]>): string =>
  `原文有不同理解，结论不一样，请向主管部门核实：${readings
    .map(({ as, status, value, unit }) => `${as}，${value ? `为 ${quantity(value, unit)}，` : ""}${outcome[status]}`)
    .join("；")}`;

const quantity = (number: string, unit = ""): string => (unit === "%" ? `${number}%` : `${number} ${unit}`);

/** `，差 2 人`, `，超出 3 万元`; nothing where there is no distance. */
export const gap = ({ status, distance, unit, comparison }: Verdict): string => {
  if (status !== "notMet" || !distance || distance === "0") return "";
  return `，${comparison?.startsWith("<") ? "超出" : "差"} ${unit === "%" ? `${distance} 个百分点` : quantity(distance, unit)}`;
};

/** The cure, unless it says no more than the distance does. */
const cure = ({ status, cure: mend, distance, unit }: Verdict): string => {
  const isSaid = distance !== undefined && mend?.endsWith(` ${distance} ${unit}`) && !/[；，]/.test(mend);
  return status === "notMet" && mend && !isSaid ? `\n   怎样达到：${mend}` : "";
};

/** Where the reading is ours it is said when it matters: the rule is missed, or met by less than a quarter. */
const ourReading = ({ reading, remark, status, value, figure }: Verdict): string => {
  const isClose = value !== undefined && figure !== undefined && Number(value) < Number(figure) * 1.25;
  return reading === "ours" && remark && (status === "notMet" || isClose) ? `（我们的理解：${remark}）` : "";
};

/** What the document has to say about its age, and what it rests on that is not held here. */
export const sourceNotice = (scene: Scene): string => {
  const { source, notHeld } = scene.served.jurisdiction;
  const name = source.number ?? source.title;
  return [
    ...(isSourceLapsed(scene)
      ? [
          `依据文件（${name}）已于${showDay(source.lapsesOn ?? "")}到期，以下只供参考，请向${source.authority}核实是否有新办法。`,
        ]
      : []),
    ...(source.age ? [source.age] : []),
    ...(notHeld.length > 0 ? [`本系统没有收录${notHeld.join("、")}，其中的要求请自行核对。`] : []),
  ].join("\n");
};

/** The whole verdict: the conclusion, what fails with distances, what is open, then what is met. */
export const verdictText = (scene: Scene): string => {
  const { verdicts, on } = scene;
  const of = (status: Verdict["status"], ...severities: Verdict["severity"][]) =>
    verdicts.filter((verdict) => verdict.status === status && severities.includes(verdict.severity));
  const part = (title: string, group: readonly Verdict[]) =>
    group.length > 0 ? ["", `${title}（${group.length} 项）`, ...group.map(verdictLine)] : [];
  return [
    `申报条件初步判断（按 ${showDay(on)} 计算）`,
    conclusion(of("notMet", "blocking").length, of("undecided", "blocking").length),
    ...part("不符合", of("notMet", "blocking")),
    ...part("可能被退回", of("notMet", "warning")),
    ...part("提示", of("notMet", "note")),
    ...part("还不能判断", of("undecided", "blocking")),
    ...part("符合", of("met", "blocking", "note")),
    "",
    sourceNotice(scene),
  ].join("\n");
};

const conclusion = (missed: number, open: number): string => {
  if (missed > 0) return `按现在的回答，有 ${missed} 项申报条件不符合。您可以继续填写，文件会标明不符合的条件。`;
  if (open > 0) return `已判断的条件都符合，还有 ${open} 项要补充回答才能判断。`;
  return "按现在的回答，各项申报条件都符合。最终以主管部门的认定为准。";
};

/** What an answer to this field has just decided; a verdict that is only about it needs no name. */
export const consequences = (before: Scene, after: Scene, field: string): readonly string[] => {
  const decided = judgeField(after.facts, field).filter((verdict) => {
    const old = before.verdicts.find(({ criterion }) => criterion === verdict.criterion);
    const isNews = old?.status !== verdict.status || old.value !== verdict.value;
    return isNews && verdict.status !== "undecided" && !(verdict.status === "met" && verdict.severity === "warning");
  });
  const stated = String(after.facts.value(field));
  return decided.map((verdict) =>
    verdict.value === stated || (decided.length === 1 && verdict.value === undefined)
      ? `${marks[verdict.status]} ${finding(verdict)}`
      : verdictLine(verdict),
  );
};
