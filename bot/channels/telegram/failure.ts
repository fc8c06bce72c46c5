import { GrammyError, HttpError } from "grammy";
import type { Delivery } from "../../channel.ts";

/** Failures before anything was sent. */
const notConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const isCertificate = (code: string): boolean => /^(CERT|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/.test(code);

/** A failed call in a few words. They hold no address, for Telegram's addresses hold the token. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
  const code = codeOf(error);
  if (code !== "") return code;
  return timedOut(error) ? "no answer in time" : "the connection broke";
};

/** How a delivery ended that failed. What may have been carried out is unknown. */
export const deliveryOf = (error: unknown): Delivery => {
  const reason = reasonOf(error);
  if (!(error instanceof GrammyError)) return { status: isUnsent(error) ? "failed" : "unknown", reason };
  const { error_code: code, description, parameters } = error;
  if (parameters.retry_after !== undefined)
    return { status: "failed", reason, retryAfterSeconds: parameters.retry_after };
  if (code >= 500) return { status: "unknown", reason };
  const isGone = code === 403 || /chat not found|PEER_ID_INVALID/.test(description);
  return { status: "failed", reason, final: isGone ? "blocked" : "refused" };
};

const isUnsent = (error: unknown): boolean => notConnected.has(codeOf(error)) || isCertificate(codeOf(error));

const causeOf = (error: unknown): unknown =>
  error instanceof HttpError ? error.error : error instanceof Error ? (error.cause ?? error) : error;

const codeOf = (error: unknown): string => {
  const cause = causeOf(error);
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
};

const timedOut = (error: unknown): boolean => {
  const cause = causeOf(error);
  return cause instanceof Error && (/timed out/.test(cause.message) || cause.name === "TimeoutError");
};

/** A log that never shows the token, whatever is logged. */
export const withoutToken =
  (token: string, log: (line: string) => void) =>
  (line: string): void =>
    log(line.replaceAll(token, "<token>").replace(/\d{4,}:[\w-]{20,}/g, "<token>"));
