import { webChannel } from "./channels/web/index.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { readConfig } from "./config.ts";
import { houseFor, sendLeftovers } from "./house.ts";
import { openParts } from "./open.ts";

/** `npm start`: the bot on the web. */
await run(async () => {
  readFlags("npm start", {});
  const config = readConfig();
  const web = webChannel({ port: config.port, host: config.host });
  const parts = await openParts(config.dataDir, clockAt(undefined));
  await web.start(houseFor(parts, web));
  await sendLeftovers(parts, web);
  process.stdout.write(`The bot is at ${web.address()}\n`);
  await new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
  });
  await web.stop();
  await parts.store.close();
  return 0;
});
