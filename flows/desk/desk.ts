import type { Choice, Jurisdiction } from "../../rules/define.ts";
import { chosen } from "../choose.ts";
import { commandOf, fold } from "../commands.ts";
import type { SubjectPlan } from "../dates/agenda.ts";
import { asking, type FromPerson, type Reply } from "../reply.ts";
import type { Told } from "../told.ts";
import type { Needs, World } from "../world.ts";
import type { Matter, MatterKind } from "./matter.ts";
import { matters } from "./matters.ts";
import { type Contact, type Office, officeLabel } from "./office.ts";
import type { DeskWork } from "./work.ts";

/** Where a contact is at its desk: in one of its conversations, or at the menu. JSON data. */
export interface AtDesk {
  readonly matter: string | null;
  readonly snapshot: unknown;
}

const back: Choice = { id: "back", label: "返回" };
const help: Choice = { id: "help", label: "帮助" };

/** A department's side of a turn. */
export class Desk {
  isOver = false;
  private matter: { readonly kind: MatterKind; readonly talk: Matter } | null = null;
  /** The conversations that ended in this turn. */
  private ended: readonly Matter[] = [];
  private readonly office: Office;
  private readonly contact: Contact | null;
  private readonly world: World;
  private readonly told: Told;

  /** `contact`: null in the turn of the enrolment itself, in which nothing else is done. */
  constructor(at: AtDesk, office: Office, contact: Contact | null, world: World, told: Told) {
    this.office = office;
    this.contact = contact;
    this.world = world;
    this.told = told;
    const kind = matters.find(({ id }) => id === at.matter);
    if (kind) this.enter(kind, at.snapshot);
  }

  get persisted(): AtDesk {
    return { matter: this.matter?.kind.id ?? null, snapshot: this.matter?.talk.persisted ?? null };
  }

  get needs(): Needs | null {
    return this.matter?.talk.needs ?? null;
  }

  /** What the contact does in the turn; null: nothing. */
  get work(): DeskWork | null {
    const all = this.talks.flatMap(({ work }) => work ?? []);
    return all.length === 0 ? null : all.reduce(together);
  }

  get plans(): readonly SubjectPlan[] {
    return this.talks.flatMap(({ plans }) => plans);
  }

  private get talks(): readonly Matter[] {
    return [...this.ended, ...(this.matter ? [this.matter.talk] : [])];
  }

  /** True where the input was not taken. */
  hear(input: FromPerson): boolean {
    const { matter } = this;
    if (!matter) return this.hearAtMenu(input);
    const refused = matter.talk.hear(input);
    const { over } = matter.talk;
    if (over === false || matter.talk.needs) return refused;
    this.matter = null;
    this.ended = [...this.ended, matter.talk];
    const next = over === true ? undefined : matters.find(({ id }) => id === over.on);
    if (next && over !== true) this.enter(next, over.from);
    return refused;
  }

  question(refused: boolean): Reply {
    if (this.matter) return this.matter.talk.question(refused);
    const text = `${officeLabel(this.office, this.jurisdiction)}，请选择要办的事：`;
    return asking({ text, choices: [...this.open.map(({ id, label }) => ({ id, label })), back, help] }, refused);
  }

  private enter(kind: MatterKind, snapshot: unknown): void {
    const { contact, world, told } = this;
    if (contact) this.matter = { kind, talk: kind.open(snapshot, { contact, world, told }) };
  }

  private hearAtMenu(input: FromPerson): boolean {
    if ("arrived" in input) return false;
    if ("file" in input) return this.hearFile(input);
    const taking = "text" in input ? matters.find(({ takes }) => takes?.(input.text)) : undefined;
    const id = "choice" in input ? input.choice : this.wordOf(input.text);
    const kind = matters.find((one) => one.id === id) ?? taking;
    if (kind) {
      const why = kind.refuses(this.office, this.jurisdiction);
      if (why) return this.refuse(why);
      this.enter(kind, null);
      return kind === taking && this.contact ? this.hear(input) : false;
    }
    if (id === "back" || id === "pause" || id === "no") {
      this.isOver = true;
      return false;
    }
    if (id === "help" || id === "why" || id === "example") {
      this.told.note(helpText);
      return false;
    }
    return this.refuse("没有听懂。请从下面选一项，回复编号或文字都可以。");
  }

  /** A file begins what takes it: a notice in Word a round, where this office opens rounds, any other a notice to many. */
  private hearFile(input: Extract<FromPerson, { file: unknown }>): boolean {
    const kind = this.open.find(({ takesFile }) => takesFile?.(input.file.name));
    if (!kind || !this.contact) return this.refuse("请先选要办的事，再发文件。");
    this.enter(kind, null);
    return this.hear(input);
  }

  private wordOf(text: string): string | null {
    const named = matters.find(({ label, words }) => fold(text) === fold(label) || words.includes(fold(text)));
    return named?.id ?? chosen(text, this.question(false).choices, true) ?? commandOf(text)?.type ?? null;
  }

  private refuse(why: string): true {
    this.told.note(why);
    return true;
  }

  /** What this office may do; who asks for another by its name is told why not. */
  private get open(): readonly MatterKind[] {
    return matters.filter((kind) => kind.refuses(this.office, this.jurisdiction) === null);
  }

  private get jurisdiction(): Jurisdiction | null {
    const found = this.world.served.find(({ jurisdiction }) => jurisdiction.code === this.office.jurisdiction);
    return found?.jurisdiction ?? null;
  }
}

const helpText = [
  "这里是部门工作：",
  "· 开启一轮申报：把通知全文发给我，我找出日期、份数、地址，请您核对后生效，并提醒各单位。",
  "· 改一轮的日期：日期变了，改好以后还没发的提醒跟着变。",
  "· 发通知：选发给谁，先看人数和内容，确认后才发出；发出后看得到谁收到了。",
  "· 随时可以回复“返回”。所做的每一件事都有记录。",
].join("\n");

const together = (one: DeskWork, other: DeskWork): DeskWork => ({
  acts: [...one.acts, ...other.acts],
  rounds: [...(one.rounds ?? []), ...(other.rounds ?? [])],
  drafts: [...(one.drafts ?? []), ...(other.drafts ?? [])],
  starts: other.starts ?? one.starts ?? null,
  moves: other.moves ?? one.moves ?? null,
});

/** Is it a text that begins one of its conversations? */
export const beginsAtDesk = (text: string): boolean => matters.some(({ takes }) => takes?.(text));
