/** The words that work anywhere. */
export type Command =
  | { readonly type: Plain }
  | { readonly type: "edit" | "view"; readonly what: string }
  | { readonly type: "deleteRow" | "editRow"; readonly row: number };

type Plain = keyof typeof words;

const words = {
  back: ["返回", "上一步", "上一题", "上一个", "后退", "退回"],
  skip: ["跳过", "先跳过", "跳过吧", "稍后", "以后再填", "稍后再填", "先不填", "不填", "pass", "skip"],
  same: ["仍然属实", "属实", "还属实", "没变", "没有变化", "一样", "同上", "和上次一样", "和去年一样", "照旧"],
  keep: ["保持不变", "不变", "不改", "不用改", "保留"],
  done: ["完成", "填完了", "填完", "写完了", "没有了", "没了", "好了", "结束", "done"],
  why: ["为什么问这个", "为什么", "为什么要问这个", "为啥", "依据", "依据是什么", "什么意思", "这是什么意思", "why"],
  how: ["怎么算", "怎么算的", "怎么算出来的", "如何计算", "怎么计算", "计算方法"],
  example: ["举个例子", "举例", "例子", "比如", "怎么填", "怎么写"],
  progress: ["进度", "还有多少", "还剩多少", "还要多久", "填了多少"],
  verdict: ["结论", "判断", "资格", "条件", "符合吗", "还差多少", "差多少", "够不够"],
  deadline: ["截止什么时候", "什么时候截止", "截止日期", "截止时间", "几号截止", "日期"],
  pause: ["暂停", "先到这里", "退出", "下次再填", "主菜单", "菜单", "停"],
  elsewhere: ["还能报哪里", "还能报哪", "还可以报哪里", "哪里还能报", "别处", "别的地方", "比较", "比一比"],
  help: ["帮助", "怎么用", "help", "?", "命令"],
  draft: ["生成草稿", "草稿", "看草稿", "出草稿"],
  rows: ["用表格填", "表格", "下载表格", "发表格", "要表格", "用excel填", "excel", "一次填多行"],
  copyRow: ["复制上一行", "复制上行", "复制一行", "和上一行一样", "再来一行一样的"],
  blankAll: ["都留空", "其余都留空", "其余留空", "剩下的都留空"],
  allReady: ["材料都备好了", "全部材料都已备好", "材料都齐了", "都备好了", "都准备好了", "材料齐了"],
  human: ["转人工", "人工", "找人", "问主管部门", "联系主管部门", "主管部门电话", "电话多少"],
  restart: ["重新开始", "重来", "从头开始", "全部重填"],
} as const satisfies Record<string, readonly string[]>;

const byWord = new Map<string, Plain>(
  (Object.keys(words) as Plain[]).flatMap((type) => words[type].map((word) => [word, type] as const)),
);

/** Half-width, lower case, without surrounding space and closing punctuation: `帮助！` is `帮助`. */
export const fold = (text: string): string =>
  text
    .slice(0, 200)
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/(?<=.)[。.!?,;~、]+$/u, "")
    .trim();

/** The command that the text is, if it is one: the whole text, never a part of an answer. */
export const commandOf = (text: string): Command | null => {
  const folded = fold(text);
  const plain = byWord.get(folded);
  if (plain) return { type: plain };
  const rowCommand = /^(删除|修改|改)\s*第\s*(\d{1,4})\s*(?:行|条|个|张|份)$/.exec(folded);
  if (rowCommand?.[2]) return { type: rowCommand[1] === "删除" ? "deleteRow" : "editRow", row: Number(rowCommand[2]) };
  const edit = /^(?:修改|更改|改一下)\s*[::]?\s*(.*)$/.exec(folded);
  if (edit) return { type: "edit", what: edit[1] ?? "" };
  const view = /^(?:查看|看一下)(?:答案|全部|所有|已填)?\s*(.*)$/.exec(folded);
  if (view) return { type: "view", what: view[1] ?? "" };
  return null;
};

/** Choice ids that are commands. */
export const isPlainCommand = (id: string): id is Plain => Object.hasOwn(words, id);
