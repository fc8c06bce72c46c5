import { setMaxListeners } from "node:events";
import type { Parts } from "../../bot/converse.ts";
import { sendingBroadcasts } from "../../bot/jobs/broadcasts.ts";
import type { Running } from "../../bot/jobs/tell-reminders.ts";
import type { NoticeDelivery } from "../../bot/store/notice-port.ts";
import type { ReceivedFile } from "../../rules/define.ts";
import { invite, register, work } from "../store/departments.ts";

/** A department of 杭州市 writes to these accounts; gives the outcomes once all is sent. */
export const sendNotice = async (
  parts: Parts,
  running: Running,
  accounts: readonly string[],
  { id = "n", text, files = [] }: { id?: string; text: string; files?: readonly ReceivedFile[] },
): Promise<readonly NoticeDelivery[]> => {
  const { store } = parts;
  await invite(store, id);
  await register(store, id, id);
  await work(store, id, { drafts: [{ id, text, files, audience: {} }] });
  await work(store, id, { starts: { notice: id, accounts } });
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const job = { key: "k", kind: "broadcast", payload: { notice: id }, owner: "me", tries: 1 };
  await sendingBroadcasts(parts, running, () => {})(job, signal);
  return store.notices.deliveries(id);
};
