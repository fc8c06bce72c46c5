import { Document, Packer } from "docx";
import { strFromU8, strToU8 } from "fflate";
import type { Day } from "../rules/define.ts";
import type { Form } from "./blocks.ts";
import { draw } from "./draw.ts";
import type { Paper } from "./form.ts";
import { fangsong, size, styles } from "./look.ts";
import { section, textWidth } from "./page.ts";
import { legal } from "./text.ts";
import { unzip, zip } from "./zip.ts";

/** The form filled in, as the bytes of a .docx; the same paper gives the same bytes. */
export const toDocx = async (form: Form, paper: Paper): Promise<Uint8Array> => {
  const children = form.blocks.flatMap((block) => draw(block, textWidth(form), paper, form.isDense));
  const document = new Document({
    title: legal(form.title),
    creator: "",
    lastModifiedBy: "",
    compatibility: { version: 15 },
    styles: {
      default: {
        document: { run: { font: fangsong, size: size.小四, language: { value: "en-US", eastAsia: "zh-CN" } } },
      },
      paragraphStyles: styles,
    },
    sections: [section(form, paper, children)],
  });
  return dated(await Packer.pack(document, "uint8array"), paper.facts.on);
};

/** docx writes the time of writing into the document's properties and its zip: that day takes its place. */
const dated = (bytes: Uint8Array, on: Day): Uint8Array =>
  zip(
    unzip(bytes).map(([name, part]) => [name, name === "docProps/core.xml" ? redated(part, on) : part]),
    on,
    6,
  );

const redated = (core: Uint8Array, on: Day): Uint8Array =>
  strToU8(strFromU8(core).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${on}T00:00:00Z`));
