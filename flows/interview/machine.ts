import { assign, type SnapshotFrom, setup } from "xstate";
import type { Value } from "../../rules/define.ts";
import type { Item } from "../../rules/plan.ts";

/** What an event changes in the truth: answers and marks by id; `undefined` removes one. */
export interface Patch {
  readonly answers: Readonly<Record<string, Value | null | undefined>>;
  readonly marks: Readonly<Record<string, string | undefined>>;
}

/** What is open once the event's patch is in. */
export interface Guide {
  readonly screening: string | null;
  readonly isVerdictSeen: boolean;
  readonly next: Item | null;
}

/** A cell asked out of turn; `single` returns to the row in progress after it, else the row is gone through. */
export interface Cell {
  readonly row: number;
  readonly column: string;
  readonly single: boolean;
}

/** One meaning of a doubtful answer, with the patch that it would be. */
interface PendingReading {
  readonly shown: string;
  readonly patch: Patch;
}

interface InterviewContext {
  /** The field in question. */
  readonly focus: string | null;
  readonly cell: Cell | null;
  readonly pending: { readonly why: string; readonly readings: readonly PendingReading[] } | null;
  /** Choices pressed so far where several may be. */
  readonly picked: readonly string[];
  readonly tries: number;
}

export type InterviewEvent = (
  | { readonly type: "begin" | "no" | "pause" | "restart" | "rows" }
  /** The answer is understood; `cell` is the cell to ask next, if not the one that follows from the rows. */
  | { readonly type: "understood"; readonly patch: Patch; readonly cell?: Cell | null; readonly leave?: boolean }
  | { readonly type: "doubtful"; readonly why: string; readonly readings: readonly PendingReading[] }
  | { readonly type: "refused" }
  | { readonly type: "picked"; readonly picked: readonly string[] }
  /** A skip, the end of a table, text or material, a yes, an agreement: its patch is kept and the plan goes on. */
  | { readonly type: "onward"; readonly patch: Patch }
  | { readonly type: "goto"; readonly item: Item }
  | { readonly type: "cell"; readonly cell: Cell | null }
  | { readonly type: "declare" }
) & { readonly guide: Guide };

const opening: InterviewContext = { focus: null, cell: null, pending: null, picked: [], tries: 0 };

const house = setup({
  types: { context: {} as InterviewContext, events: {} as InterviewEvent },
  guards: {
    isScreening: ({ event }) => event.guide.screening !== null,
    isVerdictUnseen: ({ event }) => !event.guide.isVerdictSeen,
    nextIs: ({ event }, manner: Item["manner"]) => event.guide.next?.manner === manner,
    gotoIs: ({ event }, manner: Item["manner"]) => event.type === "goto" && event.item.manner === manner,
    isLeaving: ({ event }) => event.type === "understood" && event.leave === true,
  },
  actions: {
    /** Performed by the caller: the patch becomes the truth. */
    keep: (_, _params: { patch: Patch }) => {},
    /** Performed by the caller: the documents are written and sent. */
    render: () => {},
    focusScreening: assign(({ event }) => ({ ...opening, focus: event.guide.screening })),
    focusNext: assign(({ event }) => ({ ...opening, focus: event.guide.next?.id ?? null })),
    focusGoto: assign(({ event }) => ({ ...opening, focus: event.type === "goto" ? event.item.id : null })),
    hold: assign(({ event }) =>
      event.type === "doubtful" ? { pending: { why: event.why, readings: event.readings } } : {},
    ),
    drop: assign({ pending: null }),
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
    patch: event.type === "understood" || event.type === "onward" ? event.patch : { answers: {}, marks: {} },
  }),
} as const;

const plan = "#interview.active.plan";
const onward = { target: plan, actions: keep } as const;

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
            understood: { ...onward, actions: [keep, "drop"] },
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
                cell: { target: "cell", actions: "moveCell" },
                understood: { actions: keep },
                onward,
              },
            },
            cell: {
              on: {
                understood: [
                  { guard: "isLeaving", target: "way", actions: [keep, "moveCell"] },
                  { actions: [keep, "moveCell"] },
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
                  { guard: "isLeaving", target: "way", actions: [keep, "moveCell"] },
                  { target: "cell", actions: [keep, "moveCell"] },
                ],
                doubtful: { actions: "hold" },
                refused: { actions: "miss" },
                no: { target: "cell", actions: "drop" },
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
    restarting: { on: { onward, no: "active.here" } },
    done: { on: { begin: "active" } },
  },
});

export type InterviewState = SnapshotFrom<typeof interview>;
