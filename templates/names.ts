import { legal } from "./text.ts";

const MOST_CHARACTERS = 100;
/** File systems allow 255 bytes; a number may still be added. */
const MOST_BYTES = 240;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that every file system takes: no separators, no invisible characters, not too long; its ending stays. */
export const safeName = (name: string): string => {
  const visible = legal(name)
    .replace(/\n|\p{Cf}|\p{Variation_Selector}/gu, "")
    .replace(/[<>:"/\\|?*]/g, "_");
  const trimmed = visible.normalize("NFC").replace(/^[\s.]+|[\s.]+$/g, "");
  return shortened(trimmed === "" ? "文件" : trimmed.replace(RESERVED, "_$&"));
};

/** The names in their order, those that were there before with a number: 报告.pdf, 报告 (2).pdf. */
export const distinct = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const [stem, ending] = parted(name);
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
      const mark = ` (${number})`;
      candidate = `${cut(stem, mark + ending)}${mark}${ending}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
};

/** The name's ending with its dot; empty where it has none. */
export const endingOf = (name: string): string => parted(name)[1];

const shortened = (name: string): string => {
  const [stem, ending] = parted(name);
  return cut(stem, ending) + ending;
};

/** The name without its ending, and the ending with its dot; an ending is short. */
const parted = (name: string): readonly [string, string] => {
  const ending = /\.[^.\s]{1,10}$/u.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - ending.length), ending];
};

/** As much of the stem as fits before what follows it. */
const cut = (stem: string, rest: string): string => {
  let characters = [...rest].length;
  let bytes = bytesIn(rest);
  let fitting = "";
  for (const c of stem) {
    characters += 1;
    bytes += bytesIn(c);
    if (characters > MOST_CHARACTERS || bytes > MOST_BYTES) break;
    fitting += c;
  }
  return fitting.trimEnd();
};

const bytesIn = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c < "\u0080" ? 1 : c < "\u0800" ? 2 : c.length > 1 ? 4 : 3), 0);
