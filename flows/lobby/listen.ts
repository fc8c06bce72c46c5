import { read } from "../../rules/values/index.ts";
import { chosen } from "../choose.ts";
import { commandOf, fold } from "../commands.ts";
import { listenDates } from "../dates/listen.ts";
import type { Input } from "../reply.ts";
import { lobbyQuestion } from "./ask.ts";
import { type Hall, own, sampled, sectionChoices } from "./hall.ts";
import type { LobbyEvent, LobbyState } from "./machine.ts";

export interface LobbyHeard {
  readonly event: LobbyEvent | null;
  readonly notes: readonly string[];
  readonly refused: boolean;
}

export const welcome =
  "您好！我是中小企业公共服务示范平台申报助手。我会一问一答帮您判断是否符合条件、填好全部申报表，最后给您可以打印盖章的 Word 文件。随时可以停，下次接着填。";

const lobbyHelp = [
  "我能做这些事：",
  "· 新申请：先用十几个问题判断条件，再逐项填表，最后生成全部文件。",
  "· 看示例：用一个虚构单位的资料，马上生成一套完整文件给您看。",
  "· 我的申请：接着填、修改，或重新生成文件。",
  "· 我的资料：看看保存了什么，也可以全部删除。",
  "· 我的日期：什么时候要交什么，提前提醒您，也能放进手机日历。",
  "填写时随时可以回复“返回”“跳过”“为什么”“进度”“暂停”。",
].join("\n");

/** Reads an input in the lobby. */
export const listenLobby = (input: Input, state: LobbyState, hall: Hall): LobbyHeard => {
  if ("arrived" in input || "reminders" in input || "notice" in input)
    return { event: null, notes: [], refused: false };
  if ("file" in input) return refuse("请先选择要办的事项；材料文件在填到“证明材料”时再发。");
  const dates = hall.scope || isDeciding(state) ? null : listenDates(input, state, hall.dates, hall.hasConsent);
  if (dates) return dates;
  const { choices } = lobbyQuestion(state, hall, false);
  if ("choice" in input) return pressed(input.choice, state, hall);
  const sections = state.value === "delegating" ? sectionsIn(input.text, hall) : null;
  if (sections) return say({ type: "invite", sections });
  const command = commandOf(input.text);
  const choice = chosen(input.text, choices, true) ?? (command?.type === "done" ? null : command?.type) ?? null;
  if (choice) return pressed(choice, state, hall);
  if (/^(部门工作|部门|登记)$/.test(fold(input.text))) return pressed("desk", state, hall);
  if (/^(我要|我想)?(新的?)?(申请|申报)$/.test(input.text.trim())) return pressed("new", state, hall);
  if (!isDeciding(state) && /^(继续|接着填|继续填)$/.test(fold(input.text))) return pressed("resume", state, hall);
  if (state.value === "menu" && isGreeting(input.text)) return note(welcome);
  if (state.value === "consent" && /^(是|是的|可以|好|好的|行|同意.*|ok|y|yes)$/i.test(input.text.trim()))
    return say({ type: "yes" });
  return refuse("没有听懂。请从下面选一项，回复编号或文字都可以。");
};

const isDeciding = ({ value }: LobbyState): boolean => value === "consent" || value === "forgetting";

const isGreeting = (text: string): boolean =>
  /^(你好|您好|hi|hello|嗨|在吗|早上好|下午好|开始|\/start|start)/i.test(text.trim());

const pressed = (id: string, state: LobbyState, hall: Hall): LobbyHeard => {
  if (state.value === "consent" && ["agree", "yes"].includes(id)) return say({ type: "yes" });
  if (state.value === "forgetting" && id === "yes") return say({ type: "yes" }, "已全部删除。");
  if (["consent", "forgetting"].includes(String(state.value)) && id === "no")
    return say(
      { type: "no" },
      ...(state.value === "consent" ? ["好的，没有保存任何内容。想开始时再选“新申请”。"] : []),
    );
  if (state.value === "samples" && sampled(hall).some((served) => served.id === id))
    return say({ type: "sample", procedure: id });
  if (!hall.scope && hall.served.some((served) => served.id === id))
    return say(hall.hasConsent ? { type: "start", procedure: id } : { type: "wish", wish: { procedure: id } });
  if (hall.applications.some((listed) => listed.id === id)) return say({ type: "open", application: id });
  if (state.value === "delegating" && sectionChoices(hall).some((section) => section.id === id))
    return say({ type: "invite", sections: [id] });
  const title = hall.titles.find(({ subject }) => subject === id);
  if (title)
    return say(
      { type: "withdraw", title: { jurisdiction: title.jurisdiction, level: title.level, subject: id } },
      `已删除${title.label}和它的提醒。删错了，在“我的日期”里选“我已是示范平台”再说一次。`,
    );
  const colleague = hall.colleagues.find((one) => id === `unlink:${one.id}`);
  if (colleague) return say({ type: "unlink", account: colleague.id }, "已取消绑定，对方看不到这份申请了。");
  const [latest] = own(hall);
  const [onlySample, ...moreSamples] = sampled(hall);
  switch (id) {
    case "sample":
      if (!onlySample) break;
      return say(moreSamples.length > 0 ? { type: "samples" } : { type: "sample", procedure: onlySample.id });
    case "resume":
      return latest ? say({ type: "open", application: latest.id }) : refuse("还没有可以继续的申请。请选“新申请”。");
    case "new":
      if (hall.scope) return refuse("这个账号是帮同事填的。要为自己单位申请，请先退出。");
      return say({ type: "procedures" });
    case "applications":
    case "facts":
    case "links":
      return say({ type: id });
    case "whole":
    case "delegate":
      if (hall.scope || !latest) return refuse("请先选“新申请”，有了申请再请同事帮忙。");
      return say(id === "delegate" ? { type: "delegate" } : { type: "invite", sections: null });
    case "leave":
      return hall.scope
        ? say({ type: "unlink", account: hall.account }, "已退出，您填过的内容留在原单位的申请里。")
        : refuse("您不是在帮别人填。");
    case "forget":
      if (hall.scope) return refuse("这是别的单位的申请，请由对方删除。您可以选“退出”。");
      return state.value === "facts" ? say({ type: "forget" }) : refuse("请先选“我的资料”。");
    case "desk":
      return hall.isContact ? say({ type: "desk" }) : refuse("请先向本助手的管理员要登记码，再发送“登记 登记码”。");
    case "back":
    case "no":
    case "pause":
      return say({ type: "menu" });
    case "help":
    case "why":
    case "example":
      return note(lobbyHelp);
  }
  return refuse("这个选项现在用不上，请看下面的选项。");
};

/** Several sections by their numbers or names. */
const sectionsIn = (text: string, hall: Hall): readonly string[] | null => {
  const reading = read({ kind: "choices", choices: sectionChoices(hall) }, text, "");
  return reading.status === "understood" && Array.isArray(reading.value) && reading.value.length > 0
    ? (reading.value as readonly string[])
    : null;
};

const say = (event: LobbyEvent, ...notes: readonly string[]): LobbyHeard => ({ event, notes, refused: false });
const note = (text: string): LobbyHeard => ({ event: null, notes: [text], refused: false });
const refuse = (text: string): LobbyHeard => ({ event: null, notes: [text], refused: true });
