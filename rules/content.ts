import type { ReceivedFile, TypedAnswers } from "./define.ts";

/** Rows of cells as text, as a person sees them; shorter rows have no further cells. Rows and columns count from 0. */
export type Grid = readonly (readonly string[])[];

/** One sheet of a spreadsheet, hidden rows left out. */
export interface Sheet {
  readonly name: string;
  readonly cells: Grid;
}

/** A part of a text document, in its order. `level` is the heading's, from 1; merged cells stand once. */
export type Passage = { readonly paragraph: string; readonly level: number | null } | { readonly table: Grid };

/** What was read out of a file that a person sent. Reasons are Chinese, say what to send instead, and name no library. */
export type Content =
  | { readonly kind: "sheets"; readonly sheets: readonly Sheet[] }
  | {
      readonly kind: "document";
      readonly passages: readonly Passage[];
      /** What one of the procedure's own forms was found to hold, as a person would type it; empty where it is none. */
      readonly typed: TypedAnswers;
    }
  /** A photo or scan, of a kind that goes into a document. */
  | { readonly kind: "picture"; readonly type: "jpeg" | "png" }
  /** A file that is only kept: PDF, old Word, other pictures. */
  | { readonly kind: "opaque"; readonly what: string }
  /** The files of a .zip, each kept on its own; an archive in an archive is not opened. */
  | { readonly kind: "archive"; readonly files: readonly { readonly file: ReceivedFile; readonly content: Content }[] }
  /** Encrypted, broken, empty, dangerous or of a wrong type. */
  | { readonly kind: "unusable"; readonly why: string };
