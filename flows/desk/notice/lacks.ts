import type { Field } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { isAskable } from "../../../rules/plan.ts";
import { fieldsLabelled, type Labelled, namesOf } from "../../../rules/said/labels.ts";
import { fold } from "../../commands.ts";
import type { Lack } from "./audience.ts";

/**
 * What may be meant by words that tell what an application lacks, the likeliest first: one, where it is clear; none.
 * A name as the form has it, or another name of a field, or a part of only one name.
 */
export const lacksNamed = (words: string, served: readonly Served[]): readonly Lack[] => {
  const wanted = plain(words);
  if (wanted.length < 2) return [];
  const ways = [
    () => named(served, words),
    () => lacksOf(served).filter(({ label }) => plain(label).includes(wanted)),
    () => lacksOf(served).filter(({ label }) => wanted.includes(plain(label))),
  ];
  return ways.map((way) => way()).find((found) => found.length > 0) ?? [];
};

const mostLike = 3;

/** What has most pairs of characters with words that name nothing. */
export const lacksLike = (words: string, served: readonly Served[]): readonly Lack[] => {
  const wanted = plain(words);
  const pairs = Array.from({ length: Math.max(wanted.length - 1, 0) }, (_, at) => wanted.slice(at, at + 2));
  return lacksOf(served)
    .map((lack) => ({ lack, shared: pairs.filter((pair) => plain(lack.label).includes(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || a.lack.label.length - b.lack.label.length)
    .slice(0, mostLike)
    .map(({ lack }) => lack);
};

/** What applications may lack as a choice offers it: the materials, then the sections. */
export const usualLacks = (served: readonly Served[]): readonly Lack[] => {
  const all = lacksOf(served);
  const isMaterial = ({ at }: Lack) => at.some((one) => fieldAt(served, one)?.kind === "file");
  return [...all.filter(isMaterial), ...all.filter(({ at }) => at.some(({ section }) => section !== undefined))];
};

const fieldAt = (served: readonly Served[], { procedure, field }: Lack["at"][number]): Field | undefined =>
  field === undefined ? undefined : served.find(({ id }) => id === procedure)?.procedure.fields[field];

const fieldsOf = new WeakMap<Served, readonly Labelled[]>();

const askableOf = (served: Served): readonly Labelled[] => {
  const known = fieldsOf.get(served);
  if (known) return known;
  const { sections, fields } = served.procedure;
  const askable = sections
    .flatMap((section) => section.fields)
    .flatMap((id: string) => {
      const field: Field | undefined = fields[id];
      return field && isAskable(field) ? [{ id, field }] : [];
    });
  fieldsOf.set(served, askable);
  return askable;
};

/** By the exact names, or those that people use: a section stands beside fields of its name. */
const named = (served: readonly Served[], words: string): readonly Lack[] => {
  const found = served.flatMap((one) => {
    const askable = askableOf(one);
    const ids = fieldsLabelled(words, askable);
    const fields = askable
      .filter(({ id }) => ids.includes(id))
      .map(({ id, field }) => lackOf(field.label, { procedure: one.id, field: id }));
    const exact = plain(words);
    const isExact = askable.some(({ field }) => namesOf(field).some((name) => plain(name) === exact));
    const sections = one.procedure.sections.filter(({ title }) => plain(title) === exact);
    return [
      ...(sections.length > 0 && !isExact ? [] : fields),
      ...sections.map(({ id, title }) => lackOf(title, { procedure: one.id, section: id })),
    ];
  });
  return merged(found);
};

/** All that the procedures ask for, each name once. */
const lacksOf = (served: readonly Served[]): readonly Lack[] =>
  merged(
    served.flatMap((one) => [
      ...askableOf(one).map(({ id, field }) => lackOf(field.label, { procedure: one.id, field: id })),
      ...one.procedure.sections
        .filter(({ fields }) => fields.some((id: string) => askableOf(one).some((askable) => askable.id === id)))
        .map(({ id, title }) => lackOf(title, { procedure: one.id, section: id })),
    ]),
  );

const lackOf = (label: string, at: Lack["at"][number]): Lack => ({ label: withoutNumber(label), at: [at] });

/** The same name in several procedures is one thing to lack; a section and a field of one name are two. */
const merged = (lacks: readonly Lack[]): readonly Lack[] => {
  const byName = new Map<string, Lack>();
  for (const { label, at } of lacks) {
    const kind = at.some(({ section }) => section !== undefined) ? "section" : "field";
    const key = `${kind} ${plain(label)}`;
    byName.set(key, { label: byName.get(key)?.label ?? label, at: [...(byName.get(key)?.at ?? []), ...at] });
  }
  const all = [...byName.values()];
  const isTwice = ({ label }: Lack) => all.filter((one) => one.label === label).length > 1;
  return all.map((lack) =>
    isTwice(lack) && lack.at.some(({ section }) => section !== undefined)
      ? { ...lack, label: `${lack.label}（整个部分）` }
      : lack,
  );
};

const withoutNumber = (title: string): string => title.replace(/^[一二三四五六七八九十]{1,3}[、.．]\s*/, "");

/** Without numbering, marks and 的: 上一年度的审计报告 is 上一年度审计报告. */
const plain = (words: string): string => fold(withoutNumber(words)).replace(/[^\p{L}\p{N}]|的/gu, "");
