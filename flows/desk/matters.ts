import type { MatterKind } from "./matter.ts";
import { progress, redate, round } from "./round/index.ts";

/** The conversations of the desk, in the order of its menu. */
export const matters: readonly MatterKind[] = [round, redate, progress];
