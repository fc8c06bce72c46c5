import { z } from "zod";
import { withoutEndMark } from "./fold.ts";
import { clear, type MannerOf, quote, refuse } from "./manner.ts";

const YES = new Set(
  "1 是 是的 当然 当然是 对 对的 有 有的 嗯 嗯嗯 嗯是的 是有的 好 好的 可以 行 具备 符合 满足 属于 同意 确认 真 √ ✓ ✔ ✅ 👍 yes y ok true".split(
    " ",
  ),
);
const NO = new Set(
  "2 否 不 不没有 不是 不是的 不对 没 没得 木有 没有 没有的 无 暂无 还没 还没有 不具备 不符合 不满足 不属于 不可以 不行 不同意 假 × ✗ ✘ ❌ x no n false".split(
    " ",
  ),
);

/** Yes or no; 1 and 2 are the two as they are numbered in chat. */
export const yesNo: MannerOf<"yesNo", boolean> = {
  read: (text) => {
    const word = withoutEndMark(text)
      .toLowerCase()
      .replace(/[ ,.]/g, "")
      .replace(/^(?:我们|我司|我|公司|单位|平台)?(?:目前|现在|暂时|已经|已|都)?/, "")
      .replace(/[啊呀哦呢了]$/, "");
    if (YES.has(word)) return clear(true);
    if (NO.has(word)) return clear(false);
    return refuse(`没有看懂${quote(text)}，请回答“是”或“否”。`);
  },
  show: (value) => (value ? "是" : "否"),
  schema: () => z.boolean(),
  example: () => "是",
};
