import { ApiError, type Button, badRequest, type Markup } from "./types.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

export type Payload = Readonly<Record<string, unknown>>;

export interface Call {
  readonly payload: Payload;
  /** Calls back when the caller hung up. */
  gone(end: () => void): void;
}

const mostUp = 50 * 1024 * 1024;
const mostButtons = 100;

/** What the server does for each method. */
export const methodsOf = (world: World, webhook: Webhook, answered: Map<string, string>) => {
  const send = (payload: Payload, content: object) => {
    const chat = world.reachable(payload.chat_id);
    const markup = markupOf(payload.reply_markup);
    world.limits.take(chat, performance.now());
    return world.post(chat, world.bot, { ...content, ...(markup ? { reply_markup: markup } : {}) });
  };

  return {
    getMe: () => ({ ...world.bot, can_join_groups: true, can_read_all_group_messages: !world.privacy }),

    async getUpdates({ payload, gone }: Call) {
      if (webhook.hook)
        throw new ApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      if (Array.isArray(payload.allowed_updates)) world.updates.allowed = payload.allowed_updates;
      return world.updates.poll(
        Number(payload.offset ?? 0),
        Number(payload.limit ?? 100),
        Number(payload.timeout ?? 0),
        gone,
      );
    },

    setWebhook({ payload }: Call) {
      const url = String(payload.url ?? "");
      if (url !== "" && !URL.canParse(url)) throw badRequest("bad webhook: invalid webhook URL specified");
      if (url.includes("unresolvable"))
        throw badRequest("bad webhook: Failed to resolve host: Name or service not known");
      if (Array.isArray(payload.allowed_updates)) world.updates.allowed = payload.allowed_updates;
      const secret = payload.secret_token === undefined ? null : String(payload.secret_token);
      webhook.set(url === "" ? null : { url, secret, connections: Number(payload.max_connections ?? 40) });
      world.updates.end(new ApiError(409, "Conflict: terminated by setWebhook request"));
      return true;
    },

    deleteWebhook() {
      webhook.set(null);
      return true;
    },

    getWebhookInfo: () => ({
      url: webhook.hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: world.updates.pending.length,
      ...(webhook.lastError
        ? { last_error_date: webhook.lastError.date, last_error_message: webhook.lastError.message }
        : {}),
    }),

    sendMessage({ payload }: Call) {
      const text = String(payload.text ?? "").trim();
      if (text === "") throw badRequest("message text is empty");
      if (text.length > 4096) throw badRequest("message is too long");
      return send(payload, { text });
    },

    async sendDocument({ payload }: Call) {
      const { document, caption } = payload;
      if (!(document instanceof File)) throw badRequest("there is no document in the request");
      if (document.size > mostUp) throw new ApiError(413, "Request Entity Too Large");
      if (typeof caption === "string" && caption.length > 1024) throw badRequest("message caption is too long");
      const bytes = new Uint8Array(await document.arrayBuffer());
      const described = { ...world.files.add(bytes, document.name), file_name: document.name };
      return send(payload, { document: described, ...(caption ? { caption: String(caption) } : {}) });
    },

    editMessageReplyMarkup({ payload }: Call) {
      const chat = world.reachable(payload.chat_id);
      return world.change(chat, payload.message_id, {
        reply_markup: markupOf(payload.reply_markup) ?? { inline_keyboard: [] },
      });
    },

    answerCallbackQuery({ payload }: Call) {
      const id = String(payload.callback_query_id);
      if (!answered.has(id)) throw badRequest("query is too old and response timeout expired or query ID is invalid");
      answered.set(id, String(payload.text ?? ""));
      return true;
    },

    sendChatAction({ payload }: Call) {
      world.reachable(payload.chat_id);
      return true;
    },

    setMyCommands({ payload }: Call) {
      if (!Array.isArray(payload.commands)) throw badRequest("commands are missing");
      for (const { command, description } of payload.commands as { command: string; description: string }[]) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
        if (description.length < 1 || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
      return true;
    },

    getFile: ({ payload }: Call) => world.files.describe(payload.file_id),
  } satisfies Record<string, (call: Call) => unknown>;
};

const markupOf = (given: unknown): Markup | null => {
  if (given === undefined) return null;
  const markup = (typeof given === "string" ? JSON.parse(given) : given) as Markup;
  const buttons = markup.inline_keyboard.flat();
  if (buttons.length > mostButtons) throw badRequest("reply markup is too long");
  for (const button of buttons) checkButton(button);
  return markup;
};

const checkButton = ({ text, callback_data }: Button): void => {
  if (text.trim() === "") throw badRequest("text buttons must not be empty");
  const bytes = Buffer.byteLength(callback_data);
  if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
};
