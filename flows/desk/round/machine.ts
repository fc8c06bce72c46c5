import { assign, type SnapshotFrom, setup } from "xstate";
import type { Day } from "../../../rules/define.ts";
import type { Source } from "./source.ts";

interface RoundContext {
  readonly source: Source | null;
  /** The day on which it was begun. */
  readonly on: Day;
  /** All that was answered and corrected, in order: the draft is made of the source by saying it again. */
  readonly said: readonly string[];
}

export type RoundEvent =
  | { readonly type: "begin"; readonly source: Source; readonly on: Day }
  | { readonly type: "say"; readonly text: string }
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
    unsay: assign({ said: ({ context }) => context.said.slice(0, -1) }),
    /** Performed by the caller: the rounds become those of the draft. */
    open: () => {},
    /** Performed by the caller: a notice of it is written. */
    tell: () => {},
  },
});

/** A round is opened, or its dates changed: its source, what is asked and corrected of it, a dry run, and a yes. */
export const roundChart = house.createMachine({
  id: "round",
  initial: "beginning",
  context: { source: null, on: "", said: [] },
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
    confirming: { on: { yes: { target: "offering", actions: "open" }, no: "checking" } },
    /** Shall it be told to all? */
    offering: { on: { yes: { target: "over", actions: "tell" }, no: "over" } },
    over: { type: "final" },
  },
});

export type RoundState = SnapshotFrom<typeof roundChart>;
