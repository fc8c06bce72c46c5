import { createHash } from "node:crypto";
import { type House, RefusedFile, type Reply, type Said, type Update } from "../../bot/channel.ts";
import type { Outbox } from "../../bot/sending/outbox.ts";

/** A reply that asks nothing. */
export const told = (text: string, more: Partial<Reply> = {}): Reply => ({
  text,
  choices: [],
  file: null,
  progress: null,
  ask: null,
  ...more,
});

export const asking = (text: string, more: Partial<Reply> = {}): Reply =>
  told(text, {
    ask: { step: "field", field: "x", column: null, row: null, label: "x", kind: "text", refused: false },
    ...more,
  });

const yesNo = [
  { id: "yes", label: "是" },
  { id: "no", label: "否" },
];

/** A house in memory that repeats what it hears and asks on; what it says is in the order of its turns. */
export class TestHouse implements House {
  readonly heard: Update[] = [];
  readonly transcripts = new Map<string, Said[]>();
  readonly files = new Map<string, { name: string; bytes: Uint8Array }>();
  outbox: Outbox | null = null;
  /** What is answered; by default an echo with a question. */
  answers: (update: Update) => readonly Reply[] = ({ input }) => [
    asking(`收到 ${JSON.stringify(input)}`, { choices: yesNo }),
  ];
  /** Runs before a turn is committed. */
  before: (update: Update) => Promise<void> = async () => {};
  #seq = 0;

  async converse(update: Update): Promise<void> {
    await this.before(update);
    const said = this.#of(update.address);
    if (said.some(({ updateId }) => updateId === update.id)) return;
    this.heard.push(update);
    this.#add(update.address, { updateId: update.id, by: "person", input: update.input, reply: null });
    const replies = this.answers(update).map((reply) => ({
      reply,
      seq: this.#add(update.address, { updateId: null, by: "bot", input: null, reply }),
    }));
    await this.outbox?.heard(update.address);
    await this.outbox?.post(update.address, replies);
  }

  async tell(address: string, text: string): Promise<void> {
    await this.outbox?.tell(address, text);
  }

  async keepFile(bytes: Uint8Array, name: string) {
    if (bytes.length === 0) throw new RefusedFile("这个文件是空的。");
    const hash = createHash("sha256").update(bytes).digest("hex");
    this.files.set(hash, { name, bytes });
    return { hash, name, size: bytes.length };
  }

  async openFile(_: string, hash: string) {
    return this.files.get(hash) ?? null;
  }

  async said(address: string, after: number, limit: number) {
    return this.#of(address)
      .filter(({ seq }) => seq > after)
      .slice(-limit);
  }

  resumeCode = async () => "";
  resume = async () => null;

  get texts(): readonly string[] {
    return this.heard.map(({ input }) => ("text" in input ? input.text : JSON.stringify(input)));
  }

  #of(address: string): Said[] {
    const said = this.transcripts.get(address) ?? [];
    this.transcripts.set(address, said);
    return said;
  }

  #add(address: string, said: Omit<Said, "seq" | "at">): number {
    this.#seq += 1;
    this.#of(address).push({ seq: this.#seq, at: new Date().toISOString(), ...said });
    return this.#seq;
  }
}
