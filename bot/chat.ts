import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { type Input, RefusedFile, type Reply } from "./channel.ts";
import { terminalChannel } from "./channels/terminal/index.ts";
import { type Line, parseJsonLine } from "./channels/terminal/parse.ts";
import { renderJson, renderText } from "./channels/terminal/render.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import { houseFor } from "./house.ts";
import { openParts } from "./open.ts";

const usage = "npm run chat -- [--as NAME] [--now 2027-03-01T09:00] [--json]";

/** `npm run chat`: the bot in the terminal, one line a message. */
await run(async () => {
  const { values } = readFlags(usage, {
    as: { type: "string", default: "me" },
    now: { type: "string" },
    json: { type: "boolean", default: false },
  });
  const { dataDir } = readConfig();
  const parts = await openParts(dataDir, clockAt(values.now));
  const name = values.as.trim();
  if (name === "") throw new OperatorError(`--as needs a name. Usage: ${usage}`);
  let printing: Promise<unknown> = Promise.resolve();
  const received = join(dataDir, "received");

  /** A file is put under its own name where the person finds it. */
  const hand = async (file: Reply["file"]): Promise<string | null> => {
    if (!file) return null;
    const path = join(received, file.name);
    mkdirSync(received, { recursive: true });
    await copyFile(parts.files.path(file.hash), path);
    return path;
  };
  const render = values.json ? renderJson : renderText;
  const terminal = terminalChannel((reply) => {
    printing = printing.then(async () => print(render(reply, await hand(reply.file))));
  });
  await terminal.start(houseFor(parts, terminal));
  const house = terminal.house();

  const turn = async (input: Input): Promise<void> => {
    await house.converse({ id: randomUUID(), address: name, input });
    await printing;
  };
  const idle = () => print(values.json ? '{"idle":true}' : "");

  await turn({ arrived: true });
  idle();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const read = values.json ? parseJsonLine(line) : { text: line };
    if ("problem" in read) {
      process.stderr.write(`${read.problem}\n`);
      await turn({ arrived: true });
    } else {
      const input = await inputOf(read, house.keepFile);
      if ("refusal" in input) {
        print(render({ text: input.refusal, choices: [], file: null, progress: null, ask: null }, null));
        await turn({ arrived: true });
      } else await turn(input);
    }
    idle();
  }
  await parts.store.close();
  return 0;
});

function print(text: string): void {
  process.stdout.write(`${text}\n`);
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
