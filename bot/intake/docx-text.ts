import { child, type Element, elements, type Node } from "./xml.ts";

/** What a paragraph says: deleted, hidden and field text left out, a line break as "\n", a tab as "\t". */
export const textOf = (parent: Element): string => elements(parent.children).map(saidBy).join("");

/** The contents of the text boxes that hang on a paragraph. */
export const boxesIn = (parent: Element): readonly Element[] =>
  elements(parent.children).flatMap((one) => {
    if (one.name === "w:txbxContent") return [one];
    return leftOut.has(one.name) ? [] : boxesIn(one);
  });

const wrappers = new Set([
  ...["w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:bdo", "w:dir"],
  ...["w:sdt", "w:sdtContent", "w:ruby", "w:rubyBase", "m:oMathPara", "m:oMath", "m:r"],
]);

/** The second of two renderings of one thing, and what was deleted. */
const leftOut = new Set(["mc:Fallback", "w:del", "w:moveFrom"]);

/** Boxes that are ticked or not, in the fonts that Word draws them with. */
const signs: Readonly<Record<string, string>> = {
  "Wingdings F0FE": "☑",
  "Wingdings F0FD": "☒",
  "Wingdings F0FC": "√",
  "Wingdings F0A8": "□",
  "Wingdings F06F": "□",
  "Wingdings 2 F052": "☑",
  "Wingdings 2 F054": "☒",
  "Wingdings 2 F050": "√",
  "Wingdings 2 F0A3": "□",
};

const saidBy = (element: Element): string => {
  if (wrappers.has(element.name)) return textOf(element);
  switch (element.name) {
    case "w:r":
      return child(child(element, "w:rPr"), "w:vanish") ? "" : textOf(element);
    case "w:t":
    case "m:t":
      return element.children.filter((node: Node) => typeof node === "string").join("");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return signs[`${element.attribute("w:font")} ${element.attribute("w:char")?.toUpperCase()}`] ?? "";
    default:
      return "";
  }
};
