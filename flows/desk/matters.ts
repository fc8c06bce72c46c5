import type { MatterKind } from "./matter.ts";
import { notice } from "./notice/notice.ts";
import { progress, redate, round } from "./round/index.ts";
import { sent } from "./sent/sent.ts";

/** The conversations of the desk, in the order of its menu. */
export const matters: readonly MatterKind[] = [round, redate, notice, sent, progress];
