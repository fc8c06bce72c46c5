import type { z } from "zod";
import type { Day, Scalar, ValueKind } from "../define.ts";

/** What a kind makes of a text; `index.ts` adds how the values are shown and an example. */
export type Sense<V extends Scalar = Scalar> =
  | { readonly is: "clear"; readonly value: V }
  | { readonly is: "doubtful"; readonly why: string; readonly values: readonly V[] }
  | { readonly is: "refused"; readonly why: string };

/** How values of one kind are read, checked and printed. */
export interface Manner<K extends ValueKind = ValueKind, V extends Scalar = Scalar> {
  /** `text` is folded (see `fold.ts`) unless the kind keeps it as typed. */
  read(text: string, kind: K, on: Day): Sense<V>;
  /** The text is stored as typed: it is neither folded nor cut short before `read`. */
  readonly asTyped?: true;
  /** As read back in chat: `250 万元`. */
  show(value: V, kind: K): string;
  /** As it stands in a form's cell beside a printed unit: `250`. Without it, as shown. */
  plain?(value: V, kind: K): string;
  /** Whether a stored value is well-formed. */
  schema(kind: K): z.ZodType<V>;
  /** One text that is understood. */
  example(kind: K): string;
}

/** The manner of one kind by its name. */
export type MannerOf<Name extends ValueKind["kind"], V extends Scalar> = Manner<
  Extract<ValueKind, { readonly kind: Name }>,
  V
>;

export const clear = <V extends Scalar>(value: V): Sense<V> => ({ is: "clear", value });
export const doubt = <V extends Scalar>(why: string, ...values: readonly V[]): Sense<V> => ({
  is: "doubtful",
  why,
  values,
});
export const refuse = (why: string): Sense<never> => ({ is: "refused", why });

/** A typed text in quotation marks, cut to fit into a message. */
export const quote = (text: string): string => {
  const characters = [...text];
  return `“${characters.length > 20 ? `${characters.slice(0, 20).join("")}…` : text}”`;
};
