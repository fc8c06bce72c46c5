import { randomUUID } from "node:crypto";
import { type Given, mistake, readDays, readOffice, startOf, usage } from "./admin-flags.ts";
import { beijingMinute, clockAt } from "./clock.ts";
import { freshCode, hashOfCode } from "./code.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import { openStoreIn } from "./open.ts";
import type { AuditRecord, Contact, Office, OpenedRound } from "./store/department-port.ts";
import type { Store } from "./store/port.ts";

const codeLength = 8;
const dayMs = 24 * 60 * 60 * 1000;

interface Command {
  readonly flags: readonly (keyof Given)[];
  /** What stands after the command, beside flags. */
  readonly words: number;
  /** Reads what is given, and only then opens the store; gives what is printed. */
  readonly run: (given: Given, words: readonly string[], open: () => Promise<Store>, now: Date) => Promise<string>;
}

const commands: Readonly<Record<string, Command>> = {
  invite: {
    flags: ["jurisdiction", "level", "area", "name", "days"],
    words: 0,
    async run(given, _, open, now) {
      const office = await readOffice(given);
      const days = readDays(given.days ?? "7");
      const expiresAt = new Date(now.getTime() + days * dayMs);
      const code = freshCode(codeLength);
      const { departments } = await open();
      const id = randomUUID().slice(0, 8);
      const at = now.toISOString();
      await departments.invite({ ...office, id, at, expiresAt: expiresAt.toISOString(), codeHash: hashOfCode(code) });
      return (
        `Contact ${id}: ${officeLine(office)}\nCode: ${code}. It works once, until ${timeOf(expiresAt)} (Beijing), ` +
        `and is not shown again.\nThis person sends the bot: 登记 ${code}`
      );
    },
  },

  list: {
    flags: ["json"],
    words: 0,
    async run({ json }, _, open, now) {
      const contacts = await (await open()).departments.contacts();
      const at = now.toISOString();
      const line = (contact: Contact) => `${contact.id}  ${stateOf(contact, at)}  ${officeLine(contact)}`;
      return json ? JSON.stringify(contacts) : contacts.map(line).join("\n") || "Nobody was invited yet.";
    },
  },

  revoke: {
    flags: [],
    words: 1,
    async run(_, [id = ""], open, now) {
      const { departments } = await open();
      if (!(await departments.revoke(id, now.toISOString())))
        throw new OperatorError(`no contact ${id} that could be revoked: see npm run -s admin -- list`);
      return `Revoked: ${id}. Its code or account does nothing for the department any more; its notices are stopped.`;
    },
  },

  audit: {
    flags: ["since", "json"],
    words: 0,
    async run({ since, json }, _, open) {
      const from = since === undefined ? "" : startOf(since);
      const records = await (await open()).departments.audit(from);
      const line = ({ at, actor, act, detail }: AuditRecord) =>
        `${timeOf(new Date(at))}  ${actor}  ${act}  ${JSON.stringify(detail)}`;
      return json ? JSON.stringify(records) : records.map(line).join("\n") || "Nothing was done.";
    },
  },

  rounds: {
    flags: ["json"],
    words: 0,
    async run({ json }, _, open) {
      const rounds = await (await open()).departments.rounds();
      const line = ({ round, version, openedBy, openedAt }: OpenedRound) =>
        `${round.id}  version ${version} by ${openedBy}, ${timeOf(new Date(openedAt))}  ${round.title}`;
      return json ? JSON.stringify(rounds) : rounds.map(line).join("\n") || "No round was opened from a notice yet.";
    },
  },
};

/** `npm run admin`: what only the operator may do. It may run beside `npm start`. */
await run(async () => {
  const { values, positionals } = readFlags(
    usage,
    {
      jurisdiction: { type: "string" },
      level: { type: "string" },
      area: { type: "string" },
      name: { type: "string" },
      days: { type: "string" },
      since: { type: "string" },
      json: { type: "boolean" },
      now: { type: "string" },
    },
    true,
  );
  const [name = "", ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw mistake(`name one of ${Object.keys(commands).join(", ")}`);
  const foreign = Object.keys(values).find((flag) => flag !== "now" && !command.flags.includes(flag as keyof Given));
  if (foreign !== undefined) throw mistake(`${name} knows no --${foreign}`);
  if (words.length !== command.words) throw mistake(`${name} needs ${command.words === 0 ? "flags only" : "one ID"}`);
  const stores: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openStoreIn(readConfig().dataDir);
    stores.push(store);
    return store;
  };
  try {
    process.stdout.write(`${await command.run(values, words, open, clockAt(values.now)())}\n`);
  } finally {
    for (const store of stores) await store.close();
  }
  return 0;
});

function stateOf({ acceptedAt, revokedAt, expiresAt }: Contact, now: string): string {
  if (revokedAt !== null) return "revoked";
  if (acceptedAt !== null) return "active";
  return expiresAt <= now ? "expired" : "invited";
}

function officeLine({ jurisdiction, level, area, name }: Office): string {
  return `${name}, ${jurisdiction}, ${level}${area === null ? "" : ` ${area}`}`;
}

function timeOf(instant: Date): string {
  return beijingMinute(instant).replace("T", " ");
}
