import { choiceLines, headline, type Reply } from "../../channel.ts";

/** A reply as a person reads it in a terminal; choices are numbered where a number picks one. */
export const renderText = (reply: Reply, filePath: string | null): string =>
  [
    headline(reply),
    ...(filePath ? [`  文件：${filePath}`] : []),
    ...choiceLines(reply).map((line) => `  ${line}`),
  ].join("\n");

/** A reply as one line of JSON for tools. */
export const renderJson = ({ text, choices, progress, ask }: Reply, filePath: string | null): string =>
  JSON.stringify({ text, choices, file: filePath, progress, ask });
