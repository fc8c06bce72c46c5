import { blanks, finished } from "../../rules/plan.ts";
import { chosen, isNumbered } from "../choose.ts";
import { commandOf, isPlainCommand } from "../commands.ts";
import type { Input } from "../reply.ts";
import { hearPressed, hearSame, hearTyped, settleDoubt } from "./answer.ts";
import { askedValue, question } from "./ask.ts";
import { brief, type Heard, Here, happen, note, onward, patch, refuse } from "./heard.ts";
import type { InterviewState, Patch } from "./machine.ts";
import { hearFile, hearReadiness, keepMaterial } from "./material.ts";
import { findFields, obey } from "./obey.ts";
import { type Scene, verdictMark } from "./scene.ts";

/** Reads an input in the light of the state. Never throws on anything a person can send. */
export const listen = (input: Input, state: InterviewState, scene: Scene): Heard => {
  const here = new Here(state, scene);
  if ("arrived" in input) return note();
  if ("file" in input) return hearFile(here, input.file);
  return "choice" in input ? hearChoice(here, input.choice) : hearText(here, input.text);
};

const hearText = (here: Here, text: string): Heard => {
  const { state, scene, step } = here;
  const value = askedValue(state, scene);
  const command = commandOf(text);
  // A text may begin like a command (“修改完善管理制度…”): then it is one only if it names a field.
  const isProse = step === "text" || value?.kind === "text" || value?.kind === "longText";
  const isOrder =
    command && !(isProse && "what" in command && command.what !== "" && findFields(here, command.what).length === 0);
  if (isOrder) return obey(here, command);
  const { choices, ask } = question(state, scene, false);
  const choice = chosen(text, choices, isNumbered(ask));
  if (!value || !["field", "cell", "doubt", "text"].includes(step)) {
    if (choice) return hearChoice(here, choice);
    if (step === "file") return hearReadiness(here, text);
    return refuse(`没有听懂“${brief(text)}”。请从下面选一项，或回复“帮助”。`);
  }
  if (step === "doubt" && choice) return hearChoice(here, choice);
  const heard = hearTyped(here, text);
  return heard.refused && choice ? hearChoice(here, choice) : heard;
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
    case "table":
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
      if (isYes) return happen(here, { type: "declare" });
      return id === "blanks" ? onward(here, reopened(here.scene)) : null;
    case "declaration":
      if (isYes) return onward(here, { answers: {}, marks: { declared: here.scene.on } });
      return id === "no" ? happen(here, { type: "no" }) : null;
    default:
      return null;
  }
};

const restart = (here: Here): Heard => {
  const cleared = (of: object) => Object.fromEntries(Object.keys(of).map((key) => [key, undefined]));
  return onward(here, { answers: cleared(here.scene.answers), marks: cleared(here.scene.marks) }, [
    "已清空，从头开始。",
  ]);
};

/** What was skipped or left incomplete is asked again. */
const reopened = ({ facts }: Scene): Patch => {
  const open = blanks(facts);
  const skipped = open.filter((id) => facts.stated(id) === null);
  return {
    answers: Object.fromEntries(skipped.map((id) => [id, undefined])),
    marks: Object.fromEntries(open.map((id) => [finished(id), undefined])),
  };
};
