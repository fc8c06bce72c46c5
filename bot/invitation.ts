import type { Invitation } from "../flows/world.ts";
import { hashOfCode } from "./code.ts";
import type { Parts } from "./converse.ts";
import type { Account } from "./store/port.ts";
import { WrongTries } from "./wrong-tries.ts";

const unknown: Invitation = { state: "unknown", scope: null, isOwn: false };

/** Ten wrong codes an hour from one account; then none is looked up. `now` in milliseconds. */
export const wrongCodesBy = (now: () => number): WrongTries => new WrongTries(10, 60 * 60 * 1000, now);

/** What is known of a code that the account's person typed, at that instant. */
export const lookUp = async (parts: Parts, account: Account, code: string, now: string): Promise<Invitation> => {
  const { store, wrongCodes } = parts;
  if (wrongCodes.isOver(account.id)) return unknown;
  // Counted before the answer is known, or many tries at the same moment would count as none.
  wrongCodes.add(account.id);
  const found = await store.invitation(hashOfCode(code));
  if (!found) return lookUpContact(parts, account, code, now);
  wrongCodes.forgive(account.id);
  const { usedAt, expiresAt, scope, enterpriseId } = found;
  const state = usedAt !== null ? "used" : expiresAt <= now ? "expired" : "open";
  return { state, scope, isOwn: enterpriseId === account.enterpriseId };
};

/** The same for a code that the operator made for a department's contact. */
const lookUpContact = async (
  { store, wrongCodes }: Parts,
  account: Account,
  code: string,
  now: string,
): Promise<Invitation> => {
  const found = await store.departments.invited(hashOfCode(code));
  if (!found || found.revokedAt !== null) return unknown;
  wrongCodes.forgive(account.id);
  const { jurisdiction, level, area, name, acceptedAt, expiresAt } = found;
  const state = acceptedAt !== null ? "used" : expiresAt <= now ? "expired" : "open";
  return { state, scope: null, isOwn: false, office: { jurisdiction, level, area, name } };
};
