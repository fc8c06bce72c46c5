import type { Choice } from "../../../rules/define.ts";
import type { Ask } from "../../reply.ts";
import { troubleOf } from "./correct.ts";
import type { Draft } from "./draft.ts";
import type { Impact } from "./impact.ts";
import type { Question } from "./question.ts";
import type { Doing, Task, View } from "./task.ts";
import { impactText, listText } from "./wording.ts";

/** What is asked, and how. */
export interface Asked {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly ask: Partial<Ask>;
}

const back: Choice = { id: "back", label: "返回" };
const cancel: Choice = { id: "cancel", label: "取消" };

/** Where it comes from; `isHeld` where one came before. */
export const askSource = (task: Task, view: View, isHeld: boolean): Asked => {
  const { text, choices } = task.begin(view);
  const resume = isHeld ? [{ id: "resume", label: "接着核对刚才那份" }] : [];
  return { text, choices: [...choices, ...resume, back], ask: { step: choices.length > 0 ? "menu" : "text" } };
};

/** One thing that is open. */
export const askOne = ({ text, choices, kind }: Question): Asked => ({
  text,
  choices: [...choices, back, cancel],
  ask: kind === "choice" ? { step: "doubt", kind } : { step: "field", kind },
});

/** Whether all of it is right. */
export const askList = ({ words, list }: Task, { jurisdiction }: View, draft: Draft): Asked => {
  const trouble = troubleOf(draft);
  const head = trouble ? `${words.list}\n（${trouble}）` : words.list;
  return {
    text: listText({ ...words, list: head }, list(draft, jurisdiction), draft),
    choices: [{ id: "yes", label: words.accept }, back, cancel],
    ask: { step: "review", kind: "list" },
  };
};

interface Counted {
  readonly doing: Doing;
  readonly impact: Impact | null;
}

/** Whether it shall be done, now that it is known what that does. */
export const askYes = ({ words }: Task, view: View, draft: Draft, { doing, impact }: Counted): Asked => ({
  text: impact ? impactText(words.head(draft, doing, view), impact) : "",
  choices: [{ id: "yes", label: words.yes }, { id: "back", label: "返回修改" }, cancel],
  ask: { step: "review" },
});

/** Whether all shall be told. */
export const askOffer = ({ words }: Task): Asked => ({
  text: words.offer,
  choices: [
    { id: "notice", label: "发通知" },
    { id: "later", label: "以后再说" },
  ],
  ask: {},
});
