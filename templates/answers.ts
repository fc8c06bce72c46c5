import type { Field, Row, Scalar, ScalarField, TableField, Value } from "../rules/define.ts";
import { compute } from "../rules/facts.ts";
import { plain } from "../rules/values/index.ts";
import type { Paper } from "./form.ts";

/** What stands in an answer's place: its text as the form prints it, or a blank that a draft marks. */
export interface Filled {
  readonly text: string;
  readonly isMissing: boolean;
}

/** The answer to a question of one value. */
export const answerIn = ({ facts, isDraft }: Paper, id: string): Filled => {
  const field = facts.field(id);
  const value = facts.value(id);
  if (isScalar(field) && isAnswered(value)) return { text: plain(field, value), isMissing: false };
  return { text: "", isMissing: isDraft && !field.optional && facts.relevant(id) !== false };
};

/** The applicant's name, where the procedure asks for it and it is known. */
export const applicantIn = ({ facts, procedure }: Paper): string => {
  const name = "applicantName" in procedure.fields && facts.value("applicantName");
  return typeof name === "string" ? name : "";
};

/** The choices of a question, each with whether it was chosen. */
export const choicesIn = ({ facts }: Paper, id: string) => {
  const field = facts.field(id);
  if (!("choices" in field)) throw new Error(`${id} has no choices`);
  const value = facts.value(id);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  return field.choices.map((choice) => ({ label: choice.label, isChosen: chosen.includes(choice.id) }));
};

/** A cell of a table. In a draft the first row of a table without rows shows what is missing. */
export const cellIn = (
  { isDraft }: Paper,
  table: TableField,
  row: Row | undefined,
  column: string,
  at: number,
): Filled => {
  const kind = columnOf(table, column);
  const value = row?.[column];
  if (value !== undefined && value !== null && value !== "") return { text: plain(kind, value), isMissing: false };
  const isAsked = row !== undefined || (at === 0 && !table.optional);
  return { text: "", isMissing: isDraft && isAsked && !kind.optional };
};

/** The sum of a column, or nothing while it has no numbers. */
export const totalIn = ({ facts }: Paper, table: string, column: string): string => {
  const sum = compute(facts, { op: "sum", table, column });
  return sum === undefined ? "" : String(sum);
};

export const tableIn = ({ facts }: Paper, id: string): TableField => {
  const field = facts.field(id);
  if (field.kind !== "table") throw new Error(`${id} is no table`);
  return field;
};

export const columnOf = (table: TableField, column: string) => {
  const found = table.columns[column];
  if (!found) throw new Error(`${table.label} has no column ${column}`);
  return found;
};

/** The names of the files received for a material; `undefined` while it is not in hand. */
export const filesIn = ({ facts }: Paper, material: string) => {
  const value = facts.value(material);
  return typeof value === "object" && "files" in value ? value.files : undefined;
};

const isScalar = (field: Field): field is ScalarField => field.kind !== "table" && field.kind !== "file";
const isAnswered = (value: Value | undefined): value is Scalar => value !== undefined && value !== "";
