import { defineForm } from "../../blocks.ts";
import type { ApplyFields } from "./fields.ts";

const LICENCE = "法人证书或营业执照(复印件)";
const QUALIFICATIONS = "国家颁发的从业资格(资质)、网站备案、许可证等证明(复印件)";

/** Which of the two materials the promise replaces; it names only these. */
interface Covered {
  readonly licence: boolean;
  readonly qualifications: boolean;
}

const numbered = (items: readonly string[]) => items.map((item, at) => `${at + 1}. ${item}`);

/** 附件2: the whole text, with places for both sides at its end. */
const promiseOf = ({ licence, qualifications }: Covered) =>
  defineForm<ApplyFields>()({
    title: "证明事项告知承诺书",
    ...(!(licence && qualifications) && { ours: "原件并列两项材料，这里只写承诺替代的一项" }),
    blocks: [
      { block: "attachment", text: "附件 2" },
      { block: "title", text: "自治区中小企业公共服务示范平台认定\n证明事项告知承诺书" },
      { block: "heading", text: "一、基本信息" },
      { block: "paragraph", of: ["（一）申请事项名称\n自治区中小企业公共服务示范平台认定"] },
      {
        block: "paragraph",
        of: [
          "（二）申请单位\n单位名称：",
          { answer: "applicantName" },
          "\n联系方式：",
          { answer: "contactPhone" },
          "\n证件类型：",
          { answer: "certificateKind" },
          "\n证件编号：",
          { answer: "creditCode" },
        ],
      },
      {
        block: "paragraph",
        of: ["（三）行政机关\n名称：新疆维吾尔自治区工业和信息化厅\n联系方式：0991-4609657/4523449"],
      },
      { block: "heading", text: "二、行政机关告知" },
      {
        block: "paragraph",
        of: [
          [
            "（一）证明事项名称",
            ...numbered([...(licence ? [LICENCE] : []), ...(qualifications ? [QUALIFICATIONS] : [])]),
          ].join("\n"),
        ],
      },
      {
        block: "paragraph",
        of: [
          [
            "（二）设定证明的依据",
            "《新疆维吾尔自治区中小企业公共服务示范平台认定管理办法》",
            "第十一条 被推荐为示范平台的单位需提交下列材料：",
            ".....",
            ...(licence ? ["（二）法人证书或营业执照副本（复印件）；", "....."] : []),
            ...(qualifications ? ["（六）国家颁发的从业资格（资质）、网站备案、许可证等证明（复印件）", "....."] : []),
          ].join("\n"),
        ],
      },
      {
        block: "paragraph",
        of: [
          "（三）告知承诺适用对象\n本证明事项申请人可自主选择是否采用告知承诺替代证明，申请人不愿承诺或无法承诺的，应当提交规定的证明材料。",
        ],
      },
      {
        block: "paragraph",
        of: [
          "（四）承诺的方式\n本证明事项采用书面承诺方式，申请人愿意作出承诺的，应当向行政机关提交本人（本单位）签字（盖章）后的告知承诺书原件。\n本证明事项必须由申请人作出承诺，不可代为承诺。",
        ],
      },
      {
        block: "paragraph",
        of: [
          "（五）承诺的效力\n申请人书面承诺已经符合告知的条件、要求，并愿意承担不实承诺的法律责任后，行政机关不再索要有关证明而依据书面承诺办理相关事项。",
        ],
      },
      {
        block: "paragraph",
        of: [
          "（六）不实承诺的责任\n证明事项告知承诺失信行为信息纳入自治区人民政府公共信用信息目录，对执意隐瞒真实情况、提供虚假承诺办理有关事项的，依法作出如下处理：\n依法终止事项办理、责令限期整改、撤销行政决定或者予以行政处罚，并纳入有关信用记录，由相关部门按规定实施联合惩戒。涉嫌犯罪的，依法移送司法机关。",
        ],
      },
      { block: "paragraph", of: ["（七）承诺书是否公开、公开范围及时限等\n长期完全公开。"] },
      { block: "heading", text: "三、申请单位承诺" },
      {
        block: "paragraph",
        of: [
          [
            "申请单位现作出下列承诺：",
            "（一）已经知晓行政机关告知的全部内容；",
            qualifications
              ? "（二）自身已符合行政机关告知的条件、要求，具有完全民事行为能力，已获得国家相关部门颁发的从业资格（资质）、网站备案、许可证等。"
              : "（二）自身已符合行政机关告知的条件、要求，具有完全民事行为能力。",
            "（三）愿意承担不实承诺的法律责任；",
            "（四）本单位承诺许可后可核查方式包括：",
            "在线核查、现场核查、协助核查等。",
            "本单位愿意配合对上述内容的调查、核查、核验。",
            "（五）本告知承诺文书中填写的基本信息真实、准确；",
            "（六）上述承诺是申请单位真实的意思表示。",
          ].join("\n"),
        ],
      },
      {
        block: "grid",
        isOpen: true,
        rows: [
          { cells: [{ of: ["申请单位：（盖章）"] }, { of: ["行政机关（公章）："] }], height: 18 },
          { cells: [{ of: ["（法定代表人或负责人签字）"] }, { of: [""] }], height: 18 },
          { cells: [{ of: ["日期：", { day: "pen" }] }, { of: ["日期：", { day: "pen" }] }], height: 10 },
        ],
      },
      { block: "paragraph", of: ["（本文书一式两份，行政机关与申请人各执一份。）"] },
    ],
  });

export const promise = promiseOf({ licence: true, qualifications: true });
export const promiseOfLicence = promiseOf({ licence: true, qualifications: false });
export const promiseOfQualifications = promiseOf({ licence: false, qualifications: true });
