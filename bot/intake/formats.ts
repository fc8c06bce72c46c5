const monthOfYear = 'yyyy"年"m"月"';
const dayOfMonth = 'm"月"d"日"';
const minutes = 'h"时"mm"分"';
const seconds = 'h"时"mm"分"ss"秒"';

/** What the number formats mean that a Chinese Excel has by itself and a file therefore does not spell out. */
export const chineseFormats: readonly (readonly [id: number, format: string])[] = [
  [27, monthOfYear],
  [28, dayOfMonth],
  [29, dayOfMonth],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, minutes],
  [33, seconds],
  [34, minutes],
  [35, seconds],
  [36, monthOfYear],
  [50, monthOfYear],
  [51, dayOfMonth],
  [52, monthOfYear],
  [53, dayOfMonth],
  [54, dayOfMonth],
  [55, minutes],
  [56, seconds],
  [57, monthOfYear],
  [58, dayOfMonth],
];
