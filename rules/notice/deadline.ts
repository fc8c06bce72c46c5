import type { Day, RoundDate } from "../define.ts";
import type { Mention } from "./mention.ts";
import { type Doubt, type NoticeDate, type Span, spanOf } from "./notice.ts";
import type { Placed } from "./place.ts";
import { hasAction } from "./purpose.ts";
import { lastRoleIn, rolesIn, type Subject } from "./role.ts";
import type { Scope } from "./scope.ts";
import { waysIn } from "./way.ts";

type Role = RoundDate["role"];
type Way = RoundDate["way"];
type Question = Pick<Doubt, "about" | "why" | "mayBe">;

/** Who does it and how, where the text says so. */
export interface Act {
  readonly role: Role | null;
  readonly ways: readonly Way[];
}

/** What the date told before in the same sentence was for; `isOld` where this one replaces it. */
type Previous = Act & { readonly isOld: boolean };

/** A date as found, once for each way, and what is to be asked about it. */
export interface Found {
  readonly dates: readonly NoticeDate[];
  readonly doubts: readonly Doubt[];
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  ...{ applicant: "申报单位", county: "县（市、区）主管部门", city: "市（州）主管部门", province: "省级主管部门" },
};
export const WAY_NAMES: Readonly<Record<Way, string>> = {
  online: "网上填报",
  review: "审核推荐",
  paper: "报送纸质材料",
};

/** The applicant's own dates are called so, whoever the notice is sent to. */
const APPLICANTS =
  /(?:网上|线上|在线|企业|平台|单位)?(?:申报|报名|申请|填报)(?:截止|起止)?(?:时间|日期|期限|时限)|网上(?:申报|填报)|在线填报|企业申报|系统开放/;

/** What only departments hand in or do. */
const DEPARTMENTS = /推荐(?:文件|函|意见|名单|材料)|汇总|正式行文|审核|初审/;
/** Someone is named whom the reader does not know. */
const OFFICE = /[局厅处]|[省市县区州]级|委员会|管委会|部门|中心|园区|专家|协会|商会|机构/;
/** 组织符合条件的企业申报，并于…前报送: who hands in is left open. */
const LED = /(?:组织|指导|督促|通知|动员|引导|发动|遴选)[^,\n]{0,16}(?:单位|企业|机构|平台)/;

/** Who acts by the words around a date: the nearest before it, then after it, then the date told before. */
export const actOf = (scope: Scope, previous: Previous | null, addressee: Role | null): Act => {
  const { before, after, earlier, later } = scope;
  const isDepartments = DEPARTMENTS.test(`${before}${after}`);
  const except = isDepartments ? "applicant" : undefined;
  const led = earlier.map((part) => (!isDepartments && LED.test(part) ? "many" : lastRoleIn(part, except)));
  const next = [after, ...later].flatMap((part) => rolesIn(part)).find(({ role }) => role !== except);
  const subject = lastRoleIn(before, except) ?? led.find(Boolean) ?? next?.role;
  const ways = waysOf(scope);
  return {
    role: roleOf(subject, scope, previous, addressee),
    ways: ways.length === 0 && previous?.isOld ? previous.ways : ways,
  };
};

const roleOf = (
  subject: Subject | undefined,
  scope: Scope,
  previous: Act | null,
  addressee: Role | null,
): Role | null => {
  if (subject === "many") return null;
  if (subject === "here") return addressee;
  if (subject) return subject;
  if (OFFICE.test(scope.before)) return null;
  if (previous?.role) return previous.role;
  const isApplicants = [scope.before, ...scope.earlier.slice(0, 2)].some((part) => APPLICANTS.test(part));
  return isApplicants ? "applicant" : addressee;
};

/** The own clause says it best, then what follows, then what went before. */
const waysOf = ({ before, after, earlier, later }: Scope): readonly Way[] =>
  [`${before}${after}`, later.join(","), ...earlier].map(waysIn).find((ways) => ways.length > 0) ?? [];

/** The dates of one mention with their doubts. */
export const foundAt = (span: Span, day: Day, placed: Placed, mention: Mention, scope: Scope, act: Act): Found => {
  const questions: readonly Question[] = [
    ...placed.doubts.map((doubt) => ({ about: "day" as const, ...doubt })),
    ...clockQuestions(mention),
    ...actQuestions(act, scope),
  ];
  const at = mention.clock === null || mention.clock === "none such" ? null : mention.clock.at;
  const role = act.role ?? "applicant";
  const ways = act.ways.length > 0 ? act.ways : ([role === "applicant" ? "online" : "paper"] as const);
  return {
    dates: ways.map((way) => ({ on: day, at, role, way, certain: questions.length === 0, ...span })),
    doubts: questions.map((question) => ({ ...question, ...span })),
  };
};

const clockQuestions = ({ clock }: Mention): readonly Question[] => {
  if (clock === "none such") return [{ about: "time", why: "一天里没有这个钟点，请核对。", mayBe: [] }];
  if (!clock?.or) return [];
  return [{ about: "time", why: "钟点可以有两种理解，请核对。", mayBe: [clock.at, clock.or] }];
};

const actQuestions = ({ role, ways }: Act, scope: Scope): readonly Question[] => [
  ...(hasAction(scope) ? [] : [{ about: "day" as const, why: "看不出这一天要办什么，请核对是不是期限。", mayBe: [] }]),
  ...(role && !(role === "applicant" && ways[0] === "review")
    ? []
    : [{ about: "role" as const, why: "没有写清是谁的期限。", mayBe: Object.values(ROLE_NAMES) }]),
  ...(ways.length > 0 ? [] : [{ about: "way" as const, why: "没有写清怎么办理。", mayBe: Object.values(WAY_NAMES) }]),
];

/** The clause that a date stands in, from the date before it on, cut to what a person reads at a glance. */
export const wordsAt = (text: string, { start, end }: Pick<Mention, "start" | "end">, scope: Scope): Span => {
  const previous = scope.previous?.end ?? 0;
  const from = Math.max(previous <= start ? previous : 0, scope.start, start - 60);
  const joint = /^[\s、，,和及]*/.exec(text.slice(from, start))?.[0].length ?? 0;
  return spanOf(text, from + joint, Math.min(Math.max(scope.end, end), end + 40));
};
