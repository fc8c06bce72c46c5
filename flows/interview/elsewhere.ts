import { carriedOver, compare, type Standing } from "../../rules/compare.ts";
import type { Served } from "../../rules/index.ts";
import type { Verdict } from "../../rules/judge.ts";
import type { Scene } from "./scene.ts";
import { gap } from "./verdict.ts";

/** Where else this body would pass: a line for each procedure, its figures apart from the place. */
export const elsewhereText = (scene: Scene, served: readonly Served[]): string => {
  const { procedure } = scene.served;
  const standings = compare(served, (one) => carriedOver(scene.answers, procedure, one.procedure), scene.on);
  return [
    "按现在的回答比较各地（初步判断；同一个问题的回答才用得上，没有答过的算还没判断）：",
    ...standings.map((standing) => line(standing, scene)),
    "各地的办法和日期不同，申报前请向当地主管部门核实。",
  ].join("\n");
};

const line = (standing: Standing, scene: Scene): string => {
  const { served, area } = standing;
  const name = `${served.jurisdiction.name}${area ? `（${area.label}）` : ""} ${titleOf(served)}`;
  return `· ${name}${served === scene.served ? "（正在填）" : ""}：${figuresText(standing)}；${placeText(standing)}`;
};

/** 申报, and what tells procedures of one jurisdiction apart; the long name is the same everywhere. */
const titleOf = ({ procedure }: Served): string => procedure.title.replace("中小企业公共服务示范平台", "");

const mostNamed = 3;

const figuresText = ({ figures, missed, open }: Standing): string => {
  if (figures === "met") return "数字和其他条件都符合";
  const lacking = missed.length > 0 ? [`${missed.length} 项不符合（${named(missed.map(missedText))}）`] : [];
  const undecided = open.length > 0 ? [`${open.length} 项还没判断（${named(open.map(({ label }) => label))}）`] : [];
  return [...lacking, ...undecided].join("，");
};

const missedText = (verdict: Verdict): string => `${verdict.label}${gap(verdict).replace("，", "")}`;

const named = (labels: readonly string[]): string =>
  labels.slice(0, mostNamed).join("、") + (labels.length > mostNamed ? "等" : "");

const places = { met: "地域条件符合", notMet: "地域条件不符合", undecided: "地域条件要另外核对" } as const;

const placeText = ({ place, verdicts }: Standing): string => {
  const labels = verdicts.filter(({ isPlace, status }) => isPlace && status === place).map(({ label }) => label);
  return places[place] + (place === "met" || labels.length === 0 ? "" : `（${labels.join("、")}）`);
};
