import type { Sleep } from "../../bot/jobs/loop.ts";

/** A clock that goes when it is told to, and may be set wrong; sleepers wake by the time that passes. */
export class FakeTime {
  #passed = 0;
  #wall: number;
  readonly #sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();

  constructor(start: string) {
    this.#wall = Date.parse(start);
  }

  readonly clock = () => new Date(this.#wall);

  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      const sleeper = { until: this.#passed + ms, wake: () => {} };
      sleeper.wake = () => {
        this.#sleepers.delete(sleeper);
        signal.removeEventListener("abort", sleeper.wake);
        resolve();
      };
      this.#sleepers.add(sleeper);
      if (signal.aborted) sleeper.wake();
      else signal.addEventListener("abort", sleeper.wake, { once: true });
    });

  /** Sets the clock wrong. */
  jump(ms: number): void {
    this.#wall += ms;
  }

  /** Lets so many milliseconds pass, a second at a time, and all that wakes do its work. */
  async pass(ms: number): Promise<void> {
    await settled();
    for (let left = ms; left > 0; left -= 1000) {
      this.#passed += Math.min(left, 1000);
      this.#wall += Math.min(left, 1000);
      for (const sleeper of [...this.#sleepers]) if (sleeper.until <= this.#passed) sleeper.wake();
      await settled();
    }
  }
}

/** The store works within a few turns of the event loop. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};
