import { assign, type SnapshotFrom, setup } from "xstate";
import type { Day } from "../../rules/define.ts";
import type { Preference, Recognition, TitleChanges } from "../dates/agenda.ts";
import type { Title } from "../dates/titles.ts";

/** What a person wants that waits for its consent: a new application, to join an enterprise, or to keep its dates. */
type Wish = { readonly procedure: string } | { readonly code: string } | { readonly dates: "list" | "titles" };

interface LobbyContext {
  readonly wish: Wish | null;
  /** The title whose day of recognition is asked. */
  readonly title?: Title | null;
  /** The title that was just stated, while the holder's place is asked. */
  readonly recognition?: Recognition | null;
  /** The application whose list was published, while the day is asked. */
  readonly application?: string | null;
}

export type LobbyEvent =
  | { readonly type: "wish"; readonly wish: Wish }
  | { readonly type: "start" | "sample"; readonly procedure: string }
  | { readonly type: "open"; readonly application: string }
  | { readonly type: "join"; readonly code: string }
  | { readonly type: "invite"; readonly sections: readonly string[] | null }
  | { readonly type: "unlink"; readonly account: string }
  | {
      readonly type:
        | "samples"
        | "procedures"
        | "applications"
        | "facts"
        | "forget"
        | "links"
        | "desk"
        | "delegate"
        | "yes"
        | "no"
        | "menu";
    }
  | { readonly type: "dates" | "wishes" | "hours" | "leads" | "titles" | "handed" | "unhanded" | "calendar" }
  | { readonly type: "duty"; readonly duty: TitleChanges["duties"][number] }
  | { readonly type: "withdraw"; readonly title: TitleChanges["withdrawn"][number] }
  | { readonly type: "recognising"; readonly title: Title }
  | { readonly type: "publishing"; readonly application: string }
  | { readonly type: "published"; readonly application: string; readonly on: Day }
  | { readonly type: "recognise" | "placed"; readonly recognition: Recognition }
  | { readonly type: "prefer"; readonly preference: Preference };

const house = setup({
  types: { context: {} as LobbyContext, events: {} as LobbyEvent },
  guards: {
    isJoining: ({ context }) => context.wish !== null && "code" in context.wish,
    isDating: ({ context }) => context.wish !== null && "dates" in context.wish,
    isStating: ({ context }) => context.wish !== null && "dates" in context.wish && context.wish.dates === "titles",
  },
  actions: {
    /** Performed by the caller. */
    consent: () => {},
    /** Performed by the caller: a new application of that procedure, and its interview. */
    start: (_, _params: { procedure: string }) => {},
    /** Performed by the caller: the interview of an application that is there. */
    open: (_, _params: { application: string }) => {},
    /** Performed by the caller: a fictitious body's application with all its documents. */
    sample: (_, _params: { procedure: string }) => {},
    /** Performed by the caller: the department's conversations. */
    desk: () => {},
    /** Performed by the caller: everything kept about the enterprise is deleted. */
    forget: () => {},
    /** Performed by the caller: a one-time code for all, or for these sections. */
    invite: (_, _params: { sections: readonly string[] | null }) => {},
    /** Performed by the caller: the account joins the code's enterprise. */
    join: (_, _params: { code: string }) => {},
    /** Performed by the caller: that account leaves the enterprise. */
    unlink: (_, _params: { account: string }) => {},
    hold: assign({ wish: ({ event }) => (event.type === "wish" ? event.wish : null) }),
    drop: assign({ wish: null }),
    /** Performed by the caller: a file with all dates. */
    calendar: () => {},
    /** Performed by the caller: a title that the enterprise holds. */
    recognise: (_, _params: { recognition: Recognition }) => {},
    /** Performed by the caller: something that a title owes was handed in, or not after all. */
    duty: (_, _params: { duty: TitleChanges["duties"][number] }) => {},
    /** Performed by the caller: the enterprise holds that title no more. */
    withdraw: (_, _params: { title: TitleChanges["withdrawn"][number] }) => {},
    /** Performed by the caller: the publication of an application's list began on that day. */
    published: (_, _params: { application: string; on: Day }) => {},
    /** Performed by the caller: when the account wants to be told. */
    prefer: (_, _params: { preference: Preference }) => {},
    ask: assign({ title: ({ event }) => (event.type === "recognising" ? event.title : null) }),
    askPlace: assign({ recognition: ({ event }) => (event.type === "recognise" ? event.recognition : null) }),
    askDay: assign({ application: ({ event }) => (event.type === "publishing" ? event.application : null) }),
  },
});

const performed = <Name extends "start" | "sample" | "open" | "join" | "invite" | "unlink">(type: Name) =>
  ({
    target: "#lobby.menu",
    actions: { type, params: ({ event }: { event: LobbyEvent }) => event as never },
  }) as const;

const wished = ({ context }: { context: LobbyContext }) => context.wish as never;

const stated = ({ event }: { event: LobbyEvent }) => event as never;

/** The lobby: what a person does outside an application. */
export const lobby = house.createMachine({
  id: "lobby",
  initial: "menu",
  context: { wish: null },
  on: {
    menu: { target: ".menu", actions: "drop" },
    wish: { target: ".consent", actions: "hold" },
    start: performed("start"),
    open: performed("open"),
    sample: performed("sample"),
    join: performed("join"),
    invite: performed("invite"),
    unlink: performed("unlink"),
    samples: ".samples",
    procedures: ".procedures",
    applications: ".applications",
    facts: ".facts",
    forget: ".forgetting",
    links: ".links",
    desk: { target: ".menu", actions: "desk" },
    delegate: ".delegating",
    dates: ".dates",
    wishes: ".dates.wishes",
    hours: ".dates.hours",
    leads: ".dates.leads",
    titles: ".dates.titles",
    handed: ".dates.handed",
    unhanded: ".dates.unhanded",
    duty: { target: ".dates", actions: { type: "duty", params: stated } },
    withdraw: { target: ".facts", actions: { type: "withdraw", params: stated } },
    calendar: { actions: "calendar" },
    recognising: { target: ".dates.day", actions: "ask" },
    publishing: { target: ".dates.published", actions: "askDay" },
    published: { target: ".dates", actions: { type: "published", params: stated } },
    recognise: { target: ".dates.place", actions: [{ type: "recognise", params: stated }, "askPlace"] },
    placed: { target: ".dates", actions: { type: "recognise", params: stated } },
    prefer: { target: ".dates.wishes", actions: { type: "prefer", params: stated } },
  },
  states: {
    menu: {},
    procedures: {},
    samples: {},
    applications: {},
    facts: {},
    /** Other phones and colleagues. */
    links: {},
    /** Which sections may a colleague fill? */
    delegating: {},
    consent: {
      on: {
        yes: [
          { guard: "isJoining", target: "menu", actions: ["consent", { type: "join", params: wished }, "drop"] },
          { guard: "isStating", target: "dates.titles", actions: ["consent", "drop"] },
          { guard: "isDating", target: "dates", actions: ["consent", "drop"] },
          { target: "menu", actions: ["consent", { type: "start", params: wished }, "drop"] },
        ],
        no: { target: "menu", actions: "drop" },
      },
    },
    forgetting: { on: { yes: { target: "menu", actions: "forget" }, no: "facts" } },
    dates: {
      initial: "list",
      states: {
        list: {},
        wishes: {},
        hours: {},
        /** Stays while one after another is switched on or off. */
        leads: { on: { prefer: { actions: { type: "prefer", params: stated } } } },
        titles: {},
        /** Which was handed in, and which not after all? */
        handed: {},
        unhanded: {},
        /** On which day did the publication begin? */
        published: {},
        /** Which day was the title given, and where is the holder? */
        day: {},
        place: {},
      },
    },
  },
});

export type LobbyState = SnapshotFrom<typeof lobby>;
