/** Which updates were begun and ended since Telegram was last asked. */
export class Unconfirmed {
  readonly #open = new Set<number>();
  readonly #ended = new Set<number>();
  #next = 0;

  /** True for an update that is new; one that is under way or has ended comes again until it is confirmed. */
  begin(id: number): boolean {
    if (this.#open.has(id) || this.#ended.has(id)) return false;
    // After a quiet week Telegram counts from another number, which may be lower.
    this.#next = this.isIdle ? id + 1 : Math.max(this.#next, id + 1);
    this.#open.add(id);
    return true;
  }

  end(id: number): void {
    this.#open.delete(id);
    this.#ended.add(id);
  }

  get isIdle(): boolean {
    return this.#open.size === 0;
  }

  /** From where to ask: all below has ended, and is confirmed by asking. It is the lowest open one, or one past the last. */
  ask(): number {
    const offset = this.isIdle ? this.#next : Math.min(...this.#open);
    for (const id of this.#ended) if (id < offset) this.#ended.delete(id);
    return offset;
  }
}
