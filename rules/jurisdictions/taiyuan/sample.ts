import type { TypedAnswers } from "../../define.ts";
import { report } from "./sample-report.ts";

/** A first application, with both audit reports. */
const apply: TypedAnswers = {
  locatedInTaiyuan: "是",
  hasCheckedMeasures: "是",
  recognisedByCity: "否",
  auditWay: "1",
  auditHasBarcode: "是",
  specialAuditHasBarcode: "是",
  rosterCount: "12",
  ...report,
  auditReport: "已备好",
  specialAuditReport: "已备好",
  measuresMaterials: "已备好",
};

/** The same body, recognised by the city not three years ago, never yet by the province. */
const provincial: TypedAnswers = {
  locatedInTaiyuan: "是",
  hasCheckedMeasures: "是",
  recognisedByCity: "是",
  cityRecognisedOn: "2021年11月30日",
  recognisedByProvince: "否",
  ...report,
  provincialForms: "已备好",
  cityTitleProof: "已备好",
};

export const samples: Readonly<Record<string, TypedAnswers>> = { apply, provincial };
