import type { Clock } from "../clock.ts";
import type { Parts } from "../converse.ts";
import { broadcastKind } from "../store/notices.ts";
import { sendingBroadcasts } from "./broadcasts.ts";
import { type Jobs, startJobs } from "./loop.ts";
import { queueReminders, remindersKind, tellingReminders } from "./reminders.ts";
import { replanKind, replanning } from "./replan.ts";
import { type Running, tellingBy } from "./tell-reminders.ts";

/** The loop for all that comes by itself: reminders when their time comes, and departments' notices. */
export const startTelling = (
  parts: Parts,
  running: Running,
  clock: Clock,
  log: Jobs["log"],
  more: Partial<Pick<Jobs, "sleep">> = {},
): { readonly stop: () => Promise<void> } => {
  const { dates, queue } = parts.store;
  return startJobs({
    queue,
    clock,
    log,
    handlers: {
      [remindersKind]: tellingReminders(dates, clock, tellingBy(parts, running)),
      [replanKind]: replanning({ ...parts, clock }),
      [broadcastKind]: sendingBroadcasts(parts, running, log),
    },
    everyMinute: (now) => queueReminders(dates, now),
    ...more,
  });
};
