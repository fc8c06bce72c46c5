// Runs the jobs of a file until it is killed, and prints what it does: FILE OFFSET, by which its clock is ahead.
import { writeSync } from "node:fs";
import { startJobs } from "../../bot/jobs/loop.ts";
import { openStore } from "../../bot/store/sqlite.ts";

const [file = "", offset = ""] = process.argv.slice(2);
const { queue } = await openStore({ file });
const print = (line: string) => writeSync(1, `${line}\n`);

startJobs({
  queue: {
    ...queue,
    complete: async (job, now) => {
      const isMine = await queue.complete(job, now);
      print(`${isMine ? "completed" : "lost"} ${job.key}`);
      return isMine;
    },
  },
  handlers: { print: async ({ key }) => void print(`ran ${key}`) },
  clock: () => new Date(Date.now() + Number(offset)),
  log: print,
});
