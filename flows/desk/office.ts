import type { Jurisdiction } from "../../rules/define.ts";

export type Level = "province" | "city" | "county";

/** For which department somebody acts. */
export interface Office {
  readonly jurisdiction: string;
  readonly level: Level;
  /** 杭州市; null for the whole jurisdiction. */
  readonly area: string | null;
  readonly name: string;
}

/** Somebody who acts for a department. */
export interface Contact extends Office {
  readonly id: string;
}

/** 浙江省杭州市（王处长）. */
export const officeLabel = ({ area, name }: Office, jurisdiction: Jurisdiction | null): string => {
  const whole = jurisdiction?.name ?? "";
  return `${whole}${area === null || area === whole ? "" : area}（${name}）`;
};
