import type { MatterKind } from "./matter.ts";
import { notice } from "./notice/notice.ts";
import { sent } from "./sent/sent.ts";

/** The conversations of the desk, in the order of its menu. */
export const matters: readonly MatterKind[] = [notice, sent];
