/** What became of a notice for one account. */
export type DeliveryState = "queued" | "sending" | "sent" | "read" | "blocked" | "failed" | "unknown" | "skipped";

/** How many deliveries of a notice are in each state; of those sent, how many wait for the person's next visit. */
export type Counts = Readonly<Partial<Record<DeliveryState | "unvisited", number>>>;

/** 已送达 8 家（其中已阅 3，2 家等对方下次打开网页），对方拉黑 1，等待中 4。 Zeros are left out. */
export const tally = (counts: Counts): string => {
  const of = (...states: readonly (keyof Counts)[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const within = [
    ...(of("read") > 0 ? [`其中已阅 ${of("read")}`] : []),
    ...(of("unvisited") > 0 ? [`${of("unvisited")} 家要等下次打开网页才看到`] : []),
  ];
  const parts = [
    ...(of("sent", "read") > 0
      ? [`已送达 ${of("sent", "read")} 家${within.length > 0 ? `（${within.join("，")}）` : ""}`]
      : []),
    ...others.flatMap(([label, ...states]) => (of(...states) > 0 ? [`${label} ${of(...states)} 家`] : [])),
  ];
  return parts.length > 0 ? `${parts.join("，")}。` : "还没有收件的单位。";
};

const others: readonly (readonly [string, ...(keyof Counts)[]])[] = [
  ["对方拉黑", "blocked"],
  ["发送失败", "failed"],
  ["不确定", "unknown"],
  ["已跳过", "skipped"],
  ["正在发送", "sending"],
  ["等待中", "queued"],
];
