import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Reply } from "../../flows/reply.ts";
import { start } from "./command.ts";

const ask = z.strictObject({
  step: z.enum([
    "menu",
    "consent",
    "field",
    "doubt",
    "table",
    "cell",
    "match",
    "text",
    "file",
    "verdict",
    "review",
    "declaration",
  ]),
  field: z.string().nullable(),
  column: z.string().nullable(),
  row: z.int().min(1).nullable(),
  label: z.string().nullable(),
  kind: z.string().nullable(),
  refused: z.boolean(),
});

const message = z.strictObject({
  text: z.string(),
  choices: z.array(z.strictObject({ id: z.string().min(1), label: z.string().min(1) })),
  file: z.string().nullable(),
  progress: z.strictObject({ done: z.int().min(0), total: z.int().min(1) }).nullable(),
  ask: ask.nullable(),
});

const idle = z.strictObject({ idle: z.literal(true) });

/** The lines of `chat --json` as the contract has them. */
const line = z.union([idle, message]);

export type Message = z.infer<typeof message>;
export type Ask = z.infer<typeof ask>;

/** What the bot said between two idles. */
export interface Turn {
  readonly messages: readonly Message[];
  readonly question: Message & { readonly ask: Ask };
}

/** A message as the bot meant it; the file was handed over as a path. */
export const heard = (message: Message): Reply => ({ ...message, file: null });

interface Options {
  readonly dataDir: string;
  readonly as?: string;
  readonly now?: string;
}

/** A conversation with `chat --json`; every line and every turn is held against the contract. */
export class Talker {
  readonly child: ChildProcessWithoutNullStreams;
  stderr = "";
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<number | null>;

  constructor({ dataDir, as, now }: Options) {
    const args = ["--json", ...(as ? ["--as", as] : []), ...(now ? ["--now", now] : [])];
    this.child = start("chat", args, { DATA_DIR: dataDir });
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.child.stdin.on("error", () => {});
    this.#lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.#ended = new Promise((resolve) => this.child.once("close", resolve));
  }

  /** All that is said up to the next idle; throws where the contract is broken or the command ends before. */
  async turn(): Promise<Turn> {
    const messages = await this.lines();
    if (!messages) throw new Error(`chat ended before it was idle: ${this.stderr}`);
    const asking = messages.filter((one) => one.ask !== null);
    const question = messages.at(-1);
    if (!question?.ask || asking.length !== 1)
      throw new Error(`not exactly the last message before idle asks: ${JSON.stringify(messages)}`);
    return { messages, question: { ...question, ask: question.ask } };
  }

  /** The same for a command that may be killed meanwhile; null where it ended without a word. */
  async lines(): Promise<readonly Message[] | null> {
    const messages: Message[] = [];
    for (;;) {
      const next = await this.#lines.next();
      if (next.done) return messages.length > 0 ? messages : null;
      const read = line.parse(JSON.parse(next.value));
      if ("idle" in read) return messages;
      messages.push(read);
    }
  }

  write(input: object | string | Uint8Array): void {
    const isRaw = typeof input === "string" || input instanceof Uint8Array;
    this.child.stdin.write(isRaw ? input : JSON.stringify(input));
    this.child.stdin.write("\n");
  }

  say(input: object | string | Uint8Array): Promise<Turn> {
    this.write(input);
    return this.turn();
  }

  /** Ends the input; gives the exit code. */
  end(): Promise<number | null> {
    this.child.stdin.end();
    return this.#ended;
  }

  kill(): Promise<number | null> {
    this.child.kill("SIGKILL");
    return this.#ended;
  }
}
