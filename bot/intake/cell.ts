import { type CellObject, SSF } from "@e965/xlsx";
import Big from "big.js";

/** How a number of a workbook is to be read: where its days are counted from. */
export interface Days {
  readonly date1904: boolean;
}

/**
 * A cell as a person would type it: dates as 2026-03-05, percentages as 80%, other numbers as plain decimals without the
 * noise of floating point, 是 and 否; an error is empty. A formula counts as what it last gave.
 */
export const cellText = (cell: CellObject | undefined, days: Days): string => {
  const value = cell?.v;
  if (cell === undefined || value === undefined) return "";
  switch (cell.t) {
    case "s":
      return String(value).replace(/\r\n?/g, "\n").trim();
    case "b":
      return value ? "是" : "否";
    case "n":
      return typeof value === "number" && Number.isFinite(value)
        ? numberText(value, String(cell.z ?? "General"), days)
        : "";
    default:
      return "";
  }
};

const numberText = (value: number, format: string, days: Days): string => {
  if (isDate(format)) return dateText(value, format, days);
  if (isPercent(format)) return `${decimal(exact(value).times(100))}%`;
  if (/^0{2,}$/.test(format) && Number.isInteger(value)) return String(value).padStart(format.length, "0");
  return decimal(exact(value)) + (unitOf.exec(format)?.[1] ?? "");
};

/** A unit that the format writes behind the number as it is, as in 0.0"万元"; a comma before it would scale. */
const unitOf = /^[#0?,.]*[#0?]"([^"]+)"$/;

/** Numbers of a workbook are good for 15 digits; what comes behind is noise. */
const exact = (value: number): Big => new Big(value.toPrecision(15));

const decimal = (number: Big): string => number.toFixed();

const withoutWords = (format: string): string => format.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]/gi, "");

const isDate = (format: string): boolean => Boolean(SSF.is_date(format));

const isPercent = (format: string): boolean => withoutWords(format).includes("%");

const dateText = (serial: number, format: string, { date1904 }: Days): string => {
  const shown = withoutWords(format).replace(/am\/pm/gi, "");
  // An "m" beside hours or seconds is minutes.
  const days = shown.replace(/[hs]+[^a-z]*m+|m+[^a-z]*s/gi, "");
  const parts: Readonly<Record<string, number>> | null = SSF.parse_date_code(serial, { date1904 });
  if (!parts || !/[yemd]/i.test(days)) return SSF.format(format, serial, { date1904 }).trim();
  const { y, m, d, H, M, S } = parts;
  if (!/d/i.test(days)) return /m/i.test(days) ? `${y}-${two(m)}` : String(y);
  const time = S ? ` ${two(H)}:${two(M)}:${two(S)}` : ` ${two(H)}:${two(M)}`;
  return `${y}-${two(m)}-${two(d)}${H || M || S ? time : ""}`;
};

const two = (number: number | undefined): string => String(number).padStart(2, "0");
