import type { NoticeTold } from "../../flows/notices/notice.ts";
import type { Delivery } from "../channel.ts";
import type { Parts } from "../converse.ts";
import { dayStart, nextNoticeAt } from "../sending/budget.ts";
import type { Together } from "../sending/sender.ts";
import type { Notice, NoticeDelivery } from "../store/notice-port.ts";
import type { Turns } from "../turns.ts";
import type { GoOn, Handler } from "./loop.ts";
import { noticeToldBy } from "./notice-told.ts";
import type { Running } from "./tell-reminders.ts";

/** A paused notice is looked at again then; going on wakes it at once. So is one whose channel does not run. */
const idleMs = 60_000;
/** As many notices of one channel are under way at most: what a crash leaves uncertain. */
const mostPlaces = 32;
const waitsReason = "等对方下次打开网页";

/**
 * The handler of the jobs that send notices, one job for each. Only who holds the job sends the notice; each recipient is
 * claimed when its turn comes, so pausing and stopping take effect at once.
 */
export const sendingBroadcasts =
  (parts: Parts, running: Running, log: (line: string) => void): Handler =>
  async ({ payload }, signal) => {
    const { notice } = payload as { readonly notice: string };
    try {
      return await sendAll(parts, running, notice, signal, log);
    } catch (error) {
      // It was claimed many times already: the growing pauses of a job that fails would be too long.
      log(`Notice ${notice} waits for a minute: ${(error as Error).message}`);
      return inAMinute(parts);
    }
  };

/** Sends what can be sent now. Gives when it goes on; undefined where it is over. */
const sendAll = async (
  parts: Parts,
  running: Running,
  id: string,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<GoOn | undefined> => {
  const { store, clock } = parts;
  const { notices } = store;
  const now = () => clock().toISOString();
  await notices.giveUp(id, now());
  for (;;) {
    const notice = await notices.find(id);
    if (!notice || !["sending", "paused"].includes(notice.state)) return undefined;
    const sending = notice.state === "sending" ? [...running.values()] : [];
    const lanes = sending.map((turns) => sendBy(parts, turns, notice, signal, log));
    const waits = (await allOf(lanes)).filter((at) => at !== null);
    if (signal.aborted) return { at: now() };
    if (sending.length > 0 && (await notices.tryElsewhere(id, now())) > 0) continue;
    if (await notices.finish(id)) return undefined;
    return waits.length > 0 ? earliest(waits) : inAMinute(parts);
  }
};

/** As `Promise.all`, but what fails does not leave the others under way. */
const allOf = async <T>(lanes: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(lanes);
  return Promise.all(lanes);
};

const earliest = (instants: readonly Date[]): GoOn => ({
  at: new Date(Math.min(...instants.map((at) => at.getTime()))).toISOString(),
});

const inAMinute = ({ clock }: Parts): GoOn => earliest([new Date(clock().getTime() + idleMs)]);

/** Sends what waits for one channel. Gives when it may go on; null where nothing is left, or the notice is held. */
const sendBy = async (
  parts: Parts,
  turns: Turns,
  notice: Notice,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<Date | null> => {
  const { store, clock } = parts;
  const { name } = turns.channel;
  const places = placesOf(turns.channel);
  const told = await noticeToldBy(parts, notice);
  const underWay = new Map<string, Promise<void>>();
  const isTime = async () => (await nextAt(parts, turns)) <= clock();
  const begin = (delivery: NoticeDelivery): void => {
    const sending = deliver(parts, turns, told, delivery, isTime, signal)
      .catch((error) => log(`${name}: a notice's delivery was not marked: ${(error as Error).message}`))
      .then(() => void underWay.delete(delivery.account));
    underWay.set(delivery.account, sending);
  };
  const fewer = async (most: number): Promise<void> => {
    while (underWay.size > most) await Promise.race(underWay.values());
  };
  try {
    for (;;) {
      const at = await nextAt(parts, turns);
      const isHeld = signal.aborted || at > clock();
      const waiting = isHeld ? [] : await store.notices.waiting(notice.id, { channel: name }, 2 * places);
      const next = waiting.filter(({ account }) => !underWay.has(account)).slice(0, places - underWay.size);
      for (const delivery of next) begin(delivery);
      if (next.length > 0) await fewer(Math.floor(places / 2));
      else if (underWay.size > 0) await fewer(underWay.size - 1);
      else return isHeld ? at : null;
    }
  } finally {
    await fewer(0);
  }
};

/** Tells an account at once the notices that wait for it; true where there were any. */
export const tellNotices = async (parts: Parts, turns: Turns, account: string): Promise<boolean> => {
  const { notices } = parts.store;
  let isTold = false;
  for (const notice of await notices.sending()) {
    for (const delivery of await notices.waiting(notice.id, { account }, 1)) {
      const told = await noticeToldBy(parts, notice);
      await deliver(parts, turns, told, delivery, async () => true, new AbortController().signal);
      await notices.finish(notice.id);
      isTold = true;
    }
  }
  return isTold;
};

/** One at a time where a day's budget is counted; else about what goes in two seconds. */
const placesOf = ({ manners }: Turns["channel"]): number => {
  if (manners?.noticesPerDay !== undefined) return 1;
  const perSecond = Math.min(...(manners?.limits.all ?? []).map(({ count, seconds }) => count / seconds));
  return Math.max(1, Math.min(mostPlaces, Math.ceil(2 * perSecond)));
};

/** When the channel may take the next notice. */
const nextAt = async ({ store, clock }: Parts, { channel: { name, manners } }: Turns): Promise<Date> => {
  const perDay = manners?.noticesPerDay;
  const now = clock();
  const taken = perDay === undefined ? { count: 0, last: null } : await store.notices.taken(name, dayStart(now));
  return nextNoticeAt(perDay, taken, now);
};

/** Takes one delivery, if it is still to be taken when the channel has room, and writes down how it ended. */
const deliver = async (
  parts: Parts,
  turns: Turns,
  told: NoticeTold,
  { account, address }: NoticeDelivery,
  isTime: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> => {
  const { store, clock } = parts;
  const now = () => clock().toISOString();
  const claim = async () => (await store.notices.claim(told.id, [account], now())).length === 1;
  let isTaken = false;
  const begins = async () => {
    isTaken = !signal.aborted && (await isTime()) && (await claim());
    return isTaken;
  };
  const update = { id: `notice:${told.id}`, address, input: { notice: told } };
  const ended = await turns.notify(update, begins, signal);
  // Who is known to have blocked the bot is not written to at all.
  const isHopeless = !isTaken && isBlocked(ended.delivery) && (await claim());
  // Where no turn could be taken nothing was handed over: it is taken back before the notice goes on.
  if (isHopeless || (isTaken && ended.of > 0))
    await store.notices.settle({ notice: told.id, account, at: now(), ...outcomeOf(ended, turns.channel) });
};

/** The open question, asked again as the last message, is no part of the notice. */
const outcomeOf = ({ delivery, arrived, of }: Together & { readonly of: number }, { waits }: Turns["channel"]) => {
  if (arrived > 0 && arrived >= of - 1) return { state: "sent" as const, ...(waits && { reason: waitsReason }) };
  const { status } = delivery;
  const reason = delivery.status === "sent" ? "the question alone arrived" : delivery.reason;
  return { state: isBlocked(delivery) ? ("blocked" as const) : status, reason };
};

const isBlocked = (delivery: Delivery): boolean => delivery.status === "failed" && delivery.final === "blocked";
