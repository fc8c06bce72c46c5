import type { Content } from "../rules/content.ts";
import type { Served } from "../rules/index.ts";

/** Fills in what documents hold that were made from one of the procedure's own forms. */
export const withOwnForms = async (content: Content, served: Served): Promise<Content> => {
  if (content.kind === "archive") {
    const files = await Promise.all(
      content.files.map(async ({ file, content }) => ({ file, content: await withOwnForms(content, served) })),
    );
    return { ...content, files };
  }
  if (content.kind !== "document") return content;
  const { readBack } = await import("../templates/read-back/index.ts");
  return { ...content, typed: await readBack(content.passages, served.jurisdiction, served.procedure) };
};
