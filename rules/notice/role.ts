import type { RoundDate } from "../define.ts";

type Role = RoundDate["role"];
/** `many`: several levels at once; `here`: whoever the notice is addressed to. */
export type Subject = Role | "many" | "here";

const DEPARTMENT =
  "(?=(?:中小企业)?(?:主管|部门|工信|经信|科工)|审|初|复|推荐(?!名|指标|数)|汇|[于在应须需要负完]| *(?:$|[,\\n]))";
const SUBJECTS: readonly (readonly [Subject, string])[] = [
  [
    "many",
    "各(?:地)?市、(?:各)?县(?:\\(市、?区\\)|\\(区\\)|、区)?|市、县(?:\\([^)]{1,6}\\))?(?:两级|主管|工信|经信)|县、市|市县",
  ],
  [
    "county",
    `各?县 ?\\((?:市|区|市、?区)\\)|各?县市区|各?区县|各?县区|各县|县级${DEPARTMENT}|各区(?!域)|县(?:工信|经信|科工信)局|(?:各)?开发区(?=主管|管委)|区(?:工信|经信|科工)局`,
  ],
  [
    "city",
    `各?设区市|各?省辖市|各地市|各?市、?州|各?市\\(州\\)|各?州\\(市\\)|各?地 ?\\(州、?市\\)|各盟市|地州市|各市(?!场)|市级${DEPARTMENT}|自治州(?=工信|经信)|市(?:工信|经信|工业和信息化|经济和信息化)局`,
  ],
  ["province", `省级${DEPARTMENT}|(?:省|自治区)(?:工信|经信|工业和信息化|经济和信息化)厅|[我省]厅`],
  [
    "applicant",
    "(?:申报|申请|参评|运营|平台)(?:单位|企业|机构|主体|人)|服务机构|申报平台|(?:有关|相关|符合条件的?|意向) {0,2}(?:企业|机构|平台|示范平台)|各(?:企业|平台|示范平台)|符合条件的单位|(?<![小微])企业(?=于|应|须|需|请|在|登|通过|自|将|按|填|提|网上| |$|[,\\n:])",
  ],
  ["here", "各地|各单位|各有关单位|各部门|各主管部门"],
];
const SUBJECT = new RegExp(
  `(?<!向|报|经|至|到|给|送|交|所在|对|集聚)(?:${SUBJECTS.map(([, source], at) => `(?<s${at}>${source})`).join("|")})`,
  "g",
);

/** Who is named as acting in a flattened text; not those to whom something is sent (报送…, 向…, 经…). */
export const rolesIn = (flat: string): readonly { readonly role: Subject; readonly at: number }[] =>
  [...withoutQuotes(flat).matchAll(SUBJECT)].flatMap(({ groups = {}, index }) => {
    const found = SUBJECTS.find((_, at) => groups[`s${at}`] !== undefined);
    return found ? [{ role: found[0], at: index }] : [];
  });

/** Whom the last of those acting makes it: several levels named in one breath (各县、各申报单位) are `many`. */
export const lastRoleIn = (flat: string, except?: Subject): Subject | undefined => {
  const [before, last] = [undefined, ...rolesIn(flat).filter(({ role }) => role !== except)].slice(-2);
  if (!before || !last || before.role === last.role) return last?.role ?? before?.role;
  const between = flat.slice(before.at, last.at);
  return /[、和及与]/.test(between) && !/[于前将对把的]|组织|报送|审核|,/.test(between) ? "many" : last.role;
};

/** The names of sites and documents name offices, too. */
const withoutQuotes = (flat: string): string =>
  flat.replace(/“[^”]{0,80}”|"[^"]{0,80}"|《[^》]{0,80}》|「[^」]{0,80}」/g, (quoted) => "　".repeat(quoted.length));
