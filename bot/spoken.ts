import type { Reply } from "../flows/reply.ts";
import type { Outcome, Saying, World } from "../flows/world.ts";
import type { Answers, Row } from "../rules/define.ts";
import type { Document } from "../templates/form.ts";
import { callListOf } from "./call-list.ts";
import { beijingDay, beijingMinute } from "./clock.ts";
import type { Decided, Parts } from "./converse.ts";
import type { Files } from "./files.ts";
import { writePapers } from "./papers.ts";

/** A saying as replies: documents are written and kept here, before the turn commits to having sent them. */
export const spoken = async (parts: Parts, saying: Saying, decided: Decided): Promise<readonly Reply[]> => {
  if ("documents" in saying) return documents(parts, saying.documents, decided);
  if ("workbook" in saying) return workbook(parts, saying.workbook, decided);
  if ("calendar" in saying) return calendar(parts, saying.calendar);
  if ("callList" in saying) return callList(parts, saying.callList);
  return [saying];
};

type Asked<Key extends string> =
  Extract<Saying, Readonly<Record<Key, unknown>>> extends Readonly<Record<Key, infer Of>> ? Of : never;

const documents = async (
  { files, clock }: Parts,
  { application: id, isDraft }: Asked<"documents">,
  decided: Decided,
): Promise<readonly Reply[]> => {
  const { record, answers, marks, round } = asDecided(decided, id);
  const service = servedAs(decided.world.served, record.procedure);
  const papers = await writePapers(
    {
      served: service,
      answers,
      declaredOn: isDraft ? null : (marks.declared ?? null),
      round,
      isSample: record.sample,
      isDraft,
    },
    beijingDay(clock()),
    files,
  );
  return Promise.all([papers.zip, ...papers.documents].map((document) => handed(files, document)));
};

const workbook = async (
  { files }: Parts,
  { application: id, tables }: Asked<"workbook">,
  decided: Decided,
): Promise<readonly Reply[]> => {
  const { toWorkbook } = await import("../templates/index.ts");
  const { record, answers } = asDecided(decided, id);
  const { procedure } = servedAs(decided.world.served, record.procedure);
  const filled = tables.map((table) => ({ ...table, rows: (answers[table.id] as readonly Row[] | undefined) ?? [] }));
  return [await handed(files, await toWorkbook(procedure, filled, "待填表格"))];
};

const calendar = async ({ files, clock }: Parts, { dues }: Asked<"calendar">): Promise<readonly Reply[]> => {
  const { toIcs } = await import("../templates/index.ts");
  const text = toIcs(dues, "示范平台日期", beijingMinute(clock()));
  return [await handed(files, { name: "示范平台日期.ics", bytes: new TextEncoder().encode(text) })];
};

const callList = async (parts: Parts, { notice }: Asked<"callList">): Promise<readonly Reply[]> => {
  const list = await callListOf(parts, notice);
  return list ? [await handed(parts.files, list)] : [];
};

const servedAs = (served: World["served"], procedure: string) => {
  const found = served.find(({ id }) => id === procedure);
  if (!found) throw new Error(`documents of a procedure that is not served: ${procedure}`);
  return found;
};

/** The application as it is after the turn. */
const asDecided = ({ outcome, applications, world }: Decided, id: string) => {
  const record = outcome.opened.find((one) => one.id === id) ?? applications.find((one) => one.id === id);
  if (!record) throw new Error(`documents of an application that is not there: ${id}`);
  const change = outcome.changed.find((one) => one.id === id);
  return {
    record,
    answers: withChanges(world.answers.get(id) ?? {}, change?.answers ?? {}),
    marks: change?.marks ?? record.marks,
    round: change?.round ?? record.round,
  };
};

const handed = async (files: Files, { name, bytes }: Document): Promise<Reply> => ({
  text: name,
  choices: [],
  file: { hash: await files.keep(bytes), name },
  progress: null,
  ask: null,
});

const withChanges = (answers: Answers, changes: Outcome["changed"][number]["answers"]): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...changes }).filter(
      (entry): entry is [string, Answers[string]] => entry[1] !== undefined,
    ),
  );
