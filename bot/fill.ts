import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reply } from "../flows/reply.ts";
import { factsOf } from "../rules/facts.ts";
import type { Served } from "../rules/index.ts";
import { judge } from "../rules/judge.ts";
import { readAnswersFile, unknownIds } from "./answers-file.ts";
import { beijingDay, clockAt } from "./clock.ts";
import { readFlags, run } from "./command.ts";
import { OperatorError } from "./config.ts";
import { converse } from "./converse.ts";
import { Interviewee } from "./interviewee.ts";
import { openParts } from "./open.ts";
import { verdictJson } from "./verdict-json.ts";

const usage = "npm run -s fill -- --procedure zhejiang/apply --answers FILE.json --out DIR [--on 2021-05-12]";

const inMenu = (served: Served): Served => {
  const { role: _, ...procedure } = served.procedure;
  return { ...served, procedure };
};

/** `npm run fill`: the conversation driven by a file of answers, in a database of its own. */
await run(async () => {
  const { values } = readFlags(usage, {
    procedure: { type: "string" },
    answers: { type: "string" },
    out: { type: "string" },
    on: { type: "string" },
  });
  const { procedure: id, answers: file, out } = values;
  if (!id || !file || !out) throw new OperatorError(`--procedure, --answers and --out are needed. Usage: ${usage}`);
  const clock = clockAt(values.on);
  const scratch = mkdtempSync(join(tmpdir(), "fill-"));
  const opened = await openParts(scratch, clock);
  // The departments' procedures are in no applicant's menu; here each is talked through like any other.
  const parts = { ...opened, served: opened.served.map(inMenu) };
  try {
    const served = parts.served.find((one) => one.id === id);
    if (!served) {
      throw new OperatorError(
        `there is no procedure ${id}; there are: ${parts.served.map((one) => one.id).join(", ")}`,
      );
    }
    const typed = readAnswersFile(file);
    const unknown = unknownIds(served.procedure, typed);
    if (unknown.length > 0) throw new OperatorError(`${file}: ${id} does not ask: ${unknown.join(", ")}`);

    const person = new Interviewee(served.procedure, typed);
    const documents: NonNullable<Reply["file"]>[] = [];
    let turns = 0;
    const say = async (input: NonNullable<ReturnType<Interviewee["answer"]>>): Promise<Reply> => {
      const replies = await converse(parts, "fill", { id: String(++turns), address: "fill", input });
      documents.push(...replies.flatMap(({ reply }) => reply.file ?? []));
      const last = replies.at(-1)?.reply;
      if (!last) throw new Error("the bot said nothing");
      return last;
    };
    let question = await say({ choice: id });
    for (let input = person.answer(question); input; input = person.answer(question)) question = await say(input);

    const { troubles } = person;
    if (troubles.length > 0) {
      const lines = troubles.map(({ field, text, why }) => `${field}: “${text}”: ${why.replaceAll("\n", " ")}`);
      throw new OperatorError(`${file}: ${troubles.length} answers were not taken:\n${lines.join("\n")}`);
    }
    for (const id of person.unasked()) process.stderr.write(`${id}: not asked, because of other answers\n`);

    mkdirSync(out, { recursive: true });
    for (const { hash, name } of documents) await copyFile(parts.files.path(hash), join(out, name));
    const account = await parts.store.find("fill", "fill");
    const [application] = account ? await parts.store.applications(account.enterpriseId) : [];
    const answers = application ? await parts.store.answers(application.id) : {};
    const verdicts = judge(factsOf(served.procedure, answers, beijingDay(clock())));
    await writeFile(join(out, "verdict.json"), `${JSON.stringify(verdictJson(verdicts), null, 2)}\n`);
    process.stdout.write(`${JSON.stringify([...documents.map(({ name }) => name), "verdict.json"], null, 2)}\n`);
    return 0;
  } finally {
    await parts.store.close();
    rmSync(scratch, { recursive: true, force: true });
  }
});
