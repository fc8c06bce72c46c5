import type { TypedAnswers } from "../../define.ts";
import { body } from "./sample-body.ts";

export const renewal: TypedAnswers = {
  ...body,
  recognisedOn: "2022年11月1日",
  wasSanctioned: "否",
  wasPenalised: "否",
  isBlacklisted: "否",
  complaints: "0",
  reportsFiled: "是",
  satisfaction: "95%",
};
