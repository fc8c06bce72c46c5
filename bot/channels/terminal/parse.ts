import type { Input } from "../../channel.ts";

/** What a line of JSON asks for; a file is still a path. */
export type Line = Exclude<Input, { file: unknown } | { arrived: true }> | { readonly file: string };

/** Reads `{"text": …}`, `{"choice": ID}` or `{"file": PATH}`; a message for the sender where it is none of these. */
export const parseJsonLine = (line: string): Line | { readonly problem: string } => {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { problem: '没有看懂这一行：每行请发一个 JSON，例如 {"text": "你好"}' };
  }
  const keys = data && typeof data === "object" && !Array.isArray(data) ? Object.entries(data) : [];
  const [key, value] = keys[0] ?? [];
  if (keys.length === 1 && typeof value === "string") {
    if (key === "text") return { text: value };
    if (key === "choice") return { choice: value };
    if (key === "file") return { file: value };
  }
  return { problem: '没有看懂这一行：请发 {"text": …}、{"choice": ID} 或 {"file": PATH} 中的一个，值是文字' };
};
