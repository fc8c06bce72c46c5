import type { Account, Store, Turn } from "../../bot/store/port.ts";
import type { Reply } from "../../flows/reply.ts";

export const at = "2027-03-01T09:00:00.000+08:00";

export const reply = (text: string): Reply => ({ text, choices: [], file: null, progress: null, ask: null });

export const meet = (store: Store, address: string): Promise<Account> =>
  store.account("web", address, { accountId: `account of ${address}`, enterpriseId: `body of ${address}`, at });

/** A turn that changes nothing but what is given. */
export const turn = (account: Account, updateId: string, parts: Partial<Turn> = {}): Turn => ({
  account,
  updateId,
  input: { text: updateId },
  at,
  conversation: account.conversation,
  consentedOn: account.consentedOn,
  opened: [],
  changed: [],
  forget: false,
  replies: [],
  ...parts,
});

export const opened = (id: string): Turn["opened"][number] => ({
  id,
  procedure: "zhejiang/apply",
  round: null,
  rules: "1",
  sample: false,
  marks: {},
});

export const changed = (
  application: string,
  version: number,
  answers: Turn["changed"][number]["answers"] = {},
): Turn["changed"][number] => ({ application, version, round: null, rules: "1", marks: {}, answers });
