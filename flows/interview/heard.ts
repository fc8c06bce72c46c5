import type { Answers, Row, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { finished } from "../../rules/plan.ts";
import type { Step } from "../reply.ts";
import type { InterviewEvent, Patch } from "./events.ts";
import type { InterviewState } from "./machine.ts";
import { guideOf, patched, type Scene } from "./scene.ts";
import { cellOf, isMending, stepOf, tableOf } from "./where.ts";

/** What an input means where the conversation is: an event for the chart, things to say, or both. */
export interface Heard {
  readonly event: InterviewEvent | null;
  readonly notes: readonly string[];
  /** The input was not taken. */
  readonly refused: boolean;
  /** What only the caller can give: a draft of the documents, a workbook for the tables, a comparison with other procedures. The question stays. */
  readonly wants?: "draft" | "elsewhere" | "workbook";
}

/** Where the conversation is when an input comes. */
export class Here {
  readonly state: InterviewState;
  readonly scene: Scene;
  readonly step: Step;
  /** The field in question; empty where none is. */
  readonly focus: string;
  /** The cell in question, rows from 0. */
  readonly cell: { readonly row: number; readonly column: string } | null;

  constructor(state: InterviewState, scene: Scene) {
    this.state = state;
    this.scene = scene;
    this.step = stepOf(state);
    this.focus = state.matches("active") ? (state.context.focus ?? "") : "";
    this.cell = cellOf(state, scene);
  }

  get stated(): Answers[string] | undefined {
    return this.scene.facts.stated(this.focus);
  }

  /** Answered, not skipped, and not an empty table. */
  get isAnswered(): boolean {
    const { stated } = this;
    return stated !== undefined && stated !== null && !(Array.isArray(stated) && stated.length === 0);
  }

  /** The cells that were not understood are asked again. */
  get isMending(): boolean {
    const { state } = this;
    return isMending(state) || state.matches({ active: { table: "mendDoubt" } });
  }

  get table(): TableField {
    return tableOf(this.scene, this.focus);
  }

  get rows(): readonly Row[] {
    return rowsOf(this.scene.facts, this.focus);
  }
}

export const nothing: Patch = { answers: {}, marks: {} };

/** Changed answers re-open the declaration. */
export const patch = (answers: Patch["answers"], marks: Patch["marks"] = {}): Patch => ({
  answers,
  marks: { declared: undefined, ...marks },
});

/** Several patches as one; of the same id the last counts. */
export const together = (patches: readonly Patch[]): Patch => ({
  answers: Object.assign({}, ...patches.map(({ answers }) => answers)),
  marks: Object.assign({}, ...patches.map(({ marks }) => marks)),
});

/** Changed rows re-open their table. */
export const rowsPatch = (table: string, rows: readonly Row[]): Patch =>
  patch({ [table]: rows }, { [finished(table)]: undefined });

type Unguided = InterviewEvent extends infer Event
  ? Event extends InterviewEvent
    ? Omit<Event, "guide">
    : never
  : never;

/** An event that carries what will be open after it. */
export const happen = ({ scene }: Here, event: Unguided, notes: readonly string[] = []): Heard => {
  const after = "patch" in event ? patched(scene, event.patch) : scene;
  return { event: { ...event, guide: guideOf(after) } as InterviewEvent, notes, refused: false };
};

export const onward = (here: Here, change: Patch, notes: readonly string[] = []): Heard =>
  happen(here, { type: "onward", patch: change }, notes);

/** Something said; the same question follows. */
export const note = (...notes: readonly string[]): Heard => ({ event: null, notes, refused: false });

/** The input is not taken, and why. */
export const refuse = (why: string): Heard => ({ event: null, notes: [why], refused: true });

/** An answer is not taken; the chart counts it, so that the question can help more. */
export const refuseAnswer = (here: Here, why: string): Heard => ({
  ...happen(here, { type: "refused" }, [why]),
  refused: true,
});

export const brief = (text: string): string =>
  [...text.slice(0, 60)].length > 20 ? `${[...text].slice(0, 20).join("")}…` : text;
