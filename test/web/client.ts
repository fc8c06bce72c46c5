import { webChannel } from "../../bot/channels/web/index.ts";
import { type SmallHouse, smallHouse } from "./house.ts";

/** A web channel on a free port with a small house behind it. */
export async function open(): Promise<{
  house: SmallHouse;
  base: string;
  client: () => Client;
  stop(): Promise<void>;
}> {
  const channel = webChannel({ port: 0, host: "127.0.0.1" });
  const house = smallHouse(channel);
  await channel.start(house);
  const base = channel.address();
  return { house, base, client: () => new Client(base), stop: () => channel.stop() };
}

/** A browser as the server sees it: it keeps cookies, and follows nothing by itself. */
export class Client {
  readonly base: string;
  readonly cookies = new Map<string, string>();
  #ids = 0;

  constructor(base: string) {
    this.base = base;
  }

  async fetch(path: string, init: RequestInit & { duplex?: "half" } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookies.size > 0)
      headers.set("cookie", [...this.cookies].map(([key, value]) => `${key}=${value}`).join("; "));
    const answer = await fetch(this.base + path, { redirect: "manual", ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async page(path = "/"): Promise<string> {
    return (await this.fetch(path)).text();
  }

  /** Posts a form; a say without an id gets one of its own. */
  async post(
    path: string,
    fields: Record<string, string | File> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = new FormData();
    if (path === "/say" && !("id" in fields)) body.set("id", `m${++this.#ids}`);
    for (const [key, value] of Object.entries(fields)) body.set(key, value);
    return this.fetch(path, { method: "POST", body, headers });
  }

  say(text: string): Promise<Response> {
    return this.post("/say", { text });
  }

  async events(query = "", headers: Record<string, string> = {}): Promise<EventReader> {
    const given = new AbortController();
    const answer = await this.fetch(`/events${query}`, { headers, signal: given.signal });
    return new EventReader(answer, given);
  }
}

export interface StreamEvent {
  readonly id: number;
  readonly event: string;
  readonly data: string;
}

/** Server-sent events as a browser reads them. */
export class EventReader {
  readonly answer: Response;
  readonly #given: AbortController;
  readonly #reader;
  #rest = "";

  constructor(answer: Response, given: AbortController) {
    this.answer = answer;
    this.#given = given;
    if (!answer.body) throw new Error("no stream");
    this.#reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** The next event with data; null at the end of the stream. */
  async next(): Promise<StreamEvent | null> {
    for (;;) {
      const end = this.#rest.indexOf("\n\n");
      if (end >= 0) {
        const lines = this.#rest.slice(0, end).split("\n");
        this.#rest = this.#rest.slice(end + 2);
        const all = (name: string) =>
          lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
        const data = all("data").join("\n");
        if (data) return { id: Number(all("id")[0]), event: all("event")[0] ?? "message", data };
        continue;
      }
      const { done, value } = await this.#reader.read();
      if (done) return null;
      this.#rest += value;
    }
  }

  async take(count: number): Promise<StreamEvent[]> {
    const events: StreamEvent[] = [];
    while (events.length < count) {
      const next = await this.next();
      if (!next) break;
      events.push(next);
    }
    return events;
  }

  /** Whatever arrives within the time. */
  async during(ms: number): Promise<StreamEvent[]> {
    const events: StreamEvent[] = [];
    const end = Date.now() + ms;
    while (Date.now() < end) {
      const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), end - Date.now()));
      const next = await Promise.race([this.next(), late]);
      if (next === "late" || next === null) break;
      events.push(next);
    }
    return events;
  }

  close(): void {
    this.#given.abort();
  }
}
