import type { Choice, Value } from "../../rules/define.ts";
import { showDay } from "../../rules/values/day.ts";
import { fitting } from "../known.ts";
import { shown } from "./say.ts";
import type { Scene } from "./scene.ts";

export const sameChoice: Choice = { id: "same", label: "仍然属实" };

const changing: ReadonlySet<string> = new Set(["count", "money", "percent", "decimal", "table"]);

/** What another application holds for this question, offered with its day until the question is answered. */
export const offerOf = (scene: Scene, id: string): { readonly value: Value; readonly text: string } | null => {
  const field = scene.facts.field(id);
  const known = scene.known.get(id);
  const value = fitting(field, known);
  if (scene.facts.stated(id) !== undefined || !known || value === null) return null;
  const text = shown(field, value);
  const brief = text.length > 60 ? `${text.slice(0, 60)}……` : text;
  const warning = changing.has(field.kind) ? "（这是当时的数，请核对后再确认。）" : "";
  return { value, text: `${showDay(known.givenOn)}填过：${brief}。仍然属实吗？${warning}` };
};
