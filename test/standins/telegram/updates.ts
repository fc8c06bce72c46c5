import { ApiError, type Update } from "./types.ts";

const mostInOneAnswer = 100;
/** Asked for by name only. */
const rare = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

interface Poll {
  readonly offset: number;
  readonly limit: number;
  settle(updates: readonly Update[] | ApiError): void;
}

/** Updates wait here until a poll with a higher offset, or a webhook's 200, confirms them. */
export class Updates {
  readonly pending: Update[] = [];
  /** How often each update was handed out. */
  readonly handedOut = new Map<number, number>();
  allowed: readonly string[] = [];
  #last: number;
  #poll: Poll | null = null;
  #listener: (() => void) | null = null;

  constructor(first = 100_000_001) {
    this.#last = first - 1;
  }

  add(kind: string, content: object): void {
    if (this.allowed.length > 0 ? !this.allowed.includes(kind) : rare.has(kind)) return;
    this.pending.push({ update_id: ++this.#last, [kind]: content });
    this.#feed();
    this.#listener?.();
  }

  /** Calls back whenever something was added. */
  onAdded(listener: (() => void) | null): void {
    this.#listener = listener;
  }

  confirm(id: number): void {
    const at = this.pending.findIndex(({ update_id }) => update_id === id);
    if (at >= 0) this.pending.splice(at, 1);
  }

  /** One getUpdates; a poll that comes while another waits ends the other with 409. */
  poll(offset: number, limit: number, seconds: number, gone: (end: () => void) => void): Promise<readonly Update[]> {
    this.end(
      new ApiError(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      ),
    );
    while (this.pending[0] && this.pending[0].update_id < offset) this.pending.shift();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => poll.settle([]), seconds * 1000);
      const poll: Poll = {
        offset,
        limit: Math.min(Math.max(limit, 1), mostInOneAnswer),
        settle: (outcome) => {
          clearTimeout(timer);
          if (this.#poll === poll) this.#poll = null;
          if (outcome instanceof ApiError) reject(outcome);
          else resolve(outcome);
        },
      };
      gone(() => poll.settle([]));
      this.#poll = poll;
      this.#feed();
    });
  }

  get isPolled(): boolean {
    return this.#poll !== null;
  }

  end(why: ApiError): void {
    this.#poll?.settle(why);
  }

  #feed(): void {
    if (!this.#poll || this.pending.length === 0) return;
    const batch = this.pending.slice(0, this.#poll.limit);
    for (const { update_id } of batch) this.handedOut.set(update_id, (this.handedOut.get(update_id) ?? 0) + 1);
    this.#poll.settle(batch);
  }
}
