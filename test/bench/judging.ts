import { sampleAnswers } from "../../flows/sample.ts";
import { carriedOver, compare } from "../../rules/compare.ts";
import type { Answers } from "../../rules/define.ts";
import { factsOf } from "../../rules/facts.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { judge } from "../../rules/judge.ts";
import { median, print, short, timeOf } from "./figures.ts";

/** One body judged in every jurisdiction, and how long the jurisdictions take to load. */
export const measureJudging = async (): Promise<void> => {
  const before = performance.now();
  const jurisdictions = await loadJurisdictions();
  print({
    name: "judging/load and check all jurisdictions",
    value: short(performance.now() - before),
    unit: "ms",
    goal: 100,
  });

  const on = "2026-11-20";
  const served = servedBy(jurisdictions);
  const home = served.find(({ id }) => id === "zhejiang/apply");
  if (!home) throw new Error("there is no zhejiang/apply");
  const { answers } = sampleAnswers(home.procedure, home.jurisdiction.samples.apply ?? {}, on);
  const own = answers as Answers;
  const carried = new Map(served.map((one) => [one, carriedOver(own, home.procedure, one.procedure)]));
  const answersIn = (one: Served): Answers => carried.get(one) ?? {};
  const applies = served.filter(({ procedure }) => procedure.code === "apply");

  const middle = (work: () => unknown): number => median(Array.from({ length: 40 }, () => timeOf(10, work)));
  const judged = middle(() => applies.map((one) => judge(factsOf(one.procedure, answersIn(one), on))));
  print({
    name: "judging/one body in all jurisdictions",
    value: short(judged),
    unit: "ms",
    of: applies.length,
    goal: 1,
  });
  const compared = middle(() => compare(served, answersIn, on));
  print({ name: "judging/the comparison in chat, all levels and areas", value: short(compared), unit: "ms" });
};
