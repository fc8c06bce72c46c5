/** Runs the work it is given strictly one after the other. */
export type InLine = <T>(work: () => Promise<T>) => Promise<T>;

const lines = new Map<string, InLine>();

/**
 * The line of everybody in this process who wants that file. It is needed twice: Prisma's client has one connection to
 * an SQLite file, so a call beside a transaction can run inside it and be rolled back with it; and a second store on
 * the file would block this very thread while it waits for the first one's transaction to end.
 */
export const lineOf = (file: string): InLine => {
  const line = lines.get(file) ?? newLine();
  lines.set(file, line);
  return line;
};

const newLine = (): InLine => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
};
