const WHO = "(?:我|我们|咱们|俺)?(?:也|还|真的?|都|暂时|暂|目前|现在|这个|一下子)*";
const NOT_KNOWN =
  "(?:不太?知道|不太?清楚|不太?确定|不详|不太?了解|不晓得|没有?统计(?:过|呢)?|待定|待填|待补|忘记?了?|忘了|[记想]不(?:太?清|起来?|得|到)楚?|不记得|没概念|说不[准好清]|拿不准|没数|以后再填)";
const UNKNOWN = new RegExp(`^${WHO}${NOT_KNOWN}[了啊呀呢哎哦诶欸耶嘛。.!~]*$`);

/** Whether the whole text says that its author does not know: 不知道, 记不清了. */
export const isUnknown = (text: string): boolean => UNKNOWN.test(text);
