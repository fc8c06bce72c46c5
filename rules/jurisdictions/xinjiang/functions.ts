import { all, any, atLeast, includesAll, includesAny, is, not, yes } from "../../condition.ts";
import type { ServiceFunction } from "../../define.ts";
import { atLeastOr, figure, inSouth } from "./areas.ts";
import { cite } from "./citations.ts";
import type { Id } from "./fields.ts";

/** 第八条: at least one of them. */
export const functions: readonly ServiceFunction<Id>[] = [
  {
    id: "information",
    label: "信息服务",
    cite: cite["第八条（一）"],
    when: all(
      yes("xinjiangInformation"),
      yes("informationOnline"),
      atLeastOr("informationOffline", 100, 80, "家"),
      atLeastOr("informationEvents", 6, 4, "次"),
    ),
  },
  {
    id: "technology",
    label: "技术服务",
    cite: cite["第八条（二）"],
    when: all(
      includesAll("xinjiangTechnology", "resources", "experts", "projects", "joint"),
      // 具备条件的应开放: who has no such equipment need not.
      not(is("sharedInstruments", "closed")),
      atLeastOr("technologyEvents", 4, 3, "次"),
    ),
  },
  {
    id: "startup",
    label: "创业服务",
    cite: cite["第八条（三）"],
    when: all(
      includesAll("xinjiangStartup", "coaching", "projects", "guide", "hotline", "agency"),
      atLeastOr("startupEvents", 6, 4, "次"),
    ),
  },
  {
    id: "training",
    label: "培训服务",
    cite: cite["第八条（四）"],
    when: all(
      includesAny("trainingQualification", "qualified", "filed"),
      yes("trainingBothWays"),
      yes("trainingEvaluation"),
      atLeastOr("trainingPersonTimes", 1500, 1000, "人次"),
    ),
  },
  {
    id: "finance",
    label: "融资服务",
    cite: cite["第八条（五）"],
    when: any(
      all(
        atLeastOr("financeEvents", 6, 4, "次"),
        // Without a figure in brackets: in 南疆四地州 the criterion `financingRelaxed` warns instead.
        any(atLeast("financingObtained", figure(1, "亿元")), inSouth),
      ),
      atLeastOr("newGuarantees", 5, 3, "亿元"),
    ),
  },
];
