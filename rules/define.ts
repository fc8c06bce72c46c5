import type { Citation } from "./cite.ts";
import type { Condition } from "./condition.ts";

/** A calendar day in Beijing, `YYYY-MM-DD`. */
export type Day = string;
/** An exact decimal number as text, without grouping: `"250"`, `"0.5"`. */
export type Decimal = string;

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Of a place: the choice whose department acts for it, too. */
  readonly within?: string;
}

/** What an answer is made of. Money and shares are exact decimals; nothing here is a binary float. */
export type ValueKind =
  | { readonly kind: "text"; readonly max?: number; readonly suggest?: readonly string[] }
  | { readonly kind: "longText"; readonly max?: number; readonly prompts?: readonly string[] }
  | { readonly kind: "money"; readonly unit: "万元" | "亿元" }
  | { readonly kind: "count"; readonly unit: string }
  | { readonly kind: "decimal"; readonly unit: string }
  /** From 0 to 100; a change over an earlier period (同比增长) may fall below 0 and rise above 100. */
  | { readonly kind: "percent"; readonly isChange?: true }
  | { readonly kind: "date" }
  | { readonly kind: "year" }
  | { readonly kind: "phone" }
  | { readonly kind: "mobile" }
  | { readonly kind: "email" }
  | { readonly kind: "postcode" }
  | { readonly kind: "url" }
  | { readonly kind: "creditCode" }
  | { readonly kind: "yesNo" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] };

/** One value as stored: a decimal, day or text; a count or year; yes or no; the ids chosen. */
export type Scalar = string | number | boolean | readonly string[];
/** A row by column id; `null` is a cell left blank on purpose, a missing key one not asked yet. */
export type Row = Readonly<Record<string, Scalar | null>>;
/** A file as received: its content's hash, the name the person gave it, its size in bytes. */
export interface ReceivedFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
}
/** A supplied material: in hand (perhaps only on paper), with the files received for it. */
export interface Received {
  readonly received: true;
  readonly files: readonly ReceivedFile[];
}
export type Value = Scalar | readonly Row[] | Received;
/** The truth about an application: answers by field id. `null` is a question skipped for later. */
export type Answers = Readonly<Record<string, Value | null>>;

interface Asked {
  /** As on the form, character for character. */
  readonly label: string;
  /** The question in our own words; without it the label is asked. */
  readonly ask?: string;
  /** Why it is asked and how to answer, in our own words. */
  readonly help?: string;
  /** An answer that works, as a person would type it. */
  readonly example?: string;
  /** Other names that people and other papers give it. */
  readonly aliases?: readonly string[];
  /** May stay blank in a finished document. */
  readonly optional?: true;
}

/** A column of a table. */
export type Column = Asked & ValueKind;

interface FieldBase<Id extends string> extends Asked {
  readonly cite: Citation;
  /** Asked only while this is met. */
  readonly when?: Condition<Id>;
  /** One of the few answers that decide eligibility; asked first. */
  readonly screening?: true;
  /** Follows from other answers. Together with `screening` it is asked until they are there; then they govern. */
  readonly computed?: Compute<Id>;
  /** The field or its columns are ours: the source does not give them. */
  readonly ours?: true;
}

export type ScalarField<Id extends string = string> = FieldBase<Id> & ValueKind;
export type TableField<Id extends string = string> = FieldBase<Id> & {
  readonly kind: "table";
  readonly columns: Readonly<Record<string, Column>>;
  /** What one row is: 投资方, 设备. */
  readonly rowName: string;
  readonly minRows?: number;
};
/** A material that the applicant supplies as a file or on paper. */
type FileField<Id extends string = string> = FieldBase<Id> & { readonly kind: "file" };
export type Field<Id extends string = string> = ScalarField<Id> | TableField<Id> | FileField<Id>;
export type Fields = Readonly<Record<string, Field>>;

/** 大专及以上学历 · 中级及以上技术职称, as words in a cell say. */
export type Grade = "college" | "middleTitle";

/** How a fact follows from other answers. */
export type Compute<Id extends string = string> =
  /** part ÷ whole, in percent. */
  | { readonly op: "share"; readonly part: Id; readonly whole: Id }
  | { readonly op: "sum"; readonly table: Id; readonly column: string }
  /** Several fields added up, once all of them are there. */
  | { readonly op: "total"; readonly of: readonly Id[] }
  | { readonly op: "rows"; readonly table: Id }
  /** How many rows meet it; `when` speaks of the table's column ids. */
  | { readonly op: "rowsThat"; readonly table: Id; readonly when: Condition }
  /** How many rows have these cells, all or any of them: 大专以上 and 中级以上. */
  | {
      readonly op: "rowsWhere";
      readonly table: Id;
      readonly match: "all" | "any";
      readonly cells: readonly { readonly column: string; readonly grade: Grade }[];
    }
  /** The share of the rows with an answer in the column that have one of these, in percent. */
  | { readonly op: "shareOfRows"; readonly table: Id; readonly column: string; readonly is: readonly string[] }
  /** The column's value in the row of the greatest year. */
  | { readonly op: "latest"; readonly table: Id; readonly column: string; readonly by: string };

/** blocking: cannot be recognised · warning: likely to be sent back · note. */
export type Severity = "blocking" | "warning" | "note";

/** What weighs less in a special area. */
export interface Relaxation<Id extends string = string> {
  readonly when: Condition<Id>;
  readonly severity: Severity;
  readonly cite: Citation;
  readonly remark: string;
}

/** One rule of eligibility. */
export interface Criterion<Id extends string = string> {
  readonly id: string;
  readonly label: string;
  readonly severity: Severity;
  readonly cite: Citation;
  /** Judged only while this is met. */
  readonly given?: Condition<Id>;
  readonly when: Condition<Id>;
  /** `ours` where the source's wording is open and this is how we read it. */
  readonly reading: "source" | "ours";
  /** Told beside the verdict: what is ours in the reading, what else to know. */
  readonly remark?: string;
  /** How `when` reads the source, where the wording is open. */
  readonly as?: string;
  /** Other readings of an open wording. Where they come out differently, nothing is decided and both are told. */
  readonly otherwise?: readonly { readonly as: string; readonly when: Condition<Id> }[];
  /** Where this is met the criterion weighs less: a special area's relaxation without figures. */
  readonly relaxed?: Relaxation<Id>;
  /** It is about the applicant's place: told apart when jurisdictions are compared. */
  readonly isPlace?: true;
}

/** A service function (服务功能): claimed by the applicant, met with its figures. */
export interface ServiceFunction<Id extends string = string> {
  /** The choice's id in the field that asks which functions are claimed. */
  readonly id: string;
  readonly label: string;
  readonly cite: Citation;
  readonly when: Condition<Id>;
}

interface Section<Id extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Id[];
}

/** A part of the bound application, in the order of binding: a form we write or a material supplied. */
export type Bound<Id extends string = string> = {
  /** Bound in only while this is met. */
  readonly when?: Condition<Id>;
  readonly label: string;
  readonly cite: Citation;
  readonly ours?: true;
} & ({ readonly form: string } | { readonly material: Id });

/** One thing a person can do in a jurisdiction. */
export interface Procedure<Id extends string = string> {
  readonly code: string;
  readonly title: string;
  /** Whose it is, where it is not the applicant's; then it is not in the applicant's menu. */
  readonly role?: "department";
  readonly fields: Readonly<Record<Id, Field<Id>>>;
  readonly sections: readonly Section<Id>[];
  readonly criteria: readonly Criterion<Id>[];
  /** At least one must be met; `claimed` is the field in which the applicant says which it offers. */
  readonly functions?: {
    readonly claimed: Id;
    readonly label: string;
    readonly cite: Citation;
    readonly atLeastOneOf: readonly ServiceFunction<Id>[];
    /** How much it weighs that none is met; blocking without it. `remark` says why that is our reading. */
    readonly weight?: { readonly severity: Severity; readonly remark: string };
    readonly relaxed?: Relaxation<Id>;
  };
  /** Areas with figures of their own, for comparing: the field that says where, and an answer for each. */
  readonly areas?: { readonly field: Id; readonly options: readonly Choice[] };
  /** The field that says where the applicant is: of a choice or of text. */
  readonly places?: Id;
  readonly binding: readonly Bound<Id>[];
  /** How many copies are handed in, where the measures themselves say so; a round says its own. */
  readonly copies?: number;
  /** The fixed declaration that the applicant confirms before the documents are made. */
  readonly declaration: { readonly title: string; readonly text: string; readonly cite: Citation };
  /** What to do with the documents, in order. Dates, copies and addresses are the round's. */
  readonly afterwards: readonly { readonly text: string; readonly cite: Citation }[];
}

/** One date of a round: who must have done what by the end of that day. */
export interface RoundDate {
  readonly role: "applicant" | "county" | "city" | "province";
  readonly way: "online" | "review" | "paper";
  readonly by: Day;
  readonly label: string;
  readonly cite: Citation;
}

/** One year's call (批次) of a procedure. */
export interface Round {
  readonly id: string;
  readonly procedure: string;
  readonly title: string;
  readonly year: number;
  readonly opensOn: Day;
  readonly dates: readonly RoundDate[];
  readonly copies: number;
  readonly online?: { readonly site: string; readonly how: string; readonly cite: Citation };
  /** Where the paper goes in the end, and who sends it there. */
  readonly address: {
    readonly sentBy: RoundDate["role"];
    readonly to: string;
    readonly line: string;
    readonly postcode?: string;
    readonly cite: Citation;
  };
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
  readonly quota?: {
    readonly per: string;
    readonly atMost: number;
    readonly severity: Severity;
    readonly cite: Citation;
  };
  readonly cite: Citation;
}

/** Something owed again and again, or once a title runs out. */
export interface Duty {
  readonly id: string;
  readonly label: string;
  readonly owedBy: "applicant" | "county" | "city" | "province";
  /** To whom, in words. */
  readonly to?: string;
  readonly remark?: string;
  /** The level of the title that it comes with, where titles of several levels differ in it. */
  readonly level?: "province" | "city";
  /** In years from recognition, or on that day of every year. */
  readonly every: { readonly years: number } | { readonly month: number; readonly day: number | "end" };
  readonly cite: Citation;
}

/** The document that a jurisdiction's rules stand in, and its life. */
export interface Source {
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: Day | null;
  /** A notice holds for its year; measures may say when they lapse. `null`: not said. */
  readonly lapsesOn: Day | null;
  /** What is to be said of its life where the text leaves it open: “有效期五年，但文本没有发布日期”. */
  readonly age?: string;
  readonly authority: string;
}

/** An authority's area with all that it asks. */
export interface Jurisdiction {
  readonly code: string;
  readonly name: string;
  readonly source: Source;
  /** Documents the source rests on that are not held here: never guessed, only named. */
  readonly notHeld: readonly string[];
  readonly procedures: readonly Procedure[];
  readonly rounds: readonly Round[];
  readonly duties: readonly Duty[];
  /** A fictitious body's answers by procedure code, as a person would type them. */
  readonly samples: Readonly<Record<string, TypedAnswers>>;
}

/** Answers as a person would type them; a table as rows by column id. */
export type TypedAnswers = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** Ties a procedure's fields to all that refers to them: a misspelt id does not compile. */
export const defineProcedure = <const F extends Record<string, Field<keyof F & string>>>(
  procedure: Procedure<keyof F & string> & { readonly fields: F },
) => procedure;

export const defineJurisdiction = (
  jurisdiction: Omit<Jurisdiction, "procedures"> & { readonly procedures: readonly AnyProcedure[] },
) => jurisdiction as Jurisdiction;

/** A procedure whatever its field ids are. */
// biome-ignore lint/suspicious/noExplicitAny: ids are checked where the procedure is defined
export type AnyProcedure = Procedure<any>;
