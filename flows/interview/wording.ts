import type { Choice } from "../../rules/define.ts";
import type { Reply } from "../reply.ts";

/** A question as it is put. */
export type Wording = Pick<Reply, "text" | "choices">;

export const skip: Choice = { id: "skip", label: "跳过" };
export const back: Choice = { id: "back", label: "返回" };
export const keep: Choice = { id: "keep", label: "保持不变" };
