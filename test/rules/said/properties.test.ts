import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Field, ScalarField } from "../../../rules/define.ts";
import { loadJurisdictions, servedBy } from "../../../rules/index.ts";
import { amendmentIn, columnCorrections, listCorrections, namedCorrection } from "../../../rules/said/correction.ts";
import { halfAnswerIn } from "../../../rules/said/half.ts";
import { fieldsLabelled } from "../../../rules/said/labels.ts";
import { severalIn } from "../../../rules/said/several.ts";
import { show } from "../../../rules/values/index.ts";
import { anyText, valuesOf } from "../../values/arbitrary.ts";

const on = "2026-11-21";
const served = servedBy(await loadJurisdictions()).map(({ id, procedure }) => ({
  id,
  fields: Object.entries(procedure.fields).map(([id, field]) => ({ id, field: field as Field })),
}));
const isScalar = ({ kind }: Field) => kind !== "table" && kind !== "file";

/** Words that hold no label and no mark. */
const words = fc.string({ unit: fc.constantFrom(..."甲乙丙丁戊己庚辛壬癸"), minLength: 1, maxLength: 12 });

/** A value as it is read back. A mark at the end of an address would be the list's. */
const told = (field: ScalarField): fc.Arbitrary<string> =>
  field.kind === "text" || field.kind === "longText"
    ? words
    : valuesOf(field)
        .map((value) => show(field, value))
        .filter((text) => !/[,;，；、]$/.test(text));

describe.each(served)("$id", ({ fields }) => {
  const scalars = fields.filter(({ field }) => isScalar(field));
  const labels = scalars.map(({ field }) => field.label);
  const isOnly = (label: string) => labels.filter((one) => one === label).length === 1;

  test.skipIf(scalars.length === 0)("“label：shown” is read back as exactly these pairs", () => {
    const pairs = fc
      .subarray(scalars, { minLength: 1, maxLength: Math.min(12, scalars.length) })
      .filter((some) => new Set(some.map(({ field }) => field.label)).size === some.length)
      .chain((some) =>
        fc.tuple(
          ...some.map(({ id, field }) =>
            told(field as ScalarField).map((text) => ({ field: id, label: field.label, text })),
          ),
        ),
      );
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom("\n", "；", "；\n", "\r\n"),
        fc.constantFrom("：", ":", "： "),
        (some, end, mark) => {
          const several = severalIn(
            some.map(({ label, text }) => `${label}${mark}${text}`).join(end),
            fields,
            null,
            on,
          );
          expect(several?.pairs).toEqual(some.filter(({ label }) => isOnly(label)));
          expect(several?.unclear.map(({ label }) => label)).toEqual(
            some.map(({ label }) => label).filter((label) => !isOnly(label)),
          );
          expect(several?.rest).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a label means its own field, or all that bear it", () => {
    for (const { field } of fields) {
      const same = fields.filter((one) => one.field.label === field.label).map(({ id }) => id);
      expect(fieldsLabelled(field.label, fields)).toEqual(same);
    }
  });
});

const zhejiang = served.find(({ id }) => id === "zhejiang/apply")!.fields;
const functions: readonly ((text: string) => unknown)[] = [
  amendmentIn,
  columnCorrections,
  listCorrections,
  namedCorrection,
  halfAnswerIn,
  (text) => fieldsLabelled(text, zhejiang),
  (text) => severalIn(text, zhejiang, null, on),
  (text) => severalIn(text, zhejiang, "staff", on),
  (text) => severalIn(text, zhejiang, "history", on),
];

/** Words that the functions look for, among anything. */
const triggers = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom(
        ..."不对 错了 应该是 不是 改成 3 第3项 不要 把 C列 注册资本 法人： 500万 20人 2019年3月5日 成立 同上 没有 怎么填 ？ ， ； \n \t 我们公司叫 【 】 （万元）".split(
          " ",
        ),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test.each(functions)("nothing a person can send throws: %o", (say) => {
  fc.assert(
    fc.property(triggers, (text) => void say(text)),
    { numRuns: 500 },
  );
});

test("what is found was said: pairs, the rest and what is unclear stand in the text", () => {
  fc.assert(
    fc.property(triggers, (text) => {
      const several = severalIn(text, zhejiang, "staff", on);
      const said = [...(several?.pairs ?? []).map(({ text }) => text), ...(several?.rest ?? [])];
      for (const words of said) {
        const typed = words.replace(/(?<=\d)万?元$/, "");
        expect(text.replace(/\r\n?|[\u2028\u2029]/g, "\n")).toContain(typed);
      }
    }),
    { numRuns: 500 },
  );
});

test("prose without labels is one plain answer, whatever is asked", () => {
  const prose = fc
    .array(words, { minLength: 1, maxLength: 8 })
    .chain((parts) =>
      fc
        .array(fc.constantFrom("，", "。", "；", "、", " ", "\n"), { minLength: 8, maxLength: 8 })
        .map((marks) => parts.map((part, at) => `${part}${marks[at]}`).join("")),
    );
  fc.assert(
    fc.property(prose, fc.constantFrom(null, ...zhejiang.map(({ id }) => id)), (text, open) => {
      expect(severalIn(text, zhejiang, open, on)).toBeNull();
    }),
  );
});

/** A pattern that goes back and forth over these would not come back at all. */
describe("100,000 characters come back", { timeout: 20_000 }, () => {
  const units = [
    "a",
    "1",
    "，",
    "注",
    "注册资本",
    "注册资本：500万，",
    "法人：张三\n",
    " ",
    "\t",
    "\n",
    "：",
    "不对",
    "错",
    "第3项",
    "3改成",
    "3、",
    "不是",
    "把",
    "改成",
    "没有",
    "怎么",
    "【",
    "（",
    "嗯",
    "好的",
    "👍",
    "\u0000",
    "2019年",
    "员工20人 ",
    "C列",
    "。",
    "- ",
  ];
  test.each(units)("%j", (unit) => {
    for (const length of [60, 500, 2000, 20_000, 100_000]) {
      const text = unit.repeat(Math.floor(length / unit.length));
      for (const say of functions) for (const end of ["", "x", "？"]) say(`${text}${end}`);
    }
  });
});
