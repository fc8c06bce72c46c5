/** A form's fields and files. Clients write `filename=` with and without quotes; the real server takes both. */
export const readMultipart = (body: Buffer, contentType: string): Readonly<Record<string, unknown>> => {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? "";
  const parts = cut(body, `--${boundary}`).map(readPart);
  const fields = new Map(parts.map(({ name, value }) => [name, value]));
  // A file stands beside the fields, which refer to it as attach://.
  return Object.fromEntries(
    [...fields].map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith("attach://") ? fields.get(value.slice("attach://".length)) : value,
    ]),
  );
};

/** What stands between the boundaries. */
const cut = (body: Buffer, boundary: string): readonly Buffer[] => {
  const parts: Buffer[] = [];
  let from = body.indexOf(boundary);
  for (;;) {
    const begin = from + boundary.length + 2;
    const end = body.indexOf(`\r\n${boundary}`, begin);
    if (from < 0 || end < 0) return parts;
    parts.push(body.subarray(begin, end));
    from = end + 2;
  }
};

const readPart = (part: Buffer): { name: string; value: string | File } => {
  const blank = part.indexOf("\r\n\r\n");
  const head = part.subarray(0, blank).toString();
  const content = part.subarray(blank + 4);
  const name = parameter(head, "name") ?? "";
  const filename = parameter(head, "filename");
  return { name, value: filename === undefined ? content.toString() : new File([new Uint8Array(content)], filename) };
};

const parameter = (head: string, name: string): string | undefined => {
  const [, quoted, bare] = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(head) ?? [];
  return quoted ?? bare;
};
