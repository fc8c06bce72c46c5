import { initialTransition, transition } from "xstate";
import type { ReceivedFile } from "../../../rules/define.ts";
import { fingerprint } from "../../../rules/fingerprint.ts";
import { restore } from "../../chart.ts";
import { type NoticeTold, noticeReplies } from "../../notices/notice.ts";
import type { Input, Reply } from "../../reply.ts";
import type { Needs } from "../../world.ts";
import type { DeskWorld, Matter, MatterKind } from "../matter.ts";
import { officeLabel } from "../office.ts";
import type { Reach } from "../reach.ts";
import type { DeskWork } from "../work.ts";
import { type Addressed, addressed } from "./address.ts";
import { longReplies, type NoticeView, noticeQuestion } from "./ask.ts";
import type { Audience } from "./audience.ts";
import { forRound } from "./for-round.ts";
import { listenNotice } from "./listen.ts";
import { type NoticeEvent, type NoticeState, noticeChart } from "./machine.ts";
import { fieldsFor, type Setting, settingOf } from "./setting.ts";
import { audienceText, countText } from "./wording.ts";

/** What the conversation is begun with elsewhere. */
export interface NoticeBegun {
  readonly draft: { readonly text: string; readonly files: readonly ReceivedFile[] };
  /** It tells of that round: its applicants are meant, of these procedures by their full ids. */
  readonly about?: { readonly round: string; readonly procedures?: readonly string[] };
  /** A draft that is kept, by its id, with whom it is for. */
  readonly kept?: { readonly id: string; readonly audience: Audience | null };
}

const nothingReached: Reach = { fields: [], enterprises: [], contacts: [] };

/** A notice, from its first word to 发送. */
class NoticeMatter implements Matter {
  over = false;
  readonly plans = [];
  private state: NoticeState;
  private readonly desk: DeskWorld;
  private readonly setting: Setting;
  /** The draft that is not wanted any more. */
  private dropped: string | null = null;
  private drafts: NonNullable<DeskWork["drafts"]> = [];
  private starts: NonNullable<DeskWork["starts"]> | null = null;

  constructor(persisted: unknown, desk: DeskWorld) {
    this.desk = desk;
    this.setting = settingOf(desk);
    this.state = this.entered(persisted);
    // What the last preview told is looked at when it is to be sent: only a new one is told anew.
    if (isBegun(persisted)) this.settle();
  }

  get persisted(): unknown {
    return noticeChart.getPersistedSnapshot(this.state);
  }

  get needs(): Needs | null {
    const { reach, estimate } = this.desk.world.desk;
    if (this.over || this.state.matches("writing")) return null;
    const fields = fieldsFor(this.setting, this.state.context.audience);
    if (!reach || fields.some((id) => !reach.fields.includes(id))) return { needs: [], desk: { reach: { fields } } };
    const asksEstimate = this.state.matches("preview") && estimate === null;
    return asksEstimate ? { needs: [], desk: { estimate: this.to?.channels ?? {} } } : null;
  }

  hear(input: Input): boolean {
    if (this.needs) return false;
    const { event, notes, refused } = listenNotice(input, this.state, this.view);
    this.desk.told.note(...notes);
    if (event) this.step(event);
    this.settle();
    return refused;
  }

  question(refused: boolean): Reply {
    return noticeQuestion(this.state, this.view, refused);
  }

  get work(): DeskWork | null {
    const { drafts, starts, dropped } = this;
    const acts = [
      ...drafts.map(({ id }) => ({ act: "draft-notice", detail: this.detail(id) })),
      ...(starts ? [{ act: "send-notice", detail: this.detail(starts.notice) }] : []),
      ...(dropped === null ? [] : [{ act: "drop-notice", detail: { notice: dropped } }]),
    ];
    if (acts.length === 0) return null;
    return { acts, drafts, starts, moves: dropped === null ? null : { notice: dropped, to: "stopped" } };
  }

  /** For the audit trail: whom the notice is for, and how many they are. */
  private detail(id: string) {
    const { audience } = this.state.context;
    return {
      notice: id,
      ...(audience ? { to: audienceText(audience, this.setting), count: this.to?.accounts.length ?? 0 } : {}),
    };
  }

  private entered(persisted: unknown): NoticeState {
    if (persisted === null) return initialTransition(noticeChart, {})[0];
    if (!isBegun(persisted)) return restore(noticeChart, persisted);
    const { draft, about, kept } = persisted;
    const audience = about ? forRound(about, this.setting) : (kept?.audience ?? null);
    return initialTransition(noticeChart, {
      ...draft,
      audience,
      draft: kept?.id ?? null,
      isKept: kept !== undefined,
    })[0];
  }

  private step(event: NoticeEvent): void {
    const before = this.state;
    if (event.type === "send" && !this.canSend(before)) return;
    const [next, actions] = transition(noticeChart, before, event);
    this.state = next;
    for (const { type } of actions) this.perform(type);
  }

  /** As many and the same as were told before; else they are told again. */
  private canSend({ context }: NoticeState): boolean {
    const { to } = this;
    const { told } = this.desk;
    if (!to || to.accounts.length === 0) {
      told.note("现在没有符合的单位，没有发。");
      return false;
    }
    if (context.seen?.key === keyOf(to)) return true;
    const isOther = context.seen?.count === to.accounts.length;
    told.note(
      `先没有发：刚才名单变了${isOther ? "" : `，原来 ${context.seen?.count ?? 0}，现在 ${to.accounts.length}`}。请再核对一次。`,
    );
    [this.state] = transition(noticeChart, this.state, { type: "show" });
    return false;
  }

  private perform(type: string): void {
    const { told } = this.desk;
    if (type === "send") this.send();
    if (type === "keep") this.keep();
    if (type === "self") {
      told.note("下面就是对方收到的样子：");
      for (const reply of noticeReplies(this.notice)) told.hand(reply);
    }
    if (type === "drop") {
      this.dropped = this.state.context.draft;
      told.note("好的，这份通知不发了，没有发给任何人。");
    }
  }

  private keep(): void {
    const { text, files, isKept } = this.state.context;
    if (text === "" && files.length === 0) return;
    if (!isKept) this.keepDraft();
    this.desk.told.note("没有发，已存成草稿。在“我发的通知”里可以接着改、再发。");
  }

  private send(): void {
    const { audience, draft } = this.state.context;
    const { to } = this;
    if (!audience || !to || draft === null) return;
    this.starts = { notice: draft, accounts: to.accounts };
    this.desk.told.note(
      `开始发了，共 ${countText(to.accounts.length, audience)}。谁收到、谁看过，在“我发的通知”里看，也可以在那里暂停。`,
    );
  }

  /** What is shown to be sent is kept as a draft first, and what was told is remembered. */
  private settle(): void {
    this.over = this.state.matches("over");
    if (!this.state.matches("preview") || this.needs) return;
    const { draft, isKept } = this.state.context;
    const id = draft !== null && isKept ? draft : this.keepDraft();
    const seen = this.to && { count: this.to.accounts.length, key: keyOf(this.to) };
    [this.state] = transition(noticeChart, this.state, { type: "shown", draft: id, seen });
    if (!isKept) for (const whole of longReplies(this.notice)) this.desk.told.hand(whole);
  }

  /** In place of the one that was kept before. */
  private keepDraft(): string {
    const { text, files, audience, draft } = this.state.context;
    const id = this.desk.world.freshId;
    this.drafts = [{ id, text, files, audience }];
    this.dropped = draft;
    return id;
  }

  private get to(): Addressed | null {
    const { audience } = this.state.context;
    const { reach } = this.desk.world.desk;
    return audience && reach ? addressed(audience, reach, this.setting) : null;
  }

  private get notice(): NoticeTold {
    const { text, files, draft } = this.state.context;
    const { contact, jurisdiction } = this.setting;
    return { id: draft ?? this.desk.world.freshId, from: officeLabel(contact, jurisdiction), text, files };
  }

  private get view(): NoticeView {
    const { reach, estimate } = this.desk.world.desk;
    return {
      setting: this.setting,
      reach: reach ?? nothingReached,
      to: this.to,
      estimate: estimate ?? [],
      told: this.notice,
    };
  }
}

const keyOf = ({ subjects }: Addressed): string => fingerprint(subjects.toSorted().join(" "));

const isBegun = (persisted: unknown): persisted is NoticeBegun =>
  typeof persisted === "object" && persisted !== null && "draft" in persisted;

export const notice: MatterKind = {
  id: "notice",
  label: "发通知",
  words: ["通知", "群发", "发一份通知", "我要发通知"],
  refuses: () => null,
  takesFile: () => true,
  open: (persisted, world) => new NoticeMatter(persisted, world),
};
