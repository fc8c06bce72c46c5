import { assign, type SnapshotFrom, setup } from "xstate";

/** What the person wanted when consent was still missing: a procedure's full id. */
interface LobbyContext {
  readonly wish: string | null;
}

export type LobbyEvent =
  | { readonly type: "wish"; readonly procedure: string }
  | { readonly type: "start"; readonly procedure: string }
  | { readonly type: "open"; readonly application: string }
  | { readonly type: "sample"; readonly procedure: string }
  | { readonly type: "samples" | "procedures" | "applications" | "facts" | "forget" | "yes" | "no" | "menu" };

const house = setup({
  types: { context: {} as LobbyContext, events: {} as LobbyEvent },
  actions: {
    /** Performed by the caller. */
    consent: () => {},
    /** Performed by the caller: a new application of that procedure, and its interview. */
    start: (_, _params: { procedure: string }) => {},
    /** Performed by the caller: the interview of an application that is there. */
    open: (_, _params: { application: string }) => {},
    /** Performed by the caller: a fictitious body's application with all its documents. */
    sample: (_, _params: { procedure: string }) => {},
    /** Performed by the caller: everything kept about the enterprise is deleted. */
    forget: () => {},
    hold: assign({ wish: ({ event }) => (event.type === "wish" ? event.procedure : null) }),
    drop: assign({ wish: null }),
  },
});

const start = {
  target: "#lobby.menu",
  actions: {
    type: "start",
    params: ({ event }: { event: LobbyEvent }) => ({ procedure: event.type === "start" ? event.procedure : "" }),
  },
} as const;

/** The lobby: what a person does outside an application. */
export const lobby = house.createMachine({
  id: "lobby",
  initial: "menu",
  context: { wish: null },
  on: {
    menu: { target: ".menu", actions: "drop" },
    wish: { target: ".consent", actions: "hold" },
    start,
    open: {
      target: ".menu",
      actions: { type: "open", params: ({ event }) => ({ application: event.application }) },
    },
    sample: {
      target: ".menu",
      actions: { type: "sample", params: ({ event }) => ({ procedure: event.procedure }) },
    },
    samples: ".samples",
    procedures: ".procedures",
    applications: ".applications",
    facts: ".facts",
    forget: ".forgetting",
  },
  states: {
    menu: {},
    procedures: {},
    samples: {},
    applications: {},
    facts: {},
    consent: {
      on: {
        yes: {
          target: "menu",
          actions: ["consent", { type: "start", params: ({ context }) => ({ procedure: context.wish ?? "" }) }, "drop"],
        },
        no: { target: "menu", actions: "drop" },
      },
    },
    forgetting: { on: { yes: { target: "menu", actions: "forget" }, no: "facts" } },
  },
});

export type LobbyState = SnapshotFrom<typeof lobby>;
