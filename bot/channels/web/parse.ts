import { plainName } from "../../channel.ts";
import { Refusal } from "./refusal.ts";

const MB = 1024 * 1024;
export const MAX_TEXT = 100_000;
export const MAX_FILE = 20 * MB;
/** Beside the file's bytes a form has its other fields and boundaries. */
const MAX_BODY = MAX_FILE + MB;
/** A sender of too much reads our answer only after it has sent all: so much is read and thrown away, not more. */
const MAX_DISCARDED = 10 * MAX_FILE;

export const TOO_LONG = "这段文字太长了：一次最多发送 10 万字，请分成几段发送，或做成 Word 文件上传。";
export const TOO_LARGE = "这个文件太大了：一次最多上传 20 MB。请压缩图片、拆成几个文件，或改用文字说明。";
const UNREADABLE = "没有看懂这次发送的内容，请刷新页面后再试一次。";

/** What came in: a file still with its bytes, because the house keeps those. Null where nothing was filled in. */
export type Sent = { readonly text: string } | { readonly choice: string } | { readonly file: Upload } | null;

interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A message as a page sends it. */
export interface Message {
  readonly id: string;
  /** The conversation that the page shows; null where a page does not say. */
  readonly conversation: string | null;
  readonly said: Sent;
}

/** Reads a form without ever holding more than the limit. Throws `Refusal`. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw new Refusal(400, UNREADABLE);
  const body = await readLimited(request);
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    throw new Refusal(400, UNREADABLE);
  }
}

/** Reads one message. Throws `Refusal` with what to do instead. */
export async function readMessage(request: Request): Promise<Message> {
  const form = await readForm(request);
  const id = field(form, "id");
  if (!id || !/^[\w-]{1,64}$/.test(id)) throw new Refusal(400, UNREADABLE);

  const text = field(form, "text")?.replace(/\r\n?/g, "\n") ?? "";
  const choice = field(form, "choice") ?? "";
  const upload = form.get("file");
  // A form sends an empty file where none was picked.
  const file = upload !== null && typeof upload !== "string" && (upload.name || upload.size > 0) ? upload : null;
  if (typeof upload === "string" || choice.length > 200) throw new Refusal(400, UNREADABLE);

  const given = [text.trim() !== "", choice !== "", file !== null].filter(Boolean).length;
  if (given > 1) throw new Refusal(400, "一次只能发送一样：文字和文件请分开发送。");
  if (given === 0 && !form.has("text") && upload === null) throw new Refusal(400, UNREADABLE);
  if (text.length > MAX_TEXT) throw new Refusal(413, TOO_LONG);
  if (file && file.size > MAX_FILE) throw new Refusal(413, TOO_LARGE);

  const conversation = field(form, "conversation");
  if (file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { id, conversation, said: { file: { name: plainName(file.name), bytes } } };
  }
  if (choice) return { id, conversation, said: { choice } };
  return { id, conversation, said: text.trim() ? { text } : null };
}

function field(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === "string" ? value : null;
}

async function readLimited(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > MAX_DISCARDED) throw new Refusal(413, TOO_LARGE);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_DISCARDED) break;
    if (size > MAX_BODY) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new Refusal(413, TOO_LARGE);
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
