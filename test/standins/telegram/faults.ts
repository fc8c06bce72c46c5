/** What goes wrong with a call. */
export type Fault =
  | { readonly status: number; readonly description?: string; readonly retryAfter?: number }
  /** The connection ends, before or after the call was carried out. */
  | { readonly drop: "before" | "after" }
  /** The call is carried out, but its answer never comes. */
  | { readonly silence: true }
  /** An answer that is no JSON, as a gateway gives. */
  | { readonly page: number };

interface Planned {
  readonly method: string;
  readonly fault: Fault;
  readonly chat: number | undefined;
  left: number;
}

/** Faults by method, each for so many calls. */
export class Faults {
  readonly #planned: Planned[] = [];

  plan(method: string, fault: Fault, { times = 1, chat }: { times?: number; chat?: number } = {}): void {
    this.#planned.push({ method, fault, chat, left: times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  take(method: string, chat: unknown): Fault | null {
    const found = this.#planned.find(
      (one) => one.left > 0 && one.method === method && (one.chat === undefined || one.chat === Number(chat)),
    );
    if (found) found.left -= 1;
    return found?.fault ?? null;
  }
}
