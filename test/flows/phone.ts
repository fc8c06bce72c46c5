import { expect } from "vitest";
import {
  changedTitles,
  type DoneDuty,
  type Preference,
  type Recognition,
  type Reminded,
} from "../../flows/dates/agenda.ts";
import type { Contact } from "../../flows/desk/office.ts";
import type { OpenedRound, Reached, ReachedContact, SendingEstimate, SentNotice } from "../../flows/desk/reach.ts";
import type { DeskWork } from "../../flows/desk/work.ts";
import type { Inbox, NoticeTold } from "../../flows/notices/notice.ts";
import type { Input, Reply } from "../../flows/reply.ts";
import { talk } from "../../flows/talk.ts";
import type { Conversation, DeskData, DeskNeeds, Invitation, Kept, Outcome, Scope, World } from "../../flows/world.ts";
import type { Due } from "../../rules/calendar/due.ts";
import { LEADS } from "../../rules/calendar/reminders.ts";
import type { Content } from "../../rules/content.ts";
import type { Answers, Day, Row } from "../../rules/define.ts";
import type { Digest } from "../../rules/digest.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { withRounds } from "../../rules/rounds.ts";
import { schemaOf } from "../../rules/values/index.ts";

const everywhere = servedBy(await loadJurisdictions());

/** A person's phone: the pure conversation with what it keeps, in memory. Every turn is checked for what always holds. */
export class Phone {
  on: Day;
  readonly served: readonly Served[];
  conversation: Conversation | null = null;
  consentedOn: Day | null = null;
  kept = new Map<string, Kept>();
  answers = new Map<string, Answers>();
  /** The messages of the last turn. */
  replies: Reply[] = [];
  /** Documents handed over in the last turn. */
  documents: { application: string; isDraft: boolean }[] = [];
  /** Tables of the workbook handed over in the last turn. */
  workbook: Extract<Outcome["sayings"][number], { workbook: unknown }>["workbook"] | null = null;
  log: string[] = [];
  /** Who is said to speak. */
  readonly who: string = "用户";
  scope: Scope | null = null;
  colleagues: { id: string; channel: string; scope: Scope | null }[] = [];
  /** Codes given out, shared by the phones that know one another. */
  invitations = new Map<string, Invitation>();
  former = new Map<string, Digest>();
  private readonly host: Phone | null = null;
  readonly contents = new Map<string, Content>();
  titles: { recognitions: readonly Recognition[]; done: readonly DoneDuty[] } = { recognitions: [], done: [] };
  preference: Preference = { hour: 9, leads: LEADS, wantsNotices: true };
  /** What will be told, and what was, by subject and key. */
  reminders = new Map<string, Reminded & { isTold: boolean }>();
  /** What the calendar file of the last turn holds. */
  calendar: readonly Due[] | null = null;
  inbox: Inbox = { unread: [], hasAny: false };
  contact: Contact | null = null;
  /** What a contact's conversations read: rounds opened, enterprises reached, notices, the estimate for any counts. */
  rounds: readonly OpenedRound[] = [];
  reached: readonly Reached[] = [];
  contacts: readonly ReachedContact[] = [];
  notices: readonly SentNotice[] = [];
  /** What sending takes; null: what it would take for the counts asked about. */
  estimate: readonly SendingEstimate[] | null = null;
  /** What the contact did in the last turn. */
  work: DeskWork | null = null;
  private readonly opened = { count: 0, notices: 0 };

  constructor(on: Day = "2026-11-20", served: readonly Served[] = everywhere) {
    this.on = on;
    this.served = served;
    this.turn({ arrived: true });
  }

  /** Another phone that is where this one is; it goes its own way from here. */
  clone(): Phone {
    const other = Object.assign(Object.create(Phone.prototype) as Phone, this);
    return Object.assign(other, {
      kept: new Map(this.kept),
      answers: new Map(this.answers),
      opened: { ...this.opened },
      contents: new Map(this.contents),
      reminders: new Map(this.reminders),
      log: [...this.log],
    });
  }

  say(text: string): this {
    this.log.push(`${this.who}：${text}`);
    return this.turn({ text });
  }

  press(choice: string): this {
    const label = this.question.choices.find(({ id }) => id === choice)?.label ?? choice;
    this.log.push(`${this.who}：［${label}］`);
    return this.turn({ choice });
  }

  /** A file, by what would be read out of it. */
  send(name: string, content: Content = { kind: "opaque", what: "PDF" }): this {
    this.log.push(`${this.who}：〈文件 ${name}〉`);
    const hash = (this.contents.size + 1).toString(16).padStart(64, "0");
    this.contents.set(hash, content);
    return this.turn({ file: { hash, name, size: 1000 } });
  }

  /** The days go by until that one, each told what its time has come for. */
  arrive(day: Day): this {
    for (;;) {
      const at = this.ahead.map(({ reminder }) => reminder.at).find((minute) => minute <= `${day}T09:00`);
      if (!at) break;
      this.on = at.slice(0, 10);
      const now = this.ahead.filter(({ reminder }) => reminder.at === at);
      this.log.push(`（${this.on}）`);
      for (const one of now) one.isTold = true;
      this.turn({ reminders: now.map(({ isTold: _, ...reminded }) => reminded) });
    }
    this.on = day;
    return this;
  }

  /** A department writes. */
  notify(text: string, files: NoticeTold["files"] = []): this {
    const id = `notice-${++this.opened.notices}`;
    this.inbox = { unread: [...this.inbox.unread, id], hasAny: true };
    return this.turn({ notice: { id, from: "浙江省杭州市（王处长）", text, files } });
  }

  /** What will be told, in order of time. */
  get ahead() {
    const waiting = [...this.reminders.values()].filter(({ isTold }) => !isTold);
    return waiting.toSorted((a, b) => (a.reminder.at < b.reminder.at ? -1 : 1));
  }

  /** A phone of somebody else, who may join by a code of this one's. */
  stranger(who: string): Phone {
    const other = new Phone(this.on, this.served);
    return Object.assign(other, { who, host: this, log: this.log, invitations: this.invitations });
  }

  /** A colleague's phone that is linked to the same enterprise, perhaps for a part only. */
  colleague(scope: Scope | null): Phone {
    const other = new Phone(this.on, this.served);
    Object.assign(other, { kept: this.kept, answers: this.answers, opened: this.opened, consentedOn: this.on, scope });
    return other;
  }

  /** The message that asks. */
  get question(): Reply {
    return this.replies.at(-1)!;
  }
  get ask() {
    return this.question.ask!;
  }
  /** All texts of the last turn. */
  get text(): string {
    return this.replies.map(({ text }) => text).join("\n\n");
  }
  /** The newest application's answers. */
  get given(): Answers {
    return this.answers.get([...this.kept.keys()].at(-1)!) ?? {};
  }

  turn(input: Input): this {
    const outcome = this.decide(input);
    this.apply(outcome);
    this.documents = outcome.sayings.flatMap((saying) => ("documents" in saying ? saying.documents : []));
    this.calendar =
      outcome.sayings.flatMap((saying) => ("calendar" in saying ? [saying.calendar.dues] : []))[0] ?? null;
    this.workbook = outcome.sayings.flatMap((saying) => ("workbook" in saying ? saying.workbook : []))[0] ?? null;
    this.replies = outcome.sayings.flatMap((saying) => ("text" in saying ? saying : []));
    for (const saying of outcome.sayings) {
      this.log.push(logged(saying, this.who === "用户" ? "助手" : `助手（对${this.who}）`));
    }
    // What is done meanwhile is not told, and nothing is asked for it.
    if (!("reminders" in input) || outcome.sayings.length > 0) this.check(outcome);
    return this;
  }

  private decide(input: Input): Outcome {
    const read = new Map<string, Answers>();
    const contents = new Map<string, Content>();
    const invitations = new Map<string, Invitation>();
    let world: World = {
      minute: `${this.on}T09:00`,
      waits: false,
      agenda: null,
      inbox: null,
      on: this.on,
      served: withRounds(this.served, this.rounds),
      contact: this.contact,
      desk: { rounds: null, reach: null, notices: null, estimate: null },
      consentedOn: this.consentedOn,
      applications: [...this.kept.values()].reverse().filter(({ id }) => !this.scope || id === this.scope.application),
      answers: read,
      known: this.known(),
      contents,
      megabytes: 20,
      account: "own",
      now: `${this.on}T01:00:00.000Z`,
      freshCodeExpiresAt: `${this.on}T23:00:00.000Z`,
      scope: this.scope,
      colleagues: this.colleagues,
      invitations,
      tooManyCodes: false,
      freshCode: "ABCD-2345",
      former: this.former,
      freshId: `application-${this.opened.count + this.notices.length + 1}`,
    };
    for (;;) {
      const outcome = talk(input, this.conversation && structuredClone(this.conversation), world);
      if (!("needs" in outcome)) return outcome;
      for (const id of outcome.needs) read.set(id, this.answers.get(id) ?? {});
      const preferences = new Map([["own", this.preference]]);
      if (outcome.inbox) world = { ...world, inbox: this.inbox };
      if (outcome.agenda) world = { ...world, agenda: { ...this.titles, preferences } };
      if (outcome.desk) world = { ...world, desk: this.deskData(world.desk, outcome.desk) };
      for (const { hash } of outcome.files ?? []) contents.set(hash, this.contents.get(hash) ?? lost);
      for (const code of outcome.codes ?? [])
        invitations.set(code, this.invitations.get(code) ?? { state: "unknown", scope: null, isOwn: false });
    }
  }

  private deskData(desk: DeskData, needs: DeskNeeds): DeskData {
    return {
      rounds: needs.rounds ? this.rounds : desk.rounds,
      reach: needs.reach
        ? { fields: needs.reach.fields, enterprises: this.reached, contacts: this.contacts }
        : desk.reach,
      notices: needs.notices ? this.notices : desk.notices,
      estimate: needs.estimate ? (this.estimate ?? estimatesFor(needs.estimate)) : desk.estimate,
    };
  }

  private known(): World["known"] {
    const current = this.conversation?.interview?.application;
    const others = [...this.answers].filter(([id]) => id !== current && !this.kept.get(id)?.sample);
    return new Map(
      others.flatMap(([id, answers]) =>
        Object.entries(answers).flatMap(([field, value]) =>
          value === null
            ? []
            : [[field, { value, givenOn: this.kept.get(id)!.updatedOn, procedure: this.kept.get(id)!.procedure }]],
        ),
      ),
    );
  }

  private apply(outcome: Outcome): void {
    this.conversation = JSON.parse(JSON.stringify(outcome.conversation));
    this.consentedOn = outcome.consentedOn;
    this.titles = changedTitles(this.titles, outcome.titles);
    this.preference = outcome.preference ?? this.preference;
    for (const { subject } of outcome.titles.withdrawn)
      for (const [key, one] of this.reminders) if (one.subject === subject) this.reminders.delete(key);
    const { unread } = this.inbox;
    this.inbox = { ...this.inbox, unread: unread.filter((id) => !outcome.reads.includes(id)) };
    for (const { subject, dues } of outcome.plans) {
      for (const [key, one] of this.reminders) if (one.subject === subject && !one.isTold) this.reminders.delete(key);
      for (const reminder of dues.flatMap(({ reminders }) => reminders)) {
        const key = `${subject}|${reminder.key}`;
        if (!this.reminders.has(key)) this.reminders.set(key, { subject, reminder, isMissed: false, isTold: false });
      }
    }
    if (outcome.forget) {
      this.reminders.clear();
      this.titles = { recognitions: [], done: [] };
      this.kept.clear();
      this.answers.clear();
    }
    this.work = outcome.department;
    this.applyWork(outcome);
    if (outcome.invited)
      this.invitations.set("ABCD2345", { state: "open", scope: outcome.invited.scope, isOwn: false });
    if (outcome.joins) {
      this.scope = this.invitations.get(outcome.joins)!.scope;
      this.invitations.set(outcome.joins, { state: "used", scope: this.scope, isOwn: true });
      if (this.host)
        Object.assign(this, { kept: this.host.kept, answers: this.host.answers, opened: this.host.opened });
    }
    for (const kept of outcome.opened) {
      this.opened.count++;
      this.kept.set(kept.id, kept);
      this.answers.set(kept.id, {});
    }
    for (const { id, answers, ...change } of outcome.changed) {
      this.kept.set(id, { ...this.kept.get(id)!, ...change });
      const all = Object.entries({ ...this.answers.get(id), ...answers }).filter(([, value]) => value !== undefined);
      this.answers.set(id, Object.fromEntries(all) as Answers);
    }
  }

  private applyWork({ registers, department }: Outcome): void {
    const office = registers === null ? undefined : this.invitations.get(registers)?.office;
    if (office) this.contact = { ...office, id: "contact" };
    const opened = (department?.rounds ?? []).map((one) => {
      return { ...one, openedBy: "contact", openedAt: `${this.on}T01:00:00.000Z` };
    });
    const isOld = ({ round }: OpenedRound) => opened.some((one) => one.round.id === round.id);
    this.rounds = [...this.rounds.filter((one) => !isOld(one)), ...opened];
    const drafts = (department?.drafts ?? []).map(({ id, text, files, audience }) => {
      return { id, text, files, audience, createdOn: this.on, state: "draft" as const, counts: {} };
    });
    const state = (id: string) => {
      if (department?.starts?.notice === id) return "sending";
      return department?.moves?.notice === id ? department.moves.to : null;
    };
    const starts = department?.starts;
    this.notices = [...drafts, ...this.notices].map((one) => ({
      ...one,
      state: state(one.id) ?? one.state,
      counts: starts?.notice === one.id ? { queued: starts.accounts.length } : one.counts,
    }));
  }

  private check(outcome: Outcome): void {
    expect(this.replies.filter(({ ask }) => ask !== null)).toHaveLength(1);
    expect(this.question.ask).not.toBeNull();
    expect("text" in outcome.sayings.at(-1)!).toBe(true);
    expect(new Set(this.question.choices.map(({ id }) => id)).size).toBe(this.question.choices.length);
    // A pasted text is held until its list is confirmed, a notice until it is sent, and nothing else grows.
    const kept = JSON.stringify(this.conversation ?? {});
    const heldTexts = /"(?:source|context|news":\{"draft)":\{"text":("(?:[^"\\]|\\.)*")/g;
    const held = [...kept.matchAll(heldTexts)].map(([, text = ""]) => text.length);
    expect(kept.length - held.reduce((sum, length) => sum + length, 0)).toBeLessThan(4000);
    for (const { text } of this.replies) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    for (const { id, answers } of outcome.changed) {
      const { fields } = this.served.find((one) => one.id === this.kept.get(id)!.procedure)!.procedure;
      for (const [field, value] of Object.entries(answers)) {
        const kind = fields[field]!;
        if (value === null || value === undefined || kind.kind === "file") continue;
        if (kind.kind === "table") {
          for (const row of value as readonly Row[])
            for (const [column, cell] of Object.entries(row))
              expect(
                cell === null || schemaOf(kind.columns[column]!).safeParse(cell).success,
                `${field}.${column}`,
              ).toBe(true);
          continue;
        }
        expect(schemaOf(kind).safeParse(value).success, `${field}: ${JSON.stringify(value)}`).toBe(true);
      }
    }
  }
}

const estimatesFor = (counts: Readonly<Record<string, number>>): readonly SendingEstimate[] =>
  Object.entries(counts).map(([channel, count]) => {
    const waits = channel === "web" || channel === "terminal";
    return {
      channel,
      count,
      runs: true,
      waits,
      leftToday: channel === "wechat" ? 30 : null,
      minutes: 3 * count,
      days: 1,
    };
  });

const lost: Content = { kind: "unusable", why: "没有收完整，请再发一次。" };

const logged = (saying: Outcome["sayings"][number], bot: string): string => {
  if ("documents" in saying) return `${bot}：〈文件：全部表格${saying.documents.isDraft ? "（草稿）" : ""}〉`;
  if ("calendar" in saying) return `${bot}：〈文件：示范平台日期.ics〉`;
  if ("workbook" in saying) return `${bot}：〈文件：待填表格.xlsx〉`;
  if ("callList" in saying) return `${bot}：〈文件：没收到的名单.xlsx〉`;
  return [`${bot}：${saying.text}`, ...saying.choices.map(({ label }) => `　　　［${label}］`)].join("\n");
};
