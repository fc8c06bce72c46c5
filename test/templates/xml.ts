import { strFromU8, unzipSync } from "fflate";

/** An element with its attributes, and what is in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Reads an XML document and throws where it is not well-formed or holds what XML may not. */
export const parse = (xml: string): Element => {
  const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(xml);
  if (illegal) throw new Error(`illegal character U+${illegal[0].codePointAt(0)?.toString(16)}`);
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    const top = open.at(-1) as Element;
    if (token.startsWith("<?")) continue;
    if (token.startsWith("</")) {
      if (open.pop()?.name !== token.slice(2, -1).trim()) throw new Error(`${token} closes ${top.name}`);
    } else if (token.startsWith("<")) {
      const [, name = "", rest = "", end] = /^<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>$/.exec(token) ?? [];
      if (!name) throw new Error(`not a tag: ${token}`);
      const attributes = [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
        key,
        plain(value),
      ]);
      const element: Element = { name, attributes: Object.fromEntries(attributes), children: [] };
      top.children.push(element);
      if (!end) open.push(element);
    } else top.children.push(plain(token));
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`);
  return root;
};

const plain = (text: string): string =>
  text.replace(/&([^;\s]*);?/g, (found, name: string) => {
    const known = ENTITIES[name] ?? (/^#\d+$/.test(name) ? String.fromCodePoint(Number(name.slice(1))) : undefined);
    if (known === undefined || !found.endsWith(";")) throw new Error(`not an entity: ${found}`);
    return known;
  });

/** All elements of a name within, in the document's order; not those inside one of them. */
export const all = (within: Element, name: string): Element[] =>
  within.children.flatMap((child) =>
    typeof child === "string" ? [] : child.name === name ? [child] : all(child, name),
  );

/** The text that is printed, a line for each paragraph. */
export const textOf = (element: Element): string => {
  if (element.name === "w:t") return element.children.join("");
  const inner = element.children.map((child) => (typeof child === "string" ? "" : textOf(child))).join("");
  return element.name === "w:p" ? `${inner}\n` : inner;
};

/** Without white space, and with half-width signs as full-width ones: how labels are compared. */
export const folded = (text: string): string =>
  text.replace(/\s/g, "").replace(/[!-~]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));

interface GridCell {
  readonly text: string;
  readonly span: number;
  readonly merge: "restart" | "continue" | undefined;
}
export interface Table {
  /** Widths of the grid's columns. */
  readonly grid: readonly number[];
  readonly rows: readonly {
    readonly cells: readonly GridCell[];
    readonly isHead: boolean;
    readonly isWhole: boolean;
  }[];
}

const first = (within: Element, name: string) => all(within, name)[0];
const is = (within: Element, name: string) => all(within, name).length > 0;

export const tablesOf = (document: Element): readonly Table[] =>
  all(document, "w:tbl").map((table) => ({
    grid: all(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"])),
    rows: all(table, "w:tr").map((row) => ({
      isHead: is(row, "w:tblHeader"),
      isWhole: is(row, "w:cantSplit"),
      cells: all(row, "w:tc").map((cell) => {
        const merge = first(cell, "w:vMerge");
        return {
          text: textOf(cell).trim(),
          span: Number(first(cell, "w:gridSpan")?.attributes["w:val"] ?? 1),
          merge: merge && ((merge.attributes["w:val"] ?? "continue") as "restart" | "continue"),
        };
      }),
    })),
  }));

/** The parts of a .docx by path. */
export const partsOf = (docx: Uint8Array): ReadonlyMap<string, string> =>
  new Map(Object.entries(unzipSync(docx)).map(([path, bytes]) => [path, strFromU8(bytes)]));

export const documentOf = (docx: Uint8Array): Element => parse(partsOf(docx).get("word/document.xml") ?? "");

/** The text of the headers, which stand on each page. */
export const headersOf = (docx: Uint8Array): readonly string[] =>
  [...partsOf(docx)]
    .filter(([path]) => /^word\/header\d+\.xml$/.test(path))
    .map(([, xml]) => textOf(parse(xml)).trim());
