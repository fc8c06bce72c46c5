import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import { openStore } from "./store/sqlite.ts";

const usage = "npm run -s deliveries -- [--since 2027-03-01T09:00]";

/** `npm run deliveries`: the replies that are not known to have arrived, one line of JSON each, without what was said. */
await run(async () => {
  const { values } = readFlags(usage, { since: { type: "string", default: "2000-01-01" } });
  const since = clockAt(values.since.includes("T") ? values.since : `${values.since}T00:00`)().toISOString();
  const file = join(readConfig().dataDir, "bot.db");
  if (!existsSync(file)) throw new OperatorError(`${file} is not there: set DATA_DIR to the bot's data folder`);
  const store = await openStore({ file });
  for (const { channel, address, seq, status, reason, at } of await store.outcomes(since)) {
    const line = { channel, address: shortened(channel, address), seq, status, reason, at };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
  await store.close();
  return 0;
});

/** Tells persons apart without telling who they are. */
function shortened(channel: string, address: string): string {
  return createHash("sha256").update(`${channel} ${address}`).digest("hex").slice(0, 12);
}
