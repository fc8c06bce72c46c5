import type { Answers, Day } from "../rules/define.ts";
import type { Served } from "../rules/index.ts";
import type { Marks } from "../rules/plan.ts";
import type { Patch } from "./interview/machine.ts";
import type { Known } from "./known.ts";
import type { Reply } from "./reply.ts";

/** An application as it is kept. */
export interface Kept {
  readonly id: string;
  readonly procedure: string;
  readonly round: string | null;
  readonly rules: string;
  readonly sample: boolean;
  readonly marks: Marks;
  readonly updatedOn: Day;
}

/** All that a turn may know. */
export interface World {
  readonly on: Day;
  readonly served: readonly Served[];
  readonly consentedOn: Day | null;
  readonly applications: readonly Kept[];
  /** Answers of the applications that were read so far. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** What the enterprise answered in other applications, by field id. */
  readonly known: ReadonlyMap<string, Known>;
  /** An id for an application that this turn may open. */
  readonly freshId: string;
}

/** Where the conversation is, as JSON data: state values and small contexts, no answers. */
export interface Conversation {
  readonly lobby: unknown;
  readonly interview: { readonly application: string; readonly snapshot: unknown } | null;
}

/** A message, or the documents of an application in its place. */
export type Saying = Reply | { readonly documents: { readonly application: string; readonly isDraft: boolean } };

/** What a turn does, as data. */
export interface Outcome {
  readonly conversation: Conversation;
  readonly consentedOn: Day | null;
  readonly forget: boolean;
  readonly opened: readonly Kept[];
  readonly changed: readonly (Omit<Kept, "updatedOn" | "procedure" | "sample"> & {
    readonly answers: Patch["answers"];
  })[];
  readonly sayings: readonly Saying[];
}

/** The turn cannot be decided without the answers of these applications: read them and call again. */
export interface Needs {
  readonly needs: readonly string[];
}
