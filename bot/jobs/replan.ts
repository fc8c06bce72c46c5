import { randomUUID } from "node:crypto";
import type { Parts } from "../converse.ts";
import { plansForEnterprise } from "../replan.ts";
import { servedNow } from "../rounds.ts";
import type { Handler } from "./loop.ts";
import type { NewJob } from "./queue.ts";

/** The kind of the jobs that plan an enterprise's reminders anew. */
export const replanKind = "replan";

/** Plans anew what the enterprise is reminded of that the account belongs to when the job is done. */
export const replanJob = (account: string, at: string): NewJob => ({
  key: `${replanKind}/${account}/${randomUUID()}`,
  kind: replanKind,
  payload: { account },
  dueAt: at,
});

export const replanning =
  (parts: Pick<Parts, "store" | "served" | "clock">): Handler =>
  async ({ payload }) => {
    await replan(parts, (payload as { readonly account: string }).account);
    return undefined;
  };

/** Plans the reminders of all accounts of the account's enterprise anew. */
export const replan = async (
  { store, served, clock }: Pick<Parts, "store" | "served" | "clock">,
  accountId: string,
): Promise<void> => {
  const account = await store.accountById(accountId);
  if (!account) return;
  const now = clock();
  const current = await servedNow({ served, store });
  await store.dates.plan(await plansForEnterprise(store, current, account.enterpriseId, now), now.toISOString());
};
