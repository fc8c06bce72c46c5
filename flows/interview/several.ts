import { gridOf } from "../../rules/rows/paste.ts";
import { severalIn } from "../../rules/said/several.ts";
import { candidates, spoken } from "../listing/collect.ts";
import { hearTyped } from "./answer.ts";
import { type Heard, type Here, happen } from "./heard.ts";

/** Rows pasted into a table, or a text that answers several questions: shown as one list; null where it is neither. */
export const hearSeveral = (here: Here, text: string): Heard | null => {
  if (here.step === "text" || here.step === "doubt" || here.state.matches("restarting")) return null;
  const list = () =>
    happen(here, { type: "list", listing: { source: { text }, open: here.focus || null, corrected: {}, columns: {} } });
  const isPaste = here.step === "table" || (here.step === "cell" && /[\n\t]/.test(text.trim()));
  if (isPaste && gridOf(text, here.table)) return list();
  if (here.step === "cell") return null;
  const several = severalIn(
    text,
    spoken(candidates(here.scene)),
    here.step === "field" ? here.focus : null,
    here.scene.on,
  );
  if (!several || several.pairs.length === 0) return null;
  const [only, ...others] = several.pairs;
  const isOwn = only?.field === here.focus && others.length === 0 && several.rest.length === 0;
  return isOwn && only && here.step === "field" ? hearTyped(here, only.text) : list();
};
