import { parentPort } from "node:worker_threads";
import { limits } from "./limits.ts";
import { type Found, look } from "./look.ts";
import { Unusable, unusable } from "./unusable.ts";
import { type Entry, unpack } from "./zip.ts";

/** A file to be looked at; with `packed`, its bytes are an entry of a zip as they stand there. */
export interface Asked {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly packed: Entry | null;
}

/** What was found, and the bytes that it was found in. */
export interface Told {
  readonly found: Found;
  readonly bytes: Uint8Array;
}

const tell = async ({ name, bytes, packed }: Asked): Promise<Told> => {
  try {
    const whole = packed ? unpack(bytes, packed, limits.archivedFileBytes) : bytes;
    return { found: await look(whole, name), bytes: packed ? whole : new Uint8Array() };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { found: unusable(error.message), bytes: new Uint8Array() };
  }
};

parentPort?.on("message", async (asked: Asked) => parentPort?.postMessage(await tell(asked)));
parentPort?.postMessage("ready");
