import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { textIn } from "../flows/desk/round/source.ts";
import { readNotice } from "../rules/notice/index.ts";
import { beijingDay, clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError } from "./config.ts";
import { openReader } from "./intake/reader.ts";

const usage = "npm run -s read-notice -- FILE.txt|FILE.docx [--on 2027-03-16]";
const MAX_BYTES = 1_000_000;
/** With its pictures. */
const MAX_DOCUMENT = 20_000_000;

/** `npm run read-notice`: what is found in a notice's text, as JSON. */
await run(async () => {
  const { values, positionals } = readFlags(usage, { on: { type: "string" } }, true);
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new OperatorError(`name one file. Usage: ${usage}`);
  const notice = readNotice(await textOf(path), beijingDay(clockAt(values.on)()));
  const { title, number, issuedOn, dates, windows, copies, address, doubts } = notice;
  const told = {
    ...{ title: title?.value ?? null, number: number?.value ?? null, issuedOn: issuedOn?.value ?? null },
    dates: dates.map(({ on, at, role, way, words, certain }) => ({ on, at, role, way, words, certain })),
    windows: windows.map(({ from, to, about, words }) => ({ from, to, about, words })),
    copies: copies?.value ?? null,
    address: address && { line: address.line, to: address.to, postcode: address.postcode },
    doubts: doubts.map(({ about, words, why, mayBe }) => ({ about, words, why, mayBe })),
  };
  process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
  return 0;
});

/** A document of Word's, or a text file in UTF-8, UTF-16 with its mark, or GBK as Windows writes it. */
async function textOf(path: string): Promise<string> {
  const ending = extname(path).toLowerCase();
  if (ending === ".docx") return documentOf(path);
  if (ending !== ".txt") {
    throw new OperatorError(`${path}: only .docx and .txt: save the notice as one of them`);
  }
  const bytes = bytesOf(path);
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new OperatorError(`${path} is no text in UTF-8 or GBK`);
}

async function documentOf(path: string): Promise<string> {
  const reader = openReader();
  try {
    const told = await reader.look({ name: basename(path), bytes: bytesOf(path, MAX_DOCUMENT), packed: null });
    const text = told && told.found.kind !== "archive" ? textIn(told.found) : null;
    if (typeof text === "string") return text;
    throw new OperatorError(`${path} is no Word document that can be read: save its text as .txt`);
  } finally {
    await reader.close();
  }
}

function bytesOf(path: string, most = MAX_BYTES): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > most) throw new OperatorError(`${path} has ${size} bytes, more than ${most}: is it a notice?`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`cannot read ${path}: ${error instanceof Error ? error.message : error}`);
  }
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  return first === 0xfe && second === 0xff ? ["utf-16be"] : ["utf-8", "gb18030"];
}
