// Runs the jobs of a file until it is killed, and prints what it does: FILE OFFSET, by which its clock is ahead.
import { startJobs } from "../../bot/jobs/loop.ts";
import { openStore } from "../../bot/store/sqlite.ts";
import { printNow } from "../print-now.ts";

const [file = "", offset = ""] = process.argv.slice(2);
const { queue } = await openStore({ file });

startJobs({
  queue: {
    ...queue,
    complete: async (job, now) => {
      const isMine = await queue.complete(job, now);
      printNow(`${isMine ? "completed" : "lost"} ${job.key}`);
      return isMine;
    },
  },
  handlers: { print: async ({ key }) => void printNow(`ran ${key}`) },
  clock: () => new Date(Date.now() + Number(offset)),
  log: printNow,
});
