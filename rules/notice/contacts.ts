import { type Contact, spanOf } from "./notice.ts";

const LABEL =
  /(?:联 {0,4}系 {0,4}(?:人|方 {0,2}式|电 {0,4}话)|收件人|业务咨询|咨询(?:电话|人)?|技术支持(?:电话)?|监督电话)[^\n\u2029:]{0,12}:/g;
const REACH = 160;
const PHONE =
  /(?<![\d-])(?:(?:0\d{2,3} {0,2}[- ]?|\(0\d{2,3}\)) {0,2}[2-9]\d{6,7}|1[3-9]\d{9}|1[3-9]\d \d{4} \d{4}|[48]00-?\d{3}-?\d{4}|[2-9]\d{6,7})(?!\d)(?:转\d{1,6})?/g;
const NAME = /(?<![一-龥])[一-龥](?: {0,8}[一-龥]){1,3}(?![一-龥])/g;
const NO_NAME = /联系|电话|手机|传真|地址|邮箱|方式|单位|部门|办公|号码|处室|中心|座机|邮编|及|或|微信|科$|处$|局$|厅$/;
const ENDS = /地 {0,4}址|附 {0,2}件|电子邮|邮 ?箱|网 ?址/;

/** Names with their phones, as printed; a phone without a name keeps what it is called. */
export const contactsIn = (text: string, flat: string, bodyEnd: number): readonly Contact[] => {
  const found = new Map<string, Contact>();
  for (const label of flat.slice(0, bodyEnd).matchAll(LABEL)) {
    for (const contact of contactsAfter(text, flat, label)) {
      const key = contact.phone;
      const known = found.get(key);
      if (!known || !isName(known.name)) found.set(key, contact);
    }
  }
  return [...found.values()];
};

const contactsAfter = (text: string, flat: string, label: RegExpExecArray): readonly Contact[] => {
  const from = label.index + label[0].length;
  const reach = flat.slice(from, from + REACH);
  const region = reach.slice(0, ENDS.exec(reach)?.index);
  const names = [...region.matchAll(NAME)].filter(([name]) => !NO_NAME.test(name.replaceAll(" ", "")));
  return [...region.matchAll(PHONE)].map(({ 0: phone, index }): Contact => {
    const name = names.findLast((one) => one.index < index);
    const start = name ? from + name.index : label.index;
    return {
      ...spanOf(text, start, from + index + phone.length),
      name: name ? name[0].replaceAll(" ", "") : label[0].replace(/[: ]/g, ""),
      phone: written(phone),
    };
  });
};

const isName = (name: string): boolean => !NO_NAME.test(name) && !/咨询|支持|监督/.test(name);

/** With a hyphen after the area code where something parts it from the number, and no other gaps. */
const written = (phone: string): string => phone.replace(/^\(?(0\d{2,3})(?:\)|-| )[- ]*/, "$1-").replaceAll(" ", "");
