// Lives through July 2027 in the data folder FOLDER, with two restarts, and prints what was told.
import { holderIn } from "./running.ts";

const [folder = ""] = process.argv.slice(2);
const running = await holderIn(folder);
for (const minute of ["2027-07-12T23:59", "2027-07-13T08:59", "2027-07-13T09:00"]) await running.at(minute);
await running.stop();
running.set(Date.parse("2027-07-18T20:30+08:00"));
await running.start();
for (const minute of ["2027-07-19T00:30", "2027-07-19T08:59", "2027-07-19T09:00"]) await running.at(minute);
await running.stop();
await running.start();
for (const minute of ["2027-07-20T09:00", "2027-07-20T16:30", "2027-07-21T09:00"]) await running.at(minute);
process.stdout.write(JSON.stringify({ told: await running.told(), texts: running.texts }));
await running.stop();
process.exit();
