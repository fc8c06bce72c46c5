import type { Criterion, Field, Jurisdiction, Procedure, TypedAnswers } from "../../rules/define.ts";
import { type Served, servedBy } from "../../rules/index.ts";

/** More fields than any form has, so that 200 can be answered and one is still open. */
const count = 250;
const sectionSize = 25;
const screened = 5;
const from = "2021-05-10";

const cite = { document: "基准测试", article: "一", text: "一份长得没有道理的申报表" };
const ids = Array.from({ length: count }, (_, at) => `field${at + 1}`);
const isCount = (at: number): boolean => at % 2 === 0;

/** Texts and counts in turn; of the texts every fifth is asked only while the count before it is large. */
const fieldOf = (at: number): Field => ({
  label: `第 ${at + 1} 项`,
  help: "为了测量而问。",
  cite,
  ...(isCount(at) ? { kind: "count", unit: "家", example: "120" } : { kind: "text", max: 60, example: "某某服务" }),
  ...(at < screened * 2 && isCount(at) && { screening: true as const }),
  ...(at % 10 === 9 && {
    when: { op: ">=", field: `field${at}`, figure: { unit: "家", values: [{ from, value: "10" }] } } as const,
  }),
});

const criteria: readonly Criterion[] = Array.from({ length: 12 }, (_, at) => ({
  id: `enough${at + 1}`,
  label: `第 ${at * 4 + 1} 项够不够`,
  severity: "blocking",
  cite,
  reading: "source",
  when: { op: ">=", field: `field${at * 4 + 1}`, figure: { unit: "家", values: [{ from, value: "100" }] } },
}));

const procedure: Procedure = {
  code: "long",
  title: "长申报表",
  fields: Object.fromEntries(ids.map((id, at) => [id, fieldOf(at)])),
  sections: Array.from({ length: count / sectionSize }, (_, at) => ({
    id: `section${at + 1}`,
    title: `第 ${at + 1} 部分`,
    fields: ids.slice(at * sectionSize, (at + 1) * sectionSize),
  })),
  criteria,
  binding: [],
  declaration: { title: "声明", text: "以上属实。", cite },
  afterwards: [],
};

const jurisdiction: Jurisdiction = {
  code: "bench",
  name: "基准测试",
  source: { title: "基准测试", number: null, issuedOn: null, lapsesOn: null, authority: "无" },
  notHeld: [],
  procedures: [procedure],
  rounds: [],
  duties: [],
  samples: {},
};

/** A procedure of 250 fields and twelve criteria. */
export const longForm: Served = servedBy([jurisdiction])[0]!;

/** What a person would type into it. */
export const typed: TypedAnswers = Object.fromEntries(
  ids.map((id, at) => [id, isCount(at) ? `${120 + at}家` : `为中小企业提供第${at + 1}类服务，线上线下都有`]),
);
