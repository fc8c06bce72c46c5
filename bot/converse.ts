import { randomUUID } from "node:crypto";
import type { Reply } from "../flows/reply.ts";
import { talk } from "../flows/talk.ts";
import type { Conversation, Invitation, Outcome, World } from "../flows/world.ts";
import type { Content } from "../rules/content.ts";
import type { Answers, ReceivedFile } from "../rules/define.ts";
import type { Served } from "../rules/index.ts";
import type { Channel, Update } from "./channel.ts";
import type { Clock } from "./clock.ts";
import { hashOfCode } from "./code.ts";
import { deskData, nothingAsked } from "./desk.ts";
import type { Files } from "./files.ts";
import { lookUp } from "./invitation.ts";
import { replanJob } from "./jobs/replan.ts";
import { withOwnForms } from "./own-forms.ts";
import { spoken } from "./spoken.ts";
import type { Effects } from "./store/effects-port.ts";
import type { Account, ApplicationRecord, Store, Turn } from "./store/port.ts";
import { agendaOf, applicationsOf, worldOf } from "./world.ts";
import type { WrongTries } from "./wrong-tries.ts";

/** What a turn needs of the shell. */
export interface Parts {
  readonly store: Store;
  readonly files: Files;
  readonly served: readonly Served[];
  readonly clock: Clock;
  /** Reads what a person sent; never rejects because of the file. */
  readonly intake: { read(file: ReceivedFile): Promise<Content> };
  /** The one-time codes that accounts typed wrong lately. */
  readonly wrongCodes: WrongTries;
  /** The channels that run, by their names; each is entered when it starts. */
  readonly running: Map<string, Pick<Channel, "manners" | "waits">>;
}

/** A committed reply, to be sent. */
export interface Queued {
  readonly seq: number;
  readonly reply: Reply;
}

const mostTries = 20;
/** The largest file that most messengers bring. */
export const usualMegabytes = 20;

/**
 * One turn: load, decide, write documents, then commit receipt, answers and replies together. A turn that lost a race
 * is run again on what the winner left; an update that was answered before gives nothing.
 */
export const converse = async (
  parts: Parts,
  channel: string,
  update: Update,
  megabytes = usualMegabytes,
  waits = false,
): Promise<readonly Queued[]> => {
  const { store, clock } = parts;
  for (let tries = 0; tries < mostTries; tries++) {
    const now = clock();
    const at = now.toISOString();
    const account = await store.account(channel, update.address, {
      accountId: randomUUID(),
      enterpriseId: randomUUID(),
      at,
    });
    if (await store.isAnswered(account.id, update.id)) return [];
    const { outcome, world, applications } = await decide(parts, account, update, now, { megabytes, waits });
    const replies: Reply[] = [];
    for (const saying of outcome.sayings)
      replies.push(...(await spoken(parts, saying, { outcome, applications, world })));
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
      ...links(outcome, world),
      effects: effectsOf(outcome, world, update),
      replies,
    });
    if (committed.status === "duplicate") return [];
    if (committed.status === "committed")
      return committed.seqs.flatMap((seq, index) => (replies[index] ? { seq, reply: replies[index] } : []));
  }
  throw new Error(`a turn lost ${mostTries} races in a row`);
};

export interface Decided {
  readonly outcome: Outcome;
  readonly world: World;
  readonly applications: readonly ApplicationRecord[];
}

/** Asks the conversation, reading what it needs. */
const decide = async (
  parts: Parts,
  account: Account,
  { input }: Update,
  now: Date,
  messenger: Pick<World, "megabytes" | "waits">,
): Promise<Decided> => {
  const { store, intake } = parts;
  const conversation = account.conversation as Conversation | null;
  const applications = await applicationsOf(store, account);
  const answers = new Map<string, Answers>();
  const invitations = new Map<string, Invitation>();
  const contents = new Map<string, Content>();
  let world: World = {
    ...(await worldOf(parts, account, applications, now)),
    ...messenger,
    answers,
    invitations,
    contents,
    agenda: null,
    desk: nothingAsked,
    inbox: null,
  };
  const current = applications.find(({ id }) => id === conversation?.interview?.application);
  const form = world.served.find(({ id }) => id === current?.procedure);
  const read = async (file: ReceivedFile): Promise<Content> => {
    const content = await intake.read(file);
    return form ? withOwnForms(content, form) : content;
  };
  for (;;) {
    const outcome = talk(input, conversation, world);
    if (!("needs" in outcome)) return { outcome, world, applications };
    for (const id of outcome.needs) answers.set(id, await store.answers(id));
    for (const code of outcome.codes ?? []) invitations.set(code, await lookUp(parts, account, code, world.now));
    if (outcome.desk) world = { ...world, desk: await deskData(parts, world, outcome.desk) };
    if (outcome.inbox) world = { ...world, inbox: await store.notices.inbox(account.id) };
    if (outcome.agenda) world = { ...world, agenda: await agendaOf(store, account, world.colleagues) };
    for (const file of outcome.files ?? []) contents.set(file.hash, await read(file));
  }
};

/** What the turn does beside applications and accounts. */
const effectsOf = (
  { registers, department, titles, preference, plans, joins, reads }: Outcome,
  { account: id, contact, now }: World,
  { input }: Update,
): Effects => ({
  registers: registers === null ? null : { codeHash: hashOfCode(registers) },
  department: department && contact && { ...department, contact: contact.id },
  titles,
  preference,
  plans,
  reads,
  told: "reminders" in input ? input.reminders.map((told) => ({ account: id, ...told })) : [],
  // Whose enterprise it will be is known once the turn is committed.
  jobs: joins === null ? [] : [replanJob(id, now)],
});

/** What the turn does to the accounts of the enterprise. Whoever is unlinked gets an enterprise of its own. */
const links = (
  { invited, joins, unlinks, forget }: Outcome,
  { freshCode, freshCodeExpiresAt, colleagues }: World,
): Pick<Turn, "invited" | "joins" | "unlinks"> => {
  const delegates = forget ? colleagues.flatMap(({ id, scope }) => (scope ? [id] : [])) : [];
  return {
    invited: invited && { codeHash: hashOfCode(freshCode), expiresAt: freshCodeExpiresAt, ...invited },
    joins: joins === null ? null : { codeHash: hashOfCode(joins) },
    unlinks: [...new Set([...unlinks, ...delegates])].map((account) => ({ account, enterpriseId: randomUUID() })),
  };
};
