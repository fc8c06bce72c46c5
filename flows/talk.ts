import { openRound } from "../rules/calendar.ts";
import type { Day } from "../rules/define.ts";
import { changedTitles, type Reminded, type SubjectPlan } from "./dates/agenda.ts";
import { saysHandedIn } from "./dates/handed.ts";
import { movesDates, planReminders } from "./dates/plan.ts";
import { concernedIds, remindersText, stillOpen } from "./dates/remind.ts";
import { type DateSubject, subjectsOf } from "./dates/subjects.ts";
import { type AtDesk, beginsAtDesk, Desk } from "./desk/desk.ts";
import { nothing } from "./interview/heard.ts";
import { roundText } from "./interview/say.ts";
import { Session } from "./interview/session.ts";
import { sourceNotice } from "./interview/verdict.ts";
import { codeIn } from "./lobby/codes.ts";
import { type Errand, Reception } from "./lobby/reception.ts";
import { hearNotices, type NoticeHeard } from "./notices/hear.ts";
import { noticeReplies } from "./notices/notice.ts";
import type { Input } from "./reply.ts";
import { sampleAnswers } from "./sample.ts";
import { Told } from "./told.ts";
import type { Conversation, Kept, Needs, Outcome, World } from "./world.ts";

/** One turn: an input and where the conversation is → what is said, kept and done. Pure. */
export const talk = (input: Input, conversation: Conversation | null, world: World): Outcome | Needs =>
  new Turn(conversation, world).run(input);

const noTitles = { recognitions: [], done: [] };
class Turn {
  private readonly world: World;
  private readonly told = new Told();
  private readonly reception: Reception;
  /** The application in conversation. */
  private session: Session | null = null;
  /** Where a department's contact is at its desk. */
  private desk: Desk | null = null;
  /** The desk that this turn was spent at, perhaps left by now. */
  private done: Desk | null = null;
  private changed: Outcome["changed"] = [];
  private opened: readonly Kept[] = [];
  /** Applications whose answers have to be read first. */
  private missing: readonly string[] = [];

  constructor(conversation: Conversation | null, world: World) {
    this.world = world;
    this.reception = new Reception(conversation, world, this.told);
    if (conversation?.desk) this.sitDown(conversation.desk);
    const current = conversation?.interview;
    if (!current) return;
    this.enter(current.application);
    this.session?.resume(current);
  }

  run(input: Input): Outcome | Needs {
    const needs = this.needsOf(input);
    if (needs) return needs;
    this.session?.bringUpToDate();
    const refused = this.hear(input);
    if (this.missing.length > 0) return { needs: this.missing };
    if (this.desk?.needs) return this.desk.needs;
    if (this.needsAgenda(input)) return { needs: [], agenda: true };
    const { desk, session, reception } = this;
    const asking = desk ?? session;
    const last = asking ? asking.question(refused) : reception.question(this.allKept, refused);
    if (desk?.needs) return desk.needs;
    // What was to be told is done meanwhile: nobody is bothered.
    const isSilent = "reminders" in input && this.told.isNothing;
    return {
      conversation: {
        lobby: reception.persisted,
        interview: session?.persisted ?? null,
        desk: desk?.persisted ?? null,
      },
      consentedOn: reception.forget ? null : reception.consentedOn,
      forget: reception.forget,
      opened: this.opened,
      changed: [...this.changed, ...(session ? session.changes : [])],
      invited: reception.invited,
      joins: reception.joins,
      unlinks: reception.unlinks,
      sayings: isSilent ? [] : this.told.ask(last),
      titles: reception.titles,
      preference: reception.preference,
      plans: [...this.plans(input), ...(this.done?.plans ?? [])],
      registers: reception.registers,
      department: this.done?.work ?? null,
      reads: this.reads,
    };
  }

  /** What has to be read before the turn can be decided. */
  private needsOf(input: Input): Needs | null {
    const { contents, invitations, agenda } = this.world;
    if (!agenda && (this.isAtDates || this.saysHandedIn(input))) return { needs: [], agenda: true };
    const about = this.aboutNotices(input);
    if (about === "inbox") return { needs: [], inbox: true };
    if (about && about.wants !== null && !agenda) return { needs: [], agenda: true };
    const wanted = this.session ? [...("file" in input ? [input.file] : []), ...this.session.files] : [];
    const files = wanted.filter(({ hash }) => !contents.has(hash));
    const code = this.codeOf(input) ?? this.reception.waitingCode;
    const codes = code && !invitations.has(code) ? [code] : [];
    const isWhole = this.missing.length + files.length + codes.length === 0;
    return isWhole ? null : { needs: this.missing, files, codes };
  }

  /** In an interview a code must say so: it might be an answer. */
  private codeOf(input: Input): string | null {
    return "text" in input ? codeIn(input.text, this.session === null && this.desk === null) : null;
  }

  /** True where the input was not taken. */
  private hear(input: Input): boolean {
    const code = this.codeOf(input);
    if (code) {
      this.leave();
      const refused = this.reception.hearCode(code, this.allKept);
      if (this.reception.registers) this.sitDown({ matter: null, snapshot: null });
      return refused;
    }
    if ("reminders" in input) {
      this.remind(input.reminders);
      return false;
    }
    if ("notice" in input) {
      for (const reply of noticeReplies(input.notice)) this.told.hand(reply);
      return false;
    }
    const about = this.aboutNotices(input);
    if (about && about !== "inbox") {
      this.takeNotice(about);
      return false;
    }
    if (this.isForDesk(input)) this.sitDown({ matter: null, snapshot: null });
    if (this.desk) {
      const refused = this.desk.hear(input);
      this.done = this.desk;
      if (this.desk.isOver) this.desk = null;
      return refused;
    }
    if (this.session && this.saysHandedIn(input) && this.reception.hearHandedIn(this.allKept)) return false;
    if (this.session) {
      const refused = this.session.hear(input);
      if (this.session.isOver) this.leave();
      return refused;
    }
    const { refused, errands } = this.reception.hear(input, this.allKept);
    for (const errand of errands) this.perform(errand);
    if (this.reception.isAtFacts || this.isAtDates)
      this.missing = this.unread(this.world.applications.map(({ id }) => id));
    return refused;
  }

  /** A notice that a contact pastes in the lobby. */
  private isForDesk(input: Input): boolean {
    const isInLobby = !this.session && !this.desk && this.world.contact !== null;
    return isInLobby && "text" in input && beginsAtDesk(input.text);
  }

  private perform(errand: Errand): void {
    if (errand.type === "desk") this.sitDown({ matter: null, snapshot: null });
    else if (errand.type === "published") this.publish(errand.application, errand.on);
    else if (errand.type === "open") this.open(errand.application);
    else if (errand.type === "sample") this.sample(errand.procedure);
    else this.start(errand.procedure);
  }

  /** Whose office is taken away meanwhile finds itself in the lobby. */
  private sitDown(at: AtDesk): void {
    const { contact } = this.world;
    const office = contact ?? this.reception.enrolled;
    if (office) this.desk = new Desk(at, office, contact, this.world, this.told);
    else this.told.note("您现在不是部门联系人，部门工作已经关闭。");
  }

  /** Makes this application the one in conversation, unless its answers are still to be read. */
  private enter(application: string): void {
    const kept = this.world.applications.find(({ id }) => id === application);
    const isServed = this.world.served.some(({ id }) => id === kept?.procedure);
    this.missing = this.unread([application]);
    if (!kept || !isServed || this.missing.length > 0) return;
    this.session = new Session(kept, this.world.answers.get(application) ?? {}, this.world, this.told);
  }

  private leave(): void {
    this.changed = [...this.changed, ...(this.session?.changes ?? [])];
    this.session = null;
  }

  private fresh(procedure: string, sample: boolean): Session | null {
    const served = this.world.served.find(({ id }) => id === procedure);
    if (!served) return null;
    const round = sample ? null : openRound(served.jurisdiction.rounds, served.procedure.code, this.world.on);
    const { freshId: id, on } = this.world;
    const kept = { id, procedure, round: round?.id ?? null, rules: served.version, sample, marks: {}, updatedOn: on };
    this.opened = [...this.opened, kept];
    this.session = new Session(kept, {}, this.world, this.told);
    return this.session;
  }

  private start(procedure: string): void {
    const session = this.fresh(procedure, false);
    if (!session) return;
    const { served, round } = session.scene;
    const introduction = [
      `${served.jurisdiction.name}：${served.procedure.title}`,
      sourceNotice(session.scene),
      roundText(served, round, this.world.on),
      "先用十几个问题看看是否符合条件，再逐项填表。手头有去年的申请书、表格或营业执照上的文字，可以直接发给我，一次填好几项。不想填的可以跳过，随时可以返回修改；回复“帮助”看更多用法。",
    ];
    this.told.note(introduction.filter(Boolean).join("\n\n"));
    session.keep(nothing);
    session.begin();
  }

  private open(application: string): void {
    this.enter(application);
    if (this.missing.length > 0) return;
    const { session } = this;
    if (!session) {
      this.told.note("这个事项现在没有开放，您的回答都还在。");
      return;
    }
    this.isReopened = true;
    session.bringUpToDate();
    session.welcomeBack();
    session.begin();
  }

  /** The publication of the application's list began on that day. */
  private publish(application: string, on: Day): void {
    const kept = this.world.applications.find(({ id }) => id === application);
    if (!kept) return;
    const { id, round, rules, marks } = kept;
    this.changed = [...this.changed, { id, round, rules, marks: { ...marks, published: on }, answers: {} }];
  }

  private sample(procedure: string): void {
    const session = this.fresh(procedure, true);
    if (!session) return;
    const { jurisdiction, procedure: form } = session.scene.served;
    this.told.note("下面是一家虚构单位的完整申请。每一页都标着“示例（虚构数据）”，请不要用来报送。");
    session.keep(sampleAnswers(form, jurisdiction.samples[form.code] ?? {}, this.world.on));
    session.hand(false);
    this.leave();
    this.told.note("这就是最后能拿到的文件。想申请的话，请选“新申请”。");
  }

  private unread(ids: readonly string[]): readonly string[] {
    const { applications, answers } = this.world;
    return ids.filter((id) => applications.some((kept) => kept.id === id) && !answers.has(id));
  }

  /** Said between, never through the open question: that is asked again under it. */
  private remind(reminders: readonly Reminded[]): void {
    const subjects = this.subjects;
    const open = stillOpen(reminders, subjects, this.world.on);
    this.missing = [...this.missing, ...this.unread(concernedIds(open, subjects))];
    if (open.length === 0 || this.missing.length > 0) return;
    const place = {
      current: this.session?.persisted?.application ?? null,
      latest: this.world.applications.find(({ sample }) => !sample)?.id ?? null,
    };
    const text = remindersText(open, subjects, this.world, place);
    this.told.hand({ text, choices: [], file: null, progress: null, ask: null });
  }

  /** 已阅 and 退订 are heard everywhere, and leave the open question as it is. */
  private aboutNotices(input: Input): NoticeHeard | "inbox" | null {
    const { inbox, scope, consentedOn } = this.world;
    const isFree = this.session === null && this.desk === null && consentedOn !== null;
    return scope ? null : hearNotices(input, { inbox, isFree });
  }

  private takeNotice({ reads, wants, note }: NoticeHeard): void {
    this.told.note(note);
    this.reads = reads;
    const preference = this.world.agenda?.preferences.get(this.world.account);
    if (wants !== null && preference) this.reception.preference = { ...preference, wantsNotices: wants };
  }
  private reads: readonly string[] = [];

  private get isAtDates(): boolean {
    return this.reception.isAtDates && !this.session && !this.desk;
  }

  private saysHandedIn(input: Input): boolean {
    return "text" in input && saysHandedIn(input.text, this.session !== null);
  }

  private get isAtFacts(): boolean {
    return this.reception.isAtFacts && !this.session;
  }

  private needsAgenda(input: Input): boolean {
    const isAsked = this.isAtDates || this.isAtFacts || "reminders" in input || this.replans(input);
    return this.world.agenda === null && isAsked;
  }

  /** Does the turn change what the enterprise is reminded of? */
  private replans(input: Input): boolean {
    const { titles, preference, forget, joins } = this.reception;
    if (forget || joins) return false;
    const isStated = Object.values(titles).some(({ length }) => length > 0) || preference !== null;
    return isStated || this.isReopened || "reminders" in input || movesDates(this.world.applications, this.allKept);
  }
  private isReopened = false;

  private plans(input: Input): readonly SubjectPlan[] {
    const { agenda, account, scope } = this.world;
    if (!agenda || !this.replans(input)) return [];
    const { preference, unlinks } = this.reception;
    const wishes = new Map([...agenda.preferences].filter(([id]) => !unlinks.includes(id)));
    if (preference && !scope) wishes.set(account, preference);
    // A reminder tells of its own dates alone; any other turn shows all of them.
    const present = "reminders" in input ? null : account;
    return planReminders(this.subjects, wishes, { ...this.world, present });
  }

  /** What there are dates for after the turn so far. */
  private get subjects(): readonly DateSubject[] {
    const { agenda, served } = this.world;
    return subjectsOf(this.allKept, changedTitles(agenda ?? noTitles, this.reception.titles), served);
  }

  /** The applications as they are after the turn so far. */
  private get allKept(): readonly Kept[] {
    const { applications } = this.world;
    const changed = [...this.changed, ...(this.session?.changes ?? [])];
    const all = [...this.opened, ...applications.filter(({ id }) => !this.opened.some((one) => one.id === id))];
    return all.map((kept) => ({ ...kept, ...changed.find(({ id }) => id === kept.id) }));
  }
}
