import { Applications } from "./applications.ts";
import { changedTitles, noTitles, type Reminded, type SubjectPlan } from "./dates/agenda.ts";
import { saysHandedIn } from "./dates/handed.ts";
import { movesDates, planReminders } from "./dates/plan.ts";
import { concernedIds, remindersText, stillOpen } from "./dates/remind.ts";
import { type DateSubject, subjectsOf } from "./dates/subjects.ts";
import { type AtDesk, beginsAtDesk, Desk } from "./desk/desk.ts";
import type { Session } from "./interview/session.ts";
import { codeIn } from "./lobby/codes.ts";
import { type Errand, Reception } from "./lobby/reception.ts";
import { hearNotices, type NoticeHeard } from "./notices/hear.ts";
import { noticeReplies } from "./notices/notice.ts";
import { type Input, plain } from "./reply.ts";
import { Told } from "./told.ts";
import type { Conversation, Needs, Outcome, World } from "./world.ts";

/** One turn: an input and where the conversation is → what is said, kept and done. Pure. */
export const talk = (input: Input, conversation: Conversation | null, world: World): Outcome | Needs =>
  new Turn(conversation, world).run(input);

class Turn {
  private readonly world: World;
  private readonly told = new Told();
  private readonly reception: Reception;
  private readonly applications: Applications;
  /** Where a department's contact is at its desk. */
  private desk: Desk | null = null;
  /** The desk that this turn was spent at, perhaps left by now. */
  private done: Desk | null = null;

  constructor(conversation: Conversation | null, world: World) {
    this.world = world;
    this.reception = new Reception(conversation, world, this.told);
    if (conversation?.desk) this.sitDown(conversation.desk);
    this.applications = new Applications(conversation?.interview ?? null, world, this.told);
  }

  run(input: Input): Outcome | Needs {
    const needs = this.needsOf(input);
    if (needs) return needs;
    this.session?.bringUpToDate();
    const refused = this.hear(input);
    const { missing } = this.applications;
    if (missing.length > 0) return { needs: missing };
    if (this.desk?.needs) return this.desk.needs;
    if (this.needsAgenda(input)) return { needs: [], agenda: true };
    const { desk, session, reception, applications } = this;
    const asking = desk ?? session;
    const last = asking ? asking.question(refused) : reception.question(applications.all, refused);
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
      opened: applications.opened,
      changed: applications.changed,
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
    const { missing } = this.applications;
    return missing.length + files.length + codes.length === 0 ? null : { needs: missing, files, codes };
  }

  /** In an interview a code must say so: it might be an answer. */
  private codeOf(input: Input): string | null {
    return "text" in input ? codeIn(input.text, this.session === null && this.desk === null) : null;
  }

  /** True where the input was not taken. */
  private hear(input: Input): boolean {
    const code = this.codeOf(input);
    if (code) {
      this.applications.leave();
      const refused = this.reception.hearCode(code, this.applications.all);
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
    if (this.session && this.saysHandedIn(input) && this.reception.hearHandedIn(this.applications.all)) return false;
    if (this.session) {
      const refused = this.session.hear(input);
      if (this.session.isOver) this.applications.leave();
      return refused;
    }
    const { refused, errands } = this.reception.hear(input, this.applications.all);
    for (const errand of errands) this.perform(errand);
    if (this.reception.isAtFacts || this.isAtDates) this.applications.need(this.world.applications.map(({ id }) => id));
    return refused;
  }

  /** A notice that a contact pastes in the lobby. */
  private isForDesk(input: Input): boolean {
    const isInLobby = !this.session && !this.desk && this.world.contact !== null;
    return isInLobby && "text" in input && beginsAtDesk(input.text);
  }

  private perform(errand: Errand): void {
    if (errand.type === "desk") this.sitDown({ matter: null, snapshot: null });
    else if (errand.type === "published") this.applications.publish(errand.application, errand.on);
    else if (errand.type === "open") this.applications.open(errand.application);
    else if (errand.type === "sample") this.applications.sample(errand.procedure);
    else this.applications.start(errand.procedure);
  }

  /** Whose office is taken away meanwhile finds itself in the lobby. */
  private sitDown(at: AtDesk): void {
    const { contact } = this.world;
    const office = contact ?? this.reception.enrolled;
    if (office) this.desk = new Desk(at, office, contact, this.world, this.told);
    else this.told.note("您现在不是部门联系人，部门工作已经关闭。");
  }

  /** Said between, never through the open question: that is asked again under it. */
  private remind(reminders: readonly Reminded[]): void {
    const subjects = this.subjects;
    const open = stillOpen(reminders, subjects, this.world.on);
    this.applications.need(concernedIds(open, subjects));
    if (open.length === 0 || this.applications.missing.length > 0) return;
    const place = {
      current: this.session?.persisted?.application ?? null,
      latest: this.world.applications.find(({ sample }) => !sample)?.id ?? null,
    };
    const text = remindersText(open, subjects, this.world, place);
    this.told.hand(plain(text));
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

  private get session(): Session | null {
    return this.applications.session;
  }

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
    return (
      isStated ||
      this.applications.isReopened ||
      "reminders" in input ||
      movesDates(this.world.applications, this.applications.all)
    );
  }

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
    return subjectsOf(this.applications.all, changedTitles(agenda ?? noTitles, this.reception.titles), served);
  }
}
