import type { Row, TableField } from "../../rules/define.ts";
import { rowsOf } from "../../rules/facts.ts";
import { blanks, finished, unread } from "../../rules/plan.ts";
import { amendmentIn } from "../../rules/said/correction.ts";
import { read } from "../../rules/values/index.ts";
import { chosen, isNumbered } from "../choose.ts";
import { commandOf, isPlainCommand } from "../commands.ts";
import { correctList, takeList } from "../listing/hear.ts";
import { hearSorted } from "../listing/sorting.ts";
import type { Input } from "../reply.ts";
import { hearAmendment } from "./amend.ts";
import { hearPressed, hearSame, hearTyped, settleDoubt, settleMeant } from "./answer.ts";
import { question } from "./ask.ts";
import type { Patch } from "./events.ts";
import { hearHalf } from "./half.ts";
import { brief, type Heard, Here, happen, note, onward, patch, refuse, together } from "./heard.ts";
import type { InterviewState } from "./machine.ts";
import { hearFile, hearReadiness, keepMaterial } from "./material.ts";
import { findFields, obey } from "./obey.ts";
import { type Scene, verdictMark } from "./scene.ts";
import { hearSeveral } from "./several.ts";
import { askedValue } from "./where.ts";

/** Reads an input in the light of the state. Never throws on anything a person can send. */
export const listen = (input: Input, state: InterviewState, scene: Scene): Heard => {
  const here = new Here(state, scene);
  if ("arrived" in input || "reminders" in input || "notice" in input) return note();
  if ("file" in input) return hearFile(here, input.file);
  return "choice" in input ? hearChoice(here, input.choice) : hearText(here, input.text);
};

const hearText = (here: Here, text: string): Heard => {
  if (here.step === "match") return hearInMatch(here, text);
  const { state, scene, step } = here;
  const value = askedValue(state, scene);
  const amendment = step === "text" ? null : hearAmendment(here, text);
  if (amendment) return step === "doubt" ? hearTyped(here, amendmentIn(text) ?? text) : amendment;
  const command = commandOf(text);
  // A text may begin like a command (“修改完善管理制度…”): then it is one only if it names a field.
  const isProse = step === "text" || value?.kind === "text" || value?.kind === "longText";
  const isOrder =
    command && !(isProse && "what" in command && command.what !== "" && findFields(here, command.what).length === 0);
  if (isOrder) return obey(here, command);
  const { choices, ask } = question(state, scene, false);
  const choice = chosen(text, choices, isNumbered(ask));
  if (choice && (step === "doubt" || !value)) return hearChoice(here, choice);
  const several = hearSeveral(here, text);
  if (several) return several;
  if (!value || !["field", "cell", "doubt", "text"].includes(step)) {
    if (step === "file") return hearReadiness(here, text);
    return hearHalf(here, text) ?? refuse(`没有听懂“${brief(text)}”。请从下面选一项，或回复“帮助”。`);
  }
  // Any text is an answer to a question for text: what is none is told apart before.
  const half = isProse && step !== "text" ? hearHalf(here, text) : null;
  if (half) return half;
  const heard = hearTyped(here, text);
  if (!heard.refused) return heard;
  return choice ? hearChoice(here, choice) : (hearHalf(here, text) ?? heard);
};

/** Choices that are taken even where they are not shown: tools press them, and old buttons of the same meaning. */
const alwaysTaken = ["yes", "no", "agree", "row", "view"];

const hearChoice = (here: Here, id: string): Heard => {
  const { choices } = question(here.state, here.scene, false);
  if (!choices.some((choice) => choice.id === id) && !isPlainCommand(id) && !alwaysTaken.includes(id)) {
    return refuse("这个选项属于前面的问题，现在用不上了。请看下面的问题。");
  }
  const heard = hearPressed(here, id) ?? hearStepChoice(here, id);
  if (heard) return heard;
  if (id === "view") return obey(here, { type: "view", what: "" });
  if (isPlainCommand(id)) return obey(here, { type: id });
  return refuse("这个选项现在用不上，请看下面的问题。");
};

/** A choice that only this step has; null where it has none of that id. */
const hearStepChoice = (here: Here, id: string): Heard | null => {
  if (id === "same") return hearSame(here);
  const isYes = id === "yes" || id === "agree";
  if (here.state.matches("restarting"))
    return isYes ? restart(here) : id === "no" ? happen(here, { type: "no" }) : null;
  switch (here.step) {
    case "doubt":
      if (id === "no") return happen(here, { type: "no" });
      if (id === "yes") return settleDoubt(here, 0);
      return id.startsWith("reading") ? settleDoubt(here, Number(id.slice("reading".length)) - 1) : null;
    case "verdict":
      if (isYes || id === "skip") return onward(here, { answers: {}, marks: { verdict: verdictMark(here.scene) } });
      return id === "no" ? happen(here, { type: "no" }) : null;
    case "match":
      return hearMatched(here, id);
    case "cell":
      return id.startsWith("meant") ? settleMeant(here, Number(id.slice("meant".length)) - 1) : null;
    case "table":
      if (id === "mend") return happen(here, { type: "mend" });
      return id === "row" ? happen(here, { type: "rows" }) : null;
    case "text":
      if (id !== "rewrite") return null;
      return happen(here, {
        type: "understood",
        patch: patch({ [here.focus]: undefined }, { [finished(here.focus)]: undefined }),
      });
    case "file":
      if (id === "yes") return keepMaterial(here);
      return id === "no" ? obey(here, { type: "skip" }) : null;
    case "review":
      if (isYes && here.scene.only) return refuse("提交由邀请您的同事来做，您的部分已经保存好了。");
      if (isYes) return happen(here, { type: "declare" });
      return id === "blanks" ? onward(here, reopened(here.scene)) : null;
    case "declaration":
      if (isYes) return onward(here, { answers: {}, marks: { declared: here.scene.on } });
      return id === "no" ? happen(here, { type: "no" }) : null;
    default:
      return null;
  }
};

/** The list of what was found, or what a file is. */
const hearMatched = (here: Here, id: string): Heard | null => {
  const { listing } = here.state.context;
  if (!listing) return hearSorted(here, id);
  if (id === "yes" || id === "add") return takeList(here, listing, id === "add");
  if (id === "no") return happen(here, { type: "no" }, ["好的，都没有记。"]);
  return id === "whole" && "text" in listing.source ? takeWhole(here, listing.open, listing.source.text) : null;
};

/** The text was one answer after all. */
const takeWhole = (here: Here, open: string | null, text: string): Heard => {
  const field = open === null ? null : here.scene.facts.field(open);
  if (!open || !field || field.kind === "table" || field.kind === "file") return refuse("请从下面选一项。");
  const reading = read(field, text, here.scene.on);
  if (reading.status !== "understood") return refuse(reading.status === "refused" ? reading.why : "请重新填这一题。");
  return onward(here, patch({ [open]: reading.value }), [`已记下 ${field.label}：${reading.shown}`]);
};

const hearInMatch = (here: Here, text: string): Heard => {
  const command = commandOf(text);
  if (command) return obey(here, command);
  const { choices } = question(here.state, here.scene, false);
  const { listing } = here.state.context;
  const yes = listing && read({ kind: "yesNo" }, text, here.scene.on);
  if (yes?.status === "understood") return hearChoice(here, yes.value === true ? "yes" : "no");
  const choice = chosen(text, choices, true);
  if (choice) return hearChoice(here, choice);
  return listing ? correctList(here, listing, text) : refuse("请从下面选一项材料，回复编号也可以。");
};

const restart = (here: Here): Heard => {
  const cleared = (of: object) => Object.fromEntries(Object.keys(of).map((key) => [key, undefined]));
  return onward(here, { answers: cleared(here.scene.answers), marks: cleared(here.scene.marks) }, [
    "已清空，从头开始。",
  ]);
};

/** What was skipped is asked again; of tables with blank cells only those cells. */
const reopened = ({ facts, asked }: Scene): Patch => {
  const open = blanks(facts).filter((id) => asked.includes(id));
  const patches = open.map((id): Patch => {
    const field = facts.field(id);
    const rows = field.kind === "table" ? rowsOf(facts, id) : [];
    if (field.kind === "table" && rows.length > 0) {
      return { answers: { [id]: withGaps(field, rows) }, marks: { [finished(id)]: undefined, [unread(id)]: "{}" } };
    }
    return { answers: { [id]: undefined }, marks: { [finished(id)]: undefined } };
  });
  return together(patches);
};

/** Required cells that were left blank are as if they had never been asked. */
const withGaps = ({ columns }: TableField, rows: readonly Row[]): readonly Row[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([id, cell]) => cell !== null || columns[id]?.optional === true)),
  );
