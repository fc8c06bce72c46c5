import { deciding } from "./deciding.ts";
import { basic, lists, narrative, performance } from "./form.ts";
import { materials, promise } from "./materials.ts";

/** Every field of 申报. */
export const fields = {
  ...deciding,
  ...basic,
  ...performance,
  ...lists,
  ...narrative,
  ...promise,
  ...materials,
} as const;

export type Id = keyof typeof fields & string;
