import type { Content, Grid, Passage, Sheet } from "../../rules/content.ts";
import type { Field, ReceivedFile, TypedAnswers } from "../../rules/define.ts";
import { assignSheets, type Matched, matchColumns } from "../../rules/rows/match.ts";
import { gridOf } from "../../rules/rows/paste.ts";
import { severalIn } from "../../rules/said/several.ts";
import { sectionsIn } from "../../rules/sections.ts";
import type { Listing } from "../interview/events.ts";
import type { Scene } from "../interview/scene.ts";
import { materialNamed } from "./materials.ts";

/** Something that answers a field, as it came. */
export type Found =
  | { readonly field: string; readonly text: string }
  | { readonly field: string; readonly cells: Grid; readonly matched: Matched; readonly sheet: string }
  | { readonly field: string; readonly files: readonly ReceivedFile[] };

export interface Findings {
  readonly found: readonly Found[];
  /** What belongs to no question, in the person's words. */
  readonly rest: readonly string[];
}

interface Named {
  readonly id: string;
  readonly field: Field;
}

/** What a text or file gives for this application. Nothing is read yet: texts and cells are as they came. */
export const collect = (scene: Scene, { source, open, columns }: Listing): Findings => {
  const of = new Collector(scene, open, columns);
  if ("text" in source) return of.text(source.text);
  const content = scene.contents.get(source.file.hash);
  return content ? of.content(content, source.file) : none;
};

const none: Findings = { found: [], rest: [] };

class Collector {
  private readonly on: string;
  private readonly fields: readonly Named[];
  private readonly open: string | null;
  private readonly columns: Listing["columns"];

  constructor(scene: Scene, open: string | null, columns: Listing["columns"]) {
    this.on = scene.on;
    this.open = open;
    this.columns = columns;
    this.fields = candidates(scene);
  }

  /** Rows for the open table, or several answers with their labels. */
  text(text: string): Findings {
    const table = this.tables.find(({ id }) => id === this.open);
    const cells = table && gridOf(text, table.field);
    if (table && cells) return { found: this.rows(table.id, cells, ""), rest: [] };
    const several = severalIn(text, spoken(this.fields), this.open, this.on);
    if (!several) return { found: [], rest: [text] };
    return {
      found: several.pairs,
      rest: [...several.rest, ...several.unclear.map(({ label, text }) => `${label}：${text}`)],
    };
  }

  content(content: Content, file: ReceivedFile): Findings {
    switch (content.kind) {
      case "sheets":
        return this.sheets(content.sheets);
      case "document":
        return this.document(content.passages, content.typed);
      case "archive":
        return joined(withoutBystanders(content.files).map((inner) => this.content(inner.content, inner.file)));
      case "unusable":
        return { found: [], rest: [content.why] };
      default:
        return this.material(file);
    }
  }

  private material(file: ReceivedFile): Findings {
    const material = materialNamed(file.name, this.fields);
    return material ? { found: [{ field: material, files: [file] }], rest: [] } : { found: [], rest: [file.name] };
  }

  private sheets(sheets: readonly Sheet[]): Findings {
    const assigned = assignSheets(sheets, this.tables, this.on);
    const [single, ...more] = sheets;
    const isForOpenTable = assigned.length === 0 && single && more.length === 0;
    const own = isForOpenTable && this.open ? this.rows(this.open, single.cells, single.name) : [];
    if (own.length > 0) return { found: own, rest: [] };
    const others = sheets.filter((sheet) => !assigned.some((one) => one.sheet === sheet) && sheet.cells.length > 0);
    return joined([
      { found: assigned.flatMap(({ sheet, table }) => this.rows(table, sheet.cells, sheet.name)), rest: [] },
      ...others.map((sheet) => this.labelled(sheet.cells, `表格“${sheet.name}”没有对上任何一张表`)),
    ]);
  }

  /** One of our own forms, else what its headings and tables say. */
  private document(passages: readonly Passage[], typed: TypedAnswers): Findings {
    if (Object.keys(typed).length > 0) return { found: this.typed(typed), rest: [] };
    const narratives = this.fields.filter(({ field }) => field.kind === "longText");
    const byHeading = sectionsIn(passages, narratives);
    const open = narratives.filter(({ id }) => id === this.open);
    const { sections, rest } = Object.keys(byHeading.sections).length > 0 ? byHeading : sectionsIn(passages, open);
    const texts = Object.entries(sections).map(([field, text]): Found => ({ field, text }));
    const tables = passages.flatMap((passage, at) =>
      "table" in passage ? { name: headingAbove(passages, at), cells: passage.table } : [],
    );
    return joined([{ found: texts, rest: texts.length > 0 && rest !== "" ? [rest] : [] }, this.sheets(tables)]);
  }

  private typed(typed: TypedAnswers): readonly Found[] {
    return Object.entries(typed).flatMap(([id, answer]): readonly Found[] => {
      if (typeof answer === "string") return [{ field: id, text: answer }];
      const field = this.tables.find((table) => table.id === id)?.field;
      if (!field) return [];
      const ids = Object.keys(field.columns);
      const cells = [
        Object.values(field.columns).map(({ label }) => label),
        ...answer.map((row) => ids.map((column) => row[column] ?? "")),
      ];
      return [{ field: id, cells, matched: { heading: 0, first: 1, columns: ids, unsure: [] }, sheet: "" }];
    });
  }

  /** A sheet of labels with their values beside them. */
  private labelled(cells: Grid, why: string): Findings {
    const rows = cells.map((row) => row.filter((cell) => cell.trim() !== ""));
    // A label with its value, perhaps twice in a row; in wider tables a neighbour is not the value.
    const lines = rows.flatMap((row) => (row.length === 2 || row.length === 4 ? row.join("\t") : [])).join("\n");
    const several = severalIn(lines, spoken(this.fields), null, this.on);
    return several ? { found: several.pairs, rest: several.rest } : { found: [], rest: [why] };
  }

  private rows(table: string, cells: Grid, sheet: string): readonly Found[] {
    const field = this.tables.find(({ id }) => id === table)?.field;
    const matched = field && matchColumns(cells, field, this.on, this.columns[table]);
    return matched ? [{ field: table, cells, matched, sheet }] : [];
  }

  private get tables() {
    return this.fields.flatMap(({ id, field }) => (field.kind === "table" ? { id, field } : []));
  }
}

/** What can be answered now: everything asked, and what a branch that is not decided yet may ask. */
export const candidates = ({ facts, only }: Scene): readonly Named[] =>
  Object.entries(facts.procedure.fields as Readonly<Record<string, Field>>).flatMap(([id, field]) => {
    const isAsked = !field.computed || field.screening === true;
    return isAsked && facts.relevant(id) !== false && (!only || only.has(id)) ? { id, field } : [];
  });

type Inner = Extract<Content, { kind: "archive" }>["files"];

/** Beside our own forms other documents are bystanders: a contents sheet speaks of answers and is none. */
const withoutBystanders = (files: Inner): Inner => {
  const isForm = ({ content }: Inner[number]) => content.kind === "document" && Object.keys(content.typed).length > 0;
  return files.some(isForm) ? files.filter((one) => one.content.kind !== "document" || isForm(one)) : files;
};

/** What a person can answer in words. */
export const spoken = (fields: readonly Named[]): readonly Named[] =>
  fields.filter(({ field }) => field.kind !== "table" && field.kind !== "file");

const headingAbove = (passages: readonly Passage[], at: number): string => {
  const before = passages.slice(0, at).findLast((passage) => "paragraph" in passage && passage.paragraph.trim() !== "");
  return before && "paragraph" in before ? before.paragraph.trim() : "";
};

const joined = (all: readonly Findings[]): Findings => ({
  found: all.flatMap(({ found }) => found),
  rest: all.flatMap(({ rest }) => rest),
});
