import { withoutCourtesy } from "../values/courtesy.ts";
import { fold, withoutEndMark } from "../values/fold.ts";
import { isUnknown } from "../values/unknown.ts";

/** What somebody means who gives no answer: the same as above, the same as last year, not now, … */
export type Half = "unknown" | "none" | "later" | "same" | "lastYear" | "question" | "human";

const LONGEST = 60;
const ABOVE = "(?:上面|上边|前面|上一[项个条题行]|前一[项个条题行]|上头|上述|以上|刚才)(?:的|那个|填的|写的|说的)*";
const BEFORE =
  "(?:去年|上年度?|上次|上一次|上一年|往年|前年|以前|之前|原来|上回|过去|上一?年度?)(?:的|那个|填的|写的|报的)*";
const LIKE = "就?(?:和|跟|与|同|按|照|按照|依照|用|沿用)";
const EQUAL =
  "(?:都|全)?(?:是)?(?:一样|相同|一致|一个样|没变|没有变化|不变|来|填|写|算|吧|就行|就可以|即可)*(?:的|吧|了)*";

/** Whole clauses only: 没有 is a part of many answers. */
const CLAUSES: readonly (readonly [Half, RegExp])[] = [
  [
    "later",
    /^(?:我|我们|这个|那个|先|那|就)*(?:稍后|稍等|稍候|等会儿?|等一[下会]儿?|等下|待会儿?|一会儿?|过会儿?|过一会儿?|晚点|晚些|晚上|回头|改天|明天|明儿|后天|下次|以后|之后|最后|到时候?|有空)(?:我|我们)?(?:再|来)?(?:说|填|补|补上|补充|发你|发|弄|写|答|回答|告诉你|看|看看|给你|问|查|提供)?(?:吧|了|啊|给你|一下)*$/,
  ],
  ["later", /^(?:这个|那个|这题|这项)?先?(?:放着|放一放|放一下|空着|留空|搁着|放放|欠着|不管|略过)(?:它)?(?:吧|了)?$/],
  [
    "later",
    /^(?:我|等我|让我|我先|容我)?(?:去|先|得|要|需要|回去)*(?:问|查|翻|找|核实|确认|看)(?:一下|下|一问|问|查|看)?(?:会计|财务|领导|老板|人事|同事|他们|营业执照|执照|账|资料|材料)?(?:一下|下)?(?:再说|再填|再回|再回复|再回你|再告诉你|再答|再补|再来|再发你?)(?:吧)?$/,
  ],
  ["later", /^(?:得|要|需要|我得|我要|还得)?问(?:一?下|问)?(?:会计|财务|领导|老板|人事|同事)(?:才知道|才行|才清楚)?$/],
  ["same", new RegExp(`^(?:同上|同前|同上[一]?[项个条行题]|如上|照上面?|${LIKE}${ABOVE}${EQUAL})$`)],
  [
    "lastYear",
    new RegExp(
      `^(?:同去年|同上年|同上次|老样子|照旧|照原来的?|没有?变化?|没有?变动|不变|未变|无变化|${LIKE}${BEFORE}${EQUAL})$`,
    ),
  ],
  [
    "none",
    /^(?:目前|现在|我们|公司|暂时|这个|这项|这块|还|都|真的?|确实|也|一[个项]都?|啥都)*(?:没有|没|木有|没得|无|暂无|没啥|啥也没有|没有过|不存在|不适用|不涉及|没这个|没有这个|没有这项|没有这些|无此项|没有相关的?|无相关)(?:的|呢|啊|过|呀)?$/,
  ],
  ["none", /^(?:none|nil|n\/a|na|\/|\\|-{1,3}|—+)$/i],
];

const HUMAN =
  /^(?:我要|我想|帮我|请|请帮我|麻烦|给我|能不能|能|可以|可不可以|想|要|有没有|还是)*(?:转|接|找|换|叫|联系|问)(?:一下|下|个|到|一个)*(?:真)?(?:人工?|人|客服|工作人员|老师|负责人|专人|活人|你们领导|你们负责人|主管部门)(?:来|聊|说|问问|咨询|服务|客服|处理|吗|吧|一下|帮忙)*$|^(?:人工|人工服务|人工客服|真人)$|^(?:有没有人|有人吗|有人在吗|没有人吗)$|^(?:你们|客服|咨询|主管部门|工信局|经信局|联系)*的?(?:电话|热线|联系电话|咨询电话|客服电话|联系方式)(?:号码)?(?:是)?(?:多少|几号|是啥|是什么|有吗)$|^(?:我)?(?:打|给)(?:个|你们打)?电话(?:问|咨询|说)*(?:可以吗|行吗|行不行)?$/;

const ASKING =
  "什么|怎么|怎样|哪|多少|几|谁|为什么|为何|为啥|如何|咋|啥|是不是|要不要|能不能|可不可以|有没有|行不行|算不算|是否|需不需要|必须|还是";
const QUESTION_MARK = new RegExp(`(?:${ASKING}|吗|么|呢).{0,30}[?？]+$`);
const QUESTION_END =
  /(?:吗|不懂|没看懂|不太懂|不明白|什么意思|是什么|是啥|啥意思|指什么|指啥|什么用|干嘛|怎么[填写算弄办选答看查交说]|如何[填写算选办]|咋[填写算弄办整]|[填写算选报交按]什么|[填写算选报交]啥|[填写算选报交]多少|[填写选]哪[个种年一]?.{0,4}|哪里[找看查]?|哪儿|行不行|可不可以|能不能填|要不要填|对不对|对吧|必须填|算不算|有什么要求|什么区别|什么样的?|谁的|需要哪些材料|什么材料)$/;
const QUESTION_START = /^(?:请问|问一下|问下|想问|我想问|为什么|为啥|凭什么|什么叫|什么是|啥是|啥叫|怎么算|怎么填)/;

/** What a text means that is no answer: the whole of it, never a part. Null where it may be an answer. */
export const halfAnswerIn = (text: string): Half | null => {
  if (text.length > LONGEST) return null;
  const folded = fold(text);
  const plain = withoutEndMark(withoutCourtesy(folded)) || withoutEndMark(folded);
  if (plain === "") return null;
  if (HUMAN.test(plain.replaceAll(" ", ""))) return "human";
  if (isQuestion(folded, plain)) return "question";
  return together(plain.split(/[ ,，。.!；;~]+/).filter((clause) => clause !== "" && !FILLER.test(clause)));
};

const FILLER = /^(?:这个|那个|嗯+|呃|哦|啊|抱歉|不好意思|对不起|吧|先|真的|算了)$/;

const isQuestion = (folded: string, plain: string): boolean =>
  !/^\d/.test(plain) && (QUESTION_MARK.test(folded) || QUESTION_END.test(plain) || QUESTION_START.test(plain));

/** All clauses must mean the same; who does not know now and will say later says later. */
const together = (clauses: readonly string[]): Half | null => {
  const halves = new Set(clauses.map(halfOf));
  const [only] = halves;
  if (halves.size === 1) return only ?? null;
  const isLater = [...halves].every((half) => half === "unknown" || half === "later");
  return isLater && halves.size > 0 ? "later" : null;
};

const halfOf = (clause: string): Half | null => {
  const found = CLAUSES.find(([, pattern]) => pattern.test(clause));
  if (found) return found[0];
  return isUnknown(clause) ? "unknown" : null;
};
