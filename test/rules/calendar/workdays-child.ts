import { workday } from "../../../rules/calendar/workdays.ts";
import { addDays } from "../../../rules/values/day.ts";

const days = Array.from({ length: 365 }, (_, n) => addDays("2026-01-01", n));
process.stdout.write(days.filter((day) => workday(day).isWorkday).join(" "));
