// Sends the notices of a data folder until it is killed: FOLDER CLOCK LOG, the instant at which its clock begins and the
// file to which its channel adds a line for each message that it is handed.
import { appendFileSync } from "node:fs";
import { startTelling } from "../../bot/jobs/start.ts";
import { opened } from "./scripted.ts";

const [folder = "", begins = "", file = ""] = process.argv.slice(2);
const started = Date.now();
const clock = () => new Date(Date.parse(begins) + Date.now() - started);

const { parts, running } = await opened(folder, clock, (line) => appendFileSync(file, `${line}\n`));
startTelling(parts, running, clock, (line) => process.stderr.write(`${line}\n`));
