import { StoreFailure } from "./port.ts";

/** What a driver adapter of Prisma tells of an error, the same for all databases. */
interface Cause {
  readonly kind?: string;
  readonly originalCode?: string;
  readonly originalMessage?: string;
  readonly constraint?: { readonly fields?: readonly string[] };
}

/** The update was committed before: its receipt is there. */
export const isDuplicateUpdate = (error: unknown) => isViolation(error, "UniqueConstraintViolation", "updateId");

/** A row was not in the version expected; see `onlyIf` in turn.ts. */
export const isStaleVersion = (error: unknown) => isViolation(error, "NullConstraintViolation", "version");

export const isUniqueViolation = (error: unknown) => causeOf(error).kind === "UniqueConstraintViolation";

/** The database's own code for an error, as `SQLITE_BUSY`, or the system's, as `EACCES`. */
export const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown };
  return causeOf(error).originalCode ?? (typeof code === "string" ? code : "");
};

/** Any error as a `StoreFailure` of one line. */
export const asStoreFailure = (error: unknown): StoreFailure =>
  error instanceof StoreFailure ? error : new StoreFailure(`The database failed: ${reasonOf(error)}`, { cause: error });

/** The database's own words, without Prisma's frame around them. */
export const reasonOf = (error: unknown): string => {
  const { message = String(error) } = error as { message?: string };
  return causeOf(error).originalMessage ?? message.trim().split("\n").at(-1) ?? "";
};

const isViolation = (error: unknown, kind: string, field: string) => {
  const cause = causeOf(error);
  return cause.kind === kind && (cause.constraint?.fields ?? []).includes(field);
};

/** The adapter's error comes bare from a COMMIT, and inside Prisma's own error from a statement. */
const causeOf = (error: unknown): Cause => {
  const { cause, meta } = error as { cause?: Cause; meta?: { driverAdapterError?: { cause?: Cause } } };
  return meta?.driverAdapterError?.cause ?? cause ?? {};
};
