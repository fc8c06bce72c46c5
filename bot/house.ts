import { type Channel, type House, RefusedFile } from "./channel.ts";
import { freshCode, hashOfCode } from "./code.ts";
import { type Parts, usualMegabytes } from "./converse.ts";
import { plainName } from "./file-name.ts";
import type { Ledger } from "./sending/ledger.ts";
import { type Outbox, outboxFor } from "./sending/outbox.ts";
import { type Turns, turnsOf } from "./turns.ts";

const resumeCodeLength = 12;

/** The house as one channel sees it: turns one after another for each address, then the replies sent in order. */
export const houseFor = (
  parts: Parts,
  channel: Channel,
  outbox: Outbox = outboxOf(parts, channel),
  turns: Turns = turnsOf(parts, channel, outbox),
): House => {
  const { store, files } = parts;
  const { megabytes = usualMegabytes } = channel;

  const accountAt = (address: string) => store.find(channel.name, address);

  return {
    converse: turns.heard,

    async tell(address, text) {
      await outbox.heard(address);
      await outbox.tell(address, text);
    },

    async keepFile(bytes, sentAs) {
      const name = plainName(sentAs);
      if (bytes.length === 0) throw new RefusedFile(`“${name}”是空文件，请检查后重新发送。`);
      if (bytes.length > megabytes * 1024 * 1024)
        throw new RefusedFile(`“${name}”超过 ${megabytes} MB，请压缩或拆成几个文件再发。`);
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
      const code = freshCode(resumeCodeLength);
      await store.setResumeHash(account.id, hashOfCode(code));
      return code;
    },

    resume: (code) => store.addressByResumeHash(channel.name, hashOfCode(code)),
  };
};

/** A house that is opened at its first call, so that a channel can listen before anything is written. */
export const lateHouse = (open: () => Promise<House>): House => ({
  converse: async (update) => (await open()).converse(update),
  tell: async (address, text) => (await open()).tell(address, text),
  keepFile: async (bytes, name) => (await open()).keepFile(bytes, name),
  openFile: async (address, hash) => (await open()).openFile(address, hash),
  said: async (address, after, limit) => (await open()).said(address, after, limit),
  resumeCode: async (address) => (await open()).resumeCode(address),
  resume: async (code) => (await open()).resume(code),
});

/** The outbox of a channel, which writes down in the store what became of the replies. */
export const outboxOf = (
  { store, clock }: Parts,
  channel: Channel,
  log: (line: string) => void = () => {},
  blocked: readonly string[] = [],
): Outbox => {
  const ledger: Ledger = {
    delivered: (seqs) => store.delivered(seqs),
    undeliverable: (seq, delivery) => store.undeliverable(seq, { ...delivery, at: clock().toISOString() }),
    unblock: (address) => store.unblock(channel.name, address),
  };
  return outboxFor(channel, ledger, log, blocked);
};

/** Sends what an earlier run left unsent. */
export const sendLeftovers = async (parts: Parts, channel: Channel): Promise<void> => {
  const left = await parts.store.undelivered(channel.name);
  await postAll(outboxOf(parts, channel), left);
};

/** A channel that runs: how it is talked to from within, and what stops it. */
export interface Started {
  readonly turns: Turns;
  stop(): Promise<void>;
}

/**
 * Starts a channel, with what an earlier run left unsent going first. `log` gets one line for each delivery that is not
 * known to have arrived. Stopping it means no new turns, then nothing more is sent, and what arrived is marked.
 */
export const startChannel = async (parts: Parts, channel: Channel, log: (line: string) => void): Promise<Started> => {
  // Read before anything new is said, which would else be sent twice.
  const left = await parts.store.undelivered(channel.name);
  const outbox = outboxOf(parts, channel, log, await parts.store.blocked(channel.name));
  const turns = turnsOf(parts, channel, outbox);
  await channel.start(houseFor(parts, channel, outbox, turns));
  parts.running.set(channel.name, channel);
  await postAll(outbox, left);
  return {
    turns,
    async stop() {
      await channel.stop();
      await outbox.stop();
    },
  };
};

const postAll = async (outbox: Outbox, left: Awaited<ReturnType<Parts["store"]["undelivered"]>>): Promise<void> => {
  for (const { seq, address, reply } of left) await outbox.post(address, [{ seq, reply }]);
};
