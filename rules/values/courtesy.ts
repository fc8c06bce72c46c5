import { withoutEndMark } from "./fold.ts";

const BEFORE =
  /^(?:嗯|呃|额|哦|噢|喔|唉|诶|欸|那个|这个|就是|你好|您好|好的|喂|咱们|我们这[儿里边]?|得有|有个)[ ,、。.!~]{0,3}/;
const AFTER =
  /[ ,、。.!~]{0,5}(?:谢谢[你您啦了哈]?|多谢|辛苦了?|麻烦了?|拜托了?|而已|哈|哦|噢|喔|啦|嘛|哟|呗|哒|哇|呵|嘿)$/;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]+/gu;
const ROUNDS = 4;

/** A folded text without greetings, thanks, filler words, particles and emoji around what is said. */
export const withoutCourtesy = (text: string): string => {
  let bare = text.replace(EMOJI, "").trim();
  for (let round = 0; round < ROUNDS; round++) bare = bare.replace(BEFORE, "").replace(AFTER, "").trim();
  return withoutEndMark(bare);
};
