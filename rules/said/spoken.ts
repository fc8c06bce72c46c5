import { NUMERALS } from "../values/numeral.ts";

/** A part that names its field as speech does: by a verb, or after the value. */
interface Spoken {
  readonly pattern: RegExp;
  /** The words that a label would say. */
  readonly means: string;
}

const END = "(?=[\\s；;，,。、]|$)";

/** `label` is what was said of the field; `value` what was said of it, where it came first. */
const SPOKEN: readonly Spoken[] = [
  {
    pattern: /(?<label>(?:我们|我司|咱们|本)?(?:公司|单位|企业|机构)(?:的?(?:名字|名称|全称))?(?:叫做?|名叫)) */y,
    means: "单位名称",
  },
  { pattern: /(?:我们|咱们)(?<label>叫做?) */y, means: "单位名称" },
  {
    pattern: new RegExp(
      `(?:是|于|在)?(?<value>[\\d〇零○一二三四五六七八九]{4} ?[年./-][^\\s；;，,。、成注登创]{0,14})(?<label>(?:成立|注册|登记|创立)(?:登记|注册|成立)?)的?${END}`,
      "y",
    ),
    means: "成立日期",
  },
  {
    pattern: new RegExp(
      `(?:一?共|总共|现在?|目前)?有?(?<value>[${NUMERALS}两]{1,8}[多余来]?(?:名|个|位)?)(?<label>员工|职工|从业人员)${END}`,
      "y",
    ),
    means: "员工人数",
  },
];

export interface SpokenPart {
  readonly label: string;
  readonly means: string;
  /** The value, where it came before the label. */
  readonly value: string | null;
  readonly end: number;
}

/** What is spoken of at this place of a text; null where nothing is. */
export const spokenAt = (text: string, at: number): SpokenPart | null => {
  for (const { pattern, means } of SPOKEN) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) {
      const { label = "", value = null } = found.groups ?? {};
      return { label, means, value, end: pattern.lastIndex };
    }
  }
  return null;
};
