import type { Field } from "../../rules/define.ts";
import { fold } from "../commands.ts";

interface Named {
  readonly id: string;
  readonly field: Field;
}

/** Words that every list of materials has, and that tell none apart. */
const common =
  /证明|材料|复印件|扫描件|原件|文件|照片|副本|相关|单位|盖章|提供|加盖|公章|清晰|[\d\s._\-()（）、，,“”《》]+/g;

/** The material whose name a file's name speaks of; null where it is none, or more than one. */
export const materialNamed = (name: string, fields: readonly Named[]): string | null => {
  const materials = fields.filter(({ field }) => field.kind === "file");
  const plain = fold(name.replace(/\.[^.]{1,6}$/, ""));
  const exact = materials.filter(({ field }) => plain.includes(fold(field.label)));
  if (exact.length > 0) return exact.length === 1 ? (exact[0]?.id ?? null) : null;
  const scored = materials
    .map(({ id, field }) => ({
      id,
      score: sharedPairs(plain.replace(common, ""), fold(field.label).replace(common, "")),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score >= 1 && best.score > (second?.score ?? 0) ? best.id : null;
};

/** How many pairs of neighbouring characters of the one stand in the other. */
const sharedPairs = (one: string, other: string): number => {
  const pairs = new Set(Array.from({ length: Math.max(one.length - 1, 0) }, (_, at) => one.slice(at, at + 2)));
  return [...pairs].filter((pair) => other.includes(pair)).length;
};
