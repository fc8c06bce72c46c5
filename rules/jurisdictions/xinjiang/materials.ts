import { all, any, is, not } from "../../condition.ts";
import { cite } from "./citations.ts";

const ways = [
  { id: "submit", label: "提交证明材料" },
  { id: "promise", label: "用告知承诺书替代" },
] as const;

/** What an untrue promise costs, told before the choice is made (附件2 二（四）（六）（七）). */
const CONSEQUENCES =
  "选告知承诺以前请先知道：不实承诺会依法终止办理、责令限期整改、撤销行政决定或者予以行政处罚，记入信用记录并联合惩戒，涉嫌犯罪的移送司法机关；承诺书长期完全公开；必须由贵单位自己承诺，不可代为承诺。";

/** The promise is valid only if the applicant itself makes it; otherwise the materials are due (附件2 二（四）). */
const isPromisedByApplicant = is("promisedBy", "applicant");
const replaced = <const Id extends string>(by: Id) => all<Id | "promisedBy">(is(by, "promise"), isPromisedByApplicant);

/** Which of the two is replaced by the promise; each combination has a promise that names only what it covers. */
export const isLicencePromised = replaced("licenceBy");
export const isQualificationPromised = replaced("qualificationsBy");

/** 第十一条（二） and （六）: by a promise or by the materials themselves. */
export const promise = {
  licenceBy: {
    kind: "choice",
    label: "法人证书或营业执照的证明方式",
    ask: `材料（二）法人证书或营业执照副本：提交复印件，还是用告知承诺书替代？\n${CONSEQUENCES}`,
    help: "由申报单位自主选择；不愿承诺或无法承诺的，应当提交证明材料。（二）和（六）分别选择。",
    choices: ways,
    example: "1",
    cite: cite.第十一条,
  },
  qualificationsBy: {
    kind: "choice",
    label: "从业资格、网站备案、许可证的证明方式",
    ask: `材料（六）国家颁发的从业资格（资质）、网站备案、许可证等证明：提交复印件，还是用告知承诺书替代？\n${CONSEQUENCES}`,
    help: "由申报单位自主选择；不愿承诺或无法承诺的，应当提交证明材料。（二）和（六）分别选择。",
    choices: ways,
    example: "1",
    cite: cite.第十一条,
  },
  promisedBy: {
    kind: "choice",
    label: "作出承诺的人",
    ask: "由谁作出这份承诺？必须是申请单位自己，由法定代表人或负责人签字并盖章，交原件。",
    help: "代办的人不能代为承诺；那样仍要提交证明材料。不实承诺的后果和长期公开，前面已经说明。",
    choices: [
      { id: "applicant", label: "申请单位自己，已知晓承诺的后果" },
      { id: "other", label: "其他人代办" },
    ],
    example: "1",
    when: any(is("licenceBy", "promise"), is("qualificationsBy", "promise")),
    cite: cite["附件2 二（四）"],
  },
  certificateKind: {
    kind: "text",
    max: 30,
    label: "证件类型",
    ask: "告知承诺书要写证件类型，贵单位的证件是什么？",
    suggest: ["营业执照", "事业单位法人证书", "社会团体法人登记证书", "民办非企业单位登记证书"],
    example: "营业执照",
    when: isPromisedByApplicant,
    cite: cite["附件2 一（二）"],
  },
  creditCode: {
    kind: "creditCode",
    label: "证件编号",
    ask: "证件编号（统一社会信用代码）是多少？",
    example: "91650104MA77000013",
    when: isPromisedByApplicant,
    cite: cite["附件2 一（二）"],
  },
} as const;

const file = { kind: "file" } as const;

/** 第十一条（二）–（七） */
export const materials = {
  licence: {
    ...file,
    label: "运营单位的法人证书或营业执照副本（复印件）",
    ask: "法人证书或营业执照副本的复印件准备好了吗？",
    when: not(isLicencePromised),
    cite: cite["第十一条（二）"],
  },
  auditWay: {
    kind: "choice",
    label: "审计报告的方式",
    ask: "服务收支情况是单独做了专项审计，还是写在上一年度审计报告里？",
    choices: [
      { id: "two", label: "上一年度审计报告，另有服务收支情况的专项审计报告" },
      { id: "one", label: "上一年度包含服务收支情况的审计报告" },
    ],
    example: "2",
    cite: cite["第十一条（三）"],
  },
  auditReport: {
    ...file,
    label: "上一年度审计报告",
    ask: "上一年度审计报告准备好了吗？可以直接把文件发给我，也可以只告诉我已备好纸质件。",
    cite: cite["第十一条（三）"],
  },
  specialAudit: {
    ...file,
    label: "服务收支情况的专项审计报告",
    ask: "服务收支情况的专项审计报告准备好了吗？",
    when: is("auditWay", "two"),
    cite: cite["第十一条（三）"],
  },
  premisesProof: {
    ...file,
    label: "固定的经营服务场所证明复印件（房产证、租赁合同）",
    ask: "经营服务场所的证明（房产证或租赁合同复印件）准备好了吗？",
    cite: cite["第十一条（四）"],
  },
  serviceProofs: {
    ...file,
    label: "开展相关服务的证明材料（通知、照片、总结等）",
    ask: "开展服务的证明材料（通知、照片、总结等）准备好了吗？",
    cite: cite["第十一条（五）"],
  },
  qualificationProofs: {
    ...file,
    label: "国家颁发的从业资格（资质）、网站备案、许可证等证明（复印件）",
    ask: "从业资格（资质）、网站备案、许可证等证明的复印件准备好了吗？",
    when: not(isQualificationPromised),
    cite: cite["第十一条（六）"],
  },
  otherProofs: {
    ...file,
    label: "能够证明符合申报条件的其他材料",
    ask: "能够证明符合申报条件的其他材料准备好了吗？没有可以跳过。",
    optional: true,
    cite: cite["第十一条（七）"],
  },
} as const;
