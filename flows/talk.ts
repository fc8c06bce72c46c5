import { initialTransition, transition } from "xstate";
import { openRound } from "../rules/calendar.ts";
import type { Answers, Day } from "../rules/define.ts";
import { isBlocked } from "../rules/judge.ts";
import { askedFields, blanks, type Marks } from "../rules/plan.ts";
import { restore } from "./chart.ts";
import { afterwardsText } from "./interview/afterwards.ts";
import { question } from "./interview/ask.ts";
import { elsewhereText } from "./interview/elsewhere.ts";
import { nothing } from "./interview/heard.ts";
import { listen } from "./interview/listen.ts";
import { type InterviewEvent, type InterviewState, interview, type Patch } from "./interview/machine.ts";
import { answersTexts, roundText } from "./interview/say.ts";
import { guideOf, patched, type Scene, sceneOf } from "./interview/scene.ts";
import { sourceNotice } from "./interview/verdict.ts";
import { type Hall, type Listed, listenLobby, lobbyQuestion, welcome } from "./lobby/lobby.ts";
import { type LobbyEvent, type LobbyState, lobby } from "./lobby/machine.ts";
import type { Input } from "./reply.ts";
import { sampleAnswers } from "./sample.ts";
import type { Conversation, Kept, Needs, Outcome, Saying, World } from "./world.ts";

/** One turn: an input and where the conversation is → what is said, kept and done. Pure. */
export const talk = (input: Input, conversation: Conversation | null, world: World): Outcome | Needs => {
  const missing = conversation?.interview ? missingAnswers([conversation.interview.application], world) : [];
  if (missing.length > 0) return { needs: missing };
  return new Turn(conversation, world).run(input);
};

/** What is said before a question stands in the same message up to this many characters, else in its own. */
const longestPreface = 160;

const missingAnswers = (ids: readonly string[], world: World): readonly string[] =>
  ids.filter((id) => world.applications.some((kept) => kept.id === id) && !world.answers.has(id));

const [lobbyStart] = initialTransition(lobby);
const [interviewStart] = initialTransition(interview);

class Turn {
  private readonly world: World;
  private readonly isFirst: boolean;
  private lobbyState: LobbyState;
  /** The application in conversation, changing as the turn goes. */
  private kept: Kept | null = null;
  private scene: Scene | null = null;
  private state: InterviewState = interviewStart;
  private patch: Patch = nothing;
  private consentedOn: Day | null;
  private forget = false;
  private opened: Kept[] = [];
  private notes: string[] = [];
  private sayings: Saying[] = [];
  private needs: readonly string[] = [];

  constructor(conversation: Conversation | null, world: World) {
    this.world = world;
    this.consentedOn = world.consentedOn;
    this.isFirst = conversation === null;
    this.lobbyState = conversation ? restore(lobby, conversation.lobby) : lobbyStart;
    const current = conversation?.interview;
    const kept = current && world.applications.find(({ id }) => id === current.application);
    if (current && kept && this.enter(kept, world.answers.get(kept.id) ?? {})) {
      this.state = restore(interview, current.snapshot);
    }
  }

  run(input: Input): Outcome | Needs {
    this.bindRound();
    const refused = this.scene ? this.hearInterview(input) : this.hearLobby(input);
    if (this.needs.length > 0) return { needs: this.needs };
    this.ask(refused);
    return {
      conversation: {
        lobby: lobby.getPersistedSnapshot(this.lobbyState),
        interview:
          this.kept && this.scene
            ? { application: this.kept.id, snapshot: interview.getPersistedSnapshot(this.state) }
            : null,
      },
      consentedOn: this.forget ? null : this.consentedOn,
      forget: this.forget,
      opened: this.opened,
      changed: this.changes,
      sayings: this.sayings,
    };
  }

  private changes: Outcome["changed"][number][] = [];

  /** Makes this application the one in conversation; false where its procedure is not served any more. */
  private enter(kept: Kept, answers: Answers): boolean {
    const served = this.world.served.find(({ id }) => id === kept.procedure);
    if (!served) return false;
    this.kept = kept;
    const { on, known } = this.world;
    this.scene = sceneOf(served, { answers, marks: kept.marks, round: kept.round, known }, on);
    return true;
  }

  /** An application that was prepared without a round belongs to the one that opens. */
  private bindRound(): void {
    if (!this.scene || !this.kept || this.kept.round !== null || this.kept.sample) return;
    const { jurisdiction, procedure } = this.scene.served;
    const round = openRound(jurisdiction.rounds, procedure.code, this.world.on);
    if (!round) return;
    this.enter({ ...this.kept, round: round.id }, this.scene.answers);
    this.keep(nothing);
    this.notes.push(`您的申请已对应到新开放的批次。\n${roundText(this.scene.served, round, this.world.on)}`);
  }

  private hearInterview(input: Input): boolean {
    if (!this.scene || !this.kept) return false;
    const heard = listen(input, this.state, this.scene);
    this.notes.push(...heard.notes);
    if (heard.wants === "draft") this.hand(true);
    if (heard.wants === "elsewhere") this.notes.push(elsewhereText(this.scene, this.world.served));
    if (heard.event) this.step(heard.event);
    return heard.refused;
  }

  private step(event: InterviewEvent): void {
    const [next, actions] = transition(interview, this.state, event);
    this.state = next;
    for (const { type, params } of actions as readonly { type: string; params: unknown }[]) {
      if (type === "keep") this.keep((params as { patch: Patch }).patch);
      if (type === "render") this.finish();
    }
    if (this.state.matches("paused")) {
      this.notes.push("已暂停，内容都保存好了。想接着填，选“继续”就行。");
      this.leave();
    } else if (this.state.matches("done")) this.leave();
  }

  /** The patch becomes the truth: in the scene at once, in the store with the turn. */
  private keep(patch: Patch): void {
    if (!this.scene || !this.kept) return;
    this.scene = patched(this.scene, patch);
    this.patch = {
      answers: { ...this.patch.answers, ...patch.answers },
      marks: { ...this.patch.marks, ...patch.marks },
    };
    this.kept = { ...this.kept, marks: { ...this.scene.marks, ...this.summary(this.scene) } };
    const { id, round, rules, marks } = this.kept;
    this.changes = [{ id, round, rules, marks, answers: this.patch.answers }];
  }

  /** What the lobby's list says of the application, so that listing reads no answers. */
  private summary(scene: Scene): Marks {
    const { done, total } = scene.plan;
    const title = scene.facts.stated("applicantName");
    return {
      title: typeof title === "string" ? title : "",
      status: scene.marks.declared ? "文件已生成" : `已填 ${done}/${total}`,
    };
  }

  private finish(): void {
    if (!this.scene) return;
    const isDraft = blanks(this.scene.facts).length > 0 || isBlocked(this.scene.verdicts) || this.isUndecided();
    this.hand(isDraft);
    this.sayText(afterwardsText(this.scene, isDraft));
  }

  private isUndecided(): boolean {
    return (
      this.scene?.verdicts.some(({ severity, status }) => severity === "blocking" && status === "undecided") ?? false
    );
  }

  private hand(isDraft: boolean): void {
    if (!this.kept) return;
    this.flush();
    this.sayings.push({ documents: { application: this.kept.id, isDraft } });
  }

  private leave(): void {
    this.scene = null;
    this.kept = null;
    this.state = interviewStart;
  }

  private hearLobby(input: Input): boolean {
    const hall = this.hall();
    if (this.isFirst) this.notes.push(welcome);
    if (this.isFirst && "text" in input && !hall.applications.length && isOnlyGreeting(input.text)) return false;
    const heard = listenLobby(input, this.lobbyState, hall);
    this.notes.push(...heard.notes);
    if (heard.event) this.stepLobby(heard.event);
    return heard.refused;
  }

  private stepLobby(event: LobbyEvent): void {
    const [next, actions] = transition(lobby, this.lobbyState, event);
    this.lobbyState = next;
    if (next.value === "facts")
      this.needs = missingAnswers(
        this.world.applications.map(({ id }) => id),
        this.world,
      );
    for (const { type, params } of actions as readonly { type: string; params: Record<string, string> }[]) {
      if (type === "consent") this.consentedOn = this.world.on;
      if (type === "start") this.start(params.procedure ?? "");
      if (type === "open") this.open(params.application ?? "");
      if (type === "sample") this.sample(params.procedure ?? "");
      if (type === "forget") this.forget = true;
    }
  }

  private fresh(procedure: string, sample: boolean): Kept | null {
    const served = this.world.served.find(({ id }) => id === procedure);
    if (!served) return null;
    const round = sample ? null : openRound(served.jurisdiction.rounds, served.procedure.code, this.world.on);
    const kept = {
      id: this.world.freshId,
      procedure,
      round: round?.id ?? null,
      rules: served.version,
      sample,
      marks: {},
      updatedOn: this.world.on,
    };
    this.opened.push(kept);
    this.enter(kept, {});
    return kept;
  }

  private start(procedure: string): void {
    if (!this.fresh(procedure, false) || !this.scene) return;
    const { served, round } = this.scene;
    this.notes.push(
      [
        `${served.jurisdiction.name}：${served.procedure.title}`,
        sourceNotice(this.scene),
        roundText(served, round, this.world.on),
        "先用十几个问题看看是否符合条件，再逐项填表。不想填的可以跳过，随时可以返回修改；回复“帮助”看更多用法。",
      ]
        .filter(Boolean)
        .join("\n\n"),
    );
    this.keep(nothing);
    this.begin();
  }

  private begin(): void {
    if (this.scene) this.step({ type: "begin", guide: guideOf(this.scene) });
  }

  private open(application: string): void {
    const kept = this.world.applications.find(({ id }) => id === application);
    this.needs = missingAnswers([application], this.world);
    if (this.needs.length > 0 || !kept) return;
    if (!this.enter(kept, this.world.answers.get(application) ?? {})) {
      this.notes.push("这个事项现在没有开放，您的回答都还在。");
      return;
    }
    this.bindRound();
    if (this.scene) {
      const { done, total } = this.scene.plan;
      this.notes.push(
        `接着填：${this.scene.served.jurisdiction.name} ${this.scene.served.procedure.title}，已填 ${done}/${total} 项。`,
      );
    }
    this.begin();
  }

  private sample(procedure: string): void {
    if (!this.fresh(procedure, true) || !this.scene) return;
    this.notes.push("下面是一家虚构单位的完整申请。每一页都标着“示例（虚构数据）”，请不要用来报送。");
    const { jurisdiction, procedure: form } = this.scene.served;
    this.keep(sampleAnswers(form, jurisdiction.samples[form.code] ?? {}, this.world.on));
    this.hand(false);
    this.leave();
    this.notes.push("这就是最后能拿到的文件。想申请的话，请选“新申请”。");
  }

  /** The open question, after all that is said in the turn: the last message is always the one that asks. */
  private ask(refused: boolean): void {
    const last = this.scene
      ? question(this.state, this.scene, refused)
      : lobbyQuestion(this.lobbyState, this.hall(), refused);
    if (this.notes.length > 0 && this.notes.join("").length < longestPreface) {
      this.sayings.push({ ...last, text: [...this.notes, last.text].join("\n\n") });
      this.notes = [];
      return;
    }
    this.flush();
    this.sayings.push(last);
  }

  private flush(): void {
    for (const note of this.notes) this.sayText(note);
    this.notes = [];
  }

  private sayText(text: string): void {
    this.sayings.push({ text, choices: [], file: null, progress: null, ask: null });
  }

  private hall(): Hall {
    const { served, applications, answers } = this.world;
    const kept = this.forget
      ? []
      : [...this.opened, ...applications.filter(({ id }) => !this.opened.some((one) => one.id === id))];
    const changed = new Map(this.changes.map((change) => [change.id, change.marks]));
    return {
      served: served.filter(({ procedure }) => procedure.role !== "department"),
      hasConsent: this.consentedOn !== null,
      applications: kept.map((one) => listed({ ...one, marks: changed.get(one.id) ?? one.marks })),
      factLines: this.lobbyState.value === "facts" ? this.factLines(kept, answers) : [],
    };
  }

  private factLines(kept: readonly Kept[], answers: World["answers"]): readonly string[] {
    return kept.flatMap((one) => {
      const served = this.world.served.find(({ id }) => id === one.procedure);
      const own = answers.get(one.id);
      if (!served || !own || one.sample) return [];
      const scene = sceneOf(served, { answers: own, marks: one.marks, round: one.round }, this.world.on);
      if (!askedFields(scene.facts).some((id) => scene.facts.value(id) !== undefined)) return [];
      return [`〔${served.jurisdiction.name} ${served.procedure.title}〕`, ...answersTexts(scene)];
    });
  }
}

const listed = ({ id, procedure, sample, updatedOn, marks }: Kept): Listed => ({
  id,
  procedure,
  sample,
  updatedOn,
  title: marks.title ?? "",
  status: marks.status ?? "",
});

const isOnlyGreeting = (text: string): boolean => /^\s*(你好|您好|hi|hello|嗨|在吗)[!！。.\s]*$/i.test(text);
