const TYPES: Readonly<Record<string, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  json: "application/json",
  ics: "text/calendar; charset=utf-8",
};

export function filePath(hash: string, name: string): string {
  return `/files/${encoded(hash)}/${encoded(name)}`;
}

/** The answer that makes a browser save the bytes under the name, in whatever language it is. */
export function download(name: string, bytes: Uint8Array): Response {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const ascii = name.replace(/[^\w. ()-]/g, "_");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": TYPES[ending] ?? "application/octet-stream",
      "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`,
    },
  });
}

/** A size for people: 820 KB, 1.2 MB. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** As in RFC 5987, which is stricter than an address in a link. */
function encoded(name: string): string {
  const whole = name.replace(/\p{Surrogate}/gu, "\uFFFD");
  return encodeURIComponent(whole).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
