import { decide } from "../rules/decide.ts";
import type { Bound, ReceivedFile } from "../rules/define.ts";
import { applicantIn, filesIn } from "./answers.ts";
import { contentsSheet, type Part } from "./contents.ts";
import { toDocx } from "./docx.ts";
import type { Document, Paper } from "./form.ts";
import { type Forms, loadForms } from "./load.ts";
import { distinct, safeName } from "./names.ts";
import { type Entry, zip } from "./zip.ts";

/**
 * Everything to hand over: the contents sheet and the forms in the order of binding, and one zip of them with the
 * received files in a folder for each material. The same paper gives the same bytes. Throws where a form that the
 * binding names does not exist.
 */
export const bind = async (
  paper: Paper,
): Promise<{ readonly documents: readonly Document[]; readonly zip: Document }> => {
  const { procedure, jurisdiction, facts } = paper;
  const parts = partsOf(paper, await loadForms(jurisdiction.code));
  const mark = markOf(paper);
  const documents: Document[] = [
    { name: safeName(`00 目录和材料清单${mark}.docx`), bytes: await toDocx(contentsSheet(parts, paper), paper) },
  ];
  for (const { number, bound, form } of parts) {
    if (!form) continue;
    const name = `${number} ${bound.label}${mark}`;
    documents.push({ name: safeName(`${name}.docx`), bytes: await toDocx(form, paper) });
    if (form.alsoSheet) {
      // Few forms need it, and it is large.
      const { toXlsx } = await import("./sheet.ts");
      documents.push({ name: safeName(`${name}.xlsx`), bytes: await toXlsx(form, paper) });
    }
  }
  const entries = [
    ...documents.map(({ name, bytes }): Entry => [name, bytes]),
    ...parts.flatMap((part) => suppliedIn(part, paper)),
  ];
  // The name comes last: what is too long is cut there, not at the mark.
  const name = [`${procedure.title}${mark}`, applicantIn(paper)].filter(Boolean).join(" ");
  return { documents, zip: { name: safeName(`${name}.zip`), bytes: zip(entries, facts.on) } };
};

const partsOf = ({ procedure, facts }: Paper, forms: Forms): readonly Part[] => {
  const isBound = ({ when }: Bound): boolean => !when || decide(when, facts).status === "met";
  return procedure.binding.filter(isBound).map((bound, at) => {
    const form = "form" in bound ? forms[procedure.code]?.[bound.form] : null;
    if (form === undefined) throw new Error(`${procedure.code} has no form for ${bound.label}`);
    return { number: String(at + 1).padStart(2, "0"), bound, form };
  });
};

/** The received files of a material, in its folder. */
const suppliedIn = ({ number, bound }: Part, paper: Paper): readonly Entry[] => {
  if (!("material" in bound)) return [];
  const held = (filesIn(paper, bound.material) ?? []).flatMap((file: ReceivedFile) => {
    const bytes = paper.files.get(file.hash);
    return bytes ? [{ name: safeName(file.name), bytes }] : [];
  });
  const names = distinct(held.map(({ name }) => name));
  const folder = safeName(`${number} ${bound.label}`);
  return held.map(({ bytes }, at): Entry => [`${folder}/${names[at]}`, bytes]);
};

const markOf = ({ isDraft, isSample }: Paper): string => {
  const marks = [...(isSample ? ["示例"] : []), ...(isDraft ? ["草稿"] : [])];
  return marks.length > 0 ? `（${marks.join("，")}）` : "";
};
