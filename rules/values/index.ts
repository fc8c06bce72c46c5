import type { z } from "zod";
import type { Day, Scalar, ValueKind } from "../define.ts";
import { choice, choices } from "./choice.ts";
import { email, postcode } from "./contact.ts";
import { count } from "./count.ts";
import { withoutCourtesy } from "./courtesy.ts";
import { creditCode } from "./credit-code.ts";
import { date, year } from "./date.ts";
import { fold } from "./fold.ts";
import type { Manner, MannerOf, Sense } from "./manner.ts";
import { measure } from "./measure.ts";
import { money } from "./money.ts";
import { percent } from "./percent.ts";
import { mobile, phone } from "./phone.ts";
import type { Reading } from "./reading.ts";
import { longText, text } from "./text.ts";
import { isUnknown } from "./unknown.ts";
import { url } from "./url.ts";
import { yesNo } from "./yes-no.ts";

const manners = {
  text,
  longText,
  money,
  count,
  decimal: measure,
  percent,
  date,
  year,
  phone,
  mobile,
  email,
  postcode,
  url,
  creditCode,
  yesNo,
  choice,
  choices,
} satisfies { readonly [Name in ValueKind["kind"]]: MannerOf<Name, Scalar> };

// Each manner is only ever given kinds of its own name and values that its schema accepts.
const mannerOf = (kind: ValueKind): Manner => manners[kind.kind] as Manner;

/** No structured answer is longer; what is gets no closer look. */
const LONGEST = 1000;

/**
 * What became of a typed text. Relative days (昨天, 去年) count from `on`. Never throws; a value that is understood
 * or doubtful is well-formed by `schemaOf`. Whether it is lawful is judged elsewhere.
 */
export const read = (kind: ValueKind, text: string, on: Day): Reading => {
  const manner = mannerOf(kind);
  const sense = manner.asTyped ? manner.read(text, kind, on) : readFolded(manner, kind, text, on);
  const shown = (value: Scalar) => ({ value, shown: manner.show(value, kind) });
  switch (sense.is) {
    case "clear":
      return { status: "understood", ...shown(sense.value) };
    case "doubtful":
      return { status: "doubtful", why: sense.why, readings: sense.values.map(shown) };
    case "refused":
      return { status: "refused", why: sense.why, example: manner.example(kind) };
  }
};

const readFolded = (manner: Manner, kind: ValueKind, text: string, on: Day): Sense => {
  if (text.length > LONGEST) return { is: "refused", why: `内容太长了（${text.length} 个字），请只回答这一问。` };
  const folded = fold(text);
  if (folded === "") return { is: "refused", why: "没有收到内容，请再发一次。" };
  const typed = manner.read(folded, kind, on);
  const sense = typed.is === "refused" ? (readBare(manner, kind, folded, on) ?? typed) : typed;
  return sense.is === "refused" && isUnknown(folded)
    ? { is: "refused", why: "现在不清楚没关系，可以回复“跳过”，以后再补。" }
    : sense;
};

/** Nobody means a value by 嗯, 谢谢 or 😊: what is not understood with them may be without. */
const readBare = (manner: Manner, kind: ValueKind, folded: string, on: Day): Sense | null => {
  const bare = withoutCourtesy(folded);
  const sense = bare !== folded && bare !== "" ? manner.read(bare, kind, on) : null;
  return sense?.is === "refused" ? null : sense;
};

/** A value as read back in chat: `250 万元`, `80%`, `2019年3月5日`; one that is not well-formed as it stands. */
export const show = (kind: ValueKind, value: Scalar): string =>
  isWellFormed(kind, value) ? mannerOf(kind).show(value, kind) : String(value);

/** A value as it stands in a form's cell beside a printed unit: `250`, `80`, `2019年3月5日`. */
export const plain = (kind: ValueKind, value: Scalar): string => {
  const manner = mannerOf(kind);
  if (!isWellFormed(kind, value)) return String(value);
  return manner.plain ? manner.plain(value, kind) : manner.show(value, kind);
};

/** Decides whether a stored value is well-formed: of the kind's type and in the form that `read` gives. */
export const schemaOf = (kind: ValueKind): z.ZodType<Scalar> => mannerOf(kind).schema(kind);

const isWellFormed = (kind: ValueKind, value: Scalar): boolean => schemaOf(kind).safeParse(value).success;
