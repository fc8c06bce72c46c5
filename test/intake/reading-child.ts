// Reads the files of a folder as the bot would, after a small one; prints what was found, times in ms, memory in MB.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { filesIn } from "../../bot/files.ts";
import { openIntake } from "../../bot/intake/index.ts";

const [from = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "intake-"));
const files = filesIn(folder);
const intake = openIntake(files);

const read = async (bytes: Uint8Array, name: string) => {
  const file = { hash: await files.keep(bytes), name, size: bytes.length };
  const before = performance.now();
  const content = await intake.read(file);
  return { kind: content.kind, why: "why" in content ? content.why : null, time: performance.now() - before };
};

const { time: first } = await read(strToU8("甲"), "说明.txt");
const before = process.memoryUsage.rss();
const readings = [];
for (const name of readdirSync(from).toSorted()) readings.push(await read(readFileSync(join(from, name)), name));
const extra = process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024;
await intake.close();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify({ readings, first, extra }));
