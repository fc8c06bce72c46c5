import type { Fields } from "../rules/define.ts";
import type { Photo } from "./photo.ts";

type Named<T> = keyof { [K in keyof T as string extends K ? never : K]: T[K] } & string;
type TableIds<F> = { [K in keyof F]: F[K] extends { readonly kind: "table" } ? K : never }[keyof F] & string;
/** The column ids of each table field. */
type ColumnsOf<F> = { readonly [T in TableIds<F>]: F[T] extends { readonly columns: infer C } ? Named<C> : never };
type Tables = Readonly<Record<string, string>>;

export type Align = "left" | "center" | "right";

/** A piece of a line. A line feed in words starts a new line. */
export type Piece<Id extends string = string> =
  /** Words of the form. */
  | string
  | { readonly label: Id }
  /** The answer, or its blank; with `line` printed on a line at least so many characters long. */
  | { readonly answer: Id; readonly line?: number }
  /** □ or ☑ before each choice. */
  | { readonly boxes: Id }
  /** 年 月 日: the day of the declaration, or room for the pen. */
  | { readonly day: "declared" | "pen" };

/** A cell of a printed table. Widths are in mm; cells without one share what is left of the row. */
export interface Cell<Id extends string = string> {
  readonly of: readonly Piece<Id>[];
  readonly width?: number;
  readonly align?: Align;
  readonly isBold?: true;
  /** Text at the top of the cell, not in its middle. */
  readonly isTop?: true;
}

interface ColumnCell<ColumnId extends string> {
  readonly column: ColumnId;
  /** One choice of the column: √ where a row has it, under the choice's label. 满意 | 不满意 */
  readonly ticked?: string;
  readonly width?: number;
  readonly align?: Align;
}

/** One row for each row of a table field, and blank ones up to `least`. */
type EachRow<T extends Tables> = {
  [Table in keyof T & string]: {
    readonly each: Table;
    readonly least: number;
    readonly cells: readonly ColumnCell<T[Table]>[];
  };
}[keyof T & string];

/** A row of a printed table; spans follow from the widths. */
export type GridRow<Id extends string = string, T extends Tables = Tables> =
  /** `height` in mm is the least; `isHead` repeats on each page. */
  | { readonly cells: readonly Cell<Id>[]; readonly height?: number; readonly isHead?: true }
  /** A title over the whole width, kept with what follows. */
  | { readonly band: string }
  /** One cell beside several rows. */
  | { readonly beside: Cell<Id>; readonly rows: readonly GridRow<Id, T>[] }
  | EachRow<T>;

/** A table field as a list: 序号, its columns under their own labels, perhaps a total. */
type List<Id extends string, T extends Tables> = {
  [Table in keyof T & string]: {
    readonly block: "list";
    readonly table: Table;
    readonly least: number;
    /** Neighbours of one `group` stand under it, in two header rows. */
    readonly columns: readonly (ColumnCell<T[Table]> & { readonly group?: string })[];
    /** The columns summed up in a last row. */
    readonly total?: { readonly label: string; readonly columns: readonly T[Table][] };
    /** Words in a last row over the whole width. 上一年度共服务企业 家 */
    readonly foot?: readonly Piece<Id>[];
  };
}[keyof T & string];

export interface Cover<Id extends string = string> {
  readonly block: "cover";
  /** 附件1 */
  readonly attachment: string;
  readonly title: readonly string[];
  readonly blanks: readonly { readonly label: string; readonly of: readonly Piece<Id>[] }[];
  /** …制 */
  readonly issuer: string;
}

/** A part of a form. */
export type Block<Id extends string = string, T extends Tables = Tables> =
  | Cover<Id>
  | { readonly block: "attachment"; readonly text: string }
  | { readonly block: "title"; readonly text: string }
  /** A title with an answer in it: 推荐2022年度…汇总表 */
  | { readonly block: "title"; readonly of: readonly Piece<Id>[] }
  | { readonly block: "heading"; readonly text: string }
  | { readonly block: "paragraph"; readonly of: readonly Piece<Id>[] }
  | { readonly block: "contents"; readonly title: string; readonly items: readonly string[] }
  /** Short paragraphs, one for each point. */
  | { readonly block: "items"; readonly lines: readonly string[] }
  /** A heading with a long answer under it. */
  | { readonly block: "narrative"; readonly heading: string; readonly answer: Id }
  /** A heading with the files of a material that is bound in here. */
  | { readonly block: "attached"; readonly heading: string; readonly material: Id }
  | { readonly block: "grid"; readonly rows: readonly GridRow<Id, T>[]; readonly isOpen?: true }
  | List<Id, T>
  /** Small print under a table. */
  | { readonly block: "note"; readonly of: readonly Piece<Id>[] }
  /** Places for seal, signature and date. */
  | { readonly block: "signing"; readonly lines: readonly (readonly Piece<Id>[])[] }
  /** A received photo; `number` counts them from 1. */
  | { readonly block: "photo"; readonly photo: Photo; readonly number: number }
  | { readonly block: "pageBreak" };

/** A form as data. */
export interface Form<Id extends string = string, T extends Tables = Tables> {
  readonly title: string;
  readonly isLandscape?: true;
  /** Its lists have so many columns that they need small type, narrow cells and narrow margins. */
  readonly isDense?: true;
  /** Its lists are handed over as a spreadsheet as well. */
  readonly alsoSheet?: true;
  /** What of it is ours and not the source's; said in the contents sheet. */
  readonly ours?: string;
  readonly blocks: readonly Block<Id, T>[];
}

/** Ties a form to a procedure's fields: a misspelt field or column id does not compile. */
export const defineForm =
  <F extends Fields>() =>
  (form: Form<keyof F & string, ColumnsOf<F>>) =>
    form;

/** The same for rows kept in a file of their own. */
export const defineRows =
  <F extends Fields>() =>
  <const Rows extends readonly GridRow<keyof F & string, ColumnsOf<F>>[]>(rows: Rows) =>
    rows;

/** 注册日期：2019年3月5日 */
export const labelled = <const Id extends string>(answer: Id) =>
  ({ of: [{ label: answer }, "：", { answer }] }) as const;

/** A cell of the form's own words, in the middle. */
export const words = (text: string, width?: number) =>
  ({ of: [text], align: "center", ...(width !== undefined && { width }) }) as const;
