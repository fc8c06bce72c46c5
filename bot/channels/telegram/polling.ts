import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import { growingPauseMs, Lanes } from "../../channel.ts";
import { laneOf } from "./lanes.ts";
import { heardKinds } from "./parse.ts";
import { persist } from "./persist.ts";
import { Trouble } from "./trouble.ts";
import { Unconfirmed } from "./unconfirmed.ts";

const longPollSeconds = 30;
const mostChatsAtOnce = 16;
/** While turns are under way, new updates are looked for so often. */
const lookAgainMs = 200;
const mostTries = 8;
const graceMs = 5000;

export interface Polling {
  readonly api: Api;
  readonly root: string;
  readonly trouble: Trouble;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  receive(update: Update): Promise<void>;
  /** The update was tried again and again, and is given up. */
  giveUp(update: Update): Promise<void>;
}

/** Polls until it is stopped. An update is confirmed only when it and all before it have been received. */
export const poll = async (polling: Polling): Promise<void> => {
  const { api, signal } = polling;
  const unconfirmed = new Unconfirmed();
  const lanes = new Lanes(mostChatsAtOnce);

  const take = async (update: Update): Promise<void> => {
    await lanes.run(laneOf(update), () => receiveSurely(polling, update));
    unconfirmed.end(update.update_id);
  };
  const ask = (timeout: number, limit: number) =>
    api.getUpdates({ offset: unconfirmed.ask(), timeout, limit, allowed_updates: heardKinds }, abortable(signal));

  try {
    for (;;) {
      signal.throwIfAborted();
      const updates = await persist(() => ask(unconfirmed.isIdle ? longPollSeconds : 0, 100), polling);
      for (const update of updates) {
        // Not until it is stopped does a take fail.
        if (unconfirmed.begin(update.update_id)) take(update).catch(() => {});
      }
      if (!unconfirmed.isIdle) await Promise.race([lanes.idle(), sleep(lookAgainMs)]);
    }
  } finally {
    await Promise.race([lanes.idle(), sleep(graceMs, undefined, { ref: false })]);
    // Confirms what was received last; without it that would only come again.
    const late = abortable(AbortSignal.timeout(graceMs));
    await api.getUpdates({ offset: unconfirmed.ask(), timeout: 0, limit: 1 }, late).catch(() => {});
  }
};

/** A turn that fails is tried again, for a database that is full may be emptied; at last it is given up. */
const receiveSurely = async (polling: Polling, update: Update): Promise<void> => {
  const { receive, giveUp, signal } = polling;
  const trouble = new Trouble(polling.log);
  for (let tries = 1; ; tries++) {
    try {
      await receive(update);
      return trouble.over();
    } catch (error) {
      trouble.tell(`a message was not taken (${String(error).split("\n", 1)[0]}); trying on`);
      if (tries === mostTries) return giveUp(update);
      await sleep(growingPauseMs(tries), undefined, { signal });
    }
  }
};

/** grammY wants the signal of an older library, which is the same but in name. */
export const abortable = (signal: AbortSignal) => signal as unknown as Parameters<Api["getUpdates"]>[1];
