import { join, resolve } from "node:path";

/** What the operator can set; this file is the only reader of the environment. */
export interface Config {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Null where no token is set. */
  readonly telegram: TelegramConfig | null;
  /** Null where no puppet is set. */
  readonly wechat: WechatConfig | null;
  /** Where the operator sees the messengers' state, on this machine alone; null where it is not wanted. */
  readonly operatorPort: number | null;
}

interface WechatConfig {
  readonly puppet: string;
  readonly puppetOptions: { readonly token?: string };
  /** Where the login is kept. */
  readonly memory: string;
  readonly dailyMessages?: number;
  readonly dailyNotices?: number;
  readonly acceptsFriends: boolean;
}

interface TelegramConfig {
  readonly token: string;
  readonly root?: string;
  readonly webhook?: { readonly url: string; readonly port: number };
}

/** A mistake of the operator's, told in one line that says what to do. */
export class OperatorError extends Error {}

/** Reads the settings. Throws `OperatorError` naming the variable that is wrong. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  if (env.DATABASE_URL) {
    throw new OperatorError("DATABASE_URL is set, but only the embedded database is supported yet: unset it");
  }
  const dataDir = resolve(env.DATA_DIR || "data");
  return {
    dataDir,
    port: readPort(env, "PORT", 3000),
    host: env.HOST || "127.0.0.1",
    telegram: readTelegram(env),
    wechat: readWechat(env, dataDir),
    operatorPort: env.OPERATOR_PORT ? readPort(env, "OPERATOR_PORT", 3999) : null,
  };
};

const readPort = (env: NodeJS.ProcessEnv, name: string, usual: number): number => {
  const text = env[name] ?? String(usual);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new OperatorError(`${name} is "${text}": set it to a number from 0 to 65535, e.g. ${name}=${usual + 1}`);
  }
  return Number(text);
};

const readTelegram = (env: NodeJS.ProcessEnv): TelegramConfig | null => {
  const token = env.TELEGRAM_BOT_TOKEN?.trim();
  if (!token) return null;
  const root = readUrl(env, "TELEGRAM_API_ROOT", "https://api.telegram.org");
  const url = readUrl(env, "TELEGRAM_WEBHOOK_URL", "https://bot.example.cn/telegram");
  return {
    token,
    ...(root ? { root } : {}),
    ...(url ? { webhook: { url, port: readPort(env, "TELEGRAM_WEBHOOK_PORT", 8443) } } : {}),
  };
};

const readWechat = (env: NodeJS.ProcessEnv, dataDir: string): WechatConfig | null => {
  const puppet = env.WECHATY_PUPPET?.trim();
  if (!puppet) return null;
  const token = env.WECHATY_PUPPET_TOKEN?.trim();
  const dailyMessages = readDaily(env, "WECHATY_DAILY_MESSAGES", 500);
  const dailyNotices = readDaily(env, "WECHATY_DAILY_NOTICES", 100);
  return {
    puppet,
    puppetOptions: token ? { token } : {},
    memory: join(dataDir, "wechat"),
    ...(dailyMessages !== null && { dailyMessages }),
    ...(dailyNotices !== null && { dailyNotices }),
    acceptsFriends: env.WECHATY_ACCEPT_FRIENDS !== "no",
  };
};

const readDaily = (env: NodeJS.ProcessEnv, name: string, example: number): number | null => {
  const daily = env[name];
  if (!daily) return null;
  if (!/^[1-9]\d{0,5}$/.test(daily))
    throw new OperatorError(`${name} is "${daily}": set it to a number, e.g. ${name}=${example}`);
  return Number(daily);
};

const readUrl = (env: NodeJS.ProcessEnv, name: string, example: string): string | null => {
  const text = env[name];
  if (!text) return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new OperatorError(`${name} is "${text}": set it to an address, e.g. ${name}=${example}`);
  return text;
};
