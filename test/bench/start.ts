import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { inFolder, median, print, short } from "./figures.ts";

const repetitions = 3;
const ways = {
  "node --import tsx bot/chat.ts --json": [process.execPath, "--import", "tsx", "bot/chat.ts", "--json"],
  "npm run -s chat -- --json": ["npm", "run", "-s", "chat", "--", "--json"],
} as const;

/** From starting the command, with no database yet, to the bot's first message; one way and the other in turn. */
export const measureStart = (): Promise<void> =>
  inFolder(async (folder) => {
    const times = new Map<string, number[]>();
    for (let at = 0; at < repetitions; at++) {
      for (const [name, command] of Object.entries(ways)) {
        const time = await firstMessage(command, join(folder, `${at} ${command[0].length}`));
        times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
    for (const [name, all] of times)
      print({ name: `start/${name}`, value: short(median(all)), unit: "ms", of: all.length, goal: 2000 });
  });

const firstMessage = async ([command, ...args]: readonly [string, ...string[]], dataDir: string): Promise<number> => {
  const before = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await once(child.stdout, "data");
  const time = performance.now() - before;
  if (!JSON.parse(String(line).split("\n")[0]!).text) throw new Error(`no message: ${line}`);
  child.stdin.end();
  child.stdout.resume();
  await ended;
  return time;
};
