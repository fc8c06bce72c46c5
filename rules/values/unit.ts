import { fold } from "./fold.ts";

/** Units that people type for another one. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  人: ["名", "位", "员工", "名员工", "职工", "名职工", "人员", "名人员", "口人"],
  家: ["户", "家企业", "户企业", "企业", "家单位"],
  次: ["回", "场", "场次"],
  场: ["次", "场次"],
  项: ["条", "件"],
  平方米: ["平米", "平方", "平", "㎡", "m2", "m²", "M2", "M²"],
};

const known = new Map<string, readonly string[]>();

/** There are few units, and a table asks for one in thousands of cells. */
const spellings = (unit: string): readonly string[] => {
  const all = known.get(unit) ?? spelled(unit);
  known.set(unit, all);
  return all;
};

/** Every way to write a unit after a number, the longest first: 台（套） may be 台, 套, 台套, 台(套). */
const spelled = (unit: string): readonly string[] => {
  const folded = fold(unit);
  const parts = folded.split(/[()/、]+/).filter(Boolean);
  const canonical = [...parts, parts.join("")].map((part) => (/^(?:平米|㎡|m²)$/.test(part) ? "平方米" : part));
  const also = canonical.flatMap((name) => [name, ...(ALSO[name] ?? [])]);
  const all = new Set([folded, ...also, ...also.map((name) => `个${name}`), "个"]);
  return [...all].toSorted((a, b) => b.length - a.length);
};

/** What stands before the unit: `20个人` → `20`; the whole text where none of the unit's spellings follows. */
export const numberBefore = (body: string, unit: string): string => {
  const found = spellings(unit).find((spelling) => body.endsWith(spelling));
  return found === undefined ? body : body.slice(0, -found.length);
};
