import type { Day, RoundDate } from "../../../rules/define.ts";
import { CLOCK, readClock } from "../../../rules/notice/clock.ts";
import { flatten } from "../../../rules/notice/flatten.ts";
import { type Mention, mentionsIn } from "../../../rules/notice/mention.ts";
import { place, type Times } from "../../../rules/notice/place.ts";
import { waysIn } from "../../../rules/notice/way.ts";
import { showDay } from "../../../rules/values/day.ts";
import { type Refused, refused } from "./draft.ts";

/** What was said of a date: “县级 3月10日17:00 纸质”; null for what was not. */
export interface SaidDate {
  readonly on: Day | null;
  /** `HH:MM` in Beijing. */
  readonly at: string | null;
  readonly role: RoundDate["role"] | null;
  readonly way: RoundDate["way"] | null;
}

const LONGEST = 200;

/** A date, a time, who and how, as far as they are in the text; refused where nothing is, or what is there cannot be. */
export const saidDate = (text: string, times: Times): SaidDate | Refused => {
  if (text.length > LONGEST) return refused(`这句话太长了，只写日期就行，${exampleFor(times)}。`);
  const flat = flatten(text.trim());
  const [mention, ...more] = mentionsIn(flat);
  if (more.length > 0) return refused(`里面有不止一个日期，一次只写一个，${exampleFor(times)}。`);
  const rest = mention ? `${flat.slice(0, mention.start)} ${flat.slice(mention.end)}` : flat;
  const day = mention ? dayOf(mention, times) : null;
  if (day !== null && typeof day !== "string") return day;
  const at = mention ? clockOf(mention.clock) : clockAlone(flat);
  if (at !== null && typeof at !== "string") return at;
  const said = { on: day, at, role: roleIn(rest), way: wayIn(rest) };
  if (Object.values(said).every((part) => part === null)) return refused(`没有看出日期，${exampleFor(times)}。`);
  return said;
};

/** An example of a date to come. */
export const exampleFor = ({ on }: Pick<Times, "on">): string => `请写成“${showDay(on)}”这样`;

const dayOf = (mention: Mention, times: Times): Day | Refused => {
  const { day, doubts } = place(mention, times, null);
  const [doubt] = doubts;
  if (doubt || day === null) return refused(`${doubt?.why ?? ""}${exampleFor(times)}。`);
  return day;
};

const clockOf = (clock: Mention["clock"]): string | null | Refused => {
  if (clock === null) return null;
  if (clock === "none such") return refused("一天里没有这个钟点，请写成“17:00”这样。");
  if (clock.or !== null) return refused(`钟点是${clock.at}还是${clock.or}？请写成“${clock.or}”这样。`);
  return clock.at;
};

const clockAlone = (flat: string): string | null | Refused => {
  const groups = new RegExp(CLOCK).exec(flat)?.groups;
  return groups?.hour === undefined ? null : clockOf(readClock(groups) ?? "none such");
};

const ROLES: readonly (readonly [RoundDate["role"], RegExp])[] = [
  ["applicant", /申报单位|申请单位|申报企业|申请企业|各?企业|运营单位|申报机构/],
  ["city", /省辖市|设区市|地级市|地区|自治州|地市/],
  ["province", /自治区|[省厅]/],
  ["county", /[县区]/],
  ["city", /[市州盟]/],
  ["applicant", /单位|平台|机构/],
];

/** Who it is that a few words name. */
export const roleIn = (words: string): RoundDate["role"] | null =>
  ROLES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** How it is done, by a few words. */
export const wayIn = (words: string): RoundDate["way"] | null =>
  waysIn(words)[0] ?? (/网/.test(words) ? "online" : null);
