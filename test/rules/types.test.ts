import { expect, test } from "vitest";
import { atLeast, figuresFrom, yes } from "../../rules/condition.ts";
import { type Criterion, defineProcedure, type Field } from "../../rules/define.ts";
import { cite } from "../../rules/jurisdictions/zhejiang/citations.ts";

/** What must not compile; tsc runs over this file in the check. */
test("misspelt ids and missing citations do not compile", () => {
  const from = figuresFrom("2021-01-01");
  const fields = {
    staff: { kind: "count", unit: "人", label: "人数", cite: cite["一（一）3"] },
    open: { kind: "yesNo", label: "开放", cite: cite["一（一）3"] },
  } as const;
  type Id = keyof typeof fields;
  const rest = { id: "one", label: "一", severity: "blocking", cite: cite["一（一）3"], reading: "source" } as const;

  const right: readonly Criterion<Id>[] = [{ ...rest, when: atLeast("staff", from(20, "人")) }];
  // @ts-expect-error there is no field `stuff`
  const misspelt: Criterion<Id> = { ...rest, when: atLeast("stuff", from(20, "人")) };
  const { cite: _, ...uncited } = rest;
  // @ts-expect-error a criterion needs its citation
  const withoutCitation: Criterion<Id> = { ...uncited, when: yes("open") };
  // @ts-expect-error there is no article 一（一）9
  const noArticle = cite["一（一）9"];
  // @ts-expect-error a field needs its citation
  const uncitedField: Field = { kind: "yesNo", label: "开放" };

  const procedure = {
    code: "any",
    title: "任意",
    fields,
    criteria: right,
    binding: [],
    declaration: { title: "声明", text: "……", cite: cite.附件5 },
    afterwards: [],
  } as const;
  defineProcedure({ ...procedure, sections: [{ id: "all", title: "全部", fields: ["staff", "open"] }] });
  // @ts-expect-error a section names a field that is not there
  defineProcedure({ ...procedure, sections: [{ id: "all", title: "全部", fields: ["stuff"] }] });

  expect([misspelt, withoutCitation, noArticle, uncitedField]).toHaveLength(4);
});
