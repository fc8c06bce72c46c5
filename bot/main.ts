import type { House } from "./channel.ts";
import { webChannel } from "./channels/web/index.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import type { Parts } from "./converse.ts";
import { houseFor, lateHouse, sendLeftovers, startChannel } from "./house.ts";
import { openParts } from "./open.ts";

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `npm start`: the bot on the web, and in the messengers that are set up. */
await run(async () => {
  readFlags("npm start", {});
  const { dataDir, host, port, telegram } = readConfig();
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
  let stopTelegram: (() => Promise<void>) | undefined;
  try {
    const parts = await open();
    await sendLeftovers(parts, web);
    if (telegram) {
      const { telegramChannel } = await import("./channels/telegram/index.ts");
      stopTelegram = await startChannel(parts, telegramChannel({ ...telegram, log }), log);
    }
    process.stdout.write(`The bot is at ${web.address()}\n`);
    await new Promise<void>((stop) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    });
  } finally {
    await Promise.all([web.stop(), stopTelegram?.()]);
    await opening?.then(({ store }) => store.close()).catch(() => {});
  }
  return 0;
});
