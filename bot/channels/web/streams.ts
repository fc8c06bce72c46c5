import type { House } from "../../channel.ts";
import { fragment } from "./render.tsx";
import { TAIL, Thread } from "./thread.ts";

/** More pages than a person opens; the oldest gives way to a new one. */
const MAX_STREAMS = 10;
/** What a page may have missed at most and still gets piece by piece. */
const MAX_MISSED = 10_000;
/** So often a silent stream says that it is still there, or a proxy would cut it. */
const HEARTBEAT_MS = 20_000;

/** The open pages. Each reads the transcript after what it has shown last; being woken only makes it look. */
export class Streams {
  readonly #house: House;
  readonly #log: ((line: string) => void) | undefined;
  readonly #open = new Map<string, Set<Page>>();
  readonly #heartbeatMs: number;
  #closed = false;

  constructor(house: House, log: ((line: string) => void) | undefined, heartbeatMs = HEARTBEAT_MS) {
    this.#house = house;
    this.#log = log;
    this.#heartbeatMs = heartbeatMs;
  }

  get count(): number {
    return [...this.#open.values()].reduce((sum, pages) => sum + pages.size, 0);
  }

  wake(address: string): void {
    for (const page of this.#open.get(address) ?? []) page.wake();
  }

  /** Ends the pages of an address: each comes back by itself, if it still may. */
  end(address: string): void {
    for (const page of this.#open.get(address) ?? []) page.end();
  }

  close(): void {
    this.#closed = true;
    for (const address of this.#open.keys()) this.end(address);
  }

  /** A stream of server-sent events: all that was said after `after`, then all that will be. */
  open(address: string, after: number): ReadableStream<Uint8Array> {
    const pages = this.#open.get(address) ?? new Set();
    this.#open.set(address, pages);
    const [oldest] = pages;
    if (oldest && pages.size >= MAX_STREAMS) {
      oldest.end("打开的页面太多，这个页面已停止更新。");
      pages.delete(oldest);
    }

    const page = new Page();
    pages.add(page);
    if (this.#closed) page.end();
    const closed = () => {
      page.end();
      pages.delete(page);
      if (pages.size === 0 && this.#open.get(address) === pages) this.#open.delete(address);
    };

    const house = this.#house;
    const log = this.#log;
    const heartbeatMs = this.#heartbeatMs;
    const text = new TextEncoder();
    let thread: Thread | undefined;
    let last = after;
    return new ReadableStream({
      async start(controller) {
        controller.enqueue(text.encode("retry: 1000\n\n"));
      },
      // Called whenever the browser has taken what it was given: what it cannot take yet stays in the database.
      async pull(controller) {
        try {
          thread ??= new Thread((await house.said(address, 0, TAIL)).filter(({ seq }) => seq <= after));
          while (!page.ended) {
            const said = page.isAwake() ? await house.said(address, last, MAX_MISSED) : [];
            if (said.length > 0) {
              for (const one of said) controller.enqueue(text.encode(event(one.seq, fragment(one, thread))));
              last = said.at(-1)?.seq ?? last;
              return;
            }
            if (!(await page.isWoken(heartbeatMs))) return controller.enqueue(text.encode(": still here\n\n"));
          }
          if (page.farewell) controller.enqueue(text.encode(gone(page.farewell)));
        } catch (error) {
          log?.(`web: a stream ended: ${firstLine(error)}`);
        }
        closed();
        controller.close();
      },
      cancel: closed,
    });
  }
}

/** An event after which the page does not come back by itself; it shows the sentence. */
export function gone(sentence: string): string {
  return `event: gone\ndata: ${sentence}\n\n`;
}

function event(seq: number, html: string): string {
  const data = html.replace(/\r\n?/g, "\n").replaceAll("\n", "\ndata: ");
  // Without data the browser only remembers how far it is.
  return data ? `id: ${seq}\ndata: ${data}\n\n` : `id: ${seq}\n\n`;
}

/** What failed, for the log. Databases quote the values they were given in the lines below. */
export function firstLine(error: unknown): string {
  return String(error).split("\n", 1)[0] ?? "";
}

/** One open page: asleep until something may have been said. */
class Page {
  ended = false;
  farewell = "";
  #awake = true;
  #stir: () => void = () => {};

  wake(): void {
    this.#awake = true;
    this.#stir();
  }

  end(farewell = ""): void {
    this.ended = true;
    this.farewell = farewell;
    this.#stir();
  }

  /** Whether to look at the transcript; asking takes the call. */
  isAwake(): boolean {
    const awake = this.#awake;
    this.#awake = false;
    return awake;
  }

  /** Waits for a call; false when none came in time. */
  isWoken(ms: number): Promise<boolean> {
    if (this.#awake || this.ended) return Promise.resolve(true);
    return new Promise((resolve) => {
      const settle = (woken: boolean) => {
        clearTimeout(timer);
        this.#stir = () => {};
        resolve(woken);
      };
      const timer = setTimeout(() => settle(false), ms);
      this.#stir = () => settle(true);
    });
  }
}
