import type { Delivery, House } from "../../channel.ts";
import type { Connected } from "./connect.ts";
import { deliveryOf, offline } from "./failure.ts";
import type { Part } from "./render.ts";
import { roomOf } from "./room.ts";
import { tooLargeToSend } from "./sentences.ts";
import { within } from "./within.ts";

/** The least that any puppet's documentation names. */
const mostBytes = 20 * 1024 * 1024;

/** Where to send: only those whom this login knows. */
const conversation = async ({ bot }: Connected, address: string) => {
  const room = roomOf(address);
  return room === null ? bot.Contact.find({ id: address }) : bot.Room.find({ id: room });
};

/** Sends one message; how it failed is a value. */
export const sendPart = async (
  connected: Connected,
  house: Pick<House, "openFile">,
  address: string,
  part: Part,
  seconds: number,
): Promise<Delivery> => {
  if (!connected.bot.isLoggedIn) return offline;
  try {
    const to = await within(seconds, conversation(connected, address));
    if (!to) return { status: "failed", reason: "no such contact in this login", final: "blocked" };
    const said = await sayableOf(connected, house, address, part);
    if (said === null) return { status: "failed", reason: "its file is not kept any more", final: "refused" };
    await within(seconds, to.say(said));
    return { status: "sent" };
  } catch (error) {
    return deliveryOf(error);
  }
};

const sayableOf = async ({ fileBox }: Connected, house: Pick<House, "openFile">, address: string, part: Part) => {
  if ("text" in part) return part.text;
  const file = await house.openFile(address, part.file.hash);
  if (!file) return null;
  if (file.bytes.length > mostBytes) return tooLargeToSend(part.file.name);
  return fileBox.fromBase64(Buffer.from(file.bytes).toString("base64"), part.file.name);
};
