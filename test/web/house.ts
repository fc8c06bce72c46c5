import { createHash, randomBytes } from "node:crypto";
import {
  type Channel,
  type House,
  type Input,
  RefusedFile,
  type Reply,
  type Said,
  type Update,
} from "../../bot/channel.ts";

/** A small house in memory: one conversation with a menu, three questions and a document; it keeps a transcript. */
export interface SmallHouse extends House {
  /** The bot speaks up by itself, as it does for a reminder. */
  remind(address: string, text: string): Promise<void>;
  readonly addresses: ReadonlySet<string>;
  /** A department's notice: it asks nothing, and can be answered beside the open question. */
  notify(address: string, text: string): Promise<void>;
  /** Update ids in the order in which they were answered. */
  readonly answered: readonly string[];
  /** From now on replies get out another way. */
  deliverBy(channel: Pick<Channel, "send">): void;
  /** Makes the next turns fail, as a full disk does. */
  failTurns(count: number): void;
}

const MENU = [
  { id: "zhejiang/apply", label: "浙江省：申请认定" },
  { id: "ningbo/apply", label: "宁波市：申请认定" },
  { id: "mine", label: "我的申请" },
  { id: "dates", label: "重要日期" },
  { id: "settings", label: "设置" },
];

const YES_NO = [
  { id: "yes", label: "是" },
  { id: "no", label: "否" },
];

const LONG = `根据您填写的内容，初步判断：

✓ 成立时间：2015 年 3 月，已满 3 年。
✗ 从业人员：18 人，低于 20 人，差 2 人。
　依据：《国家中小企业公共服务示范平台认定管理办法》第七条（一）3。
✓ 服务企业：每年 150 家以上。

您可以先把人员补充齐全再申报，也可以现在继续填写，最后再修改这一项。全文见 https://www.miit.gov.cn/zwgk/zcwj/art_3a1.html。

还需要准备的材料：
1. 法人证书或营业执照副本（复印件）；
2. 上一年度审计报告；
3. 开展相关服务的证明材料（通知、照片、总结等）；
4. 能够证明服务收入的票据；
5. 国家或省级有关部门颁发的从业资格（资质）等证明材料（复印件）。`;

/** @param channel how the replies get out: the channel under test */
export function smallHouse(channel: Pick<Channel, "send">): SmallHouse {
  let deliver = channel;
  const transcripts = new Map<string, Said[]>();
  const addresses = new Set<string>();
  const answered: string[] = [];
  const files = new Map<string, { name: string; bytes: Uint8Array }>();
  const codes = new Map<string, string>();
  const turns = new Map<string, Promise<unknown>>();
  let seq = 0;
  let failing = 0;

  const transcript = (address: string) => {
    const said = transcripts.get(address) ?? [];
    transcripts.set(address, said);
    return said;
  };
  const add = (address: string, said: Omit<Said, "seq" | "at">): number => {
    seq += 1;
    transcript(address).push({ seq, at: new Date().toISOString(), ...said });
    return seq;
  };
  const store = (bytes: Uint8Array, name: string) => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    files.set(hash, { name, bytes });
    return { hash, name };
  };

  /** Turns of one address run one after another. */
  const inTurn = <T>(address: string, turn: () => Promise<T>): Promise<T> => {
    const before = turns.get(address) ?? Promise.resolve();
    const now = before.catch(() => {}).then(turn);
    turns.set(address, now);
    return now;
  };

  const say = async (address: string, replies: readonly Reply[]) => {
    const sent = replies.map((reply) => ({
      reply,
      seq: add(address, { by: "bot", updateId: null, input: null, reply }),
    }));
    queueMicrotask(() => {
      for (const one of sent) void deliver.send(address, one.reply, one.seq);
    });
  };

  return {
    addresses,
    answered,
    deliverBy: (other) => {
      deliver = other;
    },
    failTurns: (count) => {
      failing = count;
    },
    remind: (address, text) => inTurn(address, () => say(address, [reply(text)])),
    notify: (address, text) =>
      inTurn(address, () => {
        const open = transcript(address).findLast((one) => one.reply?.ask)?.reply;
        const notice = reply(text, { choices: [{ id: "read:n", label: "已阅" }], ask: null });
        return say(address, [notice, ...(open ? [open] : [])]);
      }),

    converse: ({ id, address, input }: Update) =>
      inTurn(address, async () => {
        addresses.add(address);
        if (transcript(address).some(({ updateId }) => updateId === id)) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (failing > 0) {
          failing -= 1;
          throw new Error("the disk is full");
        }
        const done = transcript(address).filter(({ by }) => by === "person").length;
        add(address, { by: "person", updateId: id, input, reply: null });
        answered.push(id);
        await say(address, answer(input, done, store));
      }),

    tell: (address, text) => inTurn(address, () => say(address, [reply(text)])),

    async keepFile(bytes, name) {
      if (bytes.length === 0) throw new RefusedFile("这个文件是空的，请重新选择。");
      if (name.endsWith(".exe")) throw new RefusedFile("不能接收程序文件，请发送 Word、Excel、PDF 或图片。");
      return { ...store(bytes, name), size: bytes.length };
    },

    async openFile(address, hash) {
      const isSaid = transcript(address).some(
        ({ input, reply }) => (input && "file" in input && input.file.hash === hash) || reply?.file?.hash === hash,
      );
      return isSaid ? (files.get(hash) ?? null) : null;
    },

    said: async (address, after, limit) =>
      transcript(address)
        .filter((one) => one.seq > after)
        .slice(-limit),

    async resumeCode(address) {
      for (const [code, of] of codes) if (of === address) codes.delete(code);
      const code = randomBytes(10).toString("hex").toUpperCase().slice(0, 16);
      codes.set(code, address);
      return code.replace(/(.{4})(?=.)/g, "$1-");
    },
    resume: async (code) => codes.get(code) ?? null,
  };
}

function answer(
  input: Input,
  done: number,
  store: (bytes: Uint8Array, name: string) => { hash: string; name: string },
): Reply[] {
  if ("arrived" in input || "reminders" in input || "notice" in input) {
    return [
      reply(
        "您好！我是中小企业公共服务示范平台的申报助手。\n\n我会一步一步地问，您照实回答就行；随时可以停下，下次接着填。最后我会帮您把申报书和附表都做好。",
      ),
      reply("您想做什么？", { choices: MENU }),
    ];
  }
  const progress = { done, total: 58 };
  if ("file" in input)
    return [reply(`收到文件“${input.file.name}”。`), reply("还有其他文件吗？", { choices: YES_NO, progress })];
  if ("choice" in input) {
    switch (input.choice) {
      case "zhejiang/apply":
        return [reply("好的，浙江省的认定申请。\n单位成立满三年了吗？", { choices: YES_NO, progress })];
      case "no":
        return [
          reply(LONG),
          reply("申报书草稿做好了。", { file: store(new TextEncoder().encode("docx"), "申报书（草稿）.docx") }),
          reply("现在继续填写吗？", { choices: [...YES_NO, { id: "later", label: "以后再说" }], progress }),
        ];
      default:
        return [reply("单位全称是什么？\n请按营业执照填写。", { progress })];
    }
  }
  return [reply(`已记下：${input.text}`), reply("下一个问题：从业人员多少人？", { progress })];
}

function reply(text: string, more: Partial<Reply> = {}): Reply {
  const asks = { step: "menu", field: null, column: null, row: null, label: null, kind: null, refused: false } as const;
  return { text, choices: [], file: null, progress: null, ask: more.choices ? asks : null, ...more };
}
