import type { Choice } from "../../../rules/define.ts";
import type { Served } from "../../../rules/index.ts";
import { chosen } from "../../choose.ts";
import { commandOf } from "../../commands.ts";
import { asking, type FromPerson, type Reply } from "../../reply.ts";
import type { Needs } from "../../world.ts";
import type { DeskWorld, Matter } from "../matter.ts";
import { areaOf, placeFields } from "../whereabouts.ts";
import { added, type PlaceProgress, type Progress, progressIn, totalOf } from "./progress.ts";

const choices: readonly Choice[] = [{ id: "back", label: "返回" }];
const mostPlaces = 20;

/** The enterprises' progress is shown; there is nothing else to do. */
export class ProgressTalk implements Matter {
  over = false;
  readonly persisted = null;
  readonly work = null;
  readonly plans = [];
  private readonly desk: DeskWorld;

  constructor(desk: DeskWorld) {
    this.desk = desk;
  }

  get needs(): Needs | null {
    if (this.over || this.desk.world.desk.reach) return null;
    return { needs: [], desk: { reach: { fields: placeFields(this.served) } } };
  }

  private get served(): readonly Served[] {
    const { world, contact } = this.desk;
    return world.served.filter(({ jurisdiction }) => jurisdiction.code === contact.jurisdiction);
  }

  hear(input: FromPerson): boolean {
    if ("arrived" in input) return false;
    const typed = "text" in input ? (chosen(input.text, choices, true) ?? commandOf(input.text)?.type) : null;
    const id = "choice" in input ? input.choice : typed;
    if (id === "progress") return false;
    this.over = id === "back" || id === "pause" || id === "done" || id === "no";
    if (!this.over) this.desk.told.note("这里只看进度。看完请回复“返回”。");
    return !this.over;
  }

  question(refused: boolean): Reply {
    const { world, contact } = this.desk;
    const jurisdiction = this.served[0]?.jurisdiction ?? null;
    const area = areaOf(contact, jurisdiction);
    const all = world.desk.reach ? progressIn(area, world.desk.reach, this.served, world.on) : [];
    return asking({ text: progressText(all, area, jurisdiction?.name ?? ""), choices }, refused);
  }
}

const progressText = (standings: readonly PlaceProgress[], area: string | null, whole: string): string => {
  const where = area ?? whole;
  const total = standings.reduce<Progress>(added, { notBegun: 0, begun: 0, done: 0, titled: 0 });
  if (totalOf(total) === 0) return `${where}：还没有单位在这里填申请，也没有登记过示范平台。`;
  const rest = standings.slice(mostPlaces).reduce<Progress>(added, { notBegun: 0, begun: 0, done: 0, titled: 0 });
  return [
    `${where}的进度（按申请份数）：${standingText(total)}`,
    ...(standings.length > 1
      ? standings.slice(0, mostPlaces).map((one) => `· ${one.place ?? "没填所在地"}：${standingText(one)}`)
      : []),
    ...(totalOf(rest) > 0 ? [`· 其余 ${standings.length - mostPlaces} 处：${standingText(rest)}`] : []),
    ...(area === null ? [] : ["没填所在地的单位不在内。"]),
  ].join("\n");
};

const standingText = ({ notBegun, begun, done, titled }: Progress): string =>
  [
    ...(notBegun > 0 ? [`未开始 ${notBegun}`] : []),
    ...(begun > 0 ? [`填写中 ${begun}`] : []),
    ...(done > 0 ? [`已生成文件 ${done}`] : []),
    ...(titled > 0 ? [`有效期内的示范平台 ${titled} 家`] : []),
  ].join("，");
