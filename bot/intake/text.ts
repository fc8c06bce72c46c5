/** Whether the beginning of a file looks like text of any encoding. */
export const looksLikeText = (bytes: Uint8Array): boolean => {
  if (utf16Of(bytes)) return true;
  return !bytes.subarray(0, sample).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
};

const sample = 4096;

/** The text of UTF-8, UTF-16 with its mark, or GB18030, lines ended by "\n"; null where it is none of them. */
export const decode = (bytes: Uint8Array): string | null => {
  const marked = utf16Of(bytes);
  for (const encoding of marked ? [marked] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
    } catch {}
  }
  return null;
};

/** The order of bytes that the mark at the beginning says; null where there is none. */
export const utf16Of = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
};
