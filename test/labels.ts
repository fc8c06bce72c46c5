import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyProcedure, Field, Jurisdiction } from "../rules/define.ts";
import { loadJurisdictions } from "../rules/index.ts";
import type { Form } from "../templates/blocks.ts";
import { loadForms } from "../templates/load.ts";
import { partsOf } from "./templates/walk.ts";

/** An intended difference: what our form says, what the text at hand says instead (nothing where the words are ours), why. */
interface Correction {
  readonly ours: string;
  readonly source?: string;
  readonly why: string;
}

/** Without white space and marks of the text's extraction; full and half width alike. */
const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/<[^<>]*>/g, "")
    .replace(/[\s|_*#\u00ad\u200b-\u200d\ufeff]/g, "")
    .replace(/[—―─‐–-]+/g, "-")
    .replace(/[“”"]/g, '"')
    .replace(/[〔［]/g, "[")
    .replace(/[〕］]/g, "]")
    .toLowerCase();

/** All words that a form prints of itself, line by line, with the labels of its fields and columns. */
export const printedIn = (form: Form, { fields }: AnyProcedure): readonly string[] => {
  const parts = partsOf(form);
  const { words, labels, answers, heads } = parts;
  const field = (id: string): Field | undefined => fields[id];
  const columns = heads.flatMap(({ table, column, ticked }) => {
    const list = field(table);
    const head = list?.kind === "table" && !list.ours ? list.columns[column] : undefined;
    if (!head) return [];
    if (ticked === undefined) return [head.label];
    return "choices" in head ? head.choices.filter(({ id }) => id === ticked).map(({ label }) => label) : [];
  });
  const boxes = parts.boxes.flatMap((id) => {
    const kind = field(id);
    return kind && "choices" in kind ? kind.choices.map(({ label }) => label) : [];
  });
  const named = labels.flatMap((id) => field(id)?.label ?? []);
  // A form whose words are ours has only its title from the source.
  const own = answers.length > 0 && form.ours ? [form.title] : [...words, ...columns];
  return [...new Set([...own, ...named, ...boxes].flatMap((text) => text.split("\n")))].filter(isWord);
};

/** Is there anything in it to compare: not only signs and blanks? */
const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** The words that do not stand in the source, and the corrections that no words need. */
export const differencesIn = (
  printed: readonly string[],
  source: string,
  corrections: readonly Correction[],
): { readonly words: readonly string[]; readonly used: ReadonlySet<Correction> } => {
  const text = folded(source);
  const used = new Set<Correction>();
  const stands = (words: string): boolean => {
    if (text.includes(folded(words))) return true;
    return corrections.some((correction) => {
      const ours = folded(correction.ours);
      if (ours === "" || !folded(words).includes(ours)) return false;
      const isRight =
        correction.source === undefined
          ? folded(words) === ours
          : text.includes(folded(words).replaceAll(ours, folded(correction.source)));
      if (isRight) used.add(correction);
      return isRight;
    });
  };
  return { words: printed.filter((words) => !stands(words)), used };
};

/** A text of a jurisdiction: the one that holds its source's number, or else its title. */
const textOf = ({ source }: Jurisdiction, texts: readonly (readonly [string, string])[]) => {
  const marks = [source.number, source.title].flatMap((mark) => (mark ? folded(mark) : []));
  const mark = marks.find((one) => texts.some(([, text]) => folded(text).includes(one)));
  if (mark === undefined) return undefined;
  const place = (text: string): number => folded(text).indexOf(mark);
  // One source may cite another: the one that names it first is it.
  return texts.filter(([, text]) => place(text) >= 0).toSorted(([, a], [, b]) => place(a) - place(b))[0];
};

const correctionsOf = async (code: string): Promise<readonly Correction[]> => {
  const file = new URL(`../templates/jurisdictions/${code}/corrections.ts`, import.meta.url);
  if (!existsSync(file)) return [];
  const found = (await import(file.href)) as { default?: readonly Correction[]; corrections?: readonly Correction[] };
  return found.corrections ?? found.default ?? [];
};

/** How many labels there are, and a line for each difference; none where all labels stand in the sources. */
const compareAll = async (folder: string): Promise<{ readonly lines: readonly string[]; readonly count: number }> => {
  let count = 0;
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
  const lines = (await loadJurisdictions()).map(async (jurisdiction) => {
    const { code, procedures, source } = jurisdiction;
    const found = textOf(jurisdiction, texts);
    if (!found) return [`${code}: no text in ${folder} holds ${source.number ?? source.title}`];
    const [name, text] = found;
    const [forms, corrections] = [await loadForms(code), await correctionsOf(code)];
    const used = new Set<Correction>();
    const differences = procedures.flatMap((procedure) =>
      Object.entries(forms[procedure.code] ?? {}).flatMap(([id, form]) => {
        const printed = printedIn(form, procedure);
        count += printed.length;
        const { words, used: own } = differencesIn(printed, text, corrections);
        for (const correction of own) used.add(correction);
        return words.map((words) => `${code}/${procedure.code}/${id}: “${words}” does not stand in ${name}`);
      }),
    );
    const idle = corrections.filter((correction) => !used.has(correction));
    return [...differences, ...idle.map(({ ours }) => `${code}: the correction of “${ours}” is not needed`)];
  });
  return { lines: (await Promise.all(lines)).flat(), count };
};

/** `npm run check:labels -- DIR` */
if (process.argv[1] === import.meta.filename) {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0 || !existsSync(folder)) {
    process.stderr.write("Name the folder of the source texts. Usage: npm run check:labels -- ../shared/seeds\n");
    process.exitCode = 1;
  } else {
    const { lines, count } = await compareAll(folder);
    for (const line of lines) process.stdout.write(`${line}\n`);
    process.stdout.write(`${count} labels compared with the sources, ${lines.length} differences\n`);
    process.exitCode = lines.length > 0 ? 1 : 0;
  }
}
