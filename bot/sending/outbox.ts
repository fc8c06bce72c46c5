import type { Channel, Reply } from "../channel.ts";
import { type Sender, senderFor } from "./sender.ts";

interface Queued {
  readonly seq: number;
  readonly reply: Reply;
}

/** Where committed replies go; what arrived is marked. A reply that may not have arrived stays queued in the store. */
export interface Outbox {
  /** Resolves when a channel without manners has taken all, otherwise at once. */
  post(address: string, queued: readonly Queued[]): Promise<void>;
  /** Something beside the conversation; resolves when a channel without manners has taken it, otherwise at once. */
  tell(address: string, text: string): Promise<void>;
  heard(address: string): void;
  /** Resolves when nothing is under way any more and what arrived is marked. */
  stop(): Promise<void>;
}

type Mark = (seqs: readonly number[]) => Promise<void>;

/** The outbox of a channel. `mark` is told what arrived; `log` gets one line for each failure, without what was said. */
export const outboxFor = (channel: Channel, mark: Mark, log: (line: string) => void): Outbox => {
  const { manners } = channel;
  return manners
    ? paced(senderFor({ name: channel.name, manners, send: channel.send.bind(channel) }, log), channel.name, mark, log)
    : direct(channel, mark);
};

const direct = (channel: Channel, mark: Mark): Outbox => ({
  async post(address, queued) {
    const sent: number[] = [];
    for (const { seq, reply } of queued) {
      const { status } = await channel.send(address, reply, seq);
      if (status === "sent") sent.push(seq);
    }
    if (sent.length > 0) await mark(sent);
  },
  async tell(address, text) {
    await channel.send(address, plain(text), 0);
  },
  heard() {},
  async stop() {},
});

const paced = (sender: Sender, name: string, mark: Mark, log: (line: string) => void): Outbox => {
  const marks = new Marks(mark, (error) => log(`${name}: deliveries were not marked: ${error.message}`));
  const telling = new Set<string>();
  let isStopping = false;
  const send = async (address: string, { seq, reply }: Queued): Promise<void> => {
    const delivery = await sender.send(address, reply, seq);
    if (delivery.status === "sent") marks.add(seq);
    else if (!isStopping) log(`${name}: message ${seq} is not known to have arrived: ${delivery.reason}`);
  };
  return {
    async post(address, queued) {
      for (const one of queued) void send(address, one);
    },
    async tell(address, text) {
      const sentence = `${address} ${text}`;
      // Who sends twenty stickers is told once.
      if (telling.has(sentence)) return;
      telling.add(sentence);
      void sender.send(address, plain(text), 0).then(() => telling.delete(sentence));
    },
    heard: sender.heard,
    async stop() {
      isStopping = true;
      await sender.stop();
      await marks.done;
    },
  };
};

/** Marks what came together in one call, one call at a time. */
class Marks {
  readonly #mark: Mark;
  readonly #fail: (error: Error) => void;
  #batch: number[] = [];
  done: Promise<void> = Promise.resolve();

  constructor(mark: Mark, fail: (error: Error) => void) {
    this.#mark = mark;
    this.#fail = fail;
  }

  add(seq: number): void {
    this.#batch.push(seq);
    if (this.#batch.length === 1) this.done = this.done.then(() => this.#markBatch());
  }

  async #markBatch(): Promise<void> {
    await this.#mark(this.#batch.splice(0)).catch(this.#fail);
  }
}

const plain = (text: string): Reply => ({ text, choices: [], file: null, progress: null, ask: null });
