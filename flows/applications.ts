import { openRound } from "../rules/calendar.ts";
import type { Day } from "../rules/define.ts";
import { nothing } from "./interview/heard.ts";
import { roundText } from "./interview/say.ts";
import { Session } from "./interview/session.ts";
import { sourceNotice } from "./interview/verdict.ts";
import { sampleAnswers } from "./sample.ts";
import type { Told } from "./told.ts";
import type { Conversation, Kept, Outcome, World } from "./world.ts";

/** The applications' side of a turn: which is in conversation, what is opened and what changes. */
export class Applications {
  /** The application in conversation. */
  session: Session | null = null;
  opened: readonly Kept[] = [];
  /** Applications whose answers have to be read first. */
  missing: readonly string[] = [];
  /** One was gone on with from the lobby. */
  isReopened = false;
  private left: Outcome["changed"] = [];
  private readonly world: World;
  private readonly told: Told;

  constructor(current: Conversation["interview"], world: World, told: Told) {
    this.world = world;
    this.told = told;
    if (!current) return;
    this.enter(current.application);
    this.session?.resume(current);
  }

  get changed(): Outcome["changed"] {
    return [...this.left, ...(this.session?.changes ?? [])];
  }

  /** The applications as they are after the turn so far. */
  get all(): readonly Kept[] {
    const { changed, opened } = this;
    const others = this.world.applications.filter(({ id }) => !opened.some((one) => one.id === id));
    return [...opened, ...others].map((kept) => ({ ...kept, ...changed.find(({ id }) => id === kept.id) }));
  }

  /** Makes this application the one in conversation, unless its answers are still to be read. */
  private enter(application: string): void {
    const kept = this.world.applications.find(({ id }) => id === application);
    const isServed = this.world.served.some(({ id }) => id === kept?.procedure);
    this.missing = this.unread([application]);
    if (!kept || !isServed || this.missing.length > 0) return;
    this.session = new Session(kept, this.world.answers.get(application) ?? {}, this.world, this.told);
  }

  leave(): void {
    this.left = this.changed;
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

  start(procedure: string): void {
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

  open(application: string): void {
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
  publish(application: string, on: Day): void {
    const kept = this.world.applications.find(({ id }) => id === application);
    if (!kept) return;
    const { id, round, rules, marks } = kept;
    this.left = [...this.left, { id, round, rules, marks: { ...marks, published: on }, answers: {} }];
  }

  sample(procedure: string): void {
    const session = this.fresh(procedure, true);
    if (!session) return;
    const { jurisdiction, procedure: form } = session.scene.served;
    this.told.note("下面是一家虚构单位的完整申请。每一页都标着“示例（虚构数据）”，请不要用来报送。");
    session.keep(sampleAnswers(form, jurisdiction.samples[form.code] ?? {}, this.world.on));
    session.hand(false);
    this.leave();
    this.told.note("这就是最后能拿到的文件。想申请的话，请选“新申请”。");
  }

  /** Asks for the answers of these applications, as far as they are not read yet. */
  need(ids: readonly string[]): void {
    this.missing = [...new Set([...this.missing, ...this.unread(ids)])];
  }

  private unread(ids: readonly string[]): readonly string[] {
    const { applications, answers } = this.world;
    return ids.filter((id) => applications.some((kept) => kept.id === id) && !answers.has(id));
  }
}
