import { assign, type SnapshotFrom, setup } from "xstate";
import type { ReceivedFile } from "../../../rules/define.ts";
import type { Audience } from "./audience.ts";
import type { Picks } from "./understand.ts";

/** What of an audience is chosen one by one. */
export type Dimension = "places" | "procedures" | "roles" | "standings" | "lacks" | "until";

/** A sentence that leaves something open. */
interface Said {
  readonly text: string;
  readonly picks: Picks;
  /** It changes the audience there is, and does not replace it. */
  readonly isChange: boolean;
}

interface NoticeContext {
  readonly text: string;
  readonly files: readonly ReceivedFile[];
  /** Null until it was said once. */
  readonly audience: Audience | null;
  readonly said: Said | null;
  /** The draft that is kept of it, and whether that is just this. */
  readonly draft: string | null;
  readonly isKept: boolean;
  /** The draft that the contact got as recipients will. */
  readonly tried: string | null;
  /** The recipients that the last preview told. */
  readonly seen: { readonly count: number; readonly key: string } | null;
}

export type NoticeEvent =
  | { readonly type: "add"; readonly text: string }
  | { readonly type: "attach"; readonly file: ReceivedFile }
  | { readonly type: "clear" | "detach" | "written" | "aim" | "edit" | "show" | "send" | "back" }
  | { readonly type: "self" | "keep" | "drop" }
  | { readonly type: "choose"; readonly dimension: Dimension }
  | { readonly type: "ask"; readonly said: Said }
  /** Of a dimension, or all of it: then it is shown. */
  | { readonly type: "set" | "aimed"; readonly audience: Audience }
  | { readonly type: "shown"; readonly draft: string; readonly seen: NoticeContext["seen"] };

const empty: NoticeContext = {
  text: "",
  files: [],
  audience: null,
  said: null,
  draft: null,
  isKept: false,
  tried: null,
  seen: null,
};

const machine = setup({
  types: { context: {} as NoticeContext, events: {} as NoticeEvent, input: {} as Partial<NoticeContext> },
  guards: {
    isAimed: ({ context }) => context.audience !== null,
    isMany: ({ context }) => (context.seen?.count ?? 0) > mostUnconfirmed,
  },
  actions: {
    /** Performed by the caller: the draft is begun, with its recipients. */
    send: () => {},
    /** Performed by the caller: the contact gets it as recipients will. */
    self: () => {},
    tried: assign({ tried: ({ context }) => context.draft }),
    /** Performed by the caller: it stays a draft. */
    keep: () => {},
    /** Performed by the caller: the draft is not wanted. */
    drop: () => {},
    add: assign(({ context, event }) =>
      event.type === "add"
        ? { text: context.text === "" ? event.text : `${context.text}\n${event.text}`, isKept: false }
        : {},
    ),
    attach: assign(({ context, event }) =>
      event.type === "attach" ? { files: [...context.files, event.file], isKept: false } : {},
    ),
    clear: assign({ text: "", isKept: false }),
    detach: assign({ files: [], isKept: false }),
    ask: assign({ said: ({ event }) => (event.type === "ask" ? event.said : null) }),
    set: assign(({ event }) => ("audience" in event ? { audience: event.audience, said: null, isKept: false } : {})),
    shown: assign(({ event }) =>
      event.type === "shown" ? { draft: event.draft, isKept: true, seen: event.seen } : {},
    ),
  },
});

/** To more than these it is sent only when the number is said. */
const mostUnconfirmed = 50;

/** A notice being written: its text, whom it is for, the preview. */
export const noticeChart = machine.createMachine({
  id: "notice",
  context: ({ input }) => ({ ...empty, ...input }),
  initial: "begun",
  on: { keep: { target: ".over", actions: "keep" }, drop: { target: ".over", actions: "drop" } },
  states: {
    /** What was handed over is shown at once. */
    begun: { always: [{ guard: "isAimed", target: "preview" }, { target: "writing" }] },
    writing: {
      on: {
        add: { actions: "add" },
        attach: { actions: "attach" },
        clear: { actions: "clear" },
        detach: { actions: "detach" },
        written: [{ guard: "isAimed", target: "preview" }, { target: "whom" }],
        back: { target: "over", actions: "keep" },
      },
    },
    whom: {
      initial: "menu",
      on: {
        choose: [
          { guard: ({ event }) => event.dimension === "places", target: ".places" },
          { guard: ({ event }) => event.dimension === "procedures", target: ".procedures" },
          { guard: ({ event }) => event.dimension === "roles", target: ".roles" },
          { guard: ({ event }) => event.dimension === "standings", target: ".standings" },
          { guard: ({ event }) => event.dimension === "lacks", target: ".lacks" },
          { target: ".until" },
        ],
        ask: { target: ".which", actions: "ask" },
        set: { target: ".menu", actions: "set" },
        aimed: { target: "preview", actions: "set" },
        show: { guard: "isAimed", target: "preview" },
        back: ".menu",
      },
      states: {
        menu: { on: { back: "#notice.writing" } },
        places: {},
        procedures: {},
        roles: {},
        standings: {},
        lacks: {},
        until: {},
        /** Which of several is meant? */
        which: {},
      },
    },
    preview: {
      on: {
        shown: { actions: "shown" },
        attach: { actions: "attach" },
        send: [
          { guard: "isMany", target: "counting" },
          { target: "over", actions: "send" },
        ],
        self: { actions: ["self", "tried"] },
        set: { actions: "set" },
        edit: "writing",
        aim: "whom",
        back: "whom",
      },
    },
    /** The number has to be said. */
    counting: {
      on: {
        send: { target: "over", actions: "send" },
        show: "preview",
        back: "preview",
      },
    },
    over: { type: "final" },
  },
});

export type NoticeState = SnapshotFrom<typeof noticeChart>;
