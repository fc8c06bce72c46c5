import type { Input, Reply } from "../../flows/reply.ts";
import type { Scope } from "../../flows/world.ts";
import type { Due } from "../../rules/calendar/due.ts";
import type { Received, ReceivedFile, Round, Row, Scalar, Value } from "../../rules/define.ts";
import type { Digest } from "../../rules/digest.ts";
import { StoreFailure } from "./port.ts";

/** Reads back what was stored as JSON; text that is damaged or of another shape is a `StoreFailure` naming `what`. */
export const readJson = <T>(text: string, is: (data: unknown) => data is T, what: string): T => {
  const data = parseJson(text, is);
  // The text itself stays out of the message: it is somebody's answer.
  if (data === undefined) throw new StoreFailure(`The database holds a damaged ${what}.`);
  return data;
};

/** The same, with `undefined` for damaged text. */
export const parseJson = <T>(text: string, is: (data: unknown) => data is T): T | undefined => {
  try {
    const data: unknown = JSON.parse(text);
    return is(data) ? data : undefined;
  } catch {
    return undefined;
  }
};

// The guards are written out, not zod: they see every cell of every table on each turn, and are twenty times as fast.

export const isValue = (data: unknown): data is Value | null =>
  data === null || isScalar(data) || isTable(data) || isReceived(data);

export const isInput = (data: unknown): data is Input => isRecord(data);

export const isReply = (data: unknown): data is Reply =>
  isRecord(data) && isText(data.text) && Array.isArray(data.choices);

/** Names and texts. */
export const isTexts = (data: unknown): data is Readonly<Record<string, string>> =>
  isRecord(data) && Object.values(data).every(isText);

export const isScope = (data: unknown): data is Scope =>
  isRecord(data) && isText(data.application) && areTexts(data.sections);

export const isDigest = (data: unknown): data is Digest =>
  isRecord(data) && [data.fields, data.criteria].every((part) => isRecord(part) && Object.values(part).every(areTexts));

export const isRound = (data: unknown): data is Round =>
  isRecord(data) && isText(data.id) && isText(data.procedure) && Array.isArray(data.dates);

export const isDue = (data: unknown): data is Due => isRecord(data) && isText(data.id) && isText(data.on);

export const areNumbers = (data: unknown): data is readonly number[] =>
  Array.isArray(data) && data.every((one) => typeof one === "number");

export const areFiles = (data: unknown): data is readonly ReceivedFile[] =>
  Array.isArray(data) && data.every(isReceivedFile);

/** Anything that could be read at all. */
export const isData = (_data: unknown): _data is unknown => true;

const areTexts = (data: unknown): data is readonly string[] => Array.isArray(data) && data.every(isText);

const isText = (data: unknown): data is string => typeof data === "string";

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === "object" && data !== null && !Array.isArray(data);

const isScalar = (data: unknown): data is Scalar =>
  isText(data) || typeof data === "number" || typeof data === "boolean" || areTexts(data);

const isTable = (data: unknown): data is readonly Row[] => Array.isArray(data) && data.every(isRow);

const isRow = (data: unknown): data is Row =>
  isRecord(data) && Object.values(data).every((cell) => cell === null || isScalar(cell));

const isReceived = (data: unknown): data is Received =>
  isRecord(data) && data.received === true && areFiles(data.files);

const isReceivedFile = (data: unknown): data is ReceivedFile =>
  isRecord(data) && isText(data.hash) && isText(data.name) && typeof data.size === "number";
