import { z } from "zod";
import { withoutEndMark } from "./fold.ts";
import { clear, type MannerOf, quote, refuse } from "./manner.ts";

const EMAIL = /^[\w%+-]{1,64}(?:\.[\w%+-]{1,64}){0,9}@(?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,24}$/i;
const POSTCODE = /^\d{6}$/;

/** An e-mail address; its domain in lower case. */
export const email: MannerOf<"email", string> = {
  read: (text) => {
    const address = withoutEndMark(text)
      .replace(/^(?:电子)?(?:邮箱|邮件)(?:地址)?(?:是|为|:)?|^e?-?mail:|^mailto:/i, "")
      .replaceAll("。", ".")
      .replace(/ ?([@.]) ?/g, "$1")
      .trim();
    const [name = "", domain, ...more] = address.split("@");
    if (domain === undefined) return refuse(`${quote(text)}缺少“@”，请核对邮箱地址。`);
    if (more.length > 0) return refuse(`${quote(text)}里有不止一个“@”，请只填一个邮箱。`);
    const normal = `${name}@${domain.toLowerCase()}`;
    if (EMAIL.test(normal)) return clear(normal);
    if (!domain.includes(".")) return refuse(`${quote(text)}“@”后面缺少“.”，请核对邮箱地址。`);
    return refuse(`${quote(text)}不像邮箱地址，请核对有没有多余的符号。`);
  },
  show: (value) => value,
  schema: () => z.string().refine((text) => EMAIL.test(text) && text === withLowerDomain(text)),
  example: () => "service@example.com",
};

const withLowerDomain = (address: string): string => address.replace(/@.*$/, (domain) => domain.toLowerCase());

/** Six digits. */
export const postcode: MannerOf<"postcode", string> = {
  read: (text) => {
    const digits = withoutEndMark(text)
      .replace(/^邮政?编码?(?:是|为|:)?/, "")
      .replaceAll(" ", "");
    if (POSTCODE.test(digits)) return clear(digits);
    if (/^\d+$/.test(digits)) return refuse(`${quote(text)}有 ${digits.length} 位数字，邮政编码应为 6 位。`);
    return refuse(`没有看懂${quote(text)}，邮政编码是 6 位数字。`);
  },
  show: (value) => value,
  schema: () => z.string().regex(POSTCODE),
  example: () => "310012",
};
