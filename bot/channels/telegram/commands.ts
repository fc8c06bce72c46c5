/** The command menu: what Telegram shows, and the word that each stands for in the conversation. */
const menu = [
  { command: "help", description: "帮助：怎么用", word: "帮助" },
  { command: "menu", description: "主菜单（先暂停，内容都保存）", word: "主菜单" },
  { command: "progress", description: "进度：还有多少", word: "进度" },
  { command: "view", description: "查看已填的内容", word: "查看" },
  { command: "edit", description: "修改已填的内容", word: "修改" },
  { command: "back", description: "返回上一题", word: "返回" },
  { command: "skip", description: "跳过这一题", word: "跳过" },
  { command: "why", description: "为什么问这个", word: "为什么" },
  { command: "verdict", description: "看看是否符合条件", word: "结论" },
  { command: "draft", description: "生成草稿", word: "草稿" },
  { command: "pause", description: "暂停，下次接着填", word: "暂停" },
] as const;

/** As `setMyCommands` takes it. */
export const commandMenu = menu.map(({ command, description }) => ({ command, description }));

/** The words of a command with what follows it, `/edit 电话` → 修改 电话; null for one that is not in the menu. */
export const wordsOf = (command: string, rest: string): string | null => {
  const found = menu.find((one) => one.command === command.toLowerCase());
  return found ? `${found.word} ${rest}`.trim() : null;
};
