import { assign, type SnapshotFrom, setup } from "xstate";

interface SentContext {
  /** How many of the newest are passed over in the list. */
  readonly from: number;
  /** The notice that is looked at. */
  readonly notice: string | null;
}

export type SentEvent =
  | { readonly type: "open"; readonly notice: string }
  | { readonly type: "more" | "back" | "stop" | "leave" };

const machine = setup({
  types: { context: {} as SentContext, events: {} as SentEvent },
  actions: {
    open: assign({ notice: ({ event }) => (event.type === "open" ? event.notice : null) }),
    more: assign({ from: ({ context }) => context.from + perPage }),
    first: assign({ from: 0 }),
  },
});

export const perPage = 10;

/** The notices that a contact sent: the list, one of them, whether it is really to be stopped. */
export const sentChart = machine.createMachine({
  id: "sent",
  context: { from: 0, notice: null },
  initial: "list",
  on: { leave: ".over", open: { target: ".one", actions: "open" } },
  states: {
    list: {
      on: {
        more: { actions: "more" },
        back: [{ guard: ({ context }) => context.from > 0, actions: "first" }, { target: "over" }],
      },
    },
    one: { on: { stop: "stopping", back: "list" } },
    stopping: { on: { back: "one" } },
    over: { type: "final" },
  },
});

export type SentState = SnapshotFrom<typeof sentChart>;
