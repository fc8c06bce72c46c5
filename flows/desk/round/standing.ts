import type { Kept } from "../../world.ts";

/** Is anything answered in it? */
export const isBegun = ({ marks }: Pick<Kept, "marks">): boolean => !/^已填 0\//.test(marks.status ?? "已填 0/");
