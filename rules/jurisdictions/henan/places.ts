import type { Choice } from "../../define.ts";

/** The cities and 济源示范区, whose departments recommend. The notice counts on them without listing them. */
export const recommendingCities: readonly Choice[] = [
  { id: "zhengzhou", label: "郑州市" },
  { id: "kaifeng", label: "开封市" },
  { id: "luoyang", label: "洛阳市" },
  { id: "pingdingshan", label: "平顶山市" },
  { id: "anyang", label: "安阳市" },
  { id: "hebi", label: "鹤壁市" },
  { id: "xinxiang", label: "新乡市" },
  { id: "jiaozuo", label: "焦作市" },
  { id: "puyang", label: "濮阳市" },
  { id: "xuchang", label: "许昌市" },
  { id: "luohe", label: "漯河市" },
  { id: "sanmenxia", label: "三门峡市" },
  { id: "nanyang", label: "南阳市" },
  { id: "shangqiu", label: "商丘市" },
  { id: "xinyang", label: "信阳市" },
  { id: "zhoukou", label: "周口市" },
  { id: "zhumadian", label: "驻马店市" },
  { id: "jiyuan", label: "济源示范区" },
];

/** An applicant's place: 航空港区's platforms are recommended by Zhengzhou. */
export const applicantsPlaces: readonly Choice[] = [
  ...recommendingCities,
  { id: "airport", label: "航空港区", within: "zhengzhou" },
];

/** Whose quota a platform takes, as 附件2's 备注 has to say (注5). 航空港区 stands apart, so that both readings can be counted. */
export const remarks = [
  { id: "quota", label: "省辖市（济源示范区）推荐名额" },
  { id: "airport", label: "省辖市推荐名额（航空港区）" },
  { id: "infoConsumption", label: "国家信息消费示范城市" },
  { id: "threeProducts", label: "消费品工业“三品”战略示范城市" },
  { id: "cooperationZone", label: "中外中小企业合作区" },
  { id: "cluster", label: "省级中小企业特色产业集群" },
  { id: "laboratory", label: "工信部认定工业产品质量控制和技术评价实验室" },
] as const satisfies readonly Choice[];

/** The areas that may recommend one platform each outside the quota (三). */
export const specialAreas = ["infoConsumption", "threeProducts", "cooperationZone", "cluster"] as const;
