import { initialTransition, transition } from "xstate";
import { restore } from "../../chart.ts";
import { chosen, isNumbered } from "../../choose.ts";
import { commandOf, fold } from "../../commands.ts";
import type { SubjectPlan } from "../../dates/agenda.ts";
import { type Ask, asking, type FromPerson, type Reply } from "../../reply.ts";
import type { Needs } from "../../world.ts";
import type { DeskWorld, Matter } from "../matter.ts";
import type { DeskWork } from "../work.ts";
import { type Asked, askList, askOffer, askOne, askSource, askYes } from "./asked.ts";
import { corrected, troubleOf } from "./correct.ts";
import { type Draft, isRefused, type Refused, refused } from "./draft.ts";
import { redate } from "./gaps.ts";
import { type Impact, impactOf } from "./impact.ts";
import { type RoundEvent, type RoundState, roundChart } from "./machine.ts";
import type { Question } from "./question.ts";
import { isNotice, isRest } from "./source.ts";
import type { Doing, Task, View } from "./task.ts";

const [start] = initialTransition(roundChart);

const yesWords = /^(?:改好了|(?:全部|都|全)?(?:正确|对|无误)的?|是|是的|没问题|没有问题|对的|ok)$/;
const cancelWords = /^(?:取消|不开了|不改了|算了|不要了)$/;
/** One message corrects so much at most. */
const longestSaid = 500;
const mostSaid = 60;

/** A conversation about a round within one turn. */
export class RoundTalk implements Matter {
  over: Matter["over"] = false;
  work: DeskWork | null = null;
  plans: readonly SubjectPlan[] = [];
  private state: RoundState;
  private readonly task: Task;
  private readonly desk: DeskWorld;
  private readonly view: View;
  /** The file that was sent in this turn. */
  private sent: Extract<FromPerson, { file: unknown }>["file"] | null = null;

  constructor(task: Task, persisted: unknown, desk: DeskWorld, view: View) {
    this.task = task;
    this.desk = desk;
    this.view = view;
    this.state = persisted === null ? start : restore(roundChart, persisted);
  }

  get persisted(): unknown {
    return roundChart.getPersistedSnapshot(this.state);
  }

  get needs(): Needs | null {
    const { world } = this.desk;
    const source = this.sent ? { file: this.sent } : this.state.context.source;
    const needs = this.state.matches("offering") ? null : this.task.needs(source, world);
    if (needs) return needs;
    return this.state.matches("confirming") && !world.desk.reach
      ? { needs: [], desk: { reach: { fields: [] } } }
      : null;
  }

  /** True where the input was not taken. */
  hear(input: FromPerson): boolean {
    if (this.needs) return false;
    if (this.isOutdated()) return false;
    if ("arrived" in input) return false;
    const id = "file" in input ? null : this.idOf(input);
    if (id === "cancel") return this.leave(this.state.matches("offering") ? null : this.task.words.cancelled);
    if (id === "pause") return this.note("好的，先停在这里，内容都保存着，回来接着办。不想办了请回复“取消”。");
    if (id === "help" || id === "why" || id === "example") return this.note(this.task.words.help);
    switch (this.state.value) {
      case "beginning":
        return this.hearSource(input, id);
      case "checking":
        return this.hearChecking(input, id);
      case "confirming":
        return this.hearConfirming(id);
      default:
        return this.hearOffering(id);
    }
  }

  question(isRefused: boolean): Reply {
    return asking(this.asked, isRefused, this.asked.ask);
  }

  /** What was pressed, or the choice or command that the words mean; null for other words. */
  private idOf(input: { readonly choice: string } | { readonly text: string }): string | null {
    if ("choice" in input) return input.choice;
    const { choices, ask } = this.asked;
    const words = fold(input.text);
    if (cancelWords.test(words)) return "cancel";
    // What is said twice in haste to the list is no yes to the dry run.
    if (yesWords.test(words)) return this.state.matches("confirming") ? null : "yes";
    const command = commandOf(input.text)?.type;
    if (command && ["back", "pause", "help", "why", "example", "skip"].includes(command)) return command;
    return chosen(input.text, choices, isNumbered({ step: "menu", kind: null, ...ask } as Ask));
  }

  private get asked(): Asked {
    const { task, view, draft, state } = this;
    if (state.matches("offering")) return askOffer(task);
    if (state.matches("beginning") || !draft) return askSource(task, view, draft !== null);
    const question = task.question(draft, view.jurisdiction);
    if (question) return askOne(question);
    if (!state.matches("confirming")) return askList(task, view, draft);
    return askYes(task, view, draft, this.done(draft));
  }

  /** Once for a draft: it looks at all enterprises. */
  private done(draft: Draft) {
    if (this.counted?.draft !== draft) this.counted = { draft, ...this.count(draft) };
    return this.counted;
  }
  private counted: { readonly draft: Draft; readonly impact: Impact | null; readonly doing: Doing } | null = null;

  private count(draft: Draft): { readonly impact: Impact | null; readonly doing: Doing } {
    const { served, desk, on, minute } = this.desk.world;
    const { source } = this.state.context;
    const doing = this.task.doing(draft, source ?? { text: "" }, this.view);
    const { code: jurisdiction } = this.view.jurisdiction;
    const rounds = doing.rounds.map(({ round }) => ({ jurisdiction, round }));
    return { doing, impact: desk.reach && impactOf(desk.reach, served, rounds, on, minute) };
  }

  /** The source with all that was said of it. Null where it cannot be read. */
  private get draft(): Draft | null {
    if (this.drafted?.state !== this.state) this.drafted = { state: this.state, draft: this.readDraft() };
    return this.drafted.draft;
  }
  private drafted: { readonly state: RoundState; readonly draft: Draft | null } | null = null;

  private readDraft(): Draft | null {
    const { source, on, said } = this.state.context;
    if (!source || this.task.needs(source, this.desk.world)) return null;
    const first = this.task.draft(source, on, this.view);
    if (isRefused(first)) return null;
    return said.reduce<Draft>((draft, text) => {
      const next = this.said(draft, text);
      return isRefused(next) ? draft : next;
    }, first);
  }

  private said(draft: Draft, text: string): Draft | Refused {
    const { jurisdiction } = this.view;
    const question = this.task.question(draft, jurisdiction);
    return question ? question.take(text) : corrected(draft, text, jurisdiction, this.task.list);
  }

  /** What was confirmed by somebody else meanwhile is shown before anything else is heard. */
  private isOutdated(): boolean {
    const { source } = this.state.context;
    if (!source || this.state.matches("beginning") || this.state.matches("offering")) return false;
    const renewed = this.task.renewed(source, this.view);
    const isAsked = this.state.matches("confirming") && this.isAsking;
    if (!renewed && !isAsked) return false;
    this.step({ type: "renew", source: renewed ?? source });
    this.desk.told.note("另一位联系人刚刚改动过，请再核对一遍。");
    return true;
  }

  private get isAsking(): boolean {
    const { draft } = this;
    return draft !== null && this.task.question(draft, this.view.jurisdiction) !== null;
  }

  private hearSource(input: Exclude<FromPerson, { arrived: true }>, id: string | null): boolean {
    if (id === "back") return this.leave(null);
    if (id === "resume") return this.step({ type: "resume" });
    if ("file" in input) this.sent = input.file;
    if (this.needs) return false;
    const source = this.task.source(input, this.view);
    if ("why" in source) return this.refuse(source);
    return this.step({ type: "begin", source, on: this.desk.world.on });
  }

  private hearChecking(input: FromPerson, id: string | null): boolean {
    const { draft } = this;
    if ("file" in input) return this.refuse(refused("正在核对。要换一份通知，请先回复“返回”，再发文件。"));
    if (!draft) return this.step({ type: "undo" });
    if (id === "back") return this.step({ type: "undo" });
    const isStale = "choice" in input && !this.asked.choices.some((one) => one.id === input.choice);
    if (isStale) return this.refuse(refused("这个选项现在用不上，请看下面的选项。"));
    const typed = "text" in input ? input.text : "";
    if (this.goesOn(typed)) return this.append(typed);
    const question = this.task.question(draft, this.view.jurisdiction);
    if (question) return this.answer(draft, question, id, typed);
    if (id === "yes") return this.confirm(draft);
    return this.say(draft, typed);
  }

  /** Messengers cut a long paste: is this the rest of it? */
  private goesOn(typed: string): boolean {
    const { source, said } = this.state.context;
    return source !== null && "text" in source && said.length === 0 && isRest(source.text, typed);
  }

  private append(typed: string): boolean {
    const { source } = this.state.context;
    const whole = this.task.source({ text: `${source && "text" in source ? source.text : ""}\n${typed}` }, this.view);
    if ("why" in whole) return this.refuse(whole);
    this.desk.told.note("这一条接在上一条后面，合成一份通知了。");
    return this.step({ type: "renew", source: whole });
  }

  private answer(draft: Draft, { choices }: Question, id: string | null, typed: string): boolean {
    const first = choices.filter((one) => one.id.startsWith("day:"));
    const isOnly = id === "yes" && first.length === 1 && !/正确|无误/.test(typed);
    if (isOnly) return this.say(draft, first[0]?.id ?? "");
    if (id === "yes") return this.refuse(refused("还有没问清的地方，请先回答下面这一问，再看全部。"));
    if (id === redate.id) {
      this.over = { on: "redate", from: null };
      return false;
    }
    if (id === "skip" && !choices.some((one) => one.id === "skip")) {
      return this.refuse(refused("这一项不能跳过；不想办了请回复“取消”。"));
    }
    // A day without its month is a part of many.
    const isPart = /^\D*\d{1,2}[日号]前?$/.test(typed);
    return this.say(draft, choices.some((one) => one.id === id) && !isPart ? (id ?? typed) : typed);
  }

  private say(draft: Draft, text: string): boolean {
    if (isNotice(text)) return this.refuse(refused("又收到一份通知。要换成这一份，请先回复“返回”，再粘贴一次。"));
    if (this.state.context.said.length >= mostSaid) return this.refuse(refused("改得太多了。请改好通知再粘贴一次。"));
    if (text.length > longestSaid) return this.refuse(refused("这句话太长了，一次改一两项，例如“3 改成 3月25日”。"));
    const next = this.said(draft, text);
    return isRefused(next) ? this.refuse(next) : this.step({ type: "say", text });
  }

  private confirm(draft: Draft): boolean {
    if (troubleOf(draft)) return this.refuse(refused("还不能确认，请先改好括号里说的日期。"));
    const { unchanged } = this.task.words;
    const isUnchanged = unchanged !== null && this.state.context.said.length === 0;
    return isUnchanged ? this.refuse(refused(unchanged)) : this.step({ type: "yes" });
  }

  private hearConfirming(id: string | null): boolean {
    const { draft } = this;
    if (id === "back" || id === "no" || !draft) return this.step({ type: "no" });
    if (id !== "yes") return this.refuse(refused(`请回复“${this.task.words.yes}”“返回修改”或“取消”。`));
    const { impact, doing } = this.done(draft);
    const { code: jurisdiction } = this.view.jurisdiction;
    this.work = { acts: [doing.act], rounds: doing.rounds.map((one) => ({ jurisdiction, ...one })) };
    this.plans = impact?.plans ?? [];
    this.desk.told.note(this.task.words.done);
    return this.step({ type: "done", news: doing.news });
  }

  private hearOffering(id: string | null): boolean {
    if (id === "notice" || id === "yes") {
      this.over = { on: "notice", from: this.state.context.news };
      return false;
    }
    if (id === "later" || id === "back" || id === "no" || id === "skip") return this.leave(null);
    return this.refuse(refused("请回复“发通知”或“以后再说”。"));
  }

  private step(event: RoundEvent): false {
    [this.state] = transition(roundChart, this.state, event);
    return false;
  }

  private leave(why: string | null): false {
    if (why) this.desk.told.note(why);
    this.over = true;
    return false;
  }

  private note(text: string): false {
    this.desk.told.note(text);
    return false;
  }

  private refuse({ why }: Refused): true {
    this.desk.told.note(why);
    return true;
  }
}
