import { z } from "zod";
import { fold, withoutEndMark } from "./fold.ts";
import { clear, doubt, type MannerOf, quote, refuse, type Sense } from "./manner.ts";
import { type Choices, exactly, find, numbered } from "./pick.ts";

/** One of the choices by its id. */
export const choice: MannerOf<"choice", string> = {
  read: (text, { choices }) => {
    const found = find(text, choices);
    const isNone = NONE.test(withoutEndMark(text)) && exactly(text, choices).length === 0;
    if (isNone) return refuse(`这里要选一项，没有合适的可以回复“跳过”。可选：${listOf(choices)}。`);
    if (found.length === 1 && found[0]) return clear(found[0].id);
    return refuse(explain(text, found, choices));
  },
  show: (id, { choices }) => labelOf(id, choices),
  schema: ({ choices }) => z.string().refine((id) => choices.some((one) => one.id === id)),
  example: ({ choices }) => choices[0]?.label ?? "1",
};

/** Any number of the choices by their ids, in the order of the choices; none is `[]`. */
export const choices: MannerOf<"choices", readonly string[]> = {
  read: (text, { choices }) => readSeveral(text, choices),
  show: (ids, { choices }) => (ids.length > 0 ? ids.map((id) => labelOf(id, choices)).join("、") : "无"),
  schema: ({ choices }) =>
    z.array(z.string()).refine((ids) => {
      const places = ids.map((id) => choices.findIndex((one) => one.id === id));
      return places.every((place, at) => place > (places[at - 1] ?? -1));
    }),
  example: ({ choices }) => choices[0]?.label ?? "无",
};

const ALL = /^(?:以上)?(?:全部|全选|所有|都有|全都有|都是|全有|都要)(?:的|都有)?$/;
const NONE = /^(?:以上)?(?:都|一个|一项)?(?:都|也)?(?:没有|没|无|不选|暂无|不是)(?:的)?$/;
const SEPARATOR = /[、,;/+|。\s]/;

const readSeveral = (text: string, choices: Choices): Sense<readonly string[]> => {
  const whole = withoutEndMark(text);
  const label = exactly(whole, choices);
  if (label.length === 1) return chosen(label, choices);
  if (ALL.test(whole)) return chosen(choices, choices);
  if (NONE.test(whole)) return clear([]);
  if (/^[1-9]\d+$/.test(whole)) return readGlued(whole, choices);
  const items = split(whole.replace(/都[有是要]$/, ""), choices);
  const results = items.map((item) => ({ item, found: find(item, choices) }));
  const unclear = results.find(({ found }) => found.length !== 1);
  if (unclear || items.length === 0) return refuse(explain(unclear?.item ?? text, unclear?.found ?? [], choices));
  return chosen(
    results.flatMap(({ found }) => found),
    choices,
  );
};

/** 134 without separators: one number of the list, or its digits one by one; asked where both may be. */
const readGlued = (digits: string, choices: Choices): Sense<readonly string[]> => {
  const each = [...new Set(digits)].flatMap((digit) => numbered(digit, choices));
  const one = numbered(digits, choices);
  const areEach = each.length === digits.length;
  if (one.length > 0 && !areEach) return chosen(one, choices);
  if (one.length === 0 && areEach && choices.length < 10) return chosen(each, choices);
  if (one.length === 0) return refuse(`${quote(digits)}不确定是哪几项，请用顿号隔开，例如“1、2”。${listOf(choices)}`);
  return doubt(
    `${quote(digits)}是第 ${digits} 项，还是第 ${[...digits].join("、")} 项？`,
    inOrder(one, choices),
    inOrder(each, choices),
  );
};

const chosen = (found: Choices, choices: Choices): Sense<readonly string[]> => clear(inOrder(found, choices));
const inOrder = (found: Choices, choices: Choices): readonly string[] =>
  choices.filter((one) => found.includes(one)).map(({ id }) => id);

/** The items of an answer; a label that holds a separator itself stays whole. */
const split = (text: string, choices: Choices): readonly string[] => {
  const labels = choices.map(({ label }) => fold(label).toLowerCase()).toSorted((a, b) => b.length - a.length);
  const isEnd = (mark: string | undefined): boolean => mark === undefined || SEPARATOR.test(mark);
  const items: string[] = [];
  let rest = text.toLowerCase().replace(/[①-⑳]/g, "$& ");
  while (rest !== "") {
    const label = labels.find((one) => one !== "" && rest.startsWith(one) && isEnd(rest[one.length]));
    const item = label ?? rest.split(SEPARATOR, 1)[0] ?? "";
    if (item !== "") items.push(item);
    rest = rest.slice(Math.max(item.length, 1));
  }
  return [...new Set(items)].flatMap((item) => splitSoftly(item, choices));
};

/** `1和3`, `1.3.4`: marks that may also belong to a label or a number part items only where the whole is none. */
const splitSoftly = (item: string, choices: Choices): readonly string[] =>
  find(item, choices).length > 0 ? [item] : item.split(/[和与及跟]|(?<=\d)[.](?=\d)/).filter(Boolean);

const labelOf = (id: string, choices: Choices): string => choices.find((one) => one.id === id)?.label ?? id;
const listOf = (choices: Choices): string => choices.map(({ label }, at) => `${at + 1} ${label}`).join("；");

const explain = (text: string, found: Choices, choices: Choices): string => {
  const all = `可选：${listOf(choices)}。`;
  if (found.length > 1)
    return `${quote(text)}可能是${found.map(({ label }) => `“${label}”`).join("、")}，请写完整。${all}`;
  return `没有找到${quote(text)}这一项，请回复序号或名称。${all}`;
};
