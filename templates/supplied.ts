import { applicantIn, filesIn } from "./answers.ts";
import type { Form } from "./blocks.ts";
import type { Part } from "./contents.ts";
import { toDocx } from "./docx.ts";
import type { Paper } from "./form.ts";
import { distinct, endingOf, safeName } from "./names.ts";
import { type Photo, photoIn } from "./photo.ts";
import type { Entry } from "./zip.ts";

/**
 * The received files of a material as they are bound in, named by its number and label: its photos as one document, one
 * other file beside it, several others under their own names in a folder.
 */
export const suppliedIn = async ({ number, bound }: Part, paper: Paper): Promise<readonly Entry[]> => {
  if (!("material" in bound)) return [];
  const held = (filesIn(paper, bound.material) ?? []).flatMap(({ hash, name }) => {
    const bytes = paper.files.get(hash);
    return bytes ? [{ name: safeName(name), bytes, photo: photoIn(safeName(name), bytes) }] : [];
  });
  const photos = held.flatMap(({ photo }) => photo ?? []);
  const others = held.filter(({ photo }) => photo === null).map(({ name, bytes }): Entry => [name, bytes]);
  const place = `${number} ${bound.label}`;
  const album: readonly Entry[] =
    photos.length > 0 ? [[safeName(`${place}.docx`), await toDocx(albumOf(bound.label, photos, paper), paper)]] : [];
  if (others.length > 1)
    return [...album, ...apart(others).map(([name, bytes]): Entry => [`${safeName(place)}/${name}`, bytes])];
  return apart([...album, ...others.map(([name, bytes]): Entry => [safeName(`${place}${endingOf(name)}`), bytes])]);
};

/** The same files, none of whose names covers another's. */
const apart = (entries: readonly Entry[]): readonly Entry[] => {
  const names = distinct(entries.map(([name]) => name));
  return entries.map(([name, bytes], at) => [names[at] ?? name, bytes]);
};

/** A page for each photo, the first with the material's name and whose it is. */
const albumOf = (label: string, photos: readonly Photo[], paper: Paper): Form => {
  const applicant = applicantIn(paper);
  return {
    title: label,
    blocks: [
      { block: "title", text: label },
      ...(applicant ? [{ block: "items", lines: [`申报单位：${applicant}`] } as const] : []),
      ...photos.flatMap((photo, at) => [
        ...(at > 0 ? [{ block: "pageBreak" } as const] : []),
        { block: "photo", photo, number: at + 1 } as const,
      ]),
    ],
  };
};
