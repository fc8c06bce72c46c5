import type { Standing } from "../standing.ts";
import type { Role } from "./audience.ts";
import type { Places } from "./places.ts";
import { untilPattern } from "./until.ts";

/** A piece of a sentence that says whom a notice is for. */
export type Piece =
  | { readonly is: "place"; readonly words: string }
  | { readonly is: "until"; readonly words: string; readonly groups: Readonly<Record<string, string | undefined>> }
  | { readonly is: "standing"; readonly words: string; readonly standings: readonly Standing[] }
  | { readonly is: "role"; readonly words: string; readonly role: Role }
  /** `words`: what is lacking; none where that stood before. */
  | { readonly is: "lacking"; readonly words: string }
  | { readonly is: "all"; readonly words: string }
  /** It is about nothing that is known. */
  | { readonly is: "other"; readonly words: string };

const END = "(?=$|[\\s,，.。、;；!！和且并但或的]|单位|企业|机构|平台|申报)";
const DONE = "(?:填完|写完|做完|办完|完成|提交|上报|报送|报上来|交上来|交材料|交|报)";
const NOT = "(?:都?还没有?|都?没有?|都?尚未|都?还未|都?未)";

const standings: readonly (readonly [RegExp, readonly Standing[]])[] = [
  [
    new RegExp(`${NOT}(?:开始|动笔|启动|动手|填报|申报|申请)(?:填写?|申报|申请|做)?了?|${NOT}填过?${END}`, "y"),
    ["none"],
  ],
  [
    /(?:都?还没有?|没有?|未)(?:填|写|做)完|填了?(?:一半|一部分)|填到一半|(?:还|正)?在填写?(?:中|着)?|填写中|(?:正在)?(?:进行|办理|申报)中/y,
    ["open"],
  ],
  [new RegExp(`${NOT}${DONE}了?${END}`, "y"), ["none", "open"]],
  [
    /都?已经?生成了?(?:全部|申报)?(?:文件|材料)?|生成了?(?:全部|申报)?(?:文件|材料)|都?已经?(?:填完|写完|做完|办完|完成|提交|上报|报送|交)了?|(?:填完|做完|办完|完成|提交|交)了?(?=的|$|[\s,，])/y,
    ["done"],
  ],
  [/(?:都?已经?)?(?:开始|动笔)(?:填写?|申报)?了?/y, ["open", "done"]],
];

const roles: readonly (readonly [RegExp, Role])[] = [
  [
    /(?:下级|下面|各级|各?[市县区州]{1,3}级?)?的?(?:主管|经信|工信)?(?:部门|局)?的?联系人|(?:下级|下面|各级|各[市县区州]{1,3}级?)的?(?:主管|经信|工信)?(?:部门|局)/y,
    "contacts",
  ],
  [
    /(?:已经?)?(?:获得?|被)?(?:认定|评上)?(?:了|过)?的?(?:省级|市级)?示范平台|(?:已经?)?(?:有|获得?|取得)了?称号|已认定/y,
    "holders",
  ],
  [/(?:申报|申请)的?(?:单位|企业|机构|平台)|申请人|申报人/y, "applicants"],
];

const LACKING = new RegExp(
  `都?(?:还|仍然?)?(?:缺少?|差)|${NOT}(?:上传|传|提交|交|填写|填|写|准备好?|备好?|提供|附)了?`,
  "y",
);
/** What is lacking ends before what tells something else. */
const NEXT =
  /[\s,，.。;；!！]|的?(?:所有|全部)?(?:申报|申请)?(?:单位|企业|机构|平台)(?=$|[\s,，.。的])|的(?=$|[\s,，.。])|正在|且|并且|而且|但|还没/;
const ALL =
  /全部|所有|全体|每一?[个家]|各(?:申报|个|家)?|(?:单位|企业|机构|平台|公司)们?|大家|全[省市州区县]|(?:本|我们?)[省市州区县]|辖区/y;
const FILLER =
  /[\s,，.。、;；:：!！“”"'（）()]+|请|帮我|把?通知|发给|发到|发|给|位于|所在地?|是|为|在|的|了|那些|这些|只|以及|同时|并且|而且|和|及|与|跟|并|且|但|都|还|又|里面?|中|内|们|家|要|有/y;

/** Cuts a sentence into what it says. Nothing is passed over: what is not known stands in `other`. */
export const piecesOf = (sentence: string, places: Places): readonly Piece[] => {
  const text = sentence.normalize("NFKC").trim();
  const pieces: Piece[] = [];
  let other = "";
  const flush = (): void => {
    const words = other.replace(/的+$/, "");
    if (words !== "") pieces.push({ is: "other", words });
    other = "";
  };
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at, places);
    const length = piece?.length ?? matchAt(FILLER, text, at)?.[0].length ?? 0;
    // 上一年度的审计报告 is one thing.
    if (length === 0 || (text[at] === "的" && !piece && other !== "")) {
      other += text[at];
      at++;
      continue;
    }
    flush();
    if (piece) pieces.push(piece.piece);
    at += length;
  }
  flush();
  return pieces;
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const pieceAt = (text: string, at: number, places: Places): { piece: Piece; length: number } | null => {
  const place = placeAt(text, at, places);
  if (place) return { piece: { is: "place", words: place }, length: place.length };
  const until = matchAt(untilPattern, text, at);
  if (until) return { piece: { is: "until", words: until[0], groups: until.groups ?? {} }, length: until[0].length };
  for (const [pattern, meant] of standings) {
    const [words] = matchAt(pattern, text, at) ?? [];
    if (words) return { piece: { is: "standing", words, standings: meant }, length: words.length };
  }
  const [lacking] = matchAt(LACKING, text, at) ?? [];
  if (lacking) {
    const rest = text.slice(at + lacking.length);
    const end = NEXT.exec(rest)?.index ?? rest.length;
    return { piece: { is: "lacking", words: rest.slice(0, end) }, length: lacking.length + end };
  }
  for (const [pattern, role] of roles) {
    const [words] = matchAt(pattern, text, at) ?? [];
    if (words) return { piece: { is: "role", words, role }, length: words.length };
  }
  const [all] = matchAt(ALL, text, at) ?? [];
  return all ? { piece: { is: "all", words: all }, length: all.length } : null;
};

const placeAt = (text: string, at: number, { byName, longest }: Places): string | null => {
  for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
    const words = text.slice(at, at + length);
    if (byName.has(words)) return words;
  }
  return null;
};
