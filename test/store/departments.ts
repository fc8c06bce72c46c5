import type { Contact, Office } from "../../bot/store/department-port.ts";
import type { DepartmentWork, Effects } from "../../bot/store/effects-port.ts";
import type { Account, Store } from "../../bot/store/port.ts";
import type { Due } from "../../rules/calendar/due.ts";
import { LEADS, remindersFor } from "../../rules/calendar/reminders.ts";
import type { Round } from "../../rules/define.ts";
import { at, meet, turn } from "./turns.ts";

export const tomorrow = "2027-03-02T09:00:00.000+08:00";

const office: Office = { jurisdiction: "zhejiang", level: "city", area: "杭州市", name: "王处长" };
const cite = { document: "通知", article: "二", text: "于3月23日前报送" };

export const invite = (store: Store, id: string, more: Partial<Contact> = {}): Promise<void> =>
  store.departments.invite({ ...office, expiresAt: tomorrow, ...more, id, codeHash: `hash of ${id}`, at });

let updates = 0;

/** A turn of the account, as it is now, with these effects. */
export const effect = async (store: Store, who: Account | string, effects: Effects, more: object = {}) => {
  const account = typeof who === "string" ? await meet(store, who) : who;
  return (await store.commit(turn(account, `effect ${++updates}`, { effects, ...more }))).status;
};

export const register = (store: Store, who: Account | string, id: string, more: object = {}) =>
  effect(store, who, { registers: { codeHash: `hash of ${id}` } }, more);

/** What the contact of that name, invited as itself, does. */
export const work = (store: Store, id: string, done: Partial<DepartmentWork>) =>
  effect(store, id, { department: { contact: id, acts: [], ...done } });

export const round = (title: string): Round => ({
  ...{
    id: "zhejiang/2027",
    procedure: "apply",
    title,
    year: 2027,
    opensOn: "2027-03-15",
    copies: 2,
    contacts: [],
    cite,
  },
  dates: [{ role: "applicant", way: "paper", by: "2027-03-23", label: "报送纸质材料", cite }],
  address: { sentBy: "city", to: "省经信厅", line: "杭州市体育场路479号", cite },
});

export const due = (id: string, on: string): Due => ({
  ...{ id, on, label: "报送纸质材料", owedBy: "applicant", at: null, lastWorkday: null, cite },
  ...{ provisional: false, unconfirmed: false },
});

/** A due date with its reminders at 9 o'clock, as they are planned on 2027-01-01. */
export const dated = (id: string, on: string, leads: readonly number[] = LEADS) => ({
  due: due(id, on),
  reminders: remindersFor(due(id, on), { leads, hour: 9, now: "2027-01-01T09:00" }),
});
