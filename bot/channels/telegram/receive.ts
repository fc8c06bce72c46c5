import type { Update } from "grammy/types";
import { type House, RefusedFile } from "../../channel.ts";
import { type Bot, captionId } from "./identity.ts";
import { readData } from "./keyboard.ts";
import { type Heard, parse } from "./parse.ts";
import { editedBefore } from "./sentences.ts";

type Of<Kind extends Heard["kind"]> = Extract<Heard, { kind: Kind }>;

export interface Receiving {
  readonly bot: Bot;
  readonly house: House;
  /** Stops the waiting sign on a button that was pressed. Never rejects. */
  answerPress(query: string): Promise<void>;
  /** Throws `RefusedFile` for a file that cannot be had. */
  download(file: Of<"file">): Promise<Uint8Array>;
}

/** More messages than one turn has. */
const recent = 100;

/** Takes in one update; resolves once its turn is committed, and only then may it be confirmed to Telegram. */
export const receive = async (receiving: Receiving, update: Update): Promise<void> => {
  const { bot, house } = receiving;
  const heard = parse(update, bot);
  if (!heard) return;
  const { address } = heard;
  switch (heard.kind) {
    case "aside":
      return house.tell(address, heard.text);
    case "input":
      return house.converse(heard);
    case "press":
      void receiving.answerPress(heard.query);
      return house.converse({ id: heard.id, address, input: { choice: await choiceOf(house, heard) } });
    case "file":
      return receiveFile(receiving, heard);
    case "edit":
      return correct(house, heard);
  }
};

/**
 * The choice behind a button of the question that is open, or of what asked nothing and so stays open; else the data
 * itself, which is no choice of any question.
 */
const choiceOf = async (house: House, { address, data }: Of<"press">): Promise<string> => {
  const pressed = readData(data);
  if (!pressed) return data;
  const since = await house.said(address, pressed.seq - 1, Number.MAX_SAFE_INTEGER);
  const question = since.find(({ seq }) => seq === pressed.seq)?.reply;
  const isOpen = question?.ask === null || !since.some(({ seq, reply }) => seq > pressed.seq && reply?.ask);
  return (isOpen && question?.choices[pressed.at]?.id) || data;
};

const receiveFile = async ({ house, download }: Receiving, heard: Of<"file">): Promise<void> => {
  const { address, id, name, caption } = heard;
  try {
    await house.converse({ id, address, input: { file: await house.keepFile(await download(heard), name) } });
  } catch (error) {
    if (error instanceof RefusedFile) return house.tell(address, error.message);
    throw error;
  }
  if (caption) await house.converse({ id: captionId(id), address, input: { text: caption } });
};

/** An edit corrects the last answer; earlier ones are changed by 修改. */
const correct = async (house: House, { address, id, message, text }: Of<"edit">): Promise<void> => {
  const last = (await house.said(address, 0, recent)).findLast(({ by }) => by === "person");
  if (last?.updateId !== message && !last?.updateId?.startsWith(`${message}.`))
    return house.tell(address, editedBefore);
  // Telegram calls it an edit, too, when it has found a link's preview.
  const isUnchanged = last.input && "text" in last.input && last.input.text === text;
  if (!isUnchanged) await house.converse({ id, address, input: { text: `不对，是${text}` } });
};
