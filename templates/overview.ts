import type { AnyProcedure, Column, Field } from "../rules/define.ts";
import { type Block, type Form, type GridRow, words } from "./blocks.ts";
import { withUnit } from "./with-unit.ts";

/**
 * Every answer beside its question, for the applicant's own keeping: what no form prints stands here too, so that next
 * year's application can be filled from it.
 */
export const overviewForm = ({ title, sections, fields }: AnyProcedure): Form => ({
  title: "填报内容一览",
  ours: "全部回答的一览，供申请单位自己留存，不用报送；明年可以把它发给助手，不用从头再填。",
  blocks: [
    { block: "title", text: "填报内容一览" },
    { block: "note", of: [`${title}。本表由单位自己留存，不用报送。`] },
    ...sections.flatMap((section) => [
      { block: "heading" as const, text: section.title },
      ...blocksOf(section.fields.map((id: string) => ({ id, field: fields[id] as Field }))),
    ]),
  ],
});

interface Named {
  readonly id: string;
  readonly field: Field;
}

/** Single answers in one table, then each table as a list under its own heading. */
const blocksOf = (all: readonly Named[]): readonly Block[] => {
  const single = all.filter(({ field }) => field.kind !== "table" && field.kind !== "file" && isAsked(field));
  const rows = single.map(
    ({ id, field }): GridRow => ({ cells: [words(withUnit(field as Column), 60), { of: [{ answer: id }] }] }),
  );
  return [
    ...(rows.length > 0 ? [{ block: "grid" as const, rows }] : []),
    ...all.flatMap(({ id, field }): Block[] =>
      field.kind === "table"
        ? [
            { block: "heading", text: field.label },
            {
              block: "list",
              table: id,
              least: 1,
              columns: Object.keys(field.columns).map((column) => ({ column })),
            } as Block,
          ]
        : [],
    ),
  ];
};

const isAsked = ({ computed, screening }: Field): boolean => !computed || screening === true;
