import { randomUUID } from "node:crypto";
import { copyFile, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { plain } from "../flows/reply.ts";
import { type Input, RefusedFile, type Reply } from "./channel.ts";
import { terminalChannel } from "./channels/terminal/index.ts";
import { type Line, parseJsonLine } from "./channels/terminal/parse.ts";
import { renderJson, renderText } from "./channels/terminal/render.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import type { Parts } from "./converse.ts";
import { makeFolder } from "./folder.ts";
import { houseFor, outboxOf } from "./house.ts";
import { tellNotices } from "./jobs/broadcasts.ts";
import { replan } from "./jobs/replan.ts";
import { tellingBy, tellNow } from "./jobs/tell-reminders.ts";
import { openParts } from "./open.ts";
import { turnsOf } from "./turns.ts";

const usage = "npm run chat -- [--as NAME] [--now 2027-03-01T09:00] [--json]";

// A reader that goes away (`| head`) ends the chat; the state is kept.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/** `npm run chat`: the bot in the terminal, one line a message. */
await run(async () => {
  const { values } = readFlags(usage, {
    as: { type: "string", default: "me" },
    now: { type: "string" },
    json: { type: "boolean", default: false },
  });
  const { dataDir } = readConfig();
  const name = values.as.trim();
  if (name === "") throw new OperatorError(`--as needs a name. Usage: ${usage}`);
  const parts = await openParts(dataDir, clockAt(values.now));
  const received = join(dataDir, "received", folderName(name));

  /** A file is put under its own name where the person finds it. */
  const hand = async (file: Reply["file"]): Promise<string | null> => {
    if (!file) return null;
    const path = join(received, file.name);
    makeFolder(received);
    await copyFile(parts.files.path(file.hash), path);
    return path;
  };
  const render = values.json ? renderJson : renderText;
  const show = async (reply: Reply): Promise<void> => print(render(reply, await hand(reply.file)));
  // A line that is no input at all is answered by the same question, as one that was not taken.
  let isRefusing = false;
  // What is told at the start ends with the open question each time: it is held back, and shown once.
  let isStarting = true;
  let held: Reply | null = null;
  const hold = async (question: Reply): Promise<void> => {
    const before = held && saidBefore(held.text, question.text);
    if (before) await show(plain(before));
    held = question;
  };
  const terminal = terminalChannel((reply) => {
    if (isStarting && reply.ask) return hold(reply);
    return show(isRefusing && reply.ask ? { ...reply, ask: { ...reply.ask, refused: true } } : reply);
  });
  const outbox = outboxOf(parts, terminal);
  const turns = turnsOf(parts, terminal, outbox);
  await terminal.start(houseFor(parts, terminal, outbox, turns));
  const house = terminal.house();

  const turn = async (input: Input): Promise<void> => {
    await house.converse({ id: randomUUID(), address: name, input });
  };
  const idle = () => print(values.json ? '{"idle":true}' : "");

  const refuse = async (why: string): Promise<void> => {
    await show(plain(why));
    isRefusing = true;
    await turn({ arrived: true });
    isRefusing = false;
  };

  await showLeftovers(parts, name, show);
  const account = await parts.store.find(terminal.name, name);
  const deliver = tellingBy(parts, new Map([[terminal.name, turns]]));
  if (account) {
    // Jobs run in `start` only: what one may have to plan is planned here, too.
    await replan(parts, account.id);
    await tellNow(parts, account.id, deliver);
    await tellNotices(parts, turns, account.id);
  }
  isStarting = false;
  if (held) await show(held);
  else await turn({ arrived: true });
  idle();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const read = values.json ? parseJsonLine(line) : { text: line };
    const input = "problem" in read ? { refusal: read.problem } : await inputOf(read, house.keepFile);
    if ("refusal" in input) await refuse(input.refusal);
    else await turn(input);
    idle();
  }
  await parts.store.close();
  return 0;
});

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What stands in a message before the question, or instead of it. */
function saidBefore(text: string, question: string): string {
  return (text.endsWith(question) ? text.slice(0, -question.length) : text).trim();
}

/** What an earlier run was killed before it could show; an open question is asked again anyway. */
async function showLeftovers({ store }: Parts, name: string, show: (reply: Reply) => Promise<void>): Promise<void> {
  const left = (await store.undelivered("terminal")).filter(({ address }) => address === name);
  for (const { reply } of left) if (reply.ask === null) await show(reply);
  await store.delivered(left.map(({ seq }) => seq));
}

/** A person's name as a folder of its own. */
function folderName(name: string): string {
  return encodeURIComponent(name).replaceAll(".", "%2E").slice(0, 200);
}

/** A line as an input: a path becomes the file that is kept, or the reason why it is not. */
async function inputOf(
  line: Line,
  keep: (bytes: Uint8Array, name: string) => Promise<{ hash: string; name: string; size: number }>,
): Promise<Input | { readonly refusal: string }> {
  if (!("file" in line)) return line;
  try {
    return { file: await keep(await readFile(line.file), basename(line.file)) };
  } catch (error) {
    if (error instanceof RefusedFile) return { refusal: error.message };
    return { refusal: `打不开文件 ${line.file}，请检查路径。` };
  }
}
