export { columnCorrections, listCorrections } from "./places.ts";

import { cleaned } from "./clean.ts";

const LONGEST = 500;
const GAP = "[ ,，:：。.、!！~…]*";
const CHANGE = "(?:应该?)?(?:改成|改为|改到|换成|更正为|更正成|修改为|修改成|变更为|调整为|改作)";
const RIGHT = `(?:${CHANGE}|正确的?(?:应该)?是|实际(?:上)?(?:应该)?是|其实(?:应该)?是|应该?[是为]?|应当是|是)`;
const SORRY = `(?:(?:哦|噢|啊|呃|额|哎呀?|等等|等一下|抱歉|不好意思|对不起|sorry)${GAP}){0,4}`;
const LAST = "(?:刚才|刚刚|前面|上面|上一?[个题条项]|我)?的?(?:那个|那条|那题|这个)?(?:我)?(?:的)?";
const WRONG = "(?:[写填说打弄搞记看输发]错字?(?:了|啦)?|错(?:了|啦)|有误|不对(?:了)?|不正确|不准确)";

const AMENDMENTS: readonly RegExp[] = [
  new RegExp(
    `^${SORRY}${LAST}${WRONG}(?:${GAP}${WRONG})?(?:${GAP}${RIGHT}|[ ,，:：。.、!！~…]+)${GAP}(?<right>.+)$`,
    "s",
  ),
  new RegExp(`^${SORRY}(?:不是|不对)${GAP}(?:应该?)?是(?<right>.+)$`, "s"),
  new RegExp(`^${SORRY}(?:应该)?不是(?!吗)[^,，。;；\\n是]{1,40}?${GAP}(?:而)?(?:应该)?是(?<right>.+)$`, "s"),
  new RegExp(`^${SORRY}(?:应该)?是(?<right>[^,，。;；\\n]{1,60}?)${GAP}(?:而)?不是[^,，。;；\\n]{1,60}$`, "s"),
  new RegExp(
    `^${SORRY}(?:更正|纠正|订正|修正|改正)(?:一下)?(?:为|成|${GAP}${RIGHT}|[ ,，:：。]+)${GAP}(?<right>.+)$`,
    "s",
  ),
  new RegExp(
    `^${SORRY}(?:我?要)?(?:把)?(?:刚才|刚刚|前面|上一?[个题条项])的?(?:那个|那条|那题)?(?:答案|回答)?(?:请|要)?${CHANGE}(?<right>.+)$`,
    "s",
  ),
  new RegExp(`^${SORRY}(?:改成|改为|更正为|换成)${GAP}(?<right>.+)$`, "s"),
  /^(?<right>[^,，。;；\n(（]{1,60}?)[ ,，。(（]+(?:刚才|刚刚|前面|上面)?(?:那个)?我?[写填说打弄搞记输发]错了?[)）。.!！]*$/s,
  /^(?:应该)?是(?<right>[^,，。;；\n]{1,60}?)才对[。.!！]*$/s,
];

/** No value: the person will do something else, or asks. */
const NO_VALUE =
  /^(?:重新|重来|再|返回|等|稍|取消|怎么|什么|哪|我再|让我|我想|帮我|请|麻烦|不要|不填|上一|那|吗|吧|呢|了)|(?:[?？吗]|多少|什么|哪个)$/;

/** What a text that amends the last answer says instead: “不对，是20人” → 20人. Null where it amends nothing. */
export const amendmentIn = (text: string): string | null => {
  if (text.length > LONGEST) return null;
  for (const pattern of AMENDMENTS) {
    const right = (pattern.exec(text.trim())?.groups?.right ?? "").trim();
    if (cleaned(right) !== "" && !NO_VALUE.test(right)) return cleaned(right);
  }
  return null;
};

const LABEL = "[^,，。;；:：\\n]{1,30}?";
const NAMED: readonly RegExp[] = [
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:把|将)(?<label>${LABEL})(?:这[个项]|那[个项])?(?:的?值)?(?:都|给)?${CHANGE}${GAP}(?<right>.+)$`,
    "s",
  ),
  new RegExp(
    `^(?<label>${LABEL})${GAP}(?:[写填说打弄搞记]错了?|错了|有误|不对|不正确)${GAP}${RIGHT}${GAP}(?<right>.+)$`,
    "s",
  ),
  new RegExp(`^(?<label>${LABEL})(?:要|需要|请)?${CHANGE}${GAP}(?<right>.+)$`, "s"),
  new RegExp(
    `^(?:修改|更改|更正|改一下|改)${GAP}(?<label>${LABEL})(?:${GAP}(?:为|成|是|改为|改成)|[:：=])${GAP}(?<right>.+)$`,
    "s",
  ),
];
/** No label: an item's number, the last answer, a sentence. */
const NO_LABEL =
  /^第?[\d一二三四五六七八九十]{1,4}[项条个题行号]?$|^(?:刚才|刚刚|前面|上|我|它|这|那|不|是)|由|从(?!业)|列$/;

/** A correction that names its field: “把职工人数改成20人”. Null where it is none; whether there is such a field is not said. */
export const namedCorrection = (text: string): { readonly label: string; readonly text: string } | null => {
  if (text.length > LONGEST) return null;
  for (const pattern of NAMED) {
    const { label: named = "", right = "" } = pattern.exec(text.trim())?.groups ?? {};
    const label = named.replace(/^(?:修改|更改|更正|把|将)/, "").trim();
    const isNamed = label !== "" && !NO_LABEL.test(label);
    if (isNamed && cleaned(right) !== "" && !NO_VALUE.test(right)) return { label, text: cleaned(right) };
  }
  return null;
};
