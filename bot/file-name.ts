const mostLetters = 120;

/** A file's own name: without folders, control characters and marks that turn the direction of writing. */
export const plainName = (name: string): string => {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu, "").trim();
  if (!/[^.]/.test(clean)) return "文件";
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? "";
  return clean.length > mostLetters ? clean.slice(0, mostLetters - ending.length) + ending : clean;
};

/** What stands after the name's last dot, in small letters; empty where there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
