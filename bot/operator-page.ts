import { createServer, type Server } from "node:http";

/** What the operator's page shows of a messenger: lines, and perhaps a code to scan, drawn as text. */
export interface MessengerState {
  readonly lines: readonly string[];
  readonly code: string | null;
}

/**
 * A page for the operator on this machine alone: whoever scans a login code controls the account. Rejects where the port
 * is taken.
 */
export const startOperatorPage = (
  port: number,
  states: () => Readonly<Record<string, MessengerState>>,
): Promise<Server> =>
  new Promise((started, failed) => {
    const server = createServer((request, response) => {
      // A page of another site must not read it through a name that leads here.
      const isHere = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(request.headers.host ?? "");
      response.writeHead(isHere && request.url === "/" ? 200 : 404, {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "x-frame-options": "DENY",
      });
      response.end(isHere && request.url === "/" ? page(states()) : "");
    });
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => started(server));
  });

const page = (states: Readonly<Record<string, MessengerState>>): string =>
  [
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="5">',
    '<meta name="viewport" content="width=device-width"><title>运行状态</title>',
    "<style>body{font:16px/1.6 sans-serif;margin:1rem}pre{font:12px/1 monospace}</style><h1>运行状态</h1>",
    ...Object.entries(states).map(
      ([name, { lines, code }]) =>
        `<h2>${escaped(name)}</h2>${lines.map((line) => `<p>${escaped(line)}</p>`).join("")}${code ? `<pre>${escaped(code)}</pre>` : ""}`,
    ),
    Object.keys(states).length === 0 ? "<p>没有启动任何聊天软件。</p>" : "",
  ].join("\n");

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
