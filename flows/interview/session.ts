import { initialTransition, transition } from "xstate";
import { closesOn, openRound } from "../../rules/calendar.ts";
import { changesText, differences } from "../../rules/changes.ts";
import type { Answers } from "../../rules/define.ts";
import { isBlocked } from "../../rules/judge.ts";
import { blanks, type Marks } from "../../rules/plan.ts";
import { workbookTables, workbookText } from "../listing/workbook.ts";
import type { Input, Reply } from "../reply.ts";
import type { Told } from "../told.ts";
import type { Conversation, Kept, Outcome, World } from "../world.ts";
import { afterwardsText } from "./afterwards.ts";
import { question } from "./ask.ts";
import { seenOf, settleConflict } from "./conflict.ts";
import { elsewhereText } from "./elsewhere.ts";
import type { InterviewEvent, Patch } from "./events.ts";
import { nothing } from "./heard.ts";
import { listen } from "./listen.ts";
import { type InterviewState, interview, interviewAt } from "./machine.ts";
import { outdated } from "./outdated.ts";
import { minutesLeft, roundText } from "./say.ts";
import { guideOf, onlyOf, patched, type Scene, sceneOf } from "./scene.ts";

const [start] = initialTransition(interview);

/** The application in conversation, changing as the turn goes. Performs what the chart asks for, as data. */
export class Session {
  private state: InterviewState = start;
  private patch: Patch = nothing;
  private kept: Kept;
  scene: Scene;
  /** Paused or done: the conversation is in the lobby again. */
  isOver = false;
  private readonly world: World;
  private readonly told: Told;

  /** Throws where the application's procedure is not served. */
  constructor(kept: Kept, answers: Answers, world: World, told: Told) {
    const served = world.served.find(({ id }) => id === kept.procedure);
    if (!served) throw new Error(`${kept.procedure} is not served`);
    const { scope, known, contents, megabytes } = world;
    const application = { answers, marks: kept.marks, round: kept.round };
    const only = onlyOf(served, scope);
    this.scene = sceneOf(served, application, world.on, { known, contents, megabytes, only });
    this.kept = kept;
    this.world = world;
    this.told = told;
  }

  /** Where the conversation was. */
  resume({ snapshot, seen }: NonNullable<Conversation["interview"]>): void {
    this.state = interviewAt(snapshot);
    this.seen = seen ?? null;
  }
  private seen: string | null = null;

  get persisted(): Conversation["interview"] {
    if (this.isOver) return null;
    const seen = seenOf(this.scene, this.state);
    return { application: this.kept.id, snapshot: interview.getPersistedSnapshot(this.state), seen };
  }

  /** What is to be stored of the application; nothing where nothing changed. */
  get changes(): Outcome["changed"] {
    const { id, round, rules, marks } = this.kept;
    return this.isChanged ? [{ id, round, rules, marks, answers: this.patch.answers }] : [];
  }
  private isChanged = false;

  /** An application that was prepared without a round belongs to the one that opens; new rules are told of. */
  bringUpToDate(): void {
    this.bindRound();
    this.rebase();
  }

  begin(): void {
    this.step({ type: "begin", guide: guideOf(this.scene) });
  }

  /** True where the input was not taken. */
  hear(input: Input): boolean {
    const heard = listen(input, this.state, this.scene);
    const hasChanged = this.seen !== null && this.seen !== seenOf(this.scene, this.state);
    const { event, notes, refused, wants } = hasChanged ? settleConflict(heard, this.state, this.scene) : heard;
    this.told.note(...notes);
    if (wants === "draft") this.hand(true);
    if (wants === "workbook") this.handWorkbook();
    if (wants === "elsewhere") this.told.note(elsewhereText(this.scene, this.world.served));
    if (event) this.step(event);
    return refused;
  }

  question(refused: boolean): Reply {
    return question(this.state, this.scene, refused);
  }

  /** Files whose content the state looks at. */
  get files() {
    const { listing, sorting } = this.state.context;
    return [...(listing && "file" in listing.source ? [listing.source.file] : []), ...sorting];
  }

  /** Where one stands, said when one comes back. */
  welcomeBack(): void {
    const { served, plan } = this.scene;
    const left = plan.total - plan.done;
    this.told.note(
      `接着填：${served.jurisdiction.name} ${served.procedure.title}，已填 ${plan.done}/${plan.total} 项${left > 0 ? `，估计还要 ${minutesLeft(this.scene)} 分钟` : ""}。`,
    );
  }

  /** The patch becomes the truth: in the scene at once, in the store with the turn. */
  keep(patch: Patch): void {
    this.scene = patched(this.scene, patch);
    this.patch = {
      answers: { ...this.patch.answers, ...patch.answers },
      marks: { ...this.patch.marks, ...patch.marks },
    };
    this.kept = { ...this.kept, marks: { ...this.scene.marks, ...this.summary } };
    this.isChanged = true;
  }

  /** Everything that can be written is handed over. */
  hand(isDraft: boolean): void {
    this.told.hand({ documents: { application: this.kept.id, isDraft } });
  }

  /** One that was not handed in while its round was open waits for the next. */
  private get isBound(): boolean {
    const { round, marks, on } = this.scene;
    return this.kept.round !== null && (!round || closesOn(round) >= on || marks.declared !== undefined);
  }

  private bindRound(): void {
    const { jurisdiction, procedure } = this.scene.served;
    if (this.kept.sample || this.isBound) return;
    const round = openRound(jurisdiction.rounds, procedure.code, this.world.on);
    if (!round) return;
    this.kept = { ...this.kept, round: round.id };
    this.scene = { ...this.scene, round };
    this.keep(nothing);
    this.told.note(`您的申请已对应到新开放的批次。\n${roundText(this.scene.served, round, this.world.on)}`);
  }

  /** Answers given under other rules are kept; what changed is told, and only what does not fit is asked again. */
  private rebase(): void {
    const { served } = this.scene;
    if (this.kept.rules === served.version || this.kept.sample) return;
    const former = this.world.former.get(this.kept.id);
    const changes = former ? changesText(differences(former, served.procedure), served.procedure) : [];
    this.kept = { ...this.kept, rules: served.version };
    this.keep(outdated(this.scene));
    if (changes.length > 0)
      this.told.note(["您上次填写以后，申报规则有变化：", ...changes, "您填过的内容都还在。"].join("\n"));
  }

  private step(event: InterviewEvent): void {
    const [next, actions] = transition(interview, this.state, event);
    this.state = next;
    for (const { type, params } of actions as readonly { type: string; params: unknown }[]) {
      if (type === "keep") this.keep((params as { patch: Patch }).patch);
      if (type === "render") this.finish();
    }
    this.isOver = this.state.matches("paused") || this.state.matches("done");
    if (this.state.matches("paused")) this.told.note("已暂停，内容都保存好了。想接着填，选“继续”就行。");
  }

  /** What the lobby's list says of the application, so that listing reads no answers. */
  private get summary(): Marks {
    const { facts, marks } = this.scene;
    // A delegate's own plan says nothing of the whole.
    const { done, total } = this.scene.only
      ? sceneOf(this.scene.served, { ...this.scene, round: null }, this.world.on).plan
      : this.scene.plan;
    const title = facts.stated("applicantName");
    return {
      title: typeof title === "string" ? title : "",
      status: marks.declared ? "文件已生成" : `已填 ${done}/${total}`,
    };
  }

  private finish(): void {
    const { facts, verdicts } = this.scene;
    const isUndecided = verdicts.some(({ severity, status }) => severity === "blocking" && status === "undecided");
    const isDraft = blanks(facts).length > 0 || isBlocked(verdicts) || isUndecided;
    this.hand(isDraft);
    this.told.hand({
      text: afterwardsText(this.scene, isDraft),
      choices: [],
      file: null,
      progress: null,
      ask: null,
    });
  }

  /** A sheet for each table that is still open; all of them where none is. */
  private handWorkbook(): void {
    const tables = workbookTables(this.scene, this.state.context.focus);
    if (tables.length === 0) {
      this.told.note("这份申请没有要填的表格。");
      return;
    }
    this.told.note(workbookText(this.scene, tables));
    this.told.hand({ workbook: { application: this.kept.id, tables } });
  }
}
