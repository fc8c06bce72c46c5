import { withoutEndMark } from "../values/fold.ts";

const THANKS = /[ ,，。~]{0,5}(?:谢谢[你您]?|多谢|麻烦了|辛苦了|才对)$/;

/** A corrected value without thanks and closing marks, else as typed. */
export const cleaned = (text: string): string => withoutEndMark(text.trim().replace(THANKS, "")).trim();
