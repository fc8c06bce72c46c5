import type { TypedAnswers } from "../../define.ts";

export const samples: Readonly<Record<string, TypedAnswers>> = {};
