import { type Api, InputFile } from "grammy";
import type { Delivery, House } from "../../channel.ts";
import { deliveryOf } from "./failure.ts";
import type { Part } from "./render.ts";
import { tooLargeToSend } from "./sentences.ts";

const mostBytes = 50 * 1024 * 1024;

/** Sends one message; how it failed is a value. */
export const sendPart = async (
  api: Api,
  house: Pick<House, "openFile">,
  address: string,
  part: Part,
): Promise<Delivery> => {
  const markup =
    part.keyboard.length > 0 ? { reply_markup: { inline_keyboard: part.keyboard.map((row) => [...row]) } } : {};
  const sendText = (text: string) =>
    api.sendMessage(address, text, { ...markup, link_preview_options: { is_disabled: true } });
  try {
    if ("text" in part) await sendText(part.text);
    else {
      const file = await house.openFile(address, part.file.hash);
      if (!file) return { status: "failed", reason: "its file is not kept any more", final: "refused" };
      if (file.bytes.length > mostBytes) await sendText(tooLargeToSend(part.file.name));
      else await api.sendDocument(address, new InputFile(file.bytes, bareName(part.file.name)), markup);
    }
    return { status: "sent" };
  } catch (error) {
    return deliveryOf(error);
  }
};

/** grammY writes a file's name without quotes, where these marks would end it. */
const bareName = (name: string): string =>
  name
    .replaceAll(";", "；")
    .replaceAll('"', "”")
    .replace(/[\r\n]/g, " ");
