import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Channel, House } from "../../channel.ts";
import { chatApp } from "./app.tsx";
import { listen } from "./listen.ts";
import { Streams } from "./streams.ts";

export interface WebOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Cookies over https only; for a server behind a proxy with a certificate. */
  readonly secureCookies?: boolean;
  /** Gets one line for each failure; never what a person said, nor a cookie. */
  readonly log?: (line: string) => void;
}

/** How long requests under way may still take when the channel stops. */
const GRACE_MS = 500;

/** The web chat. The transcript is the delivery: `send` only wakes the pages that are open. */
export function webChannel(options: WebOptions): Channel & { address(): string } {
  let server: Server | undefined;
  let streams: Streams | undefined;

  return {
    name: "web",
    waits: true,

    async start(house: House) {
      streams = new Streams(house, options.log);
      const { fetch } = chatApp({ house, streams, secureCookies: options.secureCookies ?? false, log: options.log });
      const created = createServer(getRequestListener(fetch));
      await listen(created, options.port, options.host);
      server = created;
    },

    async send(address) {
      streams?.wake(address);
      return { status: "sent" };
    },

    async stop() {
      const stopping = server;
      server = undefined;
      streams?.close();
      if (!stopping) return;
      // A connection becomes idle only once its stream has ended or its request is answered.
      const idle = setInterval(() => stopping.closeIdleConnections(), 20);
      const late = setTimeout(() => stopping.closeAllConnections(), GRACE_MS);
      await new Promise((resolve) => stopping.close(resolve));
      clearInterval(idle);
      clearTimeout(late);
    },

    /** Where a browser on this machine finds the page; known once started. */
    address() {
      const at = server?.address();
      if (!at || typeof at === "string") throw new Error("the web channel is not started");
      const everyone = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(at.address);
      const host = everyone ? "localhost" : at.family === "IPv6" ? `[${at.address}]` : at.address;
      return `http://${host}:${at.port}`;
    },
  };
}
