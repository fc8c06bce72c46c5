import { describe, expect, test } from "vitest";
import { keptAudience } from "../../../flows/desk/notice/audience.ts";
import type { Contact } from "../../../flows/desk/office.ts";
import type { Reached } from "../../../flows/desk/reach.ts";
import type { Phone } from "../phone.ts";
import { account, application, deskOf, enterprise, estimate, hangzhou, province, title } from "./addressees.ts";

const applying = (id: string, city: string, done: number | "declared" = 3, given = {}): Reached =>
  enterprise(id, { applications: [application({ city, ...given }, { done, title: `${id}公司` })] });

const three = [
  applying("甲", "杭州市西湖区"),
  applying("乙", "杭州市余杭区", 5, { auditReport: { received: true, files: [] } }),
  applying("丙", "温州市龙湾区"),
];

const text = "请在3月20日前补交审计报告。";

const atPreview = (
  reached: readonly Reached[] = three,
  contact: Contact = hangzhou,
  whom = "正在填 缺审计报告",
): Phone => deskOf(contact, reached).say("发通知").say(text).say("写好了").say(whom);

/** The choices' ids; 发送 names its draft. */
const ids = ({ question }: Phone) => question.choices.map(({ id }) => id.replace(/^send:.*/, "send"));

describe("the text", () => {
  const writing = () => deskOf(hangzhou, three).say("发通知");

  test("comes in several messages and is shown each time", () => {
    const phone = writing().say("各单位：").say(text);
    expect(phone.question.text).toContain(`各单位：\n${text}`);
    expect(phone.say("写好了").question.text).toContain("发给谁？");
  });

  test.each(["写好了", "好了", "写好了。", "1"])("is ended by %s", (said) =>
    expect(writing().say(text).say(said).question.text).toContain("发给谁？"),
  );

  test("is nothing before it is something", () => {
    const phone = writing().say("写好了");
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain("还没有正文");
    expect(writing().say("  ").ask.refused).toBe(true);
  });

  test("may hold words of ours", () => {
    const phone = writing().say("请各单位暂停报送，返回修改后再发送。");
    expect(phone.ask.refused).toBe(false);
    expect(phone.question.text).toContain("请各单位暂停报送，返回修改后再发送。");
  });

  test("is written anew", () => {
    const phone = writing().say(text).say("正文重写");
    expect(phone.question.text).not.toContain(text);
    expect(phone.say("新的").question.text).toContain("新的");
  });

  test("that is long is warned of and kept, and one far too long is refused", () => {
    const long = writing().say("长".repeat(2001));
    expect(long.text).toContain("已经有 2001 字了");
    expect(ids(long)).toContain("written");
    const same = long.say("长".repeat(8000));
    expect(same.ask.refused).toBe(true);
    expect(same.text).toContain("发给我当附件");
    expect(same.say("写好了").question.text).toContain("发给谁？");
  });

  test("may have up to five files, each once", () => {
    const phone = writing().say(text);
    for (const nth of [1, 2, 3, 4, 5]) phone.send(`附件${nth}.docx`);
    expect(phone.question.text).toContain("附件：附件1.docx、附件2.docx、附件3.docx、附件4.docx、附件5.docx");
    expect(phone.send("附件6.docx").text).toContain("最多 5 个附件");
    expect(phone.say("去掉附件").question.text).not.toContain("附件1.docx");
    const file = { hash: "a".repeat(64), name: "名单.xlsx", size: 30 * 1024 * 1024 };
    expect(phone.turn({ file }).text).toContain("它有 30 MB");
    expect(phone.turn({ file }).text).toContain("已经在附件里了");
  });

  test("alone in files is not enough", () => {
    const phone = writing().send("通知.docx");
    expect(phone.question.text).toContain("请再发几句话作正文");
    expect(ids(phone)).not.toContain("written");
  });
});

describe("whom it is for", () => {
  const whom = (contact = hangzhou) => deskOf(contact, three).say("发通知").say(text).say("写好了");

  test("is said in one sentence, and the preview follows", () => {
    const phone = whom().say("正在填 缺审计报告");
    expect(phone.question.text).toContain("发给：杭州市 · 正在填 · 缺“上一年度审计报告”\n共 1 家：甲公司。");
  });

  test("or is chosen one by one", () => {
    const phone = whom().say("选地方").say("西湖区").say("选进度").say("1、2").say("选缺什么").say("审计报告");
    expect(phone.question.text).toContain("现在是：西湖区 · 没开始或正在填 · 缺“上一年度审计报告”，共 1 家。");
    expect(phone.say("就发给这 1 家").question.text).toContain("共 1 家：甲公司");
  });

  test("of several districts", () =>
    expect(whom().say("选地方").say("余杭区和西湖区").question.text).toContain("余杭区、西湖区"));

  test("without limits again", () => {
    const phone = whom().say("选地方").say("西湖区").say("选地方").say("不限");
    expect(phone.question.text).toContain("现在是：杭州市 · 所有单位，共 2 家");
  });

  test("of contacts has no state of an application", () => {
    const phone = whom().say("选进度").say("正在填").say("选对象").say("下级部门联系人");
    expect(phone.question.text).toContain("现在是：杭州市 · 下级部门联系人，共 0 位");
    expect(ids(phone)).not.toContain("show");
  });

  test("what cannot be meant together goes when the other is chosen", () => {
    const phone = whom().say("选进度").say("没开始").say("选缺什么").say("1");
    expect(phone.question.text).toContain("现在是：杭州市 · 缺“上一年度审计报告”，共 1 家");
    phone.say("选进度").say("没开始");
    expect(phone.question.text).toContain("现在是：杭州市 · 没开始，共 0 家");
    phone.say("选对象").say("下级部门联系人").say("选进度").say("正在填");
    expect(phone.question.text).toContain("现在是：杭州市 · 正在填，共 2 家");
  });

  test("of titles ends by a day", () => {
    const held = [enterprise("丁", { ...applying("丁", "杭州市西湖区"), recognitions: [title("2024-06-01")] })];
    const phone = deskOf(hangzhou, held)
      .say("发通知")
      .say(text)
      .say("写好了")
      .say("选称号到期日")
      .say("2027年6月1日前");
    expect(phone.question.text).toContain("示范平台 · 称号有效期到2027年6月1日为止（含这天），共 1 家");
  });

  test("that is open is asked, then taken", () => {
    const asked = whom().say("2027年12月前到期的示范平台");
    expect(asked.question.text).toContain("指的是哪一个？");
    expect(asked.clone().say("到 2027年11月30日为止").question.text).toContain("2027年11月30日为止（含这天）");
    expect(asked.clone().say("2").question.text).toContain("2027年12月31日为止（含这天）");
    expect(asked.clone().say("随便").ask.refused).toBe(true);
    expect(asked.clone().say("返回").question.text).toContain("发给谁？");
  });

  test("that is unknown is refused with what works", () => {
    const phone = whom().say("随便");
    expect(phone.ask.refused).toBe(true);
    expect(phone.text).toContain("没有听懂“随便”。例如：\n“杭州市 正在填 缺审计报告”");
  });

  test("is everybody by the first choice", () =>
    expect(whom().say("1").question.text).toContain("发给：杭州市 · 所有单位\n共 2 家：甲公司、乙公司。"));
});

describe("the preview", () => {
  test("shows the message as it comes, with the count, and keeps a draft", () => {
    const phone = atPreview();
    expect(phone.question.text).toContain(`【通知】浙江省杭州市（王处长）\n${text}`);
    expect(phone.work).toMatchObject({
      drafts: [{ id: "application-1", text, files: [] }],
      acts: [{ act: "draft-notice", detail: { notice: "application-1", count: 1 } }],
      starts: null,
      moves: null,
    });
    expect(keptAudience(phone.work?.drafts?.[0]?.audience)).toMatchObject({ standings: ["open"] });
  });

  test("tells who is left out, and why", () => {
    const more = [
      ...three,
      enterprise("没填", { applications: [application({}, { done: 2 })] }),
      { ...applying("退订", "杭州市"), accounts: [account("退订-1", "wechat", false)] },
    ];
    expect(atPreview(more).question.text).toContain("另有 1 家没填所在地，不在内；1 家退订了通知，不发。");
  });

  test("names three at most", () => {
    const four = ["甲", "乙", "丙", "丁"].map((id) => applying(id, "杭州市"));
    expect(atPreview(four).question.text).toContain("共 4 家，例如甲公司、乙公司、丙公司。");
  });

  test("tells what sending takes by each channel", () => {
    const channels = [
      estimate("wechat", 120, { leftToday: 30, days: 4, minutes: 400 }),
      estimate("telegram", 5, { runs: false }),
      estimate("web", 2, { waits: true }),
      estimate("terminal", 0),
    ];
    const phone = deskOf(hangzhou, three, channels).say("发通知").say(text).say("写好了").say("所有单位");
    expect(phone.question.text).toContain("微信 120 条，今天还能发 30 条，分 4 天，到 2027年3月19日发完");
    expect(phone.question.text).toContain("Telegram 5 条：Telegram现在没有启动");
    expect(phone.question.text).toContain("网页 2 条：对方下次打开时看到");
    expect(phone.question.text).not.toContain("终端");
    expect(phone.question.text).toContain("每天 9 点到 20 点之间发");
  });

  test("of nobody cannot be sent", () => {
    const phone = atPreview(three, hangzhou, "余杭区 缺审计报告");
    expect(phone.question.text).toContain("一个符合的都没有");
    expect(ids(phone)).not.toContain("send");
    expect(phone.say("发送").work).toBeNull();
  });

  test("of a long text shows it whole, once", () => {
    const long = "请按时报送。".repeat(200);
    const phone = deskOf(hangzhou, three).say("发通知").say(long).say("写好了").say("所有单位");
    expect(phone.replies[0]?.text).toContain(long);
    expect(phone.question.text).not.toContain(long);
    phone.say("什么");
    expect(phone.text).not.toContain(long);
  });

  test("is tried on oneself: the very message, with its files", () => {
    const phone = atPreview().send("名单.xlsx").say("先发给我自己看");
    const [, tried, file] = phone.replies;
    expect(tried).toMatchObject({ text: expect.stringContaining("看过请回复：已阅"), ask: null });
    expect(file?.file?.name).toBe("名单.xlsx");
    expect(ids(phone)).toContain("send");
    expect(phone.work).toBeNull();
  });

  test("of a changed notice keeps another draft in place of the first", () => {
    const phone = atPreview().say("改内容").say("谢谢配合。");
    expect(phone.work).toBeNull();
    phone.say("写好了");
    expect(phone.work).toMatchObject({
      drafts: [{ id: "application-2", text: `${text}\n谢谢配合。` }],
      moves: { notice: "application-1", to: "stopped" },
    });
    phone.say("改对象").say("所有单位");
    expect(phone.work).toMatchObject({ drafts: [{ id: "application-3" }], moves: { notice: "application-2" } });
    expect(phone.say("发送").work).toMatchObject({ starts: { notice: "application-3" }, drafts: [], moves: null });
  });

  test("of titles lets a duty reach who wants no notices", () => {
    const held = {
      ...applying("丁", "杭州市"),
      recognitions: [title("2025-06-01")],
      accounts: [account("丁-1", "web", false)],
    };
    const phone = atPreview([held], hangzhou, "示范平台");
    expect(phone.question.text).toContain("如果说的是示范平台必须办的事");
    phone.say("退订的也发");
    expect(phone.question.text).toContain("杭州市 · 示范平台 · 退订了通知的也发\n共 1 家");
    expect(phone.say("发送").work?.starts?.accounts).toEqual(["丁-1"]);
  });
});

describe("sending", () => {
  test("begins the draft with exactly those", () => {
    const phone = atPreview().say("发送");
    expect(phone.work).toMatchObject({
      starts: { notice: "application-1", accounts: ["甲-1"] },
      acts: [
        {
          act: "send-notice",
          detail: { notice: "application-1", to: "杭州市 · 正在填 · 缺“上一年度审计报告”", count: 1 },
        },
      ],
    });
    expect(phone.text).toContain("开始发了，共 1 家");
    expect(ids(phone)).toContain("sent");
  });

  test("is not done when others are meant meanwhile: they are told first", () => {
    const phone = atPreview();
    phone.reached = [...three, applying("丁", "杭州市")];
    phone.say("发送");
    expect(phone.work).toBeNull();
    expect(phone.text).toContain("先没有发：刚才名单变了，原来 1，现在 2");
    expect(phone.say("发送").work?.starts?.accounts).toEqual(["甲-1", "丁-1"]);
  });

  test("nor when as many others are", () => {
    const phone = atPreview();
    phone.reached = [applying("丁", "杭州市")];
    phone.say("发送");
    expect(phone.work).toBeNull();
    expect(phone.text).toContain("名单变了。请再核对");
  });

  test("goes to the account that spoke last when it begins", () => {
    const phone = atPreview();
    const later = account("甲-2", "wechat", true, "2027-03-16T00:30:00.000Z");
    phone.reached = three.map((one) =>
      one.enterprise === "甲" ? { ...one, accounts: [...one.accounts, later] } : one,
    );
    expect(phone.say("发送").work?.starts?.accounts).toEqual(["甲-2"]);
  });

  test("is not done by the button of what was changed since", () => {
    const phone = atPreview();
    const [old] = phone.question.choices;
    phone.say("改内容").say("谢谢。").say("写好了").turn({ choice: old!.id });
    expect(phone.work).toBeNull();
    expect(phone.text).toContain("那是改以前的一份，没有发");
    expect(phone.turn({ choice: phone.question.choices[0]!.id }).work?.starts?.notice).toBe("application-2");
  });

  describe("to more than fifty", () => {
    const many = Array.from({ length: 51 }, (_, at) => applying(`单位${at}`, "杭州市"));
    const asked = () => atPreview(many).say("发送");

    test("asks for the number", () => {
      const phone = asked();
      expect(phone.work).toBeNull();
      expect(phone.question.text).toContain("“发给 51 家”");
    });
    test.each(["发给 51 家", "发给51家", "51", "确定发给51家"])("which is said by %s", (said) =>
      expect(asked().say(said).work?.starts?.accounts).toHaveLength(51),
    );
    test.each(["发送", "是的", "确定", "发给50家", "510"])("and not by %s", (said) => {
      const phone = asked().say(said);
      expect(phone.work).toBeNull();
      expect(phone.ask.refused).toBe(true);
    });
    test("and goes back", () => expect(ids(asked().say("返回"))).toContain("send"));
    test("and is told again when it changed meanwhile", () => {
      const phone = asked();
      phone.reached = many.slice(1);
      phone.say("发给 51 家");
      expect(phone.work).toBeNull();
      expect(ids(phone.say("返回"))).toContain("send");
    });
  });

  test("fifty are sent at once", () => {
    const fifty = Array.from({ length: 50 }, (_, at) => applying(`单位${at}`, "杭州市"));
    expect(atPreview(fifty).say("发送").work?.starts?.accounts).toHaveLength(50);
  });
});

describe("leaving", () => {
  test("keeps what is written as a draft", () => {
    for (const word of ["返回", "暂停", "退出"]) {
      const phone = deskOf(hangzhou, three).say("发通知").say(text).say(word);
      expect(phone.work).toMatchObject({ drafts: [{ text, audience: null }], starts: null });
      expect(phone.text).toContain("已存成草稿");
    }
  });

  test("keeps the draft there is", () => {
    const phone = atPreview().say("存草稿，先不发");
    expect(phone.work).toBeNull();
    expect(phone.notices).toMatchObject([{ id: "application-1", state: "draft" }]);
  });

  test("without a word keeps nothing", () => expect(deskOf(hangzhou, three).say("发通知").say("返回").work).toBeNull());

  test("drops it when it is not to be sent", () => {
    const phone = atPreview().say("取消");
    expect(phone.work).toMatchObject({ moves: { notice: "application-1", to: "stopped" }, starts: null });
    expect(phone.text).toContain("没有发给任何人");
  });
});

/** Each step of the conversation, with a word of its question. */
const steps: readonly (readonly [string, () => Phone, string])[] = [
  ["writing", () => deskOf(hangzhou, three).say("发通知").say(text), "通知现在是这样"],
  ["whom", () => deskOf(hangzhou, three).say("发通知").say(text).say("写好了"), "发给谁？"],
  ...["选地方", "选对象", "选进度", "选缺什么", "选称号到期日"].map(
    (said) => [said, () => atPreview().say("改对象").say(said), "发给"] as const,
  ),
  ["which", () => atPreview().say("改对象").say("缺材料"), "指的是哪一个？"],
  ["preview", () => atPreview(), "对方收到的是"],
];

describe.each(steps)("at %s", (_, at, asked) => {
  test.each([
    ["comes back", { arrived: true }],
    ["asks for help", { text: "帮助" }],
  ] as const)("who %s is asked the same", (_, input) => {
    const phone = at();
    const { choices } = phone.question;
    phone.turn(input);
    expect(phone.question.choices).toEqual(choices);
    expect(phone.question.text).toContain(asked);
    expect(phone.ask.refused).toBe(false);
  });

  test("a file is attached or refused, and nothing is sent", () => {
    const phone = at().send("名单.xlsx");
    expect(phone.text).toMatch(/已加附件|附件可以在“改内容”里加/);
    expect(phone.work?.starts ?? null).toBeNull();
  });

  test("an unknown choice changes nothing", () => {
    const phone = at();
    const { conversation } = phone;
    expect(phone.turn({ choice: "sample" }).ask.refused).toBe(true);
    expect(phone.conversation).toEqual(conversation);
  });

  test("返回 leads out, step by step, and sends nothing", () => {
    const phone = at();
    for (let tries = 0; tries < 6 && !ids(phone).includes("notice"); tries++) {
      phone.say("返回");
      expect(phone.work?.starts ?? null).toBeNull();
    }
    expect(ids(phone)).toContain("notice");
  });

  test("暂停 leads out at once, and nothing is lost", () => {
    const phone = at().say("暂停");
    expect(ids(phone)).toContain("notice");
    expect(phone.notices.filter(({ state }) => state === "draft")).toMatchObject([{ text }]);
  });
});

describe("begun with what a round's notice says", () => {
  const begun = (about: object) => {
    const phone = deskOf(province, [...three, enterprise("戊", { recognitions: [title("2026-06-01")] })]);
    const desk = { matter: "notice", snapshot: { draft: { text: "关于申报的通知", files: [] }, about } };
    phone.conversation = { ...phone.conversation!, desk };
    return phone.turn({ arrived: true });
  };

  test.each([{ round: "zhejiang/2021" }, { round: "zhejiang/2027", procedures: ["zhejiang/apply"] }])(
    "%o: 发送 is the very next message",
    (about) => {
      const phone = begun(about);
      expect(phone.question.text).toContain("发给：浙江省 · 申报单位\n共 3 家");
      expect(phone.work?.drafts).toHaveLength(1);
      expect(phone.say("发送").work?.starts?.accounts).toEqual(["甲-1", "乙-1", "丙-1"]);
    },
  );
});
