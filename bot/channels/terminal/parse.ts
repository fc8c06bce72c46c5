import type { Input } from "../../channel.ts";

/** What a line of JSON asks for; a file is still a path. */
export type Line = Exclude<Input, { file: unknown } | { arrived: true }> | { readonly file: string };

/** Reads `{"text": …}`, `{"choice": ID}` or `{"file": PATH}`; a message for the sender where it is none of these. */
export const parseJsonLine = (line: string): Line | { readonly problem: string } => {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return { problem: 'not JSON: send one object a line, e.g. {"text": "你好"}' };
  }
  const keys = data && typeof data === "object" && !Array.isArray(data) ? Object.entries(data) : [];
  const [key, value] = keys[0] ?? [];
  if (keys.length === 1 && typeof value === "string") {
    if (key === "text") return { text: value };
    if (key === "choice") return { choice: value };
    if (key === "file") return { file: value };
  }
  return { problem: 'send exactly one of {"text": …}, {"choice": ID}, {"file": PATH}, each a string' };
};
