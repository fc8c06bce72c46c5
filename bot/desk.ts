import type { Reach } from "../flows/desk/reach.ts";
import type { DeskData, DeskNeeds, World } from "../flows/world.ts";
import { beijingDay } from "./clock.ts";
import type { Parts } from "./converse.ts";
import type { Store } from "./store/port.ts";
import { kept } from "./world.ts";

/** What a department's conversation knows before it asks for anything. */
export const nothingAsked: DeskData = { rounds: null, reach: null, notices: null, estimate: null };

/** The contact's data with what its conversation needs beside. */
export const deskData = async (
  parts: Parts,
  { contact, desk }: World,
  { rounds, reach, notices: asksNotices, estimate }: DeskNeeds,
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
    estimate: estimate ? estimatesOf(parts, estimate) : desk.estimate,
  };
};

/** What sending so many by each channel takes. */
const estimatesOf = ({ running }: Parts, counts: Readonly<Record<string, number>>): NonNullable<DeskData["estimate"]> =>
  Object.entries(counts).map(([name, count]) => {
    const channel = running.get(name);
    const waits = channel?.waits ?? name === "terminal";
    return { channel: name, count, runs: channel !== undefined, waits, leftToday: null, minutes: 0, days: 1 };
  });

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
