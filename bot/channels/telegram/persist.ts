import { setTimeout as sleep } from "node:timers/promises";
import { GrammyError } from "grammy";
import { growingPauseMs } from "../../channel.ts";
import { reasonOf } from "./failure.ts";
import type { Trouble } from "./trouble.ts";

const longestMs = 30_000;

/** What no other try can heal; the message is the operator's. */
export class Hopeless extends Error {}

/** Tries until it succeeds, with growing pauses or those that Telegram asks for. Throws `Hopeless`, or when it is stopped. */
export const persist = async <Result>(
  task: () => Promise<Result>,
  { trouble, signal, root }: { trouble: Trouble; signal: AbortSignal; root: string },
): Promise<Result> => {
  for (let failures = 1; ; failures++) {
    try {
      const result = await task();
      trouble.over();
      return result;
    } catch (error) {
      signal.throwIfAborted();
      trouble.tell(advice(error, root));
      const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      await sleep(asked === undefined ? growingPauseMs(failures, longestMs) : asked * 1000, undefined, { signal });
    }
  }
};

/** One line about what failed and what to do. Throws `Hopeless` where waiting does not help. */
const advice = (error: unknown, root: string): string => {
  const reason = reasonOf(error);
  if (!(error instanceof GrammyError)) return `cannot reach ${root} (${reason}): check the network; trying on`;
  switch (error.error_code) {
    case 401:
    case 404:
      throw new Hopeless(
        `Telegram does not know this token (${reason}): set TELEGRAM_BOT_TOKEN to the one that @BotFather gave`,
      );
    case 409:
      return `another program uses the same token (${reason}): stop it, or get a token of its own; trying on`;
    default:
      return error.method === "setWebhook"
        ? `Telegram does not take TELEGRAM_WEBHOOK_URL (${reason}): correct it; trying on`
        : `Telegram refuses ${error.method} (${reason}); trying on`;
  }
};
