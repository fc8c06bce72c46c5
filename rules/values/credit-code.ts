import { isUnifiedIdentifier } from "util-helpers";
import { z } from "zod";
import { clear, type MannerOf, quote, refuse } from "./manner.ts";

/** 统一社会信用代码: 18 characters in capitals, with the check digit of GB 32100-2015. */
export const creditCode: MannerOf<"creditCode", string> = {
  read: (text) => {
    const code = text
      .replace(/^(?:统一)?(?:社会)?(?:信用)?代码(?:是|为|:)?/, "")
      .replace(/[ \-.。]/g, "")
      .toUpperCase();
    if (isUnifiedIdentifier(code)) return clear(code);
    return refuse(explain(code));
  },
  show: (value) => value,
  schema: () => z.string().refine((text) => isUnifiedIdentifier(text)),
  example: () => "91350100M000100Y43",
};

const explain = (code: string): string => {
  const wrong = [...new Set(code.match(/[^\dA-HJ-NPQRTUWXY]/gu) ?? [])];
  if (code.length === 15 && /^\d+$/.test(code))
    return `${quote(code)}是 15 位的旧注册号，请填营业执照上 18 位的统一社会信用代码。`;
  if (wrong.length > 0 && /^[\dA-Z]+$/.test(code))
    return `${quote(code)}里有“${wrong.join("、")}”：信用代码不用字母 I、O、S、V、Z，请看看是不是数字 1、0、5、2。`;
  if (wrong.length > 0) return `${quote(code)}里有信用代码不用的字符，信用代码只有数字和大写字母。`;
  if (code.length !== 18) return `${quote(code)}有 ${code.length} 位，统一社会信用代码应为 18 位。`;
  if (!isUnifiedIdentifier(code, { checkCode: false })) return `${quote(code)}的第 3 到 8 位应是数字，请核对。`;
  return `${quote(code)}的最后一位校验码对不上，请对照营业执照逐位核对。`;
};
