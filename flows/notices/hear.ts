import { fold } from "../commands.ts";
import type { Input } from "../reply.ts";
import { type Inbox, readPrefix } from "./notice.ts";

/** What was said about the notices that came, wherever the person is. */
export interface NoticeHeard {
  readonly reads: readonly string[];
  /** The departments' notices are wished, or no more; null: nothing was said of it. */
  readonly wants: boolean | null;
  readonly note: string;
}

interface Place {
  /** Null until it is asked for. */
  readonly inbox: Inbox | null;
  /** Nothing is asked that the word might answer. */
  readonly isFree: boolean;
}

type Wish = "read" | "unsubscribe" | "subscribe";

const words: ReadonlyMap<string, Wish> = new Map([
  ["已阅", "read"],
  ["已读", "read"],
  ["收到", "read"],
  ["已收到", "read"],
  ["退订", "unsubscribe"],
  ["退订通知", "unsubscribe"],
  ["恢复通知", "subscribe"],
]);

/** Null where it is about no notice: then the open question hears it. `inbox`: that has to be known first. */
export const hearNotices = (input: Input, place: Place): NoticeHeard | "inbox" | null => {
  if ("choice" in input) {
    const { choice } = input;
    return choice.startsWith(readPrefix) ? read(choice.slice(readPrefix.length)) : null;
  }
  const wish = "text" in input ? words.get(fold(input.text)) : undefined;
  if (!wish) return null;
  return place.inbox ? hearWord(wish, place.inbox, place.isFree) : "inbox";
};

const hearWord = (wish: Wish, { unread, hasAny }: Inbox, isFree: boolean): NoticeHeard | null => {
  const last = unread.at(-1);
  if (wish === "read") {
    if (last !== undefined) return read(last);
    return isFree && hasAny ? { reads: [], wants: null, note: "通知您都看过了，已经记下。" } : null;
  }
  if (!isFree && !hasAny) return null;
  const wants = wish === "subscribe";
  return { reads: [], wants, note: wants ? wantsNotes.yes : wantsNotes.no };
};

const read = (id: string): NoticeHeard => ({ reads: [id], wants: null, note: "好的，记下您看过这份通知了。" });

/** What is said to who wants no notices any more, and to who wants them again. */
export const wantsNotes = {
  no: "好的，不再转发主管部门的通知。示范平台必须办的事（报告、复核）不能全部退订，仍会提醒您。想再收到，随时回复“恢复通知”，或在“提醒设置”里改。",
  yes: "好的，恢复转发主管部门的通知。",
} as const;
