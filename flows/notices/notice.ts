import type { ReceivedFile } from "../../rules/define.ts";
import { plain, type Reply } from "../reply.ts";

/** A department's notice as a recipient gets it. */
export interface NoticeTold {
  readonly id: string;
  /** 浙江省杭州市（王处长）. */
  readonly from: string;
  readonly text: string;
  readonly files: readonly ReceivedFile[];
}

/** The notices that came to an account. */
export interface Inbox {
  /** Oldest first. */
  readonly unread: readonly string[];
  readonly hasAny: boolean;
}

/** The notice, then its files. It asks nothing: a messenger without buttons shows the words 看过请回复 alone. */
export const noticeReplies = ({ id, from, text, files }: NoticeTold): readonly Reply[] => [
  {
    ...plain(`【通知】${from}\n${text.trim()}\n\n看过请回复：已阅`),
    choices: [{ id: `${readPrefix}${id}`, label: "已阅" }],
  },
  ...files.map(({ hash, name }) => ({ ...plain(name), file: { hash, name } })),
];

/** What the id of the choice 已阅 begins with; the notice's id follows. */
export const readPrefix = "read:";
