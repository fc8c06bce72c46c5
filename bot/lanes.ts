/** Runs tasks of one key one after another, those of different keys side by side, at most so many at a time. */
export class Lanes {
  readonly #most: number;
  readonly #last = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #idle: Promise<void> | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves when the task has ended; rejects as it does. */
  run(key: string, task: () => Promise<void>): Promise<void> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.#inPlace(task));
    const settled = mine
      .catch(() => {})
      .then(() => {
        if (this.#last.get(key) === settled) this.#last.delete(key);
      });
    this.#last.set(key, settled);
    return mine;
  }

  /** Resolves when all that was given has ended. */
  idle(): Promise<void> {
    // One wait for all who ask: under load it may be asked for again and again before it comes.
    this.#idle ??= this.#drain().finally(() => {
      this.#idle = null;
    });
    return this.#idle;
  }

  async #drain(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }

  async #inPlace(task: () => Promise<void>): Promise<void> {
    if (this.#running >= this.#most) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#running += 1;
    try {
      await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
