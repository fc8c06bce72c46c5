import { setTimeout as sleep } from "node:timers/promises";
import type { Wechaty } from "wechaty";
import { growingPauseMs } from "../../channel.ts";

const longestMs = 5 * 60 * 1000;

/**
 * Starts the puppet, and again whenever it has stopped and did not come back by itself, with growing pauses; `failed` is
 * called before. Why it stopped, Wechaty says by its `error` event. Ends, by rejecting, when it is stopped.
 */
export const keepRunning = async (bot: Wechaty, failed: () => void, signal: AbortSignal): Promise<void> => {
  await bot.start().catch(() => {});
  for (let failures = 1; ; failures++) {
    const startedAt = performance.now();
    await bot.puppet.state.stable("inactive");
    signal.throwIfAborted();
    if (performance.now() - startedAt > longestMs) failures = 1;
    await sleep(growingPauseMs(failures, longestMs), undefined, { signal });
    if (bot.puppet.state.inactive() !== true) continue;
    failed();
    await bot.puppet.start().catch(() => {});
  }
};
