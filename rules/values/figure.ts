import type { Scalar } from "../define.ts";
import { withoutEndMark } from "./fold.ts";
import { doubt, quote, refuse, type Sense } from "./manner.ts";
import { NUMERALS, parseNumber, plainNumerals } from "./numeral.ts";

const FILLER =
  /^(?:我们|我司|我|公司|单位|平台|目前|现在|现有|现|已有|共有|共计|合计|总计|总共|一共|共|盈利|净?利润|有|是|为|:)+/;
const PARTICLE = /[的了呀啊哦呢]$/;
const HEDGE_BEFORE =
  /^(亏损了?|亏了?|负|-)?(?:大概|大约|约莫|约|差不多|估计|可能|应该|将近|接近|近|快|至少|起码|超过|不少于|不低于)(?:有|是|为|在)?/;
const HEDGE_AFTER = /(?:左右|上下|以上|出头|前后|吧|样子|不等|多|余|\+)$/;
const HEDGE_WITHIN = new RegExp(`(?<=[${NUMERALS}])(?:多|余|来|\\+)(?=\\D)`);
const BELOW = /不到|不足|(?<!不)(?:少于|低于)|小于|不超过|不多于|不高于|至多|最多|以内|以下|未满/;
const RANGE = new RegExp(`[${NUMERALS}][^${NUMERALS}]{0,6}(?:到|至|~|-|或|、)[^${NUMERALS}]{0,2}[${NUMERALS}]`);
/** 几十万, 上百万, 二三百, 十五六: no single figure. */
const VAGUE = /几|[数上][十百千万亿]|[一二三四五六七八九]{2}[十百千万亿]|十[一二三四五六七八九]{2}/;
const NOTHING = /^(?:目前|现在|我们)?(?:都|还)?(?:没有|没得|木有|没|无|暂无|一个[都也]?没有)(?:过|人|的|呢|了)?$/;

/** A text without words that add nothing (我们有…) or make it approximate (大概…, …左右, 200多万). */
export const withoutHedges = (text: string): { readonly body: string; readonly isHedged: boolean } => {
  let [body, isHedged] = [text, false];
  for (let round = 0; round < 3; round++) {
    const plain = withoutEndMark(body.replace(FILLER, "")).replace(PARTICLE, "");
    body = plain.replace(HEDGE_BEFORE, "$1").replace(HEDGE_AFTER, "").replace(HEDGE_WITHIN, "");
    isHedged ||= body !== plain;
  }
  return { body, isHedged };
};

/** A hedged reading is only taken after a yes. */
export const hedge = <V extends Scalar>(sense: Sense<V>, text: string, show: (value: V) => string): Sense<V> =>
  sense.is === "clear"
    ? doubt(`${quote(text)}是个大约的说法，按 ${show(sense.value)} 记录可以吗？`, sense.value)
    : sense;

interface Figure<V extends Scalar> {
  readonly show: (value: V) => string;
  /** What 没有 would mean. */
  readonly nothing: V;
  /** Reads one figure with its unit: plain numerals, no spaces, no hedges. `typed` is for messages. */
  readonly read: (body: string, typed: string) => Sense<V>;
}

/** Reads one figure from folded text: ranges and bounds are refused, what is approximate is asked about. */
export const readFigure = <V extends Scalar>(text: string, { show, nothing, read }: Figure<V>): Sense<V> => {
  const whole = plainNumerals(withoutInnerSpaces(text));
  if (NOTHING.test(withoutEndMark(whole))) return doubt(`${quote(text)}：按 ${show(nothing)} 记录可以吗？`, nothing);
  if (RANGE.test(whole)) return refuse(`${quote(text)}里有不止一个数，请只填一个确切的数。`);
  if (BELOW.test(whole)) return refuse(`${quote(text)}只说了上限，请填一个确切的数。`);
  const { body, isHedged } = withoutHedges(whole);
  const sense = read(body, text);
  return isHedged ? hedge(sense, text, show) : sense;
};

/** Spaces go, save between two figures, where they may part two numbers. */
const withoutInnerSpaces = (text: string): string => text.replace(/(?<![\d,]) | (?![\d,])/g, "");

/** Why a text is not one number followed by a fitting unit; `wanted` says what is asked: `金额（单位：万元）`. */
export const explainFigure = (body: string, typed: string, wanted: string): string => {
  const said = quote(typed);
  const [start = ""] = new RegExp(`^-?[${NUMERALS}点.,]*`).exec(body) ?? [];
  const unit = body.slice(start.length);
  if (body.includes("半")) return `${said}里的“半”请写成数字，例如 3.5。`;
  if (VAGUE.test(body)) return `${said}是个大约的说法，请填一个确切的数。`;
  if (!new RegExp(`[${NUMERALS}]`).test(body)) return `${said}里没有看到数字，请填${wanted}。`;
  if (/\d \d/.test(body)) return `${said}的数字之间有空格，不确定是一个数还是几个数，请连起来写。`;
  if (unit === "" && start.includes(",")) return `${said}里逗号的位置不像千分位，请去掉逗号再写一次。`;
  if (parseNumber(start.replace("-", "")) && unit) return `${said}里的${quote(unit)}没有看懂，这里要填${wanted}。`;
  return `没有看懂${said}，请用数字写${wanted}。`;
};
