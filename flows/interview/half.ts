import { halfAnswerIn } from "../../rules/said/half.ts";
import { contactText } from "./explain.ts";
import { brief, type Heard, type Here, note, refuse } from "./heard.ts";
import { obey } from "./obey.ts";

/** 不知道, 稍后, 同上, a question back: what is no answer is taken for what it is; null where it may be one. */
export const hearHalf = (here: Here, text: string): Heard | null => {
  const isOptional = here.focus !== "" && here.scene.facts.field(here.focus).optional === true;
  switch (halfAnswerIn(text)) {
    case "unknown":
      return refuse("现在不清楚没关系，可以回复“跳过”，以后再补。");
    case "later":
      return obey(here, { type: "skip" });
    case "none":
      return isOptional ? obey(here, { type: "skip" }) : null;
    case "same":
    case "lastYear":
      return obey(here, { type: "same" });
    case "question":
      return note(`“${brief(text)}”像是一个问题，没有当成回答。这个我答不上来，${contactText(here.scene)}`);
    case "human":
      return note(contactText(here.scene));
    default:
      return null;
  }
};
