import { decide } from "../rules/decide.ts";
import type { Bound } from "../rules/define.ts";
import { applicantIn } from "./answers.ts";
import { contentsSheet, type Part } from "./contents.ts";
import { toDocx } from "./docx.ts";
import type { Document, Paper } from "./form.ts";
import { type Forms, loadForms } from "./load.ts";
import { safeName } from "./names.ts";
import { overviewForm } from "./overview.ts";
import { suppliedIn } from "./supplied.ts";
import { type Entry, zip } from "./zip.ts";

/**
 * Everything to hand over: the contents sheet and the forms in the order of binding, and one zip of them with what was
 * received for each material and an overview of all answers for the applicant to keep. The same paper gives the same bytes. Throws where a form that the
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
  const entries = documents.map(({ name, bytes }): Entry => [name, bytes]);
  for (const part of parts) entries.push(...(await suppliedIn(part, paper)));
  entries.push([safeName(`附 填报内容一览（自留）${mark}.docx`), await toDocx(overviewForm(procedure), paper)]);
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

const markOf = ({ isDraft, isSample }: Paper): string => {
  const marks = [...(isSample ? ["示例"] : []), ...(isDraft ? ["草稿"] : [])];
  return marks.length > 0 ? `（${marks.join("，")}）` : "";
};
