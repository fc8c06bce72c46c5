import type { TypedAnswers } from "../../define.ts";

const enterprise = (at: number) => {
  const number = String(at + 1).padStart(2, "0");
  return {
    name: `洛阳某某机械${number}有限公司（示例）`,
    person: `示例企业${number}`,
    position: "经理",
    phone: `138000010${number}`,
  };
};
const enterprises = Array.from({ length: 10 }, (_, at) => enterprise(at));

/** What a fictitious platform states and its department finds: it meets everything. */
const figures = {
  platformName: "洛阳某某中小企业服务平台（示例）",
  registeredOn: "2016年5月18日",
  totalAssets: "960万",
  staff: "26",
  serviceBodies: "8",
  preferentialShare: "35%",
  servedEnterprises: "152",
} as const;
const applicantName = "洛阳某某企业服务有限公司（示例）";
const recommending = { year: "2022", recommendingCity: "洛阳市", department: "洛阳市工业和信息化局（示例）" } as const;

const apply: TypedAnswers = {
  inHenan: "是",
  ...figures,
  platformCategories: "信息、培训",
  applicantName,
  creditCode: "91410300MA00000005",
  henanPlace: "洛阳市",
  recommendedUnder: "省辖市（济源示范区）推荐名额",
  siteAddress: "洛阳市洛龙区示例路1号",
  headName: "示例甲",
  headPhone: "13800000001",
  contactPerson: "示例乙",
  mobile: "13800000002",
  email: "demo@example.com",
  regionEffect: "服务覆盖全市主要产业集群，三年服务企业400多家次。（示例文字）",
  servedList: enterprises,
  applicationReport: "已备好",
};

const verify: TypedAnswers = {
  ...recommending,
  applicantName,
  ...figures,
  isReviewed: "是",
  isVerified: "是",
  verifiedOn: "2022年11月29日",
  siteAddress: "洛阳市洛龙区示例路1号",
  verifiers: "示例丙、示例丁",
  isTruthful: "是",
  isInterviewed: "是",
  headName: "示例甲",
  interviewedOn: "2022年11月29日",
  interviewers: "示例丙",
  interviewResult: "主要负责人确认所报材料真实，与现场核查一致。（示例文字）",
};

const recommend: TypedAnswers = {
  applicantName,
  recommendingCity: recommending.recommendingCity,
  department: recommending.department,
  surveyWays: "上门拜访、电话询问",
  survey: enterprises.map((one, at) => ({ ...one, opinion: at < 8 ? "很满意" : "基本满意" })),
  regionEffect: "服务覆盖全市主要产业集群，带动中小企业数字化改造。（示例文字）",
  isVerified: "是",
  isInterviewed: "是",
  recommendation: "经逐项审核和现场核查，材料真实有效，同意推荐。（示例文字）",
};

const summarise: TypedAnswers = {
  ...recommending,
  platforms: [
    {
      ...figures,
      operator: applicantName,
      categories: "信息、培训",
      isVerified: "是",
      isInterviewed: "是",
      remark: "省辖市（济源示范区）推荐名额",
    },
  ],
  recommendingDocument: "已备好",
  statements: "已备好",
  recommendationForms: "已备好",
  applications: "已备好",
  disc: "已备好",
};

export const samples: Readonly<Record<string, TypedAnswers>> = { apply, verify, recommend, summarise };
