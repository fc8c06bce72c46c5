import type { AnyProcedure, Day, Jurisdiction, Round } from "../rules/define.ts";
import type { Facts } from "../rules/facts.ts";
import type { Verdict } from "../rules/judge.ts";

/** All that the documents of one application are made from. */
export interface Paper {
  readonly jurisdiction: Jurisdiction;
  readonly procedure: AnyProcedure;
  readonly facts: Facts;
  readonly verdicts: readonly Verdict[];
  /** The round the application is bound to, if one is open. */
  readonly round: Round | null;
  /** The day on which the applicant confirmed the declaration; printed as 填报日期. */
  readonly declaredOn: Day | null;
  /** A draft marks its blanks and says 草稿 on every page. */
  readonly isDraft: boolean;
  /** Fictitious data: said on every page. */
  readonly isSample: boolean;
  /** Received material files by content hash. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A file to hand over. `name` has its ending. */
export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}
