import type { TypedAnswers } from "../../define.ts";
import { body } from "./sample-body.ts";

const SERVED = 68;
const DISSATISFIED = 3;
const services = ["政策信息咨询", "经营管理培训", "线上服务", "项目申报辅导"];
const two = (number: number): string => String(number).padStart(2, "0");

/** As many enterprises as the table says were served in the last year. */
const servedList = Array.from({ length: SERVED }, (_, at) => ({
  name: `青海示例企业${two(at + 1)}有限公司`,
  contact: `示例${two(at + 1)}`,
  phone: `138000010${two(at)}`,
  service: services[at % services.length] ?? "",
  satisfaction: at < SERVED - DISSATISFIED ? "满意" : "不满意",
}));

export const application: TypedAnswers = {
  ...body,
  platformName: "某某中小企业公共服务平台（示例）",
  satisfaction: "95%",
  region: "区域内以高原特色产品加工和装备制造为主，中小微企业对政策信息和人才培训的需求集中。（示例文字）",
  features: "线上受理、线下上门，需求当天派单、三天回访，形成精准对接的服务模式。（示例文字）",
  supportReceived: "2024年获市级服务补助20万元。（示例文字）",
  roster: [
    {
      name: "示例甲",
      post: "总经理",
      education: "硕士",
      school: "某某大学 工商管理",
      certificate: "高级经济师",
      issuer: "青海省人力资源和社会保障厅",
      years: "8",
      phone: "13800000001",
    },
    {
      name: "示例丙",
      post: "培训部经理",
      education: "本科",
      school: "某某大学 教育学",
      certificate: "讲师",
      issuer: "青海省人力资源和社会保障厅",
      years: "5",
      phone: "13800000002",
    },
    {
      name: "示例丁",
      post: "客户服务",
      education: "大专",
      school: "某某学院 电子商务",
      years: "3",
      phone: "13800000003",
    },
  ],
  equipment: [
    { name: "服务器", use: "运行企业服务系统", quantity: "2", originalValue: "18.6" },
    { name: "企业服务管理软件", use: "受理、派单和回访", quantity: "1", originalValue: "46", remark: "软件" },
    { name: "多媒体教学设备", use: "线下培训教室", quantity: "3", originalValue: "21.5" },
  ],
  servedList,
  filledBy: "示例乙",
  filledByPhone: "0971-8800001",
  photos: "已备好",
  licence: "已备好",
  organisationAndPlan: "已备好",
  certificates: "已备好",
};
