import { assign, type SnapshotFrom, setup } from "xstate";
import type { Day, ReceivedFile } from "../../../rules/define.ts";
import type { Source } from "./source.ts";

interface RoundContext {
  readonly source: Source | null;
  /** The day on which it was begun. */
  readonly on: Day;
  /** All that was answered and corrected, in order: the draft is made of the source by saying it again. */
  readonly said: readonly string[];
  /** What a notice of it would say, once it is done. */
  readonly news: News | null;
}

/** What is handed on to the conversation in which a notice is written. */
export interface News {
  readonly draft: { readonly text: string; readonly files: readonly ReceivedFile[] };
  /** A round, and the applicants' procedures that it concerns. */
  readonly about: { readonly round: string; readonly procedures: readonly string[] };
}

export type RoundEvent =
  | { readonly type: "begin"; readonly source: Source; readonly on: Day }
  | { readonly type: "say"; readonly text: string }
  /** The source says something else: it was changed meanwhile, or its rest came. */
  | { readonly type: "renew"; readonly source: Source }
  | { readonly type: "done"; readonly news: News }
  | { readonly type: "undo" | "yes" | "no" | "resume" };

const house = setup({
  types: { context: {} as RoundContext, events: {} as RoundEvent },
  guards: { hasSaid: ({ context }) => context.said.length > 0 },
  actions: {
    begin: assign(({ event, context }) =>
      event.type === "begin" ? { source: event.source, on: event.on, said: [] } : context,
    ),
    say: assign({
      said: ({ context, event }) => (event.type === "say" ? [...context.said, event.text] : context.said),
    }),
    renew: assign({ source: ({ context, event }) => (event.type === "renew" ? event.source : context.source) }),
    keep: assign({ news: ({ event }) => (event.type === "done" ? event.news : null) }),
    unsay: assign({ said: ({ context }) => context.said.slice(0, -1) }),
  },
});

/** A round is opened, or its dates changed: its source, what is asked and corrected of it, a dry run, and a yes. */
export const roundChart = house.createMachine({
  id: "round",
  initial: "beginning",
  context: { source: null, on: "", said: [], news: null },
  on: { renew: { target: ".checking", actions: "renew" } },
  states: {
    beginning: { on: { begin: { target: "checking", actions: "begin" }, resume: "checking" } },
    /** What is open is asked singly, then all is shown as a list: which of both follows from what was said. */
    checking: {
      on: {
        say: { actions: "say" },
        undo: [{ guard: "hasSaid", actions: "unsay" }, { target: "beginning" }],
        yes: "confirming",
      },
    },
    /** The caller performs it, and says `done`. */
    confirming: { on: { done: { target: "offering", actions: "keep" }, no: "checking" } },
    /** Shall it be told to all? */
    offering: {},
  },
});

export type RoundState = SnapshotFrom<typeof roundChart>;
