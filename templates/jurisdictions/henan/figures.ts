import { defineRows, words } from "../../blocks.ts";
import type { Figures } from "./fields.ts";

const label = 34;
const named = <const Id extends keyof Figures & string>(id: Id) =>
  ({ of: [{ label: id }], align: "center", width: label }) as const;

/** The figures of 附件2 注3 under the summary's labels, two to a row; the layout is ours. */
export const figureRows = defineRows<Figures>()([
  {
    cells: [
      named("registeredOn"),
      { of: [{ answer: "registeredOn" }], align: "center", width: 44 },
      named("totalAssets"),
      { of: [{ answer: "totalAssets" }, " 万元"], align: "center" },
    ],
  },
  {
    cells: [
      named("staff"),
      { of: [{ answer: "staff" }, " 人"], align: "center", width: 44 },
      named("serviceBodies"),
      { of: [{ answer: "serviceBodies" }, " 家"], align: "center" },
    ],
  },
  {
    cells: [
      named("preferentialShare"),
      { of: [{ answer: "preferentialShare" }, " %"], align: "center", width: 44 },
      named("servedEnterprises"),
      { of: [{ answer: "servedEnterprises" }, " 家"], align: "center" },
    ],
  },
]);

/** The label of a row that is ours. */
export const side = (text: string) => words(text, label);
