import { type Audience, everyone } from "./audience.ts";
import type { NoticeBegun } from "./notice.ts";
import type { Setting } from "./setting.ts";

/** The applicants of a round: of those procedures, else of its own. */
export const forRound = (
  { round: id, procedures: told = [] }: NonNullable<NoticeBegun["about"]>,
  { jurisdiction, served }: Setting,
): Audience => {
  const code = jurisdiction?.rounds.find((one) => one.id === id)?.procedure;
  const own = served.filter((one) => (told.length > 0 ? told.includes(one.id) : one.procedure.code === code));
  const procedures = own.length < served.length ? own.map((one) => one.id) : [];
  return { ...everyone, role: "applicants", procedures };
};
