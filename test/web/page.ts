import type { Reply } from "../../bot/channel.ts";
import type { Got } from "../contracts/channel.ts";
import type { Client } from "./client.ts";

/** What a page shows of the bot, oldest first. */
export const gotBy = async (client: Client): Promise<readonly Got[]> =>
  Promise.all((await messagesFor(client)).map((html) => gotOf(client, html)));

/** The choice that a page offers under that label; the label itself where there is none. */
export const choiceCalled = async (client: Client, label: string): Promise<string> =>
  choicesIn((await messagesFor(client)).join("")).findLast((choice) => choice.label === label)?.id ?? label;

/** The open question. */
export const questionFor = async (client: Client): Promise<Pick<Reply, "text" | "ask" | "choices">> => {
  const html = (await messagesFor(client)).at(-1) ?? "";
  const [, ask = "null"] = /data-ask="([^"]*)"/.exec(html) ?? [];
  return { text: textOf(html), ask: JSON.parse(plain(ask)), choices: choicesIn(html) };
};

const messagesFor = async (client: Client): Promise<readonly string[]> =>
  (await client.page("/?last=1000")).split('<div class="message ').filter((message) => message.startsWith("bot"));

const gotOf = async (client: Client, html: string): Promise<Got> => {
  const [, href, name = ""] = /<a class="file" href="([^"]*)" download="([^"]*)"/.exec(html) ?? [];
  const bytes = href && new Uint8Array(await (await client.fetch(plain(href))).arrayBuffer());
  return {
    text: textOf(html),
    buttons: choicesIn(html).map(({ label }) => label),
    file: bytes ? { name: plain(name), bytes } : null,
  };
};

const textOf = (html: string): string => {
  const [, text = ""] = /<p class="bubble">([\s\S]*?)<\/p>/.exec(html) ?? [];
  return plain(text.replace(/<[^>]*>/g, ""));
};

const choicesIn = (html: string): Reply["choices"] =>
  [...html.matchAll(/name="choice" value="([^"]*)">([^<]*)</g)].map(([, id = "", label = ""]) => ({
    id: plain(id),
    label: plain(label),
  }));

const plain = (escaped: string): string =>
  escaped
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
