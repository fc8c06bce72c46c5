import { type Audience, everyone } from "./audience.ts";
import type { Setting } from "./setting.ts";

/** The applicants of the round and of those that were called for with it. */
export const forRound = (id: string, { jurisdiction, served }: Setting): Audience => {
  const rounds = jurisdiction?.rounds ?? [];
  const round = rounds.find((one) => one.id === id);
  const together = rounds.filter(({ year, title }) => year === round?.year && title === round.title);
  const own = served.filter(({ procedure }) => together.some((one) => one.procedure === procedure.code));
  const procedures = own.length < served.length ? own.map((one) => one.id) : [];
  return { ...everyone, role: "applicants", procedures };
};
