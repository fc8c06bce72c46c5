import type { RoundDate } from "../define.ts";

type Way = RoundDate["way"];

const PAPER = /纸 ?质|纸介|一式|邮寄|寄送|寄[至到]|快递|装订|现场(?:提交|报送|递交|受理)|光盘|刻盘/;
const ONLINE =
  /网上|网络|线上|在线|登[录陆]|系统|网站|网址|政务服务网|小程序|扫码|(?<!示范)平台(?:填报|上传|提交)|上传/;
/** Beside paper it is how the same is sent as a file. */
const MAIL = /邮箱|电子邮件/;
/** 纸质材料另行通知: told only to be left out. */
const NOT_NOW = /无需|不需|不用|暂不|另行|不再|免于|待[^,]{0,8}后/;
const REVIEW = /审核|初审|审查|复核|评审|审定/;

/** How something is to be done by what a flattened text says; several where it says several. */
export const waysIn = (flat: string): readonly Way[] => {
  if (NOT_NOW.test(flat)) return [];
  const [isPaper, isOnline] = [PAPER.test(flat), ONLINE.test(flat)];
  if (isPaper) return isOnline ? ["online", "paper"] : ["paper"];
  if (REVIEW.test(flat)) return ["review"];
  return isOnline || MAIL.test(flat) ? ["online"] : [];
};
