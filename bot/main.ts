import type { Server } from "node:http";
import type { House } from "./channel.ts";
import { webChannel } from "./channels/web/index.ts";
import { clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError, readConfig } from "./config.ts";
import type { Parts } from "./converse.ts";
import { houseFor, lateHouse, outboxOf, sendLeftovers } from "./house.ts";
import { startTelling } from "./jobs/start.ts";
import { type Messengers, startMessengers } from "./messengers.ts";
import { openParts } from "./open.ts";
import { startOperatorPage } from "./operator-page.ts";
import { type Turns, turnsOf } from "./turns.ts";

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `npm start`: the bot on the web, and in the messengers that are set up. */
await run(async () => {
  readFlags("npm start", {});
  const config = readConfig();
  const { dataDir, host, port, operatorPort } = config;
  const web = webChannel({ port, host, log });
  // The port is taken before the database is opened: where it is in use, nothing is written.
  let opening: Promise<Parts> | undefined;
  const open = (): Promise<Parts> => {
    opening ??= openParts(dataDir, clockAt(undefined));
    return opening;
  };
  let inside: { readonly house: House; readonly turns: Turns } | undefined;
  const openHouse = async () => {
    const parts = await open();
    const outbox = outboxOf(parts, web);
    const turns = turnsOf(parts, web, outbox);
    inside ??= { house: houseFor(parts, web, outbox, turns), turns };
    return inside;
  };
  const late = lateHouse(async () => (await openHouse()).house);
  await web.start(late).catch((error: Error) => {
    throw new OperatorError(error.message);
  });
  let messengers: Messengers | undefined;
  let operatorPage: Server | undefined;
  let telling: { stop(): Promise<void> } | undefined;
  try {
    const parts = await open();
    parts.running.set(web.name, web);
    await sendLeftovers(parts, web);
    messengers = await startMessengers(parts, config, log);
    const { states, turns } = messengers;
    const running = new Map([...turns, [web.name, (await openHouse()).turns]]);
    telling = startTelling(parts, running, parts.clock, log);
    if (operatorPort !== null) operatorPage = await operatorPageAt(operatorPort, states);
    process.stdout.write(`The bot is at ${web.address()}\n`);
    await new Promise<void>((stop) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop());
    });
  } finally {
    operatorPage?.close();
    // Together: what is being sent again and again ends with its messenger.
    await Promise.all([telling?.stop(), web.stop(), messengers?.stop()]);
    await opening?.then(({ store }) => store.close()).catch(() => {});
  }
  return 0;
});

async function operatorPageAt(port: number, states: Messengers["states"]): Promise<Server> {
  const server = await startOperatorPage(port, states).catch((error: Error) => {
    throw new OperatorError(`OPERATOR_PORT ${port} cannot be used (${error.message}): set another one`);
  });
  log(`The operator's page is at http://127.0.0.1:${port}`);
  return server;
}
