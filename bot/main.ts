import type { House } from "./channel.ts";
import { webChannel } from "./channels/web/index.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import type { Parts } from "./converse.ts";
import { houseFor, lateHouse, sendLeftovers } from "./house.ts";
import { openParts } from "./open.ts";

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `npm start`: the bot on the web. */
await run(async () => {
  readFlags("npm start", {});
  const { dataDir, host, port } = readConfig();
  const web = webChannel({ port, host, log });
  // The port is taken before the database is opened: where it is in use, nothing is written.
  let opening: Promise<Parts> | undefined;
  const open = (): Promise<Parts> => {
    opening ??= openParts(dataDir, clockAt(undefined));
    return opening;
  };
  let house: House | undefined;
  const late = lateHouse(async () => {
    house ??= houseFor(await open(), web);
    return house;
  });
  await web.start(late).catch((error: Error) => {
    throw new OperatorError(error.message);
  });
  try {
    const parts = await open();
    await sendLeftovers(parts, web);
    process.stdout.write(`The bot is at ${web.address()}\n`);
    await new Promise<void>((stop) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    });
  } finally {
    await web.stop();
    await opening?.then(({ store }) => store.close()).catch(() => {});
  }
  return 0;
});
