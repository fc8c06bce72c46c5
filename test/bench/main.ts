import { availableParallelism, loadavg } from "node:os";
import { measureBroadcasts } from "./broadcasts.ts";
import { measureDocuments } from "./documents.ts";
import { print, short } from "./figures.ts";
import { measureIntake } from "./intake.ts";
import { measureJudging } from "./judging.ts";
import { measureReminders } from "./reminders.ts";
import { measureStart } from "./start.ts";
import { measureStoreFloor } from "./store.ts";
import { measureTelegram } from "./telegram.ts";
import { measureTurns } from "./turns.ts";
import { measureWeb } from "./web.ts";

// `npm run bench`: every figure as one line of JSON; what they are and what they were is in docs/benchmarks.md.
const load = (when: string): void =>
  print({ name: `machine/load ${when}`, value: short(loadavg()[0]!), unit: "processes", cpus: availableParallelism() });

load("before");
await measureJudging();
await measureStoreFloor();
await measureTurns();
await measureWeb();
await measureTelegram();
measureDocuments();
await measureIntake();
await measureReminders();
await measureBroadcasts();
await measureStart();
load("after");
