import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "grammy/types";
import { Lanes } from "../../channel.ts";
import { laneOf } from "./lanes.ts";

const mostBody = 1024 * 1024;
/** More than Telegram's connections: each waits for its turn to be committed. */
const mostAtOnce = 100;

export interface Hook {
  readonly host: string;
  readonly port: number;
  readonly secret: string;
  readonly log: (line: string) => void;
  receive(update: Update): Promise<void>;
}

/** Listens for Telegram's calls; each is answered 200 only when its update has been received. */
export const listenForUpdates = async (hook: Hook): Promise<{ port: number; close(): Promise<void> }> => {
  const lanes = new Lanes(mostAtOnce);
  const server = createServer((request, response) => {
    void statusOf(hook, lanes, request).then((status) =>
      response.writeHead(status, { connection: "keep-alive" }).end(),
    );
  });
  await listen(server, hook);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      await lanes.idle();
      server.closeAllConnections();
      await closed;
    },
  };
};

const statusOf = async (hook: Hook, lanes: Lanes, request: IncomingMessage): Promise<number> => {
  if (request.method !== "POST") return 405;
  if (!isSecret(request.headers["x-telegram-bot-api-secret-token"], hook.secret)) {
    hook.log(`telegram: a webhook call without the right secret came from ${request.socket.remoteAddress}`);
    return 401;
  }
  try {
    const update = await read(request);
    if (!update) return 400;
    await lanes.run(laneOf(update), () => hook.receive(update));
    return 200;
  } catch (error) {
    // Telegram brings it again.
    hook.log(`telegram: a message was not taken (${String(error).split("\n", 1)[0]}); Telegram brings it again`);
    return 500;
  }
};

/** Takes as long for a wrong secret as for the right one. */
const isSecret = (given: string | string[] | undefined, secret: string): boolean =>
  timingSafeEqual(digest(typeof given === "string" ? given : ""), digest(secret));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The update; null for anything else. */
const read = async (request: IncomingMessage): Promise<Update | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBody) return null;
    chunks.push(chunk);
  }
  try {
    const data: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return data && typeof data === "object" && "update_id" in data ? (data as Update) : null;
  } catch {
    return null;
  }
};

const listen = (server: Server, { host, port }: Hook): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new Error(`cannot listen on ${host}:${port} (${error.code}): set TELEGRAM_WEBHOOK_PORT to another port`)),
    );
    server.listen(port, host, resolve);
  });
