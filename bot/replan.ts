import type { SubjectPlan } from "../flows/dates/agenda.ts";
import { planReminders } from "../flows/dates/plan.ts";
import { subjectsOf } from "../flows/dates/subjects.ts";
import type { Served } from "../rules/index.ts";
import { beijingDay, beijingMinute } from "./clock.ts";
import type { Store } from "./store/port.ts";
import { kept, preferencesOf } from "./world.ts";

/** What every account of the enterprise will be reminded of, as far as it is known now; nobody of them is here. */
export const plansForEnterprise = async (
  store: Store,
  served: readonly Served[],
  enterpriseId: string,
  now: Date,
): Promise<readonly SubjectPlan[]> => {
  const { dates } = store;
  const applications = (await store.applications(enterpriseId)).map(kept);
  const titles = { recognitions: await dates.recognitions(enterpriseId), done: await dates.done(enterpriseId) };
  const preferences = await preferencesOf(dates, await store.colleagues(enterpriseId));
  const moment = { on: beijingDay(now), minute: beijingMinute(now), present: null };
  return planReminders(subjectsOf(applications, titles, served), preferences, moment);
};
