import { declaration } from "./declaration.ts";
import { equipment } from "./equipment.ts";
import { recommendation } from "./recommendation.ts";
import { report } from "./report.ts";
import { roster } from "./roster.ts";

/** The forms by procedure and by the ids that its binding names. */
export default { apply: { recommendation, report, equipment, roster, declaration } };
