import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault, Faults } from "./faults.ts";
import type { Payload } from "./methods.ts";
import { readMultipart } from "./multipart.ts";
import { ApiError } from "./types.ts";

export interface Backend {
  readonly token: string;
  readonly faults: Faults;
  /** Every call with the right token, also one that goes wrong. */
  called(method: string, payload: Payload): void;
  run(method: string, payload: Payload, gone: (end: () => void) => void): Promise<unknown>;
  file(path: string): Uint8Array | null;
}

/** The Bot API over HTTP on loopback. */
export const serve = async (backend: Backend): Promise<{ root: string; server: Server }> => {
  const server = createServer((request, response) => {
    void answer(backend, request, response).catch(() => response.destroy());
  });
  // On a busy machine a call comes late on a connection that was just closed for being idle.
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
};

const answer = async (backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const [, isFile, token, name = ""] = /^\/(file\/)?bot([^/]+)\/(.*)$/.exec(request.url ?? "") ?? [];
  const payload = await read(request);
  if (!token?.includes(":")) return reply(response, new ApiError(404, "Not Found"));
  if (token !== backend.token) return reply(response, new ApiError(401, "Unauthorized"));
  const method = isFile ? "download" : name;
  backend.called(method, payload);
  const fault = backend.faults.take(method, payload.chat_id);
  if (fault && isBefore(fault)) return spoil(response, fault);
  const result = isFile
    ? (backend.file(name) ?? new ApiError(404, "Not Found"))
    : await backend.run(method, payload, (end) => response.once("close", end)).catch(expected);
  if (fault) spoil(response, fault);
  else if (result instanceof Uint8Array) response.end(result);
  else reply(response, result);
};

const isBefore = (fault: Fault): boolean =>
  "status" in fault || "page" in fault || ("drop" in fault && fault.drop === "before");

const spoil = (response: ServerResponse, fault: Fault): void => {
  if ("drop" in fault) response.destroy();
  else if ("page" in fault) response.writeHead(fault.page).end("<html>bad gateway</html>");
  else if ("status" in fault)
    reply(response, new ApiError(fault.status, fault.description ?? "as planned", fault.retryAfter));
};

const expected = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error;
  throw error;
};

const reply = (response: ServerResponse, result: unknown): void => {
  const isError = result instanceof ApiError;
  const body = isError
    ? {
        ok: false,
        error_code: result.code,
        description: result.message,
        ...(result.retryAfter === undefined ? {} : { parameters: { retry_after: result.retryAfter } }),
      }
    : { ok: true, result };
  response.writeHead(isError ? result.code : 200, { "content-type": "application/json" }).end(JSON.stringify(body));
};

/** A payload as JSON or as a form; files stay files. */
const read = async (request: IncomingMessage): Promise<Payload> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return {};
  if (type.includes("json")) return JSON.parse(body.toString()) as Payload;
  return readMultipart(body, type);
};
