import type { Choice, Jurisdiction, Round } from "../../../rules/define.ts";
import type { FromPerson } from "../../reply.ts";
import type { Needs, World } from "../../world.ts";
import type { Act } from "../work.ts";
import type { Lister } from "./correct.ts";
import type { Draft, Refused } from "./draft.ts";
import type { News } from "./machine.ts";
import type { Asker } from "./question.ts";
import type { Source } from "./source.ts";

/** What a conversation about a round sees. */
export interface View {
  readonly world: World;
  readonly jurisdiction: Jurisdiction;
}

/** What would be done. */
export interface Doing {
  readonly rounds: readonly { readonly round: Round; readonly version: number }[];
  readonly act: Act;
  readonly news: News;
}

/** What opening a round and changing its dates do not share. */
export interface Task {
  /** What is asked first. */
  begin(view: View): { readonly text: string; readonly choices: readonly Choice[] };
  /** Where it comes from, by what was said first. */
  source(input: Exclude<FromPerson, { arrived: true }>, view: View): Source | Refused;
  /** What has to be read before the source can be. */
  needs(source: Source | null, world: World): Needs | null;
  /** The source as it is now, where it changed. */
  renewed(source: Source, view: View): Source | null;
  draft(source: Source, on: string, view: View): Draft | Refused;
  readonly question: Asker;
  readonly list: Lister;
  doing(draft: Draft, source: Source, view: View): Doing;
  readonly words: {
    readonly list: string;
    /** The choice by which the list is accepted. */
    readonly accept: string;
    /** How it is accepted. */
    readonly closing: string;
    /** What is told of it before the dry run. */
    head(draft: Draft, doing: Doing, view: View): readonly string[];
    readonly yes: string;
    readonly done: string;
    readonly offer: string;
    readonly cancelled: string;
    readonly unchanged: string | null;
    readonly help: string;
  };
}
