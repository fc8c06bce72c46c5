import { type AnyMachineSnapshot, assign, type SnapshotFrom, setup } from "xstate";
import type { ReceivedFile } from "../../rules/define.ts";
import type { Item } from "../../rules/plan.ts";
import { restore } from "../chart.ts";
import type { Cell, InterviewEvent, Listing, Patch, PendingReading, Place } from "./events.ts";

interface InterviewContext {
  /** The field in question. */
  readonly focus: string | null;
  readonly cell: Cell | null;
  readonly pending: { readonly why: string; readonly readings: readonly PendingReading[] } | null;
  /** Choices pressed so far where several may be. */
  readonly picked: readonly string[];
  readonly tries: number;
  /** The answer given last, which “不对，是…” amends. */
  readonly last: Place | null;
  readonly listing: Listing | null;
  /** Files of which it is asked what they are. */
  readonly sorting: readonly ReceivedFile[];
}

const unasked = { focus: null, cell: null, pending: null, picked: [], tries: 0 } as const;
const opening: InterviewContext = { ...unasked, last: null, listing: null, sorting: [] };

const house = setup({
  types: { context: {} as InterviewContext, events: {} as InterviewEvent },
  guards: {
    isScreening: ({ event }) => event.guide.screening !== null,
    isVerdictUnseen: ({ event }) => !event.guide.isVerdictSeen,
    nextIs: ({ event }, manner: Item["manner"]) => event.guide.next?.manner === manner,
    gotoIs: ({ event }, manner: Item["manner"]) => event.type === "goto" && event.item.manner === manner,
    isLeaving: ({ event }) => event.type === "understood" && event.leave === true,
    isMending: ({ event }) => event.guide.mending !== null,
    isStaying: ({ event }) => event.type === "amended" && event.stays,
  },
  actions: {
    /** Performed by the caller: the patch becomes the truth. */
    keep: (_, _params: { patch: Patch }) => {},
    /** Performed by the caller: the documents are written and sent. */
    render: () => {},
    focusScreening: assign(({ event }) => ({ ...unasked, focus: event.guide.screening })),
    focusMending: assign(({ event }) => ({ ...unasked, focus: event.guide.mending })),
    focusNext: assign(({ event }) => ({ ...unasked, focus: event.guide.next?.id ?? null })),
    focusGoto: assign(({ event }) => ({ ...unasked, focus: event.type === "goto" ? event.item.id : null })),
    hold: assign(({ event }) =>
      event.type === "doubtful" ? { pending: { why: event.why, readings: event.readings } } : {},
    ),
    drop: assign({ pending: null }),
    remember: assign(({ event }) =>
      (event.type === "understood" || event.type === "amended") && event.of ? { last: event.of } : {},
    ),
    list: assign(({ event }) => (event.type === "list" ? { listing: event.listing, tries: 0 } : {})),
    sort: assign(({ context, event }) =>
      event.type === "sort" ? { listing: null, sorting: [...context.sorting, event.file] } : {},
    ),
    putAway: assign({ listing: null, sorting: [] }),
    miss: assign({ tries: ({ context }) => context.tries + 1 }),
    pick: assign(({ event }) => (event.type === "picked" ? { picked: event.picked, tries: 0 } : {})),
    moveCell: assign(({ event }) => ({
      pending: null,
      tries: 0,
      picked: [],
      cell: (event.type === "understood" || event.type === "cell" ? event.cell : null) ?? null,
    })),
  },
});

const keep = {
  type: "keep",
  params: ({ event }: { event: InterviewEvent }) => ({
    patch: "patch" in event ? event.patch : { answers: {}, marks: {} },
  }),
} as const;

const plan = "#interview.active.plan";
const onward = { target: plan, actions: [keep, "remember"] } as const;
/** Elsewhere than in an answer's own question; back to what was asked, if it still is. */
const amended = [
  { guard: "isStaying", target: "#interview.active.here", actions: [keep, "remember", "putAway"] },
  { target: plan, actions: [keep, "remember", "putAway"] },
] as const;
const list = { target: "#interview.listing", actions: ["putAway", "list"] } as const;

/** The interview: one machine for every procedure of every jurisdiction. It knows states, the plan knows fields. */
export const interview = house.createMachine({
  id: "interview",
  initial: "idle",
  context: opening,
  states: {
    idle: { on: { begin: "active" } },
    paused: { on: { begin: "active" } },
    active: {
      initial: "plan",
      on: {
        pause: "paused",
        restart: "restarting",
        list,
        sort: { target: "#interview.sorting", actions: "sort" },
        amended: [
          { guard: "isStaying", actions: [keep, "remember"] },
          { target: plan, actions: [keep, "remember"] },
        ],
        goto: [
          { guard: { type: "gotoIs", params: "table" }, target: ".table", actions: "focusGoto" },
          { guard: { type: "gotoIs", params: "text" }, target: ".writing", actions: "focusGoto" },
          { guard: { type: "gotoIs", params: "files" }, target: ".files", actions: "focusGoto" },
          { target: ".asking", actions: "focusGoto" },
        ],
      },
      states: {
        here: { type: "history", history: "deep" },
        plan: {
          always: [
            { guard: "isMending", target: "table.mending", actions: "focusMending" },
            { guard: "isScreening", target: "asking", actions: "focusScreening" },
            { guard: "isVerdictUnseen", target: "verdict" },
            { guard: { type: "nextIs", params: "field" }, target: "asking", actions: "focusNext" },
            { guard: { type: "nextIs", params: "table" }, target: "table", actions: "focusNext" },
            { guard: { type: "nextIs", params: "text" }, target: "writing", actions: "focusNext" },
            { guard: { type: "nextIs", params: "files" }, target: "files", actions: "focusNext" },
            { target: "review" },
          ],
        },
        asking: {
          on: {
            understood: onward,
            onward,
            doubtful: { target: "doubt", actions: "hold" },
            refused: { actions: "miss" },
            picked: { actions: "pick" },
          },
        },
        doubt: {
          on: {
            understood: { ...onward, actions: [keep, "remember", "drop"] },
            doubtful: { actions: "hold" },
            refused: { actions: "miss" },
            no: { target: "asking", actions: "drop" },
          },
        },
        verdict: { on: { onward, no: "#interview.paused" } },
        table: {
          initial: "way",
          states: {
            way: {
              on: {
                rows: { target: "cell", actions: "moveCell" },
                mend: { target: "mending", actions: "moveCell" },
                cell: { target: "cell", actions: "moveCell" },
                understood: { actions: keep },
                onward,
              },
            },
            cell: {
              on: {
                understood: [
                  { guard: "isLeaving", target: "way", actions: [keep, "remember", "moveCell"] },
                  { actions: [keep, "remember", "moveCell"] },
                ],
                cell: { actions: "moveCell" },
                doubtful: { target: "doubt", actions: "hold" },
                refused: { actions: "miss" },
                picked: { actions: "pick" },
                no: { target: "way", actions: "moveCell" },
                onward,
              },
            },
            doubt: {
              on: {
                understood: [
                  { guard: "isLeaving", target: "way", actions: [keep, "remember", "moveCell"] },
                  { target: "cell", actions: [keep, "remember", "moveCell"] },
                ],
                doubtful: { actions: "hold" },
                refused: { actions: "miss" },
                no: { target: "cell", actions: "drop" },
              },
            },
            /** Only the cells that were not understood, one by one. */
            mending: {
              on: {
                understood: { actions: [keep, "remember", "moveCell"] },
                doubtful: { target: "mendDoubt", actions: "hold" },
                refused: { actions: "miss" },
                picked: { actions: "pick" },
                no: { target: "way", actions: "moveCell" },
                onward,
              },
            },
            mendDoubt: {
              on: {
                understood: { target: "mending", actions: [keep, "remember", "moveCell"] },
                onward,
                doubtful: { actions: "hold" },
                refused: { actions: "miss" },
                no: { target: "mending", actions: "drop" },
              },
            },
          },
        },
        writing: { on: { understood: { actions: keep }, refused: { actions: "miss" }, onward } },
        files: { on: { understood: { actions: keep }, refused: { actions: "miss" }, onward } },
        review: { on: { declare: "declaring", onward } },
        declaring: { on: { onward: { target: "#interview.done", actions: [keep, "render"] }, no: "review" } },
      },
    },
    /** Answers found in a text or file are shown as one list. */
    listing: {
      on: {
        list: { actions: "list" },
        sort: { target: "sorting", actions: "sort" },
        refused: { actions: "miss" },
        onward: { target: plan, actions: [keep, "putAway"] },
        no: { target: "active.here", actions: "putAway" },
        pause: { target: "paused", actions: "putAway" },
      },
    },
    /** What is this file? */
    sorting: {
      on: {
        sort: { actions: "sort" },
        list,
        amended,
        no: { target: "active.here", actions: "putAway" },
        pause: { target: "paused", actions: "putAway" },
      },
    },
    restarting: { on: { onward, no: "active.here" } },
    done: { on: { begin: "active" } },
  },
});

export type InterviewState = SnapshotFrom<typeof interview>;

/** The state as it was persisted, perhaps by an earlier version of the chart that held less. */
export const interviewAt = (persisted: unknown): InterviewState => {
  const snapshot = persisted as AnyMachineSnapshot;
  return restore(interview, { ...snapshot, context: { ...opening, ...snapshot.context } });
};
