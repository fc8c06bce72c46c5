/** What the Bot API speaks, as far as the stand-in does. */
export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

export interface Chat {
  readonly id: number;
  readonly type: "private" | "group";
  readonly first_name?: string;
  readonly title?: string;
}

export interface Button {
  readonly text: string;
  readonly callback_data: string;
}

export interface Markup {
  readonly inline_keyboard: readonly (readonly Button[])[];
}

interface Document {
  readonly file_id: string;
  readonly file_unique_id: string;
  readonly file_size: number;
  readonly file_name?: string;
}

export interface Person {
  readonly id: number;
  readonly is_bot: boolean;
  readonly first_name: string;
  readonly username?: string;
}

export interface Message {
  readonly message_id: number;
  readonly date: number;
  readonly chat: Chat;
  readonly from: Person;
  readonly text?: string;
  readonly caption?: string;
  readonly entities?: readonly Entity[];
  readonly document?: Document;
  readonly photo?: readonly (Document & { readonly width: number; readonly height: number })[];
  readonly media_group_id?: string;
  readonly reply_markup?: Markup;
  readonly reply_to_message?: Message;
  readonly edit_date?: number;
  /** Stickers, contacts and whatever else a test sends. */
  readonly [kind: string]: unknown;
}

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

/** A method's answer that is no success. */
export class ApiError extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;
  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export const badRequest = (why: string) => new ApiError(400, `Bad Request: ${why}`);
