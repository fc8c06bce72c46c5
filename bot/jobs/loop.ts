import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout as sleeping } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import { growingPauseMs } from "../pause.ts";
import type { Claimed, Queue } from "./queue.ts";

/** The job is not done: it is to be gone on with from that instant on. */
export interface GoOn {
  readonly at: string;
}

/** Does one job; a rejection means again, later. Long work ends soon after the signal, and goes on at the next start. */
export type Handler = (job: Claimed, signal: AbortSignal) => Promise<GoOn | undefined>;

/** Resolves after so many milliseconds, or when the signal comes. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export interface Jobs {
  readonly queue: Queue;
  /** By kind; jobs of other kinds are left alone. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** What is looked after at the start and then once a minute, before the jobs of that minute. */
  readonly everyMinute?: (now: Date) => Promise<unknown>;
  readonly clock: Clock;
  readonly sleep?: Sleep;
  readonly log: (line: string) => void;
}

type Looping = Jobs & { readonly sleep: Sleep };

const second = 1000;
/** How long a job is the claimer's who does not say that it takes longer. */
const leaseMs = 60 * second;
const idleMs = second;
/** How many jobs run beside one another. */
const places = 8;
const longestRetryMs = 60 * 60 * second;

/**
 * The loop that runs jobs, and all that comes by itself. It compares the instants that are stored with the clock, so
 * that a clock that jumps makes a job early or late, never twice or never. `stop` resolves once no job runs any more.
 */
export const startJobs = (jobs: Jobs): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  // All that is under way listens.
  setMaxListeners(0, stopping.signal);
  const looping = loop({ ...jobs, sleep: jobs.sleep ?? sleepOrStop }, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return looping;
    },
  };
};

const sleepOrStop: Sleep = (ms, signal) => sleeping(ms, undefined, { signal }).catch(() => {});

const loop = async (jobs: Looping, signal: AbortSignal): Promise<void> => {
  const { queue, handlers, everyMinute, clock, sleep, log } = jobs;
  const owner = randomUUID();
  const running = new Map<string, Promise<void>>();
  let minute = "";
  let failures = 0;
  let awake = new AbortController();
  const wake = (): void => awake.abort();
  signal.addEventListener("abort", wake, { once: true });

  const look = async (): Promise<void> => {
    const now = clock();
    const current = now.toISOString().slice(0, 16);
    if (!everyMinute || current === minute) return;
    await everyMinute(now);
    minute = current;
  };
  const begin = async (): Promise<void> => {
    const [kinds, now, until] = [Object.keys(handlers), instant(clock), instant(clock, leaseMs)];
    for (const job of await queue.claim({ owner, kinds, now, until, limit: places - running.size })) {
      // A clock that jumps ends the leases of jobs that run here.
      if (running.has(job.key)) continue;
      const work = run(jobs, job, signal).finally(() => {
        running.delete(job.key);
        wake();
      });
      running.set(job.key, work);
    }
  };

  await queue.recover(instant(clock), instant(clock, leaseMs)).catch(telling(log, "Old jobs could not be freed"));
  while (!signal.aborted) {
    awake = new AbortController();
    const isWell = [
      await goesWell(look(), log, "What comes every minute failed"),
      running.size === places || (await goesWell(begin(), log, "Jobs could not be claimed")),
    ];
    failures = isWell.every(Boolean) ? 0 : failures + 1;
    await sleep(failures === 0 ? idleMs : growingPauseMs(failures, leaseMs), awake.signal);
  }
  await Promise.all(running.values());
};

const run = async (jobs: Looping, job: Claimed, signal: AbortSignal): Promise<void> => {
  const { queue, handlers, clock, log } = jobs;
  const ended = new AbortController();
  const extending = extend(jobs, job, ended.signal);
  try {
    const goOn = await handlers[job.kind]?.(job, signal);
    await (goOn ? queue.postpone(job, goOn.at) : queue.complete(job, instant(clock)));
  } catch (error) {
    telling(log, `Job ${job.key} failed at try ${job.tries}`)(error);
    const later = signal.aborted ? 0 : growingPauseMs(job.tries, longestRetryMs);
    await queue.postpone(job, instant(clock, later)).catch(telling(log, `Job ${job.key} waits for its lease to end`));
  } finally {
    ended.abort();
    await extending;
  }
};

/** Keeps a job that takes long from being claimed again. */
const extend = async ({ queue, clock, sleep, log }: Looping, job: Claimed, ended: AbortSignal) => {
  for (;;) {
    await sleep(leaseMs / 3, ended);
    if (ended.aborted) return;
    await queue.extend(job, instant(clock, leaseMs)).catch(telling(log, `Job ${job.key} could not be extended`));
  }
};

const instant = (clock: Clock, later = 0): string => new Date(clock().getTime() + later).toISOString();

const goesWell = (work: Promise<void>, log: Jobs["log"], what: string): Promise<boolean> =>
  work.then(
    () => true,
    (error) => {
      telling(log, what)(error);
      return false;
    },
  );

const telling = (log: Jobs["log"], what: string) => (error: unknown) =>
  log(`${what}: ${error instanceof Error ? error.message : error}`);
