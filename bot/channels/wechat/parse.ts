import type { types } from "wechaty";
import type { Input } from "../../channel.ts";
import { roomAddress } from "./room.ts";
import { notTaken } from "./sentences.ts";

export type MessageType = keyof typeof types.Message;
type ContactType = keyof typeof types.Contact;

/** A message as any puppet gives it. */
export interface Seen {
  readonly id: string;
  readonly type: MessageType;
  readonly text: string;
  readonly from: { readonly id: string; readonly type: ContactType };
  /** Null where it was said privately. */
  readonly room: string | null;
  readonly isOwn: boolean;
  readonly mentionsBot: boolean;
}

/** What a message means. `address` is the contact's id, `id` makes a repeated one harmless. */
export type Heard =
  | { readonly kind: "input"; readonly address: string; readonly id: string; readonly input: Input }
  /** Puppets call some files `Unknown`, as they call what WeChat itself says: then it may hold none. */
  | { readonly kind: "file"; readonly address: string; readonly id: string; readonly isSure: boolean }
  /** Nothing for the conversation; it is answered with a sentence. */
  | { readonly kind: "aside"; readonly address: string; readonly text: string }
  | { readonly kind: "room"; readonly address: string; readonly by: string };

/** WeChat's own accounts, which puppets give as people. */
const machines = new Set(["weixin", "filehelper", "fmessage", "newsapp", "medianote", "floatbottle"]);

/** Reads a message; null where there is nothing to answer. */
export const parse = (seen: Seen): Heard | null => {
  const { id, type, from, room } = seen;
  if (seen.isOwn || from.type === "Official" || machines.has(from.id)) return null;
  if (room !== null) return seen.mentionsBot ? { kind: "room", address: roomAddress(room), by: from.id } : null;
  const address = from.id;
  switch (type) {
    case "Text": {
      const text = withoutQuote(seen.text);
      return text.trim() === "" ? null : { kind: "input", address, id, input: inputOf(text) };
    }
    case "Attachment":
    case "Image":
    case "Unknown":
      return { kind: "file", address, id, isSure: type !== "Unknown" };
    default: {
      const why = notTaken[type];
      return why ? { kind: "aside", address, text: why } : null;
    }
  }
};

/** WeChat puts what is replied to before the reply: 「name：words」, a line of dashes, the reply. */
const withoutQuote = (text: string): string => /^「[\s\S]*?」\n(?:- ){5,}-\n([\s\S]*)$/.exec(text)?.[1] ?? text;

/** WeChat writes a sentence of its own in the person's name when a request is accepted. */
const inputOf = (text: string): Input => (/现在(?:我们)?可以开始聊天了。?$/.test(text) ? { arrived: true } : { text });
