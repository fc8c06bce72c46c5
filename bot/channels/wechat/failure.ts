import type { Delivery } from "../../channel.ts";

const mostLetters = 160;

/** An error in a few words on one line. */
export const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split("\n", 1)[0] ?? "").slice(0, mostLetters) || "no reason given";
};

/** Nobody is logged in: asked again soon, for it depends on the operator's phone. */
export const offline: Delivery = { status: "failed", reason: "not logged in", retryAfterSeconds: 5 };

/** Puppets give no codes that they share, only words. */
const known: readonly (readonly [RegExp, Omit<Extract<Delivery, { status: "failed" }>, "status" | "reason">])[] = [
  [/not logged|logged? ?out|已退出|未登录/i, { retryAfterSeconds: 5 }],
  [/UNAVAILABLE|ECONNREFUSED|ENOTFOUND|EAI_AGAIN/, { retryAfterSeconds: 30 }],
  [/frequen|rate limit|too many|频繁/i, { retryAfterSeconds: 600 }],
  [/not (?:a |your )?friend|blacklist|拒收|好友验证|朋友验证|不是.{0,3}(?:好友|朋友)/i, { final: "blocked" }],
  [/too (?:large|big)|file size|文件过大|文件太大/i, { final: "refused" }],
];

/** How a delivery ended that failed. What may have arrived is unknown. */
export const deliveryOf = (error: unknown): Delivery => {
  const reason = reasonOf(error);
  const found = known.find(([words]) => words.test(reason));
  return found ? { status: "failed", reason, ...found[1] } : { status: "unknown", reason };
};
