import { randomUUID } from "node:crypto";
import type { Reply } from "../flows/reply.ts";
import { talk } from "../flows/talk.ts";
import type { Conversation, Kept, Outcome, Saying, World } from "../flows/world.ts";
import type { Answers } from "../rules/define.ts";
import type { Served } from "../rules/index.ts";
import type { Update } from "./channel.ts";
import { beijingDay, type Clock } from "./clock.ts";
import type { Files } from "./files.ts";
import { writePapers } from "./papers.ts";
import type { Account, ApplicationRecord, Store } from "./store/port.ts";

/** What a turn needs of the shell. */
export interface Parts {
  readonly store: Store;
  readonly files: Files;
  readonly served: readonly Served[];
  readonly clock: Clock;
}

/** A committed reply, to be sent. */
export interface Queued {
  readonly seq: number;
  readonly reply: Reply;
}

const mostTries = 20;

/**
 * One turn: load, decide, write documents, then commit receipt, answers and replies together. A turn that lost a race
 * is run again on what the winner left; an update that was answered before gives nothing.
 */
export const converse = async (parts: Parts, channel: string, update: Update): Promise<readonly Queued[]> => {
  const { store, clock } = parts;
  for (let tries = 0; tries < mostTries; tries++) {
    const at = clock().toISOString();
    const account = await store.account(channel, update.address, {
      accountId: randomUUID(),
      enterpriseId: randomUUID(),
      at,
    });
    if (await store.isAnswered(account.id, update.id)) return [];
    const { outcome, applications, answers } = await decide(parts, account, update);
    const replies: Reply[] = [];
    for (const saying of outcome.sayings)
      replies.push(...(await spoken(parts, saying, outcome, applications, answers)));
    const committed = await store.commit({
      account,
      updateId: update.id,
      input: update.input,
      at,
      conversation: outcome.conversation,
      consentedOn: outcome.consentedOn,
      opened: outcome.opened.map(({ id, procedure, round, rules, sample, marks }) => ({
        id,
        procedure,
        round,
        rules,
        sample,
        marks,
      })),
      changed: outcome.changed.map(({ id, round, rules, marks, answers: changes }) => ({
        application: id,
        version: applications.find((one) => one.id === id)?.version ?? 0,
        round,
        rules,
        marks,
        answers: changes,
      })),
      forget: outcome.forget,
      replies,
    });
    if (committed.status === "duplicate") return [];
    if (committed.status === "committed")
      return committed.seqs.flatMap((seq, index) => (replies[index] ? { seq, reply: replies[index] } : []));
  }
  throw new Error(`a turn lost ${mostTries} races in a row`);
};

interface Decided {
  readonly outcome: Outcome;
  readonly applications: readonly ApplicationRecord[];
  readonly answers: ReadonlyMap<string, Answers>;
}

/** Asks the conversation, reading answers as it needs them. */
const decide = async ({ store, served, clock }: Parts, account: Account, { input }: Update): Promise<Decided> => {
  const conversation = account.conversation as Conversation | null;
  const applications = (await store.applications(account.enterpriseId)).toSorted((a, b) =>
    b.updatedAt.localeCompare(a.updatedAt),
  );
  const answers = new Map<string, Answers>();
  const world: World = {
    on: beijingDay(clock()),
    served,
    consentedOn: account.consentedOn,
    applications: applications.map(kept),
    answers,
    known: await knownElsewhere(store, account, applications),
    freshId: randomUUID(),
  };
  for (;;) {
    const outcome = talk(input, conversation, world);
    if (!("needs" in outcome)) return { outcome, applications, answers };
    for (const id of outcome.needs) answers.set(id, await store.answers(id));
  }
};

/** What other applications hold; nothing is read where there is no other one. */
const knownElsewhere = async (
  store: Store,
  { enterpriseId, conversation }: Account,
  applications: readonly ApplicationRecord[],
): Promise<World["known"]> => {
  const current = (conversation as Conversation | null)?.interview?.application ?? "";
  if (!applications.some(({ id, sample }) => id !== current && !sample)) return new Map();
  const known = await store.known(enterpriseId, current);
  return new Map(
    known.map(({ fieldId, value, givenAt, procedure }) => [
      fieldId,
      { value, procedure, givenOn: beijingDay(new Date(givenAt)) },
    ]),
  );
};

const kept = ({ updatedAt, ...record }: ApplicationRecord): Kept => ({
  ...record,
  updatedOn: beijingDay(new Date(updatedAt)),
});

/** A saying as replies: documents are written and kept here, before the turn commits to having sent them. */
const spoken = async (
  { files, served, clock }: Parts,
  saying: Saying,
  outcome: Outcome,
  applications: readonly ApplicationRecord[],
  answers: ReadonlyMap<string, Answers>,
): Promise<readonly Reply[]> => {
  if (!("documents" in saying)) return [saying];
  const { application: id, isDraft } = saying.documents;
  const record = outcome.opened.find((one) => one.id === id) ?? applications.find((one) => one.id === id);
  const change = outcome.changed.find((one) => one.id === id);
  const service = served.find((one) => one.id === record?.procedure);
  if (!record || !service) throw new Error(`documents of an application that is not there: ${id}`);
  const marks = change?.marks ?? record.marks;
  const { documents, zip } = await writePapers(
    {
      served: service,
      answers: withChanges(answers.get(id) ?? {}, change?.answers ?? {}),
      declaredOn: isDraft ? null : (marks.declared ?? null),
      round: change?.round ?? record.round,
      isSample: record.sample,
      isDraft,
    },
    beijingDay(clock()),
    files,
  );
  return Promise.all(
    [zip, ...documents].map(async ({ name, bytes }) => ({
      text: name,
      choices: [],
      file: { hash: await files.keep(bytes), name },
      progress: null,
      ask: null,
    })),
  );
};

const withChanges = (answers: Answers, changes: Outcome["changed"][number]["answers"]): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...changes }).filter(
      (entry): entry is [string, Answers[string]] => entry[1] !== undefined,
    ),
  );
