import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { limits } from "./limits.ts";
import type { Asked, Told } from "./worker.ts";

/** Looks at files one after another in a worker thread that is started at the first of them. */
export interface Reader {
  /** Null where the worker ran out of time or memory; the next file finds a new worker. */
  look(asked: Asked): Promise<Told | null>;
  close(): Promise<void>;
}

interface Bounds {
  readonly milliseconds: number;
  readonly heapMB: number;
}

/** `milliseconds` for one file once the worker runs, `heapMB` for the worker. */
export const openReader = ({ milliseconds, heapMB }: Bounds = limits): Reader => {
  let worker: Promise<Worker> | null = null;
  let line: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const running = worker;
    worker = null;
    await (await running)?.terminate();
  };

  const ask = async (asked: Asked): Promise<Told | null> => {
    worker ??= started(heapMB);
    const running = await worker.catch((error: unknown) => {
      worker = null;
      throw error;
    });
    running.ref();
    running.postMessage(asked);
    try {
      const [told] = await once(running, "message", { signal: AbortSignal.timeout(milliseconds) });
      running.unref();
      return told as Told;
    } catch {
      await stop();
      return null;
    }
  };

  return {
    look(asked) {
      const mine = line.then(() => ask(asked));
      line = mine.catch(() => {});
      return mine;
    },
    async close() {
      await line;
      await stop();
    },
  };
};

const started = async (heapMB: number): Promise<Worker> => {
  const worker = new Worker(new URL("./start.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMB, maxYoungGenerationSizeMb: limits.youngMB },
  });
  await once(worker, "message");
  // An error while a file is read is told by `once`; this one keeps an idle worker's from ending the process.
  worker.on("error", () => {});
  return worker;
};
