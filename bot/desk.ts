import type { Reach } from "../flows/desk/reach.ts";
import type { DeskData, DeskNeeds, World } from "../flows/world.ts";
import { beijingDay } from "./clock.ts";
import type { Parts } from "./converse.ts";
import { dayStart, estimate } from "./sending/budget.ts";
import type { Store } from "./store/port.ts";
import { kept } from "./world.ts";

/** What a department's conversation knows before it asks for anything. */
export const nothingAsked: DeskData = { rounds: null, reach: null, notices: null, estimate: null };

/** The contact's data with what its conversation needs beside. */
export const deskData = async (
  parts: Parts,
  { contact, desk }: World,
  { rounds, reach, notices: asksNotices, estimate: counts }: DeskNeeds,
): Promise<DeskData> => {
  if (!contact) return desk;
  const { store } = parts;
  const { departments, notices } = store;
  const { jurisdiction } = contact;
  const opened = rounds && (await departments.rounds()).filter((one) => one.jurisdiction === jurisdiction);
  const sent = asksNotices && (await notices.by(contact.id));
  return {
    rounds: opened ?? desk.rounds,
    reach: reach ? await reachOf(store, jurisdiction, reach.fields) : desk.reach,
    notices: sent
      ? await Promise.all(
          sent.map(async ({ createdAt, ...notice }) => {
            return { ...notice, createdOn: beijingDay(new Date(createdAt)), counts: await notices.counts(notice.id) };
          }),
        )
      : desk.notices,
    estimate: counts ? await estimatesOf(parts, counts) : desk.estimate,
  };
};

/** What sending so many by each channel takes. */
const estimatesOf = async (
  { running, store: { notices }, clock }: Parts,
  counts: Readonly<Record<string, number>>,
): Promise<NonNullable<DeskData["estimate"]>> => {
  const now = clock();
  const used: Record<string, number> = {};
  for (const name of Object.keys(counts)) used[name] = (await notices.taken(name, dayStart(now))).count;
  const manners = new Map([...running].map(([name, channel]) => [name, channel.manners]));
  return estimate(counts, used, manners, now).map((one) => {
    const channel = running.get(one.channel);
    return { ...one, runs: channel !== undefined, waits: channel?.waits ?? one.channel === "terminal" };
  });
};

const reachOf = async (store: Store, jurisdiction: string, fields: readonly string[]): Promise<Reach> => ({
  fields,
  enterprises: (await store.departments.enterprises(jurisdiction, fields)).map(
    ({ enterpriseId, applications, ...rest }) => ({
      ...rest,
      enterprise: enterpriseId,
      applications: applications.map(({ given, ...record }) => ({ ...kept(record), given })),
    }),
  ),
  contacts: await contactsOf(store, jurisdiction),
});

const contactsOf = async (store: Store, jurisdiction: string): Promise<Reach["contacts"]> => {
  const all = await store.departments.contacts();
  const acting = all.filter((one) => one.jurisdiction === jurisdiction && one.revokedAt === null);
  const found = acting.map(async ({ id, level, area, name, account: accountId }) => {
    const account = accountId === null ? null : await store.accountById(accountId);
    return account ? [{ id, jurisdiction, level, area, name, account: account.id, channel: account.channel }] : [];
  });
  return (await Promise.all(found)).flat();
};
