import { beijingDay, type Clock } from "../../bot/clock.ts";
import { converse } from "../../bot/converse.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { openParts } from "../../bot/open.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import type { Ask, Input, Reply } from "../../flows/reply.ts";
import { sampleAnswers } from "../../flows/sample.ts";
import type { Answers, Row, TypedAnswers } from "../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../rules/index.ts";

const { procedure } = servedBy(await loadJurisdictions()).find(({ id }) => id === "zhejiang/apply")!;

/** One step of the application when nothing goes wrong: what is asked, and what the person then does. */
export interface Step {
  readonly place: string;
  readonly ask: Ask;
  readonly input: Input;
}

/** What is asked, whatever was said before it; a text or table that has something can be called done. */
export const placeOf = ({ ask, choices }: Pick<Reply, "ask" | "choices">): string => {
  const { step, field, row, column } = ask!;
  const isBegun = choices.some(({ id }) => id === "done");
  return [step, field, row, column, isBegun ? "begun" : null].filter((part) => part !== null).join(" ");
};

/** The whole application without a crash, from the first choice to the last question before the documents. */
export const rehearse = async (dataDir: string, typed: TypedAnswers, clock: Clock): Promise<readonly Step[]> => {
  const parts = await openParts(dataDir, clock);
  const person = new Interviewee(procedure, typed);
  const steps: Step[] = [];
  const say = async (input: Input): Promise<Reply> =>
    (await converse(parts, "rehearsal", { id: String(steps.length), address: "me", input })).at(-1)!.reply;
  let question = await say({ arrived: true });
  let input: Input | null = { choice: "zhejiang/apply" };
  for (; input; input = person.answer(question)) {
    steps.push({ place: placeOf(question), ask: question.ask!, input });
    if (steps.length > 1000) throw new Error(`the rehearsal goes round and round at ${placeOf(question)}`);
    // The documents need not be made for the rehearsal.
    if (question.ask!.step === "declaration") break;
    question = await say(input);
  }
  await parts.store.close();
  if (person.troubles.length > 0 || steps.at(-1)!.ask.step !== "declaration") throw new Error("the rehearsal failed");
  return steps;
};

/**
 * Answers that were acknowledged and are not in the database as they were given: field, row and column of each.
 * Only the store's port is asked, by a second process beside the one under test.
 */
export const lost = async (
  { file, channel, address }: { file: string; channel: string; address: string },
  given: readonly Step[],
  typed: TypedAnswers,
  clock: Clock,
): Promise<readonly string[]> => {
  const expected = sampleAnswers(procedure, typed, beijingDay(clock())).answers as Answers;
  const store = await openStore({ file });
  const account = await store.find(channel, address);
  const [application] = account ? await store.applications(account.enterpriseId) : [];
  const stored = application ? await store.answers(application.id) : {};
  await store.close();
  return given.flatMap(({ ask, input, place }) => {
    if (!ask.field || !["field", "cell", "text", "file"].includes(ask.step)) return [];
    if ("choice" in input && input.choice === "done") return [];
    const [is, should] = [stored, expected].map((answers) => valueAt(answers, ask));
    return JSON.stringify(is) === JSON.stringify(should)
      ? []
      : [`${place}: ${JSON.stringify(is)} instead of ${JSON.stringify(should)}`];
  });
};

/** A skipped question is `null`, as an answer that is not in the file of answers. */
const valueAt = (answers: Answers, { field, row, column }: Ask): unknown => {
  const value = answers[field ?? ""] ?? null;
  return row === null ? value : ((value as readonly Row[] | null)?.[row - 1]?.[column ?? ""] ?? null);
};

/** Random numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** So many steps at which to kill, one in each part of the way: tables come by themselves, they are most of it. */
export const killingSteps = (count: number, length: number, random: () => number): Set<number> =>
  new Set(Array.from({ length: count }, (_, part) => Math.floor(((part + random()) * length) / count)));

/** Repeats a failed run: KILL_SEED=123 npx vitest run test/commands/kill */
export const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
