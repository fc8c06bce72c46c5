import type { Day } from "../../../rules/define.ts";
import type { Standing } from "../standing.ts";

/** Everyone who applies or holds a title · who applies · who holds a title · the contacts of departments below. */
export type Role = "everyone" | "applicants" | "holders" | "contacts";

/** Something that an application may lack, by its name: a field or a section, in each procedure that has it. */
export interface Lack {
  readonly label: string;
  readonly at: readonly { readonly procedure: string; readonly field?: string; readonly section?: string }[];
}

/** Whom a notice is for. JSON data; it is kept with the notice. */
export interface Audience {
  readonly role: Role;
  /** In one of these places; none: in all of the office's area. */
  readonly areas: readonly string[];
  /** With an application of one of these, by their full ids; none: of any. */
  readonly procedures: readonly string[];
  /** With an application that is so far; none: whatever it is. */
  readonly standings: readonly Standing[];
  /** The application lacks all of these, or one of them. */
  readonly lacks: readonly Lack[];
  readonly lacksAny: boolean;
  /** The title ends on that day or before. */
  readonly until: Day | null;
  /** It is about a duty of recognised platforms: who does not want notices gets it, too. */
  readonly isDuty: boolean;
}

export const everyone: Audience = {
  role: "everyone",
  areas: [],
  procedures: [],
  standings: [],
  lacks: [],
  lacksAny: false,
  until: null,
  isDuty: false,
};

/** An audience as it was kept; null where it is none. */
export const keptAudience = (kept: unknown): Audience | null =>
  typeof kept === "object" && kept !== null && Object.keys(everyone).every((key) => key in kept)
    ? (kept as Audience)
    : null;
