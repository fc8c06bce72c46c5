import type { Passage } from "./content.ts";
import type { Field } from "./define.ts";
import { headedBy, headingWords, type Labelled } from "./headings.ts";

/** Long texts found in a document by field id, and all of it that stands under no known heading. */
export interface Sections {
  readonly sections: Readonly<Record<string, string>>;
  readonly rest: string;
}

/**
 * Long texts from a document by its headings: “二、服务开展情况” → the field so labelled; text under a heading up to the
 * next known one, or to an unknown one of the same rank where both are set as headings. A heading that comes again
 * stood in the contents the first time. Without any known heading and with one field asked, the whole text is that
 * field's: give all fields that the document may hold. Nothing but the headings of what was found is left out.
 */
export const sectionsIn = (
  passages: readonly Passage[],
  fields: readonly { readonly id: string; readonly field: Field }[],
): Sections => {
  const parts = partsIn(
    passages,
    fields.map(({ id, field }) => ({ id, label: headingWords(field.label) })),
  );
  const [only] = fields;
  if (only && fields.length === 1 && parts.every(({ id }) => id === null))
    return sectionsOf([{ id: only.id, heading: null, level: null, lines: parts.flatMap(({ lines }) => lines) }]);
  return sectionsOf(parts);
};

/** Text with the heading it stands under; `id` says which field that heading names. */
interface Part {
  readonly id: string | null;
  readonly heading: string | null;
  readonly level: number | null;
  readonly lines: readonly string[];
}

const sectionsOf = (parts: readonly Part[]): Sections => {
  const governing = new Map(
    parts.flatMap((part) => (part.id !== null && textOf(part) !== "" ? [[part.id, part]] : [])),
  );
  const others = parts.filter((part) => part.id === null || governing.get(part.id) !== part);
  return {
    sections: Object.fromEntries([...governing].map(([id, part]) => [id, textOf(part)])),
    rest: others
      .map((part) => [part.heading ?? "", textOf(part)].filter(Boolean).join("\n"))
      .filter(Boolean)
      .join("\n"),
  };
};

const textOf = ({ lines }: Part): string => lines.join("\n").trim();

const partsIn = (passages: readonly Passage[], labels: readonly Labelled[]): readonly Part[] => {
  const parts: (Part & { readonly lines: string[] })[] = [{ id: null, heading: null, level: null, lines: [] }];
  for (const passage of passages) {
    if ("table" in passage) {
      for (const row of passage.table) parts.at(-1)?.lines.push(rowText(row));
      continue;
    }
    const { paragraph, level } = passage;
    const { id, behind } = namedBy(paragraph, level, labels);
    if (id !== null) parts.push({ id, heading: paragraph, level, lines: behind === "" ? [] : [behind] });
    else if (endsSection(level, parts.at(-1)?.level ?? null))
      parts.push({ id, heading: paragraph, level: null, lines: [] });
    else parts.at(-1)?.lines.push(paragraph);
  }
  return parts;
};

const endsSection = (level: number | null, of: number | null): boolean => level !== null && of !== null && level <= of;

/** The field that a paragraph is the heading of, and the text that follows it after a colon. */
const namedBy = (text: string, level: number | null, labels: readonly Labelled[]) => {
  const id = headedBy(text, level !== null, labels);
  if (id !== null) return { id, behind: "" };
  const [, label = "", behind = ""] = /^([^:：\n]{1,100})[:：\n](.*)$/s.exec(text) ?? [];
  return { id: headedBy(label, false, labels), behind: behind.trim() };
};

/** A row as a line of text: its cells with a tab between them. */
export const rowText = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/g, " ")).join("\t");
