import { describe, expect, onTestFinished, test } from "vitest";
import type { Channel, Reply } from "../../bot/channel.ts";
import { asking, type TestHouse, told } from "./house.ts";

/** A message of the bot's as a person gets it. */
export interface Got {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/** Somebody who uses the messenger. What they send arrives in time. */
export interface Person {
  says(text: string): Promise<void>;
  /** A choice of the newest question, by its label. */
  presses(label: string): Promise<void>;
  sends(name: string, bytes: Uint8Array): Promise<void>;
  /** What they said last comes in once more, as it does when the messenger is not sure that it came. */
  repeats(): Promise<void>;
  got(): Promise<readonly Got[]>;
}

interface OpenedChannel {
  readonly house: TestHouse;
  /** Sends to the first person. */
  send(reply: Reply): ReturnType<Channel["send"]>;
  person(number: number): Person;
  /** Ends the channel while turns may be under way, and begins it anew. */
  restart(): Promise<void>;
  /** What can go wrong with a delivery, and how it then ends. */
  readonly failures: readonly { readonly name: string; cause(): Promise<void>; readonly expected: object }[];
  dispose(): Promise<void>;
}

const mostMs = 15_000;

/** Waits for what is to come; tests wait for events, not for times. */
const eventually = async (check: () => Promise<void> | void): Promise<void> => {
  const end = performance.now() + mostMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
};

const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0xff, 0x0d, 0x0a, 0x0d, 0x0a]);
const choices = [
  { id: "yes", label: "是" },
  { id: "zhejiang/apply", label: "新申请" },
];

/** What every channel does, whatever messenger is behind it. */
export const channelContract = (name: string, open: () => Promise<OpenedChannel>) =>
  describe(`channel contract: ${name}`, () => {
    const begin = async () => {
      const opened = await open();
      onTestFinished(() => opened.dispose());
      const { house } = opened;
      house.answers = ({ input }) => ("text" in input ? [asking(`收到：${input.text}`, { choices })] : []);
      const inputs = () => house.heard.map(({ input }) => input).filter((input) => !("arrived" in input));
      const texts = async (person: Person) => (await person.got()).map(({ text }) => text);
      return { ...opened, inputs, texts };
    };

    test.each(["250万元", "第一行\n第二行", "<b>&amp;</b> *x* _y_ `z`", "𠮷😀", "1/3"])("text: %s", async (text) => {
      const { person, inputs, texts } = await begin();
      await person(1).says(text);
      await eventually(async () => expect(await texts(person(1))).toEqual([`收到：${text}`]));
      expect(inputs()).toEqual([{ text }]);
    });

    test("a choice", async () => {
      const { person, inputs } = await begin();
      await person(1).says("问");
      await eventually(async () => expect((await person(1).got()).at(-1)?.buttons).toEqual(["是", "新申请"]));
      await person(1).presses("新申请");
      await eventually(() => expect(inputs()).toEqual([{ text: "问" }, { choice: "zhejiang/apply" }]));
    });

    test("a file in", async () => {
      const { house, person, inputs } = await begin();
      await person(1).sends("营业执照 副本.pdf", bytes);
      await eventually(() =>
        expect(inputs()).toMatchObject([{ file: { name: "营业执照 副本.pdf", size: bytes.length } }]),
      );
      expect([...house.files.values()][0]?.bytes).toEqual(bytes);
    });

    test("a file out", async () => {
      const { house, person } = await begin();
      const { hash } = await house.keepFile(bytes, "申报书（草稿）.docx");
      house.answers = () => [told("申报书（草稿）.docx", { file: { hash, name: "申报书（草稿）.docx" } })];
      await person(1).says("草稿");
      await eventually(async () =>
        expect((await person(1).got()).at(-1)?.file).toEqual({ name: "申报书（草稿）.docx", bytes }),
      );
    });

    test("a long text, whole", async () => {
      const { house, person, texts } = await begin();
      const text = Array.from({ length: 700 }, (_, at) => `第${at}行：服务中小企业的情况。`).join("\n");
      house.answers = ({ input }) => ("text" in input ? [told(text)] : []);
      await person(1).says("全文");
      const bare = (whole: string) => whole.replace(/\s/g, "");
      await eventually(async () => expect(bare((await texts(person(1))).join("")) === bare(text)).toBe(true));
    });

    test("order, of what is said and of what is answered, for each by itself", async () => {
      const { house, person, texts } = await begin();
      house.answers = ({ input }) => ("text" in input ? [told(`${input.text}一`), told(`${input.text}二`)] : []);
      for (const text of ["甲", "乙", "丙"]) for (const number of [1, 2]) await person(number).says(`${number}${text}`);
      for (const number of [1, 2])
        await eventually(async () =>
          expect(await texts(person(number))).toEqual(
            ["甲一", "甲二", "乙一", "乙二", "丙一", "丙二"].map((text) => `${number}${text}`),
          ),
        );
    });

    test("an update that comes twice is one turn", async () => {
      const { person, inputs, texts } = await begin();
      await person(1).says("甲");
      await eventually(() => expect(inputs()).toHaveLength(1));
      await person(1).repeats();
      await person(1).says("乙");
      await eventually(async () => expect(await texts(person(1))).toEqual(["收到：甲", "收到：乙"]));
      expect(inputs()).toEqual([{ text: "甲" }, { text: "乙" }]);
    });

    test("how a delivery ends is a value", async () => {
      const { send, failures, person, inputs } = await begin();
      await person(1).says("你好");
      await eventually(() => expect(inputs()).toHaveLength(1));
      expect(await send(told("一"))).toEqual({ status: "sent" });
      for (const { name, cause, expected } of failures) {
        await cause();
        expect(await send(told("二")), name).toMatchObject(expected);
      }
    });

    test("stopped while a turn is under way, it loses none and takes none twice", async () => {
      const { house, person, restart, inputs } = await begin();
      await person(1).says("先前");
      await eventually(() => expect(inputs()).toHaveLength(1));
      let go = (): void => {};
      const opened = new Promise<void>((resolve) => {
        go = resolve;
      });
      let isBusy = false;
      house.before = async () => {
        isBusy = true;
        await opened;
      };
      const said = person(1).says("进行中");
      await eventually(() => expect(isBusy).toBe(true));
      const restarted = restart();
      go();
      await Promise.all([said, restarted]);
      await person(1).says("以后");
      await eventually(() => expect(inputs()).toEqual([{ text: "先前" }, { text: "进行中" }, { text: "以后" }]));
    });
  });
