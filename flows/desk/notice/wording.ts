import type { Standing } from "../standing.ts";
import type { Addressed } from "./address.ts";
import type { Audience, Role } from "./audience.ts";
import type { Setting } from "./setting.ts";
import { untilText } from "./until.ts";

export const roleNames: Readonly<Record<Role, string>> = {
  everyone: "所有单位",
  applicants: "申报单位",
  holders: "示范平台",
  contacts: "下级部门联系人",
};

export const standingNames: Readonly<Record<Standing, string>> = {
  none: "没开始",
  open: "正在填",
  done: "已生成文件",
};

/** 杭州市 · 正在填 · 缺“上一年度审计报告”. */
export const audienceText = (audience: Audience, setting: Setting): string => {
  const { areas, procedures, role, standings, lacks, lacksAny, until, isDuty } = audience;
  const titles = setting.served.filter(({ id }) => procedures.includes(id)).map(({ procedure }) => procedure.title);
  const isOpen = procedures.length + standings.length + lacks.length === 0;
  const lacking = lacks.map(({ label }) => `“${label}”`).join(lacksAny ? "或" : "和");
  return [
    areas.length > 0 ? areas.join("、") : (setting.area ?? setting.jurisdiction?.name ?? ""),
    ...(role !== "everyone" || isOpen ? [roleNames[role]] : []),
    ...titles,
    ...(standings.length > 0 ? [standings.map((one) => standingNames[one]).join("或")] : []),
    ...(lacking === "" ? [] : [`缺${lacking}`]),
    ...(until === null ? [] : [untilText(until)]),
    ...(isDuty && role === "holders" ? ["退订了通知的也发"] : []),
  ]
    .filter(Boolean)
    .join(" · ");
};

/** Who is addressed is counted in 家; contacts in 位. */
export const countText = (count: number, { role }: Audience): string => `${count} ${role === "contacts" ? "位" : "家"}`;

/** Who is left out, and why; null where nobody is. */
export const leftText = ({ left }: Addressed, { role, isDuty }: Audience): string | null => {
  const unit = role === "contacts" ? "位" : "家";
  const parts = [
    ...(left.withoutPlace > 0
      ? [`${left.withoutPlace} ${unit}没${role === "contacts" ? "写清属于哪个市" : "填所在地"}，不在内`]
      : []),
    ...(left.withoutEnd > 0 ? [`${left.withoutEnd} 家的称号没有写有效期，不在内`] : []),
    ...(left.unsubscribed > 0 ? [`${left.unsubscribed} 家退订了通知，不发`] : []),
  ];
  if (parts.length === 0) return null;
  const canInsist = left.unsubscribed > 0 && role === "holders" && !isDuty;
  return `另有 ${parts.join("；")}。${canInsist ? "如果说的是示范平台必须办的事（报告、复核），可以选“退订的也发”。" : ""}`;
};
