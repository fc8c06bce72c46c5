/** Digits and letters that nobody takes for one another, read out or written by hand. */
export const codeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code as it is looked up: capital letters and digits only, however a person typed it. */
export const plainCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, 64);

/** A code as it is read: `K7QX-3MPA`. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");
