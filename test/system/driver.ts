import type { Reply } from "../../bot/channel.ts";
import type { Parts } from "../../bot/converse.ts";
import type { Person } from "../contracts/channel.ts";
import { until } from "../contracts/until.ts";
import type { NamedFile, Talk } from "../contracts/whole.ts";

/** One person in one messenger, with the whole bot behind it. */
export interface Driver extends Pick<Person, "says" | "presses" | "sends" | "got"> {
  /** What the bot asks, once all that answers the last thing said has come. */
  question(): Promise<Talk["question"]>;
  close(): Promise<void>;
}

/** `question` for a messenger that runs in this process: waits for one more turn, and until all of it has arrived. */
export const questionIn = ({ store }: Parts, channel: string, address: string): Driver["question"] => {
  let turns = 0;
  return async () => {
    let asked: Reply | null | undefined;
    await until(
      async () => {
        const account = await store.find(channel, address);
        const said = account ? await store.said(account.id, 0, 1000) : [];
        asked = said.at(-1)?.reply;
        const heard = said.filter(({ by }) => by === "person").length;
        if (heard <= turns || (await store.undelivered(channel)).length > 0) return false;
        turns = heard;
        return true;
      },
      `an answer in ${channel}`,
      60,
    );
    if (!asked?.ask) throw new Error(`nothing is asked in ${channel}`);
    return asked;
  };
};

/** A driver as a conversation: choices are picked by their labels, as people do. */
export class Driven implements Talk {
  readonly #driver: Driver;
  #files: readonly NamedFile[] = [];
  #got = 0;
  question: Talk["question"] = { text: "", ask: null, choices: [] };

  private constructor(driver: Driver) {
    this.#driver = driver;
  }

  /** From the bot's first question on. */
  static async begin(driver: Driver): Promise<Driven> {
    const driven = new Driven(driver);
    await driven.#hear();
    return driven;
  }

  say(text: string): Promise<void> {
    return this.#after(this.#driver.says(text));
  }

  press(choice: string): Promise<void> {
    const found = this.question.choices.find(({ id }) => id === choice);
    if (!found) throw new Error(`no choice ${choice}: ${this.question.text}`);
    return this.#after(this.#driver.presses(found.label));
  }

  send(name: string, bytes: Uint8Array): Promise<void> {
    return this.#after(this.#driver.sends(name, bytes));
  }

  async files(): Promise<readonly NamedFile[]> {
    return this.#files;
  }

  async #after(said: Promise<void>): Promise<void> {
    await said;
    await this.#hear();
  }

  async #hear(): Promise<void> {
    this.question = await this.#driver.question();
    const got = await this.#driver.got();
    this.#files = got.slice(this.#got).flatMap(({ file }) => file ?? []);
    this.#got = got.length;
  }
}
