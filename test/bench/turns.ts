import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Reply } from "../../bot/channel.ts";
import { beijingDay, clockAt } from "../../bot/clock.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { nothingAsked } from "../../bot/desk.ts";
import { filesIn } from "../../bot/files.ts";
import { Interviewee } from "../../bot/interviewee.ts";
import { wrongCodesBy } from "../../bot/invitation.ts";
import type { Account, ApplicationRecord, Store } from "../../bot/store/port.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { talk } from "../../flows/talk.ts";
import type { Conversation, World } from "../../flows/world.ts";
import type { Answers } from "../../rules/define.ts";
import { inFolder, median, print, quantile, short, timeOf } from "./figures.ts";
import { longForm, typed } from "./long-form.ts";

const sizes = [10, 50, 100, 200] as const;
/** Each answers a few questions, so that nobody's application grows far from its size. */
const peopleOfEachSize = 50;
const turnsOfEachPerson = 5;

/** Where a conversation is with so many questions answered, as the store gives it. */
interface Stage {
  readonly size: number;
  readonly account: Account;
  readonly application: ApplicationRecord;
  readonly answers: Answers;
  readonly question: Reply;
}

/**
 * The JSON floor, the engine alone and a whole turn, at 10, 50, 100 and 200 answers. All are measured in the same
 * rounds, size by size, so that whatever else the machine does falls on all of them alike.
 */
export const measureTurns = (): Promise<void> =>
  inFolder(async (folder) => {
    const spent = new Spent();
    const store = await openStore({ file: join(folder, "bot.db") });
    const parts: Parts = {
      store: spent.watch(store),
      files: filesIn(join(folder, "files")),
      served: [longForm],
      clock: clockAt("2027-03-01T09:00"),
      intake: { read: () => Promise.reject(new Error("nobody sends a file")) },
      wrongCodes: wrongCodesBy(Date.now),
      running: new Map(),
    };
    const stages = await grow(parts);
    const samples = stages.map(
      (stage) => ({ stage, floor: [], engine: [], turn: [], load: [], commit: [] }) as Samples,
    );
    const typist = new Interviewee(longForm.procedure, typed);

    for (let person = 0; person < peopleOfEachSize; person++) {
      for (const { stage, floor, engine, turn, load, commit } of samples) {
        floor.push(timeOf(20, floorOf(stage)));
        engine.push(timeOf(5, engineOf(stage, parts, typist)));
        const address = await settle(store, stage, `${stage.size}-${person}`);
        let { question } = stage;
        for (let at = 0; at < turnsOfEachPerson; at++) {
          const input = typist.answer(question)!;
          spent.reset();
          const before = performance.now();
          const replies = await converse(parts, "bench", { id: `answer-${at}`, address, input });
          turn.push(performance.now() - before);
          load.push(spent.load);
          commit.push(spent.commit);
          question = replies.at(-1)!.reply;
          if (question.ask?.step !== "field" || question.ask.refused)
            throw new Error(`not an answer: ${question.text}`);
        }
      }
    }
    await store.close();
    report(samples);
  });

interface Samples {
  readonly stage: Stage;
  readonly floor: number[];
  readonly engine: number[];
  readonly turn: number[];
  readonly load: number[];
  readonly commit: number[];
}

const report = (samples: readonly Samples[]): void => {
  const ratio = (name: string, of: (one: Samples) => readonly number[], goal?: number): void => {
    const [least, most] = [samples.at(0)!, samples.at(-1)!].map((one) => median(of(one)));
    print({ name: `${name}/200:10`, value: short(most! / least!), unit: "×", ...(goal && { goal }) });
  };
  for (const { stage, floor } of samples) {
    const bytes = JSON.stringify(stateOf(stage)).length;
    print({
      name: `floor/${stage.size}`,
      value: micro(median(floor)),
      unit: "µs",
      of: floor.length,
      characters: bytes,
    });
  }
  ratio("floor", ({ floor }) => floor);
  for (const { stage, engine } of samples) {
    print({ name: `engine/${stage.size}`, value: micro(median(engine)), unit: "µs", of: engine.length });
  }
  ratio("engine", ({ engine }) => engine);
  for (const { stage, turn, load, commit } of samples) {
    print({
      name: `turn/${stage.size}`,
      value: micro(median(turn)),
      unit: "µs",
      of: turn.length,
      p95: micro(quantile(turn, 0.95)),
      load: micro(median(load)),
      commit: micro(median(commit)),
    });
  }
  ratio("turn", ({ turn }) => turn, 1.5);
};

const micro = (milliseconds: number): number => short(milliseconds * 1000);

/** All that is kept of a conversation, once. */
const stateOf = ({ account, application, answers }: Stage) => ({
  conversation: account.conversation,
  application,
  answers,
});

/** Reading and writing the state as JSON: what no program that keeps it as text can do without. */
const floorOf = (stage: Stage): (() => unknown) => {
  const text = JSON.stringify(stateOf(stage));
  return () => JSON.stringify(JSON.parse(text));
};

/** The conversation alone: one answer understood, judged and the next question asked; nothing is read or kept. */
const engineOf = ({ account, application, answers, question }: Stage, { clock }: Parts, typist: Interviewee) => {
  const on = beijingDay(clock());
  const world: World = {
    on,
    served: [longForm],
    consentedOn: account.consentedOn,
    applications: [{ ...application, updatedOn: on }],
    answers: new Map([[application.id, answers]]),
    known: new Map(),
    inbox: null,
    freshId: randomUUID(),
    now: clock().toISOString(),
    account: account.id,
    scope: null,
    colleagues: [],
    freshCode: "K7QX-3MPA",
    freshCodeExpiresAt: clock().toISOString(),
    invitations: new Map(),
    tooManyCodes: false,
    contents: new Map(),
    megabytes: 20,
    minute: `${on}T09:00`,
    agenda: null,
    waits: false,
    contact: null,
    desk: nothingAsked,
    former: new Map(),
  };
  const input = typist.answer(question)!;
  return () => {
    const outcome = talk(input, account.conversation as Conversation, world);
    if ("needs" in outcome || outcome.changed.length !== 1) throw new Error("the answer was not taken");
    return outcome;
  };
};

/** One person fills the form by talking; where it is at each size is looked up in the store. */
const grow = async (parts: Parts): Promise<readonly Stage[]> => {
  const person = new Interviewee(longForm.procedure, typed);
  const stages: Stage[] = [];
  let turns = 0;
  const say = async (input: NonNullable<ReturnType<Interviewee["answer"]>>): Promise<Reply> =>
    (await converse(parts, "bench", { id: String(++turns), address: "grower", input })).at(-1)!.reply;

  let question = await say({ choice: longForm.id });
  for (;;) {
    const size = sizes[stages.length];
    if (size === undefined) return stages;
    if (question.progress?.done === size && question.ask?.step === "field")
      stages.push({ size, question, ...(await look(parts.store)) });
    question = await say(person.answer(question)!);
  }
};

const look = async (store: Store): Promise<Pick<Stage, "account" | "application" | "answers">> => {
  const account = await store.account("bench", "grower", { accountId: "", enterpriseId: "", at: "" });
  const [application] = await store.applications(account.enterpriseId);
  return { account, application: application!, answers: await store.answers(application!.id) };
};

/** Puts another person where the stage is, and returns its address. */
const settle = async (store: Store, { account, application, answers }: Stage, address: string): Promise<string> => {
  const { createdAt: at } = application;
  const id = randomUUID();
  const fresh = await store.account("bench", address, { accountId: randomUUID(), enterpriseId: randomUUID(), at });
  const { status } = await store.commit({
    account: fresh,
    updateId: "settled",
    input: { arrived: true },
    at,
    conversation: JSON.parse(JSON.stringify(account.conversation).replaceAll(application.id, id)),
    consentedOn: account.consentedOn,
    opened: [{ ...application, id }],
    changed: [{ ...application, application: id, version: 0, answers }],
    forget: false,
    replies: [],
  });
  if (status !== "committed") throw new Error(status);
  return address;
};

/** The time that a turn spends in the store, before and in its commit. */
class Spent {
  load = 0;
  commit = 0;

  reset(): void {
    this.load = 0;
    this.commit = 0;
  }

  watch(store: Store): Store {
    const timed =
      <Given extends unknown[], Result>(kind: "load" | "commit", call: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        const before = performance.now();
        const result = await call(...given);
        this[kind] += performance.now() - before;
        return result;
      };
    return {
      ...store,
      account: timed("load", store.account),
      applications: timed("load", store.applications),
      answers: timed("load", store.answers),
      isAnswered: timed("load", store.isAnswered),
      commit: timed("commit", store.commit),
    };
  }
}
