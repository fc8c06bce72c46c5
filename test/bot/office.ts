import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Input, Reply } from "../../bot/channel.ts";
import { freshCode, hashOfCode } from "../../bot/code.ts";
import { converse, type Parts } from "../../bot/converse.ts";
import { openParts } from "../../bot/open.ts";
import type { Office as Department } from "../../flows/desk/office.ts";
import type { Answers } from "../../rules/define.ts";

/** One person at the real bot with a real database: what it sends, counted, and what comes back. */
export class Office {
  replies: readonly Reply[] = [];
  /** Messages of the person, and choices pressed. */
  sent = 0;
  readonly parts: Parts;
  private readonly folder: string;
  private readonly address: string;

  private constructor(parts: Parts, folder: string, address = "me") {
    this.parts = parts;
    this.folder = folder;
    this.address = address;
  }

  static async open(on: string): Promise<Office> {
    const folder = mkdtempSync(join(tmpdir(), "office-"));
    const office = new Office(await openParts(folder, () => new Date(`${on}T09:00:00+08:00`)), folder);
    await office.turn({ arrived: true });
    office.sent = 0;
    return office;
  }

  /** Somebody else at the same bot. */
  async beside(address: string): Promise<Office> {
    const other = new Office(this.parts, this.folder, address);
    await other.turn({ arrived: true });
    other.sent = 0;
    return other;
  }

  /** Makes the person a department's contact by a code of the operator's, and brings it to its desk. */
  async enrol(office: Department): Promise<Reply> {
    const code = freshCode(8);
    const at = this.parts.clock();
    const expiresAt = new Date(at.getTime() + 60_000).toISOString();
    const invited = { ...office, id: randomUUID(), codeHash: hashOfCode(code), at: at.toISOString(), expiresAt };
    await this.parts.store.departments.invite(invited);
    return this.say(`登记 ${code}`);
  }

  async close(): Promise<void> {
    await this.parts.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  say(text: string): Promise<Reply> {
    return this.turn({ text });
  }

  press(choice: string): Promise<Reply> {
    return this.turn({ choice });
  }

  async send(name: string, bytes: Uint8Array): Promise<Reply> {
    const hash = await this.parts.files.keep(bytes);
    return this.turn({ file: { hash, name, size: bytes.length } });
  }

  /** The files that came with the last turn. */
  async files(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
    const files = this.replies.flatMap(({ file }) => file ?? []);
    return Promise.all(files.map(async ({ name, hash }) => ({ name, bytes: (await this.parts.files.read(hash))! })));
  }

  async answers(): Promise<Answers> {
    const account = (await this.parts.store.find("office", this.address))!;
    const all = await this.parts.store.applications(account.enterpriseId);
    return this.parts.store.answers(all.at(-1)!.id);
  }

  get question(): Reply {
    return this.replies.at(-1)!;
  }

  private async turn(input: Input): Promise<Reply> {
    this.sent++;
    const replies = await converse(this.parts, "office", { id: randomUUID(), address: this.address, input });
    this.replies = replies.map(({ reply }) => reply);
    return this.question;
  }
}
