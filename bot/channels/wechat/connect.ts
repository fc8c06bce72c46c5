import { createRequire } from "node:module";
import type { Wechaty } from "wechaty";
import { reasonOf } from "./failure.ts";

export interface Puppet {
  /** The npm package's name. */
  readonly puppet: string;
  /** What that puppet wants, such as its `token`. */
  readonly puppetOptions?: Readonly<Record<string, unknown>>;
  /** Where the login is kept, so that not every start asks for a scan; without it in memory. */
  readonly memory?: string;
}

/** Wechaty with the bot that is to be started; only here it is loaded. */
export interface Connected {
  readonly bot: Wechaty;
  readonly wechaty: typeof import("wechaty");
  readonly fileBox: typeof import("file-box").FileBox;
}

/** Loads Wechaty and the puppet. Throws one line for the operator where there is no such puppet or it does not take its options. */
export const connect = async ({ puppet, puppetOptions = {}, memory }: Puppet): Promise<Connected> => {
  needInstalled(puppet);
  const [wechaty, { FileBox }] = await Promise.all([import("wechaty"), import("file-box")]);
  // Its own lines are for its developers; what an operator needs is told by the channel.
  wechaty.log.level("error");
  const bot = wechaty.WechatyBuilder.build({
    ...(memory ? { name: memory } : {}),
    // Any package's name will do, though the type lists a few.
    puppet: puppet as "wechaty-puppet-service",
    puppetOptions: { ...puppetOptions },
  });
  await bot.init().catch((error: unknown) => {
    throw new Error(
      `${puppet} does not begin (${reasonOf(error)}): check its token and settings, see docs/operating.md`,
    );
  });
  return { bot, wechaty, fileBox: FileBox };
};

const needInstalled = (puppet: string): void => {
  if (!/^(?:@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/.test(puppet))
    throw new Error(
      `WECHATY_PUPPET is "${puppet}": set it to a puppet's package, e.g. WECHATY_PUPPET=wechaty-puppet-service`,
    );
  try {
    createRequire(import.meta.url).resolve(puppet);
  } catch (error) {
    // A package that only ES modules may import is there, too.
    if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) return;
    throw new Error(`WECHATY_PUPPET is "${puppet}", which is not installed: run npm install ${puppet}`);
  }
};
