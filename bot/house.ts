import { createHash, randomInt } from "node:crypto";
import { type Channel, type House, RefusedFile, type Update } from "./channel.ts";
import { converse, type Parts, type Queued } from "./converse.ts";

const mostBytes = 20 * 1024 * 1024;
const codeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 12;

/** The house as one channel sees it: turns one after another for each address, then the replies sent in order. */
export const houseFor = (parts: Parts, channel: Channel): House => {
  const { store, files } = parts;
  const line = new Map<string, Promise<unknown>>();

  /** Runs a task once all earlier ones of that address have ended. */
  const inLine = <Result>(address: string, task: () => Promise<Result>): Promise<Result> => {
    const before = line.get(address) ?? Promise.resolve();
    const mine = before.then(task, task);
    const settled = mine
      .catch(() => {})
      .then(() => {
        if (line.get(address) === settled) line.delete(address);
      });
    line.set(address, settled);
    return mine;
  };

  const deliver = async (address: string, queued: readonly Queued[]): Promise<void> => {
    const sent: number[] = [];
    for (const { seq, reply } of queued) {
      const { status } = await channel.send(address, reply, seq);
      if (status === "sent") sent.push(seq);
    }
    // A reply that may not have arrived stays queued: it is sent again at the next start.
    if (sent.length > 0) await store.delivered(sent);
  };

  const accountAt = (address: string) => store.find(channel.name, address);

  return {
    converse: (update: Update) =>
      inLine(update.address, async () => deliver(update.address, await converse(parts, channel.name, update))),

    async keepFile(bytes, name) {
      if (bytes.length === 0) throw new RefusedFile(`“${name}”是空文件，请检查后重新发送。`);
      if (bytes.length > mostBytes) throw new RefusedFile(`“${name}”超过 20 MB，请压缩或拆成几个文件再发。`);
      return { hash: await files.keep(bytes), name, size: bytes.length };
    },

    async openFile(address, hash) {
      const account = await accountAt(address);
      const all = account ? await store.said(account.id, 0, Number.MAX_SAFE_INTEGER) : [];
      for (const { input, reply } of all) {
        const file = reply?.file ?? (input && "file" in input ? input.file : null);
        if (file?.hash !== hash) continue;
        const bytes = await files.read(hash);
        return bytes && { name: file.name, bytes };
      }
      return null;
    },

    async said(address, after, limit) {
      const account = await accountAt(address);
      return account ? store.said(account.id, after, limit) : [];
    },

    async resumeCode(address) {
      const account = await accountAt(address);
      if (!account) throw new Error("a resume code for an address that never wrote");
      const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join("");
      await store.setResumeHash(account.id, hashOf(code));
      return code.replace(/(.{4})(?=.)/g, "$1-");
    },

    resume: (code) => store.addressByResumeHash(channel.name, hashOf(code)),
  };
};

/** A house that is opened at its first call, so that a channel can listen before anything is written. */
export const lateHouse = (open: () => Promise<House>): House => ({
  converse: async (update) => (await open()).converse(update),
  keepFile: async (bytes, name) => (await open()).keepFile(bytes, name),
  openFile: async (address, hash) => (await open()).openFile(address, hash),
  said: async (address, after, limit) => (await open()).said(address, after, limit),
  resumeCode: async (address) => (await open()).resumeCode(address),
  resume: async (code) => (await open()).resume(code),
});

/** Sends what a crash left unsent. */
export const sendLeftovers = async ({ store }: Parts, channel: Channel): Promise<void> => {
  for (const { seq, address, reply } of await store.undelivered(channel.name)) {
    const { status } = await channel.send(address, reply, seq);
    if (status === "sent") await store.delivered([seq]);
  }
};

const hashOf = (code: string): string =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ""))
    .digest("hex");
