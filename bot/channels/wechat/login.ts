import qrcode from "qrcode-terminal";
import type { ScanStatus } from "wechaty";

/** What an operator's page shows. */
export interface WechatStatus {
  readonly state: "waiting" | "scanning" | "loggedIn" | "loggedOut" | "failed";
  /** What the QR code to scan holds; null where there is nothing to scan. */
  readonly qrText: string | null;
  /** The account's own name. */
  readonly name: string | null;
  /** When the state began, an ISO instant. */
  readonly since: string;
  readonly lastHeartbeat: string | null;
}

const hourMs = 60 * 60 * 1000;

/** Follows the login and tells the operator about it, one line each. */
export class Login {
  readonly #log: (line: string) => void;
  #beatToldAt = 0;
  status: WechatStatus = {
    state: "waiting",
    qrText: null,
    name: null,
    since: new Date().toISOString(),
    lastHeartbeat: null,
  };

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  scan(qrText: string, status: keyof typeof ScanStatus): void {
    switch (status) {
      case "Waiting":
      case "Timeout":
        if (qrText === "" || qrText === this.status.qrText) return;
        this.#become("scanning", { qrText });
        this.#log(`微信：请用手机微信扫码登录 · wechat: scan this code with the account's phone\n${drawn(qrText)}`);
        return;
      case "Scanned":
        this.#become("scanning");
        this.#log("微信：已扫码，请在手机上点“登录” · wechat: scanned, now confirm on the phone");
        return;
      case "Confirmed":
        this.#become("scanning");
        this.#log("微信：已确认，正在登录 · wechat: confirmed, logging in");
        return;
      case "Cancel":
        this.#become("waiting");
        this.#log("微信：手机上取消了登录 · wechat: the login was cancelled on the phone");
    }
  }

  in(name: string): void {
    this.#become("loggedIn", { name });
    this.#beatToldAt = 0;
    this.#log(`微信：${name} 已登录 · wechat: logged in as ${name}`);
  }

  out(reason: string): void {
    const { name } = this.status;
    this.#become("loggedOut", { name });
    this.#log(`微信：已退出登录 · wechat: ${name ?? "the account"} was logged out (${reason})`);
  }

  failed(): void {
    if (this.status.state === "failed") return;
    this.#become("failed");
    this.#log("微信：连不上，会自动再试 · wechat: the puppet has stopped; trying on");
  }

  /** Heartbeats come every few seconds; one an hour is told. */
  heartbeat(now = new Date()): void {
    this.status = { ...this.status, lastHeartbeat: now.toISOString() };
    if (now.getTime() - this.#beatToldAt < hourMs) return;
    this.#beatToldAt = now.getTime();
    this.#log("微信：运行正常 · wechat: alive");
  }

  #become(state: WechatStatus["state"], { qrText = null, name = null }: Partial<WechatStatus> = {}): void {
    this.status = { ...this.status, state, qrText, name, since: new Date().toISOString() };
  }
}

/** A QR code as text for a terminal or a page, so that no other service ever sees what it holds. */
export const drawn = (text: string): string => {
  let drawing = "";
  qrcode.generate(text, { small: true }, (code) => {
    drawing = code;
  });
  return drawing;
};
