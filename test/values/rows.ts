import { expect, test } from "vitest";
import type { Scalar, ValueKind } from "../../rules/define.ts";
import { read } from "../../rules/values/index.ts";

/** What a row expects: the value understood, the values asked about, or words of the refusal. */
type Expectation = Scalar | { readonly asks: readonly Scalar[] } | { readonly refuses: string };
export type Rows = readonly (readonly [text: string, expectation: Expectation])[];

export const on = "2026-07-15";
export const asks = (...values: readonly Scalar[]) => ({ asks: values });
export const refuses = (words: string) => ({ refuses: words });

/** One test for each row of a table. */
export const check = (kind: ValueKind, rows: Rows): void =>
  test.each(rows)(`${nameOf(kind)} %j`, (text, expectation) => {
    const reading = read(kind, text, on);
    if (typeof expectation === "object" && "refuses" in expectation) {
      expect(reading).toMatchObject({ status: "refused", why: expect.stringContaining(expectation.refuses) });
      if (reading.status === "refused") expect(read(kind, reading.example, on).status).toBe("understood");
    } else if (typeof expectation === "object" && "asks" in expectation) {
      expect(reading).toMatchObject({ status: "doubtful", readings: expectation.asks.map((value) => ({ value })) });
    } else {
      expect(reading).toMatchObject({ status: "understood", value: expectation });
    }
  });

const nameOf = (kind: ValueKind): string => ("unit" in kind ? `${kind.kind} ${kind.unit}` : kind.kind);
