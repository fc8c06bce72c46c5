import { createHash, randomBytes } from "node:crypto";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type House, plainCode, WrongTries } from "../../channel.ts";
import { Refusal } from "./refusal.ts";

// Who asks? A browser holds a random token in a cookie; its conversation's address is the token's SHA-256, so that the
// database holds nothing with which a browser could be imitated. A browser that came in by a resume code holds the
// code in a second cookie, and each of its requests asks the house whose code it is. Nothing else is kept, neither
// here nor in the database, and so it survives a restart; and a new code shuts out, at once, every browser that came
// in by the old one.

const TOKEN = "chat";
const RESUMED = "resumed";
/** The longest that browsers keep a cookie; renewed at each visit. */
const COOKIE_SECONDS = 400 * 24 * 3600;

export type Visitor =
  /** A browser never seen before. */
  | { readonly status: "new" }
  | { readonly status: "known"; readonly address: string }
  /** It came in by a resume code that a newer one has replaced. */
  | { readonly status: "expired" };

export class Sessions {
  readonly #house: House;
  readonly #secure: boolean;
  readonly #wrong = new WrongTries(5, 60_000);
  /** Codes that opened a conversation before: they need no budget of tries, so that one guesser locks nobody out. */
  readonly #proven = new Set<string>();

  constructor(house: House, secure: boolean) {
    this.#house = house;
    this.#secure = secure;
  }

  async visitor(c: Context): Promise<Visitor> {
    const code = plainCode(getCookie(c, RESUMED) ?? "");
    if (code) {
      const address = await this.#addressOf(c, code);
      return address ? { status: "known", address } : { status: "expired" };
    }
    const token = ownToken(c);
    return token ? { status: "known", address: addressOf(token) } : { status: "new" };
  }

  /** Gives a new browser its cookie and address. */
  begin(c: Context): string {
    const token = randomBytes(32).toString("base64url");
    this.#set(c, TOKEN, token);
    return addressOf(token);
  }

  /** Puts off the day on which the browser forgets its cookies. */
  renew(c: Context): void {
    for (const name of [TOKEN, RESUMED]) {
      const value = getCookie(c, name);
      if (value) this.#set(c, name, value);
    }
  }

  /** Takes the browser to the conversation of a code as a person typed it. Throws `Refusal`. */
  async resume(c: Context, typed: string): Promise<void> {
    const code = plainCode(typed);
    const address = code && (await this.#addressOf(c, code));
    if (!address)
      throw new Refusal(422, "恢复码不对。请对照保存的恢复码再输入一次；如果后来又生成过新的，请用最新的。");
    const token = ownToken(c);
    if (token && addressOf(token) === address) this.#forget(c);
    else this.#set(c, RESUMED, code);
  }

  /** A new code as the house writes it; the browser itself stays in, also when it came in by the old one. */
  async newCode(c: Context, address: string): Promise<string> {
    const code = await this.#house.resumeCode(address);
    if (getCookie(c, RESUMED)) this.#set(c, RESUMED, plainCode(code));
    return code;
  }

  /** Leaves a conversation whose code has expired. */
  leave(c: Context): void {
    this.#forget(c);
  }

  async #addressOf(c: Context, code: string): Promise<string | null> {
    const client = getConnInfo(c).remote.address ?? "";
    if (!this.#proven.has(code) && this.#wrong.isOver(client)) {
      throw new Refusal(429, "恢复码输错次数太多，请过一分钟再试。");
    }
    // Counted before the answer is known, or many tries at the same moment would count as none.
    this.#wrong.add(client);
    const address = await this.#house.resume(code);
    if (address) {
      this.#proven.add(code);
      this.#wrong.forgive(client);
    } else {
      this.#proven.delete(code);
    }
    return address;
  }

  #set(c: Context, name: string, value: string): void {
    setCookie(c, name, value, {
      httpOnly: true,
      sameSite: "Lax",
      secure: this.#secure,
      path: "/",
      maxAge: COOKIE_SECONDS,
    });
  }

  #forget(c: Context): void {
    deleteCookie(c, RESUMED, { path: "/", secure: this.#secure });
  }
}

function ownToken(c: Context): string | null {
  const token = getCookie(c, TOKEN);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

function addressOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
