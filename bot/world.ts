import { randomUUID } from "node:crypto";
import type { Agenda } from "../flows/dates/agenda.ts";
import type { Conversation, Kept, World } from "../flows/world.ts";
import type { Digest } from "../rules/digest.ts";
import { beijingDay, beijingMinute } from "./clock.ts";
import { freshCode } from "./code.ts";
import type { Parts } from "./converse.ts";
import { servedNow } from "./rounds.ts";
import type { Account, ApplicationRecord, Store } from "./store/port.ts";

const codeLength = 8;
const codeHours = 24;

/** The applications that the account may see, newest first: a delegate's own one alone. */
export const applicationsOf = async (store: Store, account: Account): Promise<readonly ApplicationRecord[]> =>
  (await store.applications(account.enterpriseId))
    .filter(({ id }) => account.scope === null || id === account.scope.application)
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));

/** What a turn of the account may know before it asks for more. */
export const worldOf = async (
  parts: Parts,
  account: Account,
  applications: readonly ApplicationRecord[],
  now: Date,
): Promise<
  Omit<World, "answers" | "invitations" | "contents" | "megabytes" | "agenda" | "inbox" | "waits" | "desk">
> => {
  const { store, wrongCodes } = parts;
  const served = await servedNow(parts);
  return {
    on: beijingDay(now),
    now: now.toISOString(),
    served,
    consentedOn: account.consentedOn,
    account: account.id,
    scope: account.scope,
    colleagues: (await store.colleagues(account.enterpriseId)).filter(({ id }) => id !== account.id),
    applications: applications.map(kept),
    known: await knownElsewhere(store, account, applications),
    freshId: randomUUID(),
    freshCode: freshCode(codeLength),
    freshCodeExpiresAt: new Date(now.getTime() + codeHours * 60 * 60 * 1000).toISOString(),
    tooManyCodes: wrongCodes.isOver(account.id),
    former: await formerRules(store, served, applications),
    minute: beijingMinute(now),
    contact: await store.departments.contactOf(account.id),
  };
};

/** Titles and wishes of the account's enterprise; a delegate is told nothing, and states no titles. */
export const agendaOf = async (
  { dates }: Store,
  { id, enterpriseId, scope }: Account,
  colleagues: World["colleagues"],
): Promise<Agenda> => ({
  recognitions: scope ? [] : await dates.recognitions(enterpriseId),
  done: scope ? [] : await dates.done(enterpriseId),
  preferences: await preferencesOf(dates, [{ id, scope }, ...colleagues]),
});

/** The wishes of those of the accounts who may do everything. */
export const preferencesOf = async (
  dates: Store["dates"],
  accounts: readonly Pick<Account, "id" | "scope">[],
): Promise<Agenda["preferences"]> => {
  const whole = accounts.filter(({ scope }) => scope === null);
  return new Map(await Promise.all(whole.map(async ({ id }) => [id, await dates.preference(id)] as const)));
};

/** An application as conversations know it. */
export const kept = ({ updatedAt, ...record }: ApplicationRecord): Kept => ({
  ...record,
  updatedOn: beijingDay(new Date(updatedAt)),
});

/** What other applications hold; nothing is read where there is no other one. */
const knownElsewhere = async (
  store: Store,
  { enterpriseId, conversation, scope }: Account,
  applications: readonly ApplicationRecord[],
): Promise<World["known"]> => {
  const current = (conversation as Conversation | null)?.interview?.application ?? "";
  if (scope || !applications.some(({ id, sample }) => id !== current && !sample)) return new Map();
  const known = await store.known(enterpriseId, current);
  return new Map(
    known.map(({ fieldId, value, givenAt, procedure }) => [
      fieldId,
      { value, procedure, givenOn: beijingDay(new Date(givenAt)) },
    ]),
  );
};

/** What the rules asked of applications that were last touched under others; nothing is read where there is none. */
const formerRules = async (
  store: Store,
  served: Parts["served"],
  applications: readonly ApplicationRecord[],
): Promise<World["former"]> => {
  const former = new Map<string, Digest>();
  for (const { id, procedure, rules } of applications) {
    const now = served.find((one) => one.id === procedure);
    const digest = now && now.version !== rules ? await store.formerRules(rules, procedure) : null;
    if (digest) former.set(id, digest);
  }
  return former;
};
