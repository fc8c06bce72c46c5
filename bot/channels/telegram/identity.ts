/** The bot's own account. */
export interface Bot {
  readonly id: number;
  readonly username: string;
}

/** Ids by which repeated updates are known. Messages count for each bot anew, and so its own id is a part of them. */
export const messageId = (bot: Bot, message: number): string => `m${bot.id}.${message}`;
export const editId = (bot: Bot, message: number, at: number): string => `${messageId(bot, message)}.edited${at}`;
export const captionId = (id: string): string => `${id}.caption`;
export const pressId = (query: string): string => `q${query}`;
