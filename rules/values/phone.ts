import { isMobile } from "util-helpers";
import { z } from "zod";
import { clear, type MannerOf, quote, refuse, type Sense } from "./manner.ts";

const LABEL = /^(?:我的|联系|办公|固定|移动){0,2}(?:电话|座机|固话|手机|传真)号?码?(?:是|为|:)? ?/;
const COUNTRY = /^(?:\+|00)86-?|^86-?(?=1\d{10}$|0?[1-9]\d{9,10}$)/;
const EXTENSION = /^(.*?)-?(?:转|分机|ext\.?|[x#,])-?(\d{1,6})$/i;
const LANDLINE = /^(?:(010|02\d)([2-9]\d{7})|(0[3-9]\d{2})([2-9]\d{6,7}))$/;
const SERVICE = /^([48]00)(\d{3})(\d{4})$/;
const SEVERAL = /[/、;或和]/;

/** A mobile number: 11 digits. */
export const mobile: MannerOf<"mobile", string> = {
  read: (text) => {
    const digits = bareNumber(text).replaceAll("-", "");
    if (isMobile(digits)) return clear(digits);
    return refuse(SEVERAL.test(text) ? oneOnly(text) : explainMobile(text, digits));
  },
  show: (value) => value,
  schema: () => z.string().refine(isMobile),
  example: () => "13812345678",
};

/** A mobile number, a landline with its area code (`0571-85154906转8001`), or a 400/800 number (`400-123-4567`). */
export const phone: MannerOf<"phone", string> = {
  read: (text) => readPhone(text),
  show: (value) => value,
  schema: () => z.string().refine((text) => normalPhone(text) === text),
  example: () => "0571-85154906",
};

const readPhone = (text: string): Sense<string> => {
  const number = normalPhone(text);
  if (number) return clear(number);
  if (SEVERAL.test(text)) return refuse(oneOnly(text));
  const digits = bareNumber(text).replaceAll("-", "");
  if (/^[2-9]\d{6,7}$/.test(digits)) return refuse(`${quote(text)}缺少区号，请连区号一起写。`);
  if (/^1/.test(digits)) return refuse(explainMobile(text, digits));
  if (/^0\d+$/.test(digits))
    return refuse(`${quote(text)}不像座机号：区号 3 到 4 位，号码 7 到 8 位、以 2 到 9 开头，请核对。`);
  return refuse(`没有看懂${quote(text)}，请填手机号，或带区号的座机号。`);
};

/** The number in the one form in which it is stored, or nothing where it is none. */
const normalPhone = (text: string): string | undefined => {
  const bare = bareNumber(text);
  const whole = normalMain(bare);
  if (whole) return whole;
  const [, main, extension] = EXTENSION.exec(bare) ?? /^(.+)-(\d{1,6})$/.exec(bare) ?? [];
  const number = main ? normalMain(main) : undefined;
  return number?.includes("-") ? `${number}转${extension}` : undefined;
};

const normalMain = (text: string): string | undefined => {
  const digits = text.replaceAll("-", "");
  if (isMobile(digits)) return digits;
  if (SERVICE.test(digits)) return digits.replace(SERVICE, "$1-$2-$3");
  const [, shortCode, shortNumber, code = shortCode, number = shortNumber] = LANDLINE.exec(digits) ?? [];
  return code && number ? `${code}-${number}` : undefined;
};

/** Digits, hyphens and an extension; without label, brackets, spaces and the country's code. */
const bareNumber = (text: string): string => {
  const bare = text.replace(LABEL, "").replace(/[ .()·]/g, "");
  const national = bare.replace(COUNTRY, "");
  // Abroad the area code is written without its 0: +86 571 85154906.
  return national !== bare && /^[2-9]/.test(national) && !/^[48]00/.test(national) ? `0${national}` : national;
};

const oneOnly = (text: string): string => `${quote(text)}里不止一个号码，请只填一个。`;

const explainMobile = (text: string, digits: string): string => {
  if (!/^\d+$/.test(digits)) return `没有看懂${quote(text)}，请填 11 位手机号。`;
  if (/^0/.test(digits)) return `${quote(text)}像是座机号，这里请填手机号（11 位，以 1 开头）。`;
  if (digits.length !== 11) return `${quote(text)}有 ${digits.length} 位数字，手机号应为 11 位。`;
  return `${quote(text)}不是有效的手机号，手机号以 13 到 19 开头。`;
};
