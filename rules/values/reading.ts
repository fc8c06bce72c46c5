import type { Scalar } from "../define.ts";

/** What became of a text that a person typed as an answer. Messages are Chinese and meant for that person. */
export type Reading =
  /** `shown` is how it is read back: `250 万元`. */
  | { readonly status: "understood"; readonly value: Scalar; readonly shown: string }
  /**
   * Several meanings, and the person is asked which: "0.8 可能是 0.8%，也可能是 80%，请问是哪一个？" —
   * or only one that needs a yes: "按 200 万元记录可以吗？".
   */
  | {
      readonly status: "doubtful";
      readonly why: string;
      readonly readings: readonly { readonly value: Scalar; readonly shown: string }[];
    }
  /** `why` names what is wrong; `example` is one text that would be understood. */
  | { readonly status: "refused"; readonly why: string; readonly example: string };
