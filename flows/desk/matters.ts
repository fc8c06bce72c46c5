import type { MatterKind } from "./matter.ts";
import { notice } from "./notice/notice.ts";

/** The conversations of the desk, in the order of its menu. */
export const matters: readonly MatterKind[] = [notice];
