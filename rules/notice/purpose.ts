import type { Mention } from "./mention.ts";
import type { Scope } from "./scope.ts";

/** What a date is there for. */
export type Purpose =
  | "limit"
  | "window"
  | "publicity"
  /** By then something else is due: a meeting's reply, a payment. */
  | "event"
  /** Every year anew: a duty, no date of a round. */
  | "yearly"
  /** It stands where a limit would, but does not say 前. */
  | "unmarked"
  /** What held before a change. */
  | "old"
  /** No date of the round: an age of a title, a period of figures. */
  | "other";

const LIMIT_BEFORE =
  /(?:截止(?:时间|日期|日)?|关闭(?:时间|日期)?|截至|截止[到至]|起[至到]|不(?:得|要|能|可)?[晚迟]于|[勿别]晚于|最迟|最晚|至迟|延期[至到]|延长[至到]|推迟[至到]|顺延[至到]|调整[为至到]|改[为至到]|变更为|更正为|应为)[为是在于到至: \n"“]{0,6}$/;
/** 截至…，全市共有…: a figure's day. */
const AS_OF = /截至 ?$/;
const OLD_BEFORE = /(?:原定?|原先|原来|此前|前期|误写|误为)[^,\n\d月]{0,16}$/;
const OLD_AFTER = /^[^,\n]{0,10},? ?[^,\n\d]{0,8}(?:延期|延长|推迟|顺延|提前|调整|变更|更正|改)(?:至|到|为)/;
const TITLE_AGE =
  /^ ?(?:已|被|由[^,\n]{1,12})?(?:认定|成立|注册|登记|设立|取得|获得|获评|发生|形成|建成|评定|入库|公布|命名|授予|通过|备案|投产|印发|下发|发布|施行|到期|期满)/;
/** 关闭, 后不再受理, 3月23日、…30日前: it bounds something, but not by 前. */
const BOUND_AFTER = /^[^,\n\d]{0,4}(?:关闭|停止|结束)|^后[^,\n]{0,10}不|^是[^,\n]{0,16}最后/;
const SHARED = /^ ?[、和]/;
const PUBLICITY = /公示|异议/;
const EVENT = /会议|报到|面试|答辩|缴费|汇款|活动|路演|讲座|意见建议|意见反馈|反馈意见/;
const OTHER_MATTER = /回执|参会|参训|培训班|培训会|宣讲会|推进会|动员会|征求意见|咨询答疑/;
const LABEL =
  /(?:申报|申请|报名|报送|提交|受理|填报|推荐|审核|材料|开放|截止)(?:起止)?(?:时间|日期|期限|时限|期)?[:为是自从在于 \n]{0,4}$/;
const ACTION =
  /报送|上报|申报|申请|报名|提交|填报|填写|填好|报[至到给]|报[省市县区州厅局]|寄|送|交|完成|审核|初审|评审|推荐|受理|上传|录入|登[录陆]|汇总|截止|提出|办理|延期|延长|推迟|顺延|提前|调整|更正/;

const around = ({ before, after, earlier, later }: Scope): string => [...earlier, before, after, ...later].join(",");

/** Is something said to be done? */
export const hasAction = (scope: Scope): boolean => ACTION.test(around(scope));

/** What the words around a date make of it; `isEnd` where it ends a range. */
export const purposeOf = (mention: Mention, scope: Scope, isEnd: boolean, flat: string): Purpose => {
  const before = flat.slice(Math.max(mention.start - 24, 0), mention.start);
  const after = flat.slice(mention.end, mention.end + 30);
  if (mention.relative === "每年" || /每年[^,\n]{0,14}$/.test(before)) return "yearly";
  if (OLD_BEFORE.test(before) || OLD_AFTER.test(after)) return "old";
  const isLimit =
    mention.isLimit ||
    (LIMIT_BEFORE.test(before) && !(AS_OF.test(before) && !ACTION.test(`${scope.before}${scope.after}`)));
  if (/有效期/.test(scope.before) || (isLimit && TITLE_AGE.test(after))) return "other";
  if (!isLimit && !isEnd) {
    const isBound =
      LABEL.test(before.trimEnd()) || BOUND_AFTER.test(after) || (SHARED.test(after) && /于 ?$/.test(before));
    return isBound && hasAction(scope) ? "unmarked" : "other";
  }
  const own = `${scope.before}${scope.after}`;
  if (PUBLICITY.test(own) || /异议/.test(scope.earlier[0] ?? "")) return "publicity";
  if (EVENT.test(own) || OTHER_MATTER.test(scope.sentence)) return "event";
  if (isLimit) return "limit";
  return hasAction(scope) ? "window" : "other";
};
