import { XMLParser } from "fast-xml-parser";
import { searchable } from "./bytes.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";

/** An element with its name as written (`w:p`), or a text. */
export type Node = Element | string;

export interface Element {
  readonly name: string;
  readonly children: readonly Node[];
  attribute(name: string): string | null;
}

/** Throws `Unusable` where a part of an Office file declares entities: no program for office work writes them. */
export const refuseEntities = (part: Uint8Array): void => {
  const text = searchable(part);
  if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) throw new Unusable(why.entities);
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 200,
  jPath: false,
});
const attributes = ":@";
const text = "#text";

/** The elements at the top of a part of an Office file. Throws `Unusable` where it is not XML or nested without end. */
export const readXml = (part: Uint8Array): readonly Node[] => {
  refuseEntities(part);
  try {
    return (parser.parse(new TextDecoder("utf-8", { fatal: true }).decode(part)) as Parsed[]).map(nodeOf);
  } catch {
    throw new Unusable(sendAgain("这个文件"));
  }
};

type Parsed = Readonly<Record<string, unknown>>;

const nodeOf = (parsed: Parsed): Node => (text in parsed ? unescaped(String(parsed[text])) : new ParsedElement(parsed));

/** Children are wrapped when they are looked at: most of a document never is. */
class ParsedElement implements Element {
  readonly name: string;
  readonly #parsed: Parsed;
  #children: readonly Node[] | null = null;

  constructor(parsed: Parsed) {
    this.#parsed = parsed;
    this.name = Object.keys(parsed).find((key) => key !== attributes) ?? "";
  }

  get children(): readonly Node[] {
    this.#children ??= (this.#parsed[this.name] as readonly Parsed[]).map(nodeOf);
    return this.#children;
  }

  attribute(wanted: string): string | null {
    return (this.#parsed[attributes] as Readonly<Record<string, string>> | undefined)?.[wanted] ?? null;
  }
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five names that XML has by itself, and numbers; others would have to be declared. */
const unescaped = (written: string): string =>
  written.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex: string, decimal: string, name: string) => {
    if (name) return named[name] ?? all;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });

/** The elements among the nodes. */
export const elements = (nodes: readonly Node[]): readonly Element[] =>
  nodes.filter((node): node is Element => typeof node !== "string");

/** The first child of that name, or null. */
export const child = (parent: Element | null, name: string): Element | null =>
  elements(parent?.children ?? []).find((one) => one.name === name) ?? null;
