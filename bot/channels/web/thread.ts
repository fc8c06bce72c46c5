import type { Said } from "../../channel.ts";

/** How many messages a page shows at first, and in which a choice must have been offered. */
export const TAIL = 60;
/** After so long a silence a message has its time above it. */
const SILENCE_MS = 5 * 60_000;

const timeZone = "Asia/Shanghai";
const day = new Intl.DateTimeFormat("zh-CN", {
  timeZone,
  year: "numeric",
  month: "long",
  day: "numeric",
  weekday: "long",
});
const time = new Intl.DateTimeFormat("zh-CN", { timeZone, hour: "2-digit", minute: "2-digit", hour12: false });

/** What showing a message takes from those before it: what their choices were called, and when the last one was. */
export class Thread {
  readonly #labels = new Map<string, string>();
  #at: Date | null = null;

  constructor(said: readonly Said[] = []) {
    for (const one of said) this.add(one);
  }

  add(said: Said): void {
    if (isShown(said)) this.#at = new Date(said.at);
    for (const { id, label } of said.reply?.choices ?? []) this.#labels.set(id, label);
  }

  /** What a choice was called when it was last offered; null for one that never was. */
  label(choice: string): string | null {
    return this.#labels.get(choice) ?? null;
  }

  /** The day and time, or the time, in Beijing, to show above a message; null soon after another. */
  timeAbove(said: Said): string | null {
    const at = new Date(said.at);
    if (!this.#at || day.format(this.#at) !== day.format(at)) return `${day.format(at)} ${time.format(at)}`;
    return at.getTime() - this.#at.getTime() < SILENCE_MS ? null : time.format(at);
  }
}

/** Having come in, or that a time has come, is part of the conversation, but nothing to see. */
export function isShown({ reply, input }: Said): boolean {
  return reply !== null || (input !== null && !("arrived" in input || "reminders" in input || "notice" in input));
}
