import type { Verdict } from "../rules/judge.ts";

/** Verdicts as tools read them: numbers as decimal strings, null where there is none. */
export const verdictJson = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ criterion, status, severity, value, figure, distance, unit, cite, reading }) => ({
    criterion,
    status,
    severity,
    value: value ?? null,
    figure: figure ?? null,
    distance: distance ?? null,
    unit: unit ?? null,
    cite: cite.article,
    reading,
  }));
