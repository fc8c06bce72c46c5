import { isNumbered, type Reply } from "../../channel.ts";

/** A reply as a person reads it in a terminal; choices are numbered where a number picks one. */
export const renderText = (reply: Reply, filePath: string | null): string => {
  const numbered = isNumbered(reply.ask);
  const choices = reply.choices.map(({ label }, at) => (numbered ? `  ${at + 1}. ${label}` : `[${label}]`));
  const progress = reply.progress && reply.ask ? `（${reply.progress.done}/${reply.progress.total}）` : "";
  return [
    `${reply.text}${progress}`,
    ...(filePath ? [`  文件：${filePath}`] : []),
    ...(choices.length > 0 ? [numbered ? choices.join("\n") : `  ${choices.join(" ")}`] : []),
  ].join("\n");
};

/** A reply as one line of JSON for tools. */
export const renderJson = ({ text, choices, progress, ask }: Reply, filePath: string | null): string =>
  JSON.stringify({ text, choices, file: filePath, progress, ask });
