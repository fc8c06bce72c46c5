import { any, atLeast, figuresFrom, inAreas, is } from "../../condition.ts";
import type { Choice } from "../../define.ts";

/** The prefectures and cities whose departments recommend (第十条). */
export const prefectures = [
  { id: "urumqi", label: "乌鲁木齐市" },
  { id: "karamay", label: "克拉玛依市" },
  { id: "turpan", label: "吐鲁番市" },
  { id: "hami", label: "哈密市" },
  { id: "changji", label: "昌吉回族自治州" },
  { id: "bortala", label: "博尔塔拉蒙古自治州" },
  { id: "bayingolin", label: "巴音郭楞蒙古自治州" },
  { id: "aksu", label: "阿克苏地区" },
  { id: "kizilsu", label: "克孜勒苏柯尔克孜自治州" },
  { id: "kashgar", label: "喀什地区" },
  { id: "hotan", label: "和田地区" },
  { id: "ili", label: "伊犁哈萨克自治州" },
  { id: "tacheng", label: "塔城地区" },
  { id: "altay", label: "阿勒泰地区" },
] as const satisfies readonly Choice[];

/** 南疆四地州. The source does not name the four: which they are is ours. */
const south = ["aksu", "kizilsu", "kashgar", "hotan"] as const;

/** Is the applicant's prefecture one of the four? */
export const inSouth = any(...south.map((prefecture) => is("prefecture", prefecture)));

/** The measures are in force 30 days after their publication on 2021-06-10 (第二十四条). */
const from2021 = figuresFrom("2021-07-10");
export const figure = from2021;

/** At least the figure, or the one in brackets for 南疆四地州. */
export const atLeastOr = <const Id extends string>(field: Id, general: number, inTheSouth: number, unit: string) =>
  atLeast(field, inAreas(from2021(general, unit), "prefecture", south, inTheSouth));

export const figureOr = (general: number, inTheSouth: number, unit: string) =>
  inAreas(from2021(general, unit), "prefecture", south, inTheSouth);
