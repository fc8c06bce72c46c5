import type { Row, TableField, Value } from "../../rules/define.ts";
import { finished, gapCount, mannerOf, unread } from "../../rules/plan.ts";
import { columnCorrections, listCorrections, namedCorrection } from "../../rules/said/correction.ts";
import { fieldsLabelled } from "../../rules/said/labels.ts";
import type { Listing } from "../interview/events.ts";
import { brief, type Heard, type Here, happen, onward, patch, refuse, refuseAnswer } from "../interview/heard.ts";
import { differences, shown } from "../interview/say.ts";
import { patched, type Scene } from "../interview/scene.ts";
import { type Item, proposalOf, resultingRows } from "./propose.ts";

/** All that is understood in the list becomes the truth. */
export const takeList = (here: Here, listing: Listing, isAdding: boolean): Heard => {
  const taken = proposalOf(here.scene, listing).items.filter(({ value }) => value !== undefined);
  if (taken.length === 0) return refuse("这里没有可以记下的内容。");
  const answers: Record<string, Value> = {};
  const marks: Record<string, string | undefined> = {};
  for (const item of taken) take(here, item, isAdding, answers, marks);
  const change = patch(answers, marks);
  const isMending = Object.entries(marks).some(([mark, value]) => mark.startsWith(unread("")) && value !== undefined);
  const after = patched(here.scene, change);
  return onward(here, change, [takenText(after, taken), ...(isMending ? [] : differences(after))]);
};

const takenText = ({ facts }: Scene, taken: readonly Item[]): string => {
  const [only, ...others] = taken;
  if (!only || others.length > 0) return `已记下 ${taken.length} 项。`;
  const field = facts.field(only.field);
  return `已记下 ${field.label}：${field.kind === "table" ? "现在共 " : ""}${shown(field, facts.stated(only.field))}`;
};

const take = (
  here: Here,
  { field: id, value, rows }: Item,
  isAdding: boolean,
  answers: Record<string, Value>,
  marks: Record<string, string | undefined>,
): void => {
  if (value === undefined) return;
  const field = here.scene.facts.field(id);
  if (field.kind !== "table" || !rows) {
    answers[id] = value;
    if (mannerOf(field) === "text") marks[finished(id)] = "yes";
    return;
  }
  const all = resultingRows(here.scene, id, value as readonly Row[], isAdding);
  const before = all.length - (value as readonly Row[]).length;
  answers[id] = all;
  const isWhole = gapCount(field, all) === 0;
  marks[finished(id)] = isWhole ? "yes" : undefined;
  marks[unread(id)] = isWhole ? undefined : textsOf(rows.broken, before);
};

/** Of more cells than this only the place is remembered, not what was written there. */
const mostTexts = 100;

const textsOf = (broken: readonly { row: number; column: string; text: string }[], before: number): string =>
  JSON.stringify(
    Object.fromEntries(
      broken
        .slice(0, mostTexts)
        .flatMap(({ row, column, text }) => (text.trim() ? [[`${before + row}:${column}`, brief(text)]] : [])),
    ),
  );

/** “3 改成20人”, “3 不要”, “C列是电话”, “注册资本改成500万”: the list is shown again as corrected. */
export const correctList = (here: Here, listing: Listing, text: string): Heard => {
  const { items } = proposalOf(here.scene, listing);
  const listed = listCorrections(text);
  const wrong = listed?.find(({ item }) => !items[item - 1]);
  if (wrong) return refuse(`没有第 ${wrong.item} 项，一共 ${items.length} 项。`);
  if (listed)
    return correct(here, listing, Object.fromEntries(listed.map(({ item, text }) => [items[item - 1]?.field, text])));
  const columns = columnCorrections(text);
  if (columns) return matchAgain(here, listing, items, columns);
  const named = namedCorrection(text);
  const field = named && fieldNamed(here, items, named.label);
  if (named && field) return correct(here, listing, { [field]: named.text });
  return refuseAnswer(here, `没有听懂“${brief(text)}”。都对请回复“是”；不对的请回复编号，例如“2 改成…”“2 不要”。`);
};

const correct = (here: Here, listing: Listing, corrected: Listing["corrected"]): Heard => {
  const isTable = (id: string) => here.scene.facts.field(id).kind === "table";
  const table = Object.keys(corrected).find((id) => corrected[id] !== null && isTable(id));
  if (table) return refuse("表格里的内容请先记下，再回复“修改第2行”来改；或者改好表格重新发。");
  return happen(here, { type: "list", listing: { ...listing, corrected: { ...listing.corrected, ...corrected } } });
};

const fieldNamed = (here: Here, items: readonly Item[], label: string): string | undefined => {
  const listed = items.map(({ field }) => ({ id: field, field: here.scene.facts.field(field) }));
  const [found, ...others] = fieldsLabelled(label, listed);
  return others.length === 0 ? found : undefined;
};

const matchAgain = (
  here: Here,
  listing: Listing,
  items: readonly Item[],
  columns: readonly { readonly column: number; readonly words: string | null }[],
): Heard => {
  const tables = items.filter(({ rows }) => rows);
  const [only, ...others] = tables;
  if (!only || others.length > 0) return refuse("有好几张表，请一张一张地发，再说哪一列是什么。");
  const { columns: known } = here.scene.facts.field(only.field) as TableField;
  const fixed: Record<number, string | null> = { ...listing.columns[only.field] };
  for (const { column, words } of columns) {
    const choices = Object.entries(known).map(([id, field]) => ({ id, field: field as never }));
    const id = words === null ? null : fieldsLabelled(words, choices)[0];
    if (id === undefined) {
      return refuse(
        `这张表没有“${words}”这一栏。有：${Object.values(known)
          .map(({ label }) => label)
          .join("、")}。`,
      );
    }
    fixed[column] = id;
  }
  return happen(here, { type: "list", listing: { ...listing, columns: { ...listing.columns, [only.field]: fixed } } });
};
