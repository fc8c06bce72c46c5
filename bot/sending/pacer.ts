import type { Pace } from "../channel.ts";

/**
 * Counts messages against paces. One counts from its beginning until its window after its end has passed, so that the
 * messenger never sees more of them in a window than allowed, however long each is on its way.
 */
export class Pacer {
  readonly #paces: readonly Pace[];
  readonly #most: number;
  readonly #endedAt: number[] = [];
  #underWay = 0;

  constructor(paces: readonly Pace[]) {
    this.#paces = paces;
    this.#most = Math.max(0, ...paces.map(({ count }) => count));
  }

  /** When one more may begin, in ms; `Infinity` until one that is under way has ended. */
  freeAt(): number {
    return Math.max(Number.NEGATIVE_INFINITY, ...this.#paces.map((pace) => this.#freeIn(pace)));
  }

  begin(): void {
    this.#underWay += 1;
  }

  end(now: number): void {
    this.#underWay -= 1;
    this.#endedAt.push(now);
    if (this.#endedAt.length > 2 * this.#most) this.#endedAt.splice(0, this.#endedAt.length - this.#most);
  }

  #freeIn({ count, seconds }: Pace): number {
    const room = count - this.#underWay;
    if (room <= 0) return Number.POSITIVE_INFINITY;
    const oldest = this.#endedAt.at(-room);
    return oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + seconds * 1000;
  }
}
