import type { Message, types } from "wechaty";
import { type House, plainName, RefusedFile } from "../../channel.ts";
import { type Heard, parse, type Seen } from "./parse.ts";
import type { Invitations } from "./room.ts";
import { notFetched, notKept, writePrivately } from "./sentences.ts";
import { within } from "./within.ts";

type Of<Kind extends Heard["kind"]> = Extract<Heard, { kind: Kind }>;

export interface Receiving {
  readonly house: House;
  readonly invitations: Invitations;
  /** Wechaty's names for the kinds of messages and contacts. */
  readonly types: typeof types;
  readonly log: (line: string) => void;
}

const fetchSeconds = 120;

/**
 * Takes in one message; resolves once its turn is committed, or the person was asked to send it again: WeChat does not.
 * Rejects where the puppet cannot say what it is.
 */
export const receive = async (receiving: Receiving, message: Message): Promise<void> => {
  const { house, log } = receiving;
  const heard = parse(await seenIn(receiving.types, message));
  if (!heard) return;
  try {
    await take(receiving, heard, message);
  } catch (error) {
    if (error instanceof RefusedFile) return house.tell(heard.address, error.message);
    log(`wechat: a message was not processed: ${String(error).split("\n", 1)[0]}`);
    await house.tell(heard.address, notKept);
  }
};

const take = async ({ house, invitations }: Receiving, heard: Heard, message: Message): Promise<void> => {
  const { address } = heard;
  switch (heard.kind) {
    case "aside":
      return house.tell(address, heard.text);
    case "input":
      return house.converse(heard);
    case "room":
      if (invitations.isDue(address, heard.by, Date.now())) await house.tell(address, writePrivately);
      return;
    case "file":
      return takeFile(house, heard, message);
  }
};

const takeFile = async (house: House, { address, id, isSure }: Of<"file">, message: Message): Promise<void> => {
  const box = await within(fetchSeconds, message.toFileBox()).catch(() => null);
  const bytes = await (box && within(fetchSeconds, box.toBuffer()).catch(() => null));
  if (!box || !bytes) return isSure ? house.tell(address, notFetched) : undefined;
  const file = await house.keepFile(new Uint8Array(bytes), plainName(box.name));
  await house.converse({ id, address, input: { file } });
};

/** What a puppet's message says, as data. */
const seenIn = async ({ Message, Contact }: typeof types, message: Message): Promise<Seen> => {
  const from = message.talker();
  const room = message.room();
  return {
    id: message.id,
    type: nameIn(Message, message.type()),
    text: message.text(),
    from: { id: from.id, type: nameIn(Contact, from.type()) },
    room: room?.id ?? null,
    isOwn: message.self(),
    mentionsBot: room !== undefined && (await message.mentionSelf()),
  };
};

/** An enum's name for its number; newer puppets may know more. */
const nameIn = <Names extends { readonly Unknown: number }>(names: Names, number: number): keyof Names => {
  const found = Object.entries(names).find(([, value]) => value === number)?.[0];
  return (found as keyof Names | undefined) ?? "Unknown";
};
