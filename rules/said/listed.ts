import { cleaned } from "./clean.ts";

/** What is to stand at a place of a list, as its words; null where nothing is. */
interface Change {
  readonly place: string;
  readonly text: string | null;
}

const LONGEST = 2000;
const AND = " *[、,，和与及跟 ] *";
const DROP_FIRST = "(?:请|帮我)?(?:去掉|删除|删掉|删了|删|不要|取消|不填|去除|忽略) *";
const DROP_LAST =
  " *(?:都|就|也|请)?(?:不要|去掉|删除|删掉|删了|删|不填|取消|不需要|去除|忽略|为空|留空|清空)(?:了|吧|掉)?";
const END = "(?=[\\s；;，,。]|吧|$)";

/**
 * The pattern of the changes of a list, given the patterns (without groups) of a place and of what stands between it
 * and its new text.
 */
export const changesOf = (place: string, verb: string): RegExp => {
  const places = `${place}(?:${AND}${place}){0,20}`;
  const dropped = `${DROP_FIRST}(?<first>${places})${END}|(?:把|将)?(?<last>${places})${DROP_LAST}${END}`;
  const set = `(?:把|将|修改|改)? *(?<set>${place}) *(?:${verb}) *(?=[^ ])`;
  return new RegExp(`(?<=^|[\\s；;，,。])(?:${dropped}|${set})`, "g");
};

/** The changes that make up the whole text, in order; null where any of it is something else. */
export const changesIn = (typed: string, changes: RegExp, place: RegExp): readonly Change[] | null => {
  const text = typed.trim();
  if (text.length > LONGEST) return null;
  const found = [...text.matchAll(changes)];
  if (found[0]?.index !== 0) return null;
  const all = found.map((one, at) => {
    const right = cleaned(text.slice(one.index + one[0].length, found[at + 1]?.index).replace(/[\s；;，,。]+$/, ""));
    const { set, first, last } = one.groups ?? {};
    if (set !== undefined) return right === "" ? [] : [{ place: set, text: right }];
    return right === "" ? ((first ?? last ?? "").match(place) ?? []).map((one) => ({ place: one, text: null })) : [];
  });
  return all.every((changes) => changes.length > 0) ? all.flat() : null;
};
