const mark = "room:";

/** The address of a chat of many. */
export const roomAddress = (room: string): string => `${mark}${room}`;

/** The room's id; null where the address is a person's. */
export const roomOf = (address: string): string | null =>
  address.startsWith(mark) ? address.slice(mark.length) : null;

const tellAgainMs = 24 * 60 * 60 * 1000;

/** Who was asked in which room to write privately: once a day is enough. */
export class Invitations {
  readonly #at = new Map<string, number>();

  /** True where it is time to say it. */
  isDue(room: string, person: string, now: number): boolean {
    const key = `${room} ${person}`;
    const last = this.#at.get(key);
    if (last !== undefined && now - last < tellAgainMs) return false;
    this.#at.set(key, now);
    return true;
  }
}
