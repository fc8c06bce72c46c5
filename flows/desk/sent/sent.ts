import { initialTransition, transition } from "xstate";
import { restore } from "../../chart.ts";
import { chosen } from "../../choose.ts";
import { commandOf, fold } from "../../commands.ts";
import type { Input, Reply } from "../../reply.ts";
import type { Needs } from "../../world.ts";
import type { DeskWorld, Matter, MatterKind } from "../matter.ts";
import { keptAudience } from "../notice/audience.ts";
import type { NoticeBegun } from "../notice/notice.ts";
import { settingOf } from "../notice/setting.ts";
import type { SentNotice } from "../reach.ts";
import type { DeskWork } from "../work.ts";
import { noticeAt, type SentView, sentQuestion, whyNot } from "./ask.ts";
import { type SentEvent, type SentState, sentChart } from "./machine.ts";

type Move = NonNullable<DeskWork["moves"]>["to"];

/** Where a notice may be moved from. */
const from: Readonly<Record<Move, readonly SentNotice["state"][]>> = {
  paused: ["sending"],
  sending: ["paused"],
  stopped: ["draft", "sending", "paused"],
};

const acts: Readonly<Record<Move, string>> = {
  paused: "pause-notice",
  sending: "resume-notice",
  stopped: "stop-notice",
};

/** The words that do what a choice does. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^(暂停发送|先停一下|先停)$/, "paused"],
  [/^(继续|继续发送|恢复|接着发)$/, "sending"],
  [/^(停止发送|不发了|终止)$/, "stop"],
  [/^(名单|没收到的|电话名单|未送达名单)$/, "calls"],
  [/^(发出|发送|接着改)$/, "resume"],
  [/^(删除|删掉|不要了)$/, "drop"],
  [/^(更多|下一页|再早的)$/, "more"],
];

/** What became of the notices that the contact sent, and what can still be done with them. */
class SentMatter implements Matter {
  over: Matter["over"] = false;
  readonly plans = [];
  work: DeskWork | null = null;
  private state: SentState;
  private readonly desk: DeskWorld;

  constructor(persisted: unknown, desk: DeskWorld) {
    this.desk = desk;
    this.state = persisted === null ? initialTransition(sentChart)[0] : restore(sentChart, persisted);
  }

  get persisted(): unknown {
    return sentChart.getPersistedSnapshot(this.state);
  }

  get needs(): Needs | null {
    return this.over === false && this.desk.world.desk.notices === null ? { needs: [], desk: { notices: true } } : null;
  }

  hear(input: Input): boolean {
    if (this.needs) return false;
    if ("file" in input) return this.refuse("这里不收文件。要发文件，请返回后选“发通知”。");
    if (!("text" in input || "choice" in input)) return false;
    const id = "choice" in input ? input.choice : this.meant(input.text);
    return id === null ? this.refuse("没有听懂。请从下面选一项，回复编号或文字都可以。") : this.pressed(id);
  }

  question(refused: boolean): Reply {
    return sentQuestion(this.state, this.view, refused);
  }

  private meant(text: string): string | null {
    const { choices } = this.question(false);
    const number = /^\d+$/.test(fold(text));
    const word = words.find(([pattern]) => pattern.test(fold(text)))?.[1];
    const offered = word && choices.some(({ id }) => id === word) ? word : null;
    const choice = number ? null : choices.find(({ label }) => fold(label) === fold(text))?.id;
    const command = commandOf(text)?.type;
    const usual = command === "back" || command === "pause" || command === "help" ? command : null;
    return choice ?? offered ?? usual ?? chosen(text, choices, true) ?? word ?? null;
  }

  private pressed(id: string): boolean {
    const one = noticeAt(this.state, this.view);
    if (id === "back") return this.step({ type: "back" });
    if (id === "pause") return this.step({ type: "leave" });
    if (id === "help") return this.note("选一份通知，看谁收到了；正在发的可以暂停、停止。返回请回复“返回”。");
    if (id === "more") return this.step({ type: "more" });
    const opened = /^notice:(.+)$/.exec(id)?.[1];
    if (opened && this.view.notices.some((notice) => notice.id === opened))
      return this.step({ type: "open", notice: opened });
    return one ? this.act(id, one) : this.refuse("请先选一份通知，回复编号就行。");
  }

  private act(id: string, one: SentNotice): boolean {
    const { told } = this.desk;
    if (id === "paused" && this.move("paused", one)) told.note("已暂停。已经发出的收不回来，没发的先不发。");
    else if (id === "sending" && this.move("sending", one)) told.note("好的，接着发。");
    else if (id === "drop" && this.move("stopped", one)) {
      told.note("草稿已删除。");
      this.step({ type: "back" });
    } else if (id === "stop" && from.stopped.includes(one.state)) return this.step({ type: "stop" });
    else if (id === "yes" && this.state.matches("stopping") && this.move("stopped", one)) {
      told.note("已停止，没发的不再发。");
      this.step({ type: "back" });
    } else if (id === "calls") {
      told.note("下面是没收到的名单，可以照着打电话：");
      told.hand({ callList: { notice: one.id } });
      this.work = { acts: [{ act: "call-list", detail: { notice: one.id } }] };
    } else if (id === "resume" && one.state === "draft") this.resume(one);
    else if (!this.work) return this.cannot(id, one);
    return false;
  }

  /** The state changed meanwhile, or this cannot be done with any notice here. */
  private cannot(id: string, one: SentNotice): boolean {
    if (this.state.matches("stopping")) this.step({ type: "back" });
    const isKnown = ["paused", "sending", "stop", "yes", "drop", "resume"].includes(id);
    return this.refuse(isKnown ? whyNot(one) : "没有听懂。请从下面选一项，回复编号或文字都可以。");
  }

  private move(to: Move, one: SentNotice): boolean {
    if (!from[to].includes(one.state)) return false;
    const act = one.state === "draft" ? "drop-notice" : acts[to];
    this.work = { acts: [{ act, detail: { notice: one.id } }], moves: { notice: one.id, to } };
    return true;
  }

  private resume({ id, text, files, audience }: SentNotice): void {
    const begun: NoticeBegun = { draft: { text, files }, kept: { id, audience: keptAudience(audience) } };
    this.over = { on: "notice", from: begun };
  }

  private step(event: SentEvent): false {
    [this.state] = transition(sentChart, this.state, event);
    if (this.state.matches("over")) this.over = true;
    return false;
  }

  private note(text: string): false {
    this.desk.told.note(text);
    return false;
  }

  private refuse(text: string): true {
    this.desk.told.note(text);
    return true;
  }

  /** The notices as they are after this turn. */
  private get view(): SentView {
    const moved = this.work?.moves;
    const notices = (this.desk.world.desk.notices ?? []).map((one) =>
      one.id === moved?.notice ? { ...one, state: moved.to } : one,
    );
    return { setting: settingOf(this.desk), notices };
  }
}

export const sent: MatterKind = {
  id: "sent",
  label: "我发的通知",
  words: ["已发通知", "发过的通知", "通知记录", "草稿"],
  refuses: () => null,
  open: (persisted, world) => new SentMatter(persisted, world),
};
