import { z } from "zod";
import { cleanLine, cleanLines, lengthOf } from "./fold.ts";
import { clear, type MannerOf, refuse, type Sense } from "./manner.ts";

const LINE = 200;
const PARAGRAPHS = 20_000;

/** One line of at most `max` characters (200 where the field does not say), otherwise as typed. */
export const text: MannerOf<"text", string> = {
  asTyped: true,
  read: (typed, { max = LINE }) => fitting(cleanLine(typed), max),
  show: (value) => value,
  schema: ({ max = LINE }) => written(cleanLine, max),
  example: ({ suggest, max = LINE }) => [...(suggest?.[0] ?? "中小企业服务中心")].slice(0, max).join(""),
};

/** Paragraphs of at most `max` characters (20000 where the field does not say), otherwise as typed. */
export const longText: MannerOf<"longText", string> = {
  asTyped: true,
  read: (typed, { max = PARAGRAPHS }) => fitting(cleanLines(typed), max),
  show: (value) => value,
  schema: ({ max = PARAGRAPHS }) => written(cleanLines, max),
  example: ({ max = PARAGRAPHS }) => "我们为中小企业提供信息、技术和培训服务。".slice(0, max),
};

const fitting = (value: string, max: number): Sense<string> => {
  const length = lengthOf(value);
  if (!/[^\s\p{Cf}\p{VS}]/u.test(value)) return refuse("没有收到文字内容，请再写一次。");
  if (length > max) return refuse(`一共 ${length} 个字，这里最多 ${max} 个字，请精简 ${length - max} 个字。`);
  return clear(value);
};

const written = (clean: (typed: string) => string, max: number): z.ZodType<string> =>
  z.string().refine((value) => clean(value) === value && fitting(value, max).is === "clear");
