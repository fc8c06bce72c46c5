import { z } from "zod";
import { fold, withoutEndMark } from "./fold.ts";
import { clear, type MannerOf, quote, refuse } from "./manner.ts";

const ADDRESS = /^(https?:\/\/)?([^/?#:@\s]{1,253})(:\d{1,5})?([/?#][^\s<>"]*)?$/i;
const HOST = /^(?:(?:[\p{L}\d_-]{1,63}\.)+\p{L}{2,24}|\d{1,3}(?:\.\d{1,3}){3})$/u;

/** A web address with its scheme, if one was typed; the host in lower case. */
export const url: MannerOf<"url", string> = {
  read: (text) => {
    const typed = text
      .replace(/^(?:网站|官网|网址)(?:地址)?(?:是|为|:)?/, "")
      .replace(/ ?([.。:/]) ?/g, "$1")
      .trim();
    const address = normalUrl(typed) ?? normalUrl(withoutEndMark(typed));
    if (address) return clear(address);
    if (typed.includes("@")) return refuse(`${quote(text)}像是邮箱，这里要填网址。`);
    if (!/[.。]/.test(typed)) return refuse(`${quote(text)}里没有“.”，不像网址。没有网站可以回复“跳过”。`);
    return refuse(`${quote(text)}不像网址，请核对后再发一次。`);
  },
  show: (value) => value,
  schema: () => z.string().refine((text) => normalUrl(fold(text)) === text),
  example: () => "www.example.com",
};

const normalUrl = (text: string): string | undefined => {
  const [, scheme = "", host = "", port = "", rest = ""] = ADDRESS.exec(text.replace(/。+$/, "")) ?? [];
  const name = host.toLowerCase().replaceAll("。", ".");
  return HOST.test(name) ? `${scheme.toLowerCase()}${name}${port}${rest}` : undefined;
};
