import { child, type Element, elements, type Node } from "./xml.ts";

/** The heading's level of each paragraph style that is one, from 1, by the style's id. */
export const headingLevels = (styles: readonly Node[]): ReadonlyMap<string, number> => {
  const all = new Map<string, Element>();
  for (const style of elements(elements(styles)[0]?.children ?? []))
    if (style.name === "w:style") all.set(style.attribute("w:styleId") ?? "", style);
  const levels = new Map<string, number>();
  for (const id of all.keys()) {
    const level = levelOf(id, all);
    if (level !== null) levels.set(id, level);
  }
  return levels;
};

const longestChain = 20;

const levelOf = (id: string, all: ReadonlyMap<string, Element>): number | null => {
  let style = all.get(id) ?? null;
  for (let steps = 0; style && steps < longestChain; steps++) {
    const outline = child(child(style, "w:pPr"), "w:outlineLvl")?.attribute("w:val");
    if (outline) return Number(outline) < 9 ? Number(outline) + 1 : null;
    const named = /^(?:heading|标题)\s*([1-9])$/i.exec(child(style, "w:name")?.attribute("w:val") ?? "");
    if (named) return Number(named[1]);
    style = all.get(child(style, "w:basedOn")?.attribute("w:val") ?? "") ?? null;
  }
  return null;
};
