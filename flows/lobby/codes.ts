import { plainCode } from "../code.ts";
import type { Invitation, World } from "../world.ts";
import { type Hall, own, scopeText } from "./hall.ts";

/** The one-time code in a text: 绑定 ABCD-2345, 登记 ABCD-2345, or the code alone where it can be nothing else; null where there is none. */
export const codeIn = (text: string, maybeAlone: boolean): string | null => {
  const plain = text.normalize("NFKC").trim();
  const said =
    /^(?:绑定|登记|代码|邀请码|登记码|验证码|输入代码)\s*[::]?\s*([0-9A-Za-z]{4}\s*-?\s*[0-9A-Za-z]{4})$/.exec(
      plain,
    )?.[1];
  const alone = /^([2-9A-HJ-NP-Za-hj-np-z]{4}-[2-9A-HJ-NP-Za-hj-np-z]{4})$/.exec(plain)?.[1];
  const code = said ?? (maybeAlone ? alone : undefined);
  return code ? plainCode(code) : null;
};

/** Why the code is of no use; null where the account may join with it. */
export const codeTrouble = (invitation: Invitation, hall: Hall, tooMany: boolean): string | null => {
  if (tooMany) return "错误的代码太多了，请过一个小时再试。";
  if (invitation.office) return officeTrouble(invitation, hall);
  if (invitation.state === "used") return "这个代码已经用过了，每个代码只能用一次。请对方再发一个。";
  if (invitation.state === "expired") return "这个代码已经过期了（24 小时内有效）。请对方再发一个。";
  if (invitation.state === "unknown") return "没有这个代码，请核对后再发一次，注意不要少字。";
  if (invitation.isOwn) return "您已经在这份申请里了，不用再绑定。代码还没有用掉，请发给同事。";
  if (hall.scope) return "这个账号已经在帮同事填。要换一份，请先在“我填的内容”里退出。";
  const hasOwn = own(hall).length > 0;
  return invitation.scope && hasOwn ? "这个账号已有自己的申请，不能再帮别的单位填。请换一个账号来绑定。" : null;
};

/** The same for a contact's code, which the operator made. */
const officeTrouble = ({ state }: Invitation, hall: Hall): string | null => {
  if (state === "used") return "这个登记码已经用过了，每个只能用一次。请联系本助手的管理员再要一个。";
  if (state === "expired") return "这个登记码已经过期了。请联系本助手的管理员再要一个。";
  if (state !== "open") return "没有这个登记码，请核对后再发一次。";
  if (hall.scope) return "这个账号正在帮同事填申请，请先在“我填的内容”里退出，或换一个账号登记。";
  return hall.isContact ? "这个账号已经登记过了，请直接选“部门工作”。登记码还没有用掉。" : null;
};

/** What the person is to do with the code. */
export const invitationText = (hall: Hall, { freshCode }: World, scope: Invitation["scope"]): string =>
  [
    `代码：${freshCode}`,
    `在另一个手机或聊天软件里打开本助手，发送“绑定 ${freshCode}”就行（${scopeText(hall, scope)}）。`,
    "24 小时内有效，只能用一次，请不要发到群里。",
  ].join("\n");
