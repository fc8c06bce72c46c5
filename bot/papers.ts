import { roundOf } from "../rules/calendar.ts";
import type { Answers, Day, ReceivedFile } from "../rules/define.ts";
import { factsOf } from "../rules/facts.ts";
import type { Served } from "../rules/index.ts";
import { judge } from "../rules/judge.ts";
import type { Document, Paper } from "../templates/form.ts";
import type { Files } from "./files.ts";

export interface Application {
  readonly served: Served;
  readonly answers: Answers;
  readonly declaredOn: Day | null;
  readonly round: string | null;
  readonly isSample: boolean;
  readonly isDraft: boolean;
}

/** Writes an application's documents: each form, and the zip of all with the materials received. */
export const writePapers = async (
  { served, answers, declaredOn, round, isSample, isDraft }: Application,
  on: Day,
  files: Files,
): Promise<{ readonly documents: readonly Document[]; readonly zip: Document }> => {
  const { bind } = await import("../templates/index.ts");
  const { jurisdiction, procedure } = served;
  const facts = factsOf(procedure, answers, on);
  const received = new Map<string, Uint8Array>();
  for (const { hash } of receivedIn(answers)) {
    const bytes = await files.read(hash);
    if (bytes) received.set(hash, bytes);
  }
  const paper: Paper = {
    jurisdiction,
    procedure,
    facts,
    verdicts: judge(facts),
    round: roundOf(jurisdiction, round),
    declaredOn,
    isDraft,
    isSample,
    files: received,
  };
  return bind(paper);
};

const receivedIn = (answers: Answers): readonly ReceivedFile[] =>
  Object.values(answers).flatMap((value) =>
    value && typeof value === "object" && "received" in value ? value.files : [],
  );
