/** Counts wrong codes by who typed them, within a sliding time. */
export class WrongTries {
  readonly #limit: number;
  readonly #ms: number;
  readonly #now: () => number;
  readonly #times = new Map<string, number[]>();

  constructor(limit: number, ms: number, now: () => number = Date.now) {
    this.#limit = limit;
    this.#ms = ms;
    this.#now = now;
  }

  isOver(who: string): boolean {
    return this.#recent(who).length >= this.#limit;
  }

  add(who: string): void {
    if (this.#times.size > 10_000) for (const known of this.#times.keys()) this.#recent(known);
    this.#times.set(who, [...this.#recent(who), this.#now()]);
  }

  /** Takes back the last one: it was right. */
  forgive(who: string): void {
    this.#times.set(who, this.#recent(who).slice(0, -1));
  }

  #recent(who: string): number[] {
    const recent = (this.#times.get(who) ?? []).filter((at) => this.#now() - at < this.#ms);
    if (recent.length === 0) this.#times.delete(who);
    return recent;
  }
}
