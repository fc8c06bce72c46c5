import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Interviewee } from "../../bot/interviewee.ts";
import type { Level } from "../../flows/desk/office.ts";
import type { Reached } from "../../flows/desk/reach.ts";
import type { Content } from "../../rules/content.ts";
import type { TypedAnswers } from "../../rules/define.ts";
import { digestOf } from "../../rules/digest.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { reachedBy } from "./desk/reached.ts";
import { Phone } from "./phone.ts";

const folder = join(import.meta.dirname, "../transcripts");
const sent = join(import.meta.dirname, "../fixtures/sent");
const served = servedBy(await loadJurisdictions());

/**
 * Conversations as people read them. What 用户 and 同事 (a colleague's phone) say is replayed, and all that 助手 says must
 * come out as it stands; `npx vitest run test/flows/transcripts -u` writes it anew, to be read before it is committed.
 *
 * `# 日期` sets the clock, `# 事项` the procedure, `# 已答到 <fixture> <field>` answers from a fixture up to that question
 * first; `# 部门 <jurisdiction> <level> <area or -> <name>` makes the user a department's contact, `# 单位 <procedure> <fixture>
 * <field>` is an enterprise that answered up to that question, with a place and a name of its own where they follow; between the lines `# 到了 <day>` lets the days go by, each with its reminders, and `# 规则改成 <criterion> <figure>` changes a rule, `# 批次开放 <opens> <by>` opens the procedure's round,
 * `# 发送结果 <state> <count> …` tells what became of the contact's newest notice.
 */
test.each(readdirSync(folder))("%s", async (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const opening = text.split(/^(?=用户：|助手：)/m)[0] ?? "";
  const setting = (key: string) => new RegExp(`^# ${key} (\\S+)(?: (\\S+))?`, "m").exec(opening)?.slice(1) ?? [];
  const [on] = setting("日期");
  const [procedure = "zhejiang/apply"] = setting("事项");
  const [fixture, field] = setting("已答到");
  const user = new Phone(on);
  const office = /^# 部门 (\S+) (\S+) (\S+) (\S+)/m.exec(opening);
  if (office) beContact(user, office.slice(1));
  for (const [, of = "", filled = "", until = "", ...own] of opening.matchAll(
    /^# 单位 (\S+) (\S+) (\S+)(?: (\S+) (\S+))?/gm,
  )) {
    const reached = enterpriseAt(on, of, filled, until, user.reached.length + 1);
    user.reached = [...user.reached, renamed(reached, own)];
  }
  if (fixture && field) answerUpTo(user, procedure, fixture, field);
  if (fixture) user.log.splice(0, user.log.length - 1);
  const stage = new Stage(user, procedure);
  for (const line of linesOf(text.slice(opening.length))) stage.play(line, name);
  await expect([opening.trimEnd(), "", ...user.log, ""].join("\n")).toMatchFileSnapshot(join(folder, name));
});

const beContact = (phone: Phone, [jurisdiction = "", level = "", area = "", name = ""]: readonly string[]): void => {
  phone.contact = { id: "contact", jurisdiction, level: level as Level, area: area === "-" ? null : area, name };
  phone.log.length = 0;
  phone.turn({ arrived: true });
};

const enterpriseAt = (
  on: string | undefined,
  procedure: string,
  fixture: string,
  field: string,
  nth: number,
): Reached => {
  const phone = new Phone(on);
  answerUpTo(phone, procedure, fixture, field);
  return reachedBy(phone, `enterprise-${nth}`);
};

/** The enterprise under that name and in that place of 浙江. */
const renamed = (reached: Reached, [city, title]: readonly (string | undefined)[]): Reached =>
  city === undefined || title === undefined
    ? reached
    : {
        ...reached,
        applications: reached.applications.map((one) => ({
          ...one,
          marks: { ...one.marks, title },
          given: { ...one.given, city: city === "-" ? null : city },
        })),
      };

/** What is said and set, in order; a message goes on over lines that begin with nothing of their own. */
const linesOf = (text: string): readonly string[] =>
  text
    .split(/^(?=用户：|同事：|助手|# )/m)
    .flatMap((line) => (line.startsWith("助手") ? [] : line.replace(/\n+$/, "")));

class Stage {
  private colleague: Phone | null = null;
  private readonly user: Phone;
  private readonly procedure: string;

  constructor(user: Phone, procedure: string) {
    this.user = user;
    this.procedure = procedure;
  }

  play(line: string, name: string): void {
    const [, key, first, second] = /^# (\S+) (\S+)(?: (\S+))?/.exec(line) ?? [];
    if (key) {
      this.user.log.push(line.split("\n")[0]!);
      if (key === "到了") this.user.arrive(first!);
      if (key === "批次开放") this.openRound(first!, second!);
      if (key === "规则改成") this.changeRule(first!, second!);
      if (key === "发送结果") this.settle(line);
      return;
    }
    const phone = line.startsWith("同事：") ? this.ensureColleague() : this.user;
    const said = line.slice("用户：".length);
    const label = /^［(.*)］$/.exec(said)?.[1];
    const choice = phone.question.choices.find((one) => one.label === label);
    if (label && !choice) throw new Error(`${name}: there is no choice ${label} in ${phone.question.text}`);
    const file = /^〈文件 (.*)〉$/.exec(said)?.[1];
    if (choice) phone.press(choice.id);
    else if (file) phone.send(file, contentOf(file));
    else phone.say(said);
  }

  /** What became of the contact's newest notice: `# 发送结果 sent 1 read 2`. */
  private settle(line: string): void {
    const counts = Object.fromEntries(
      [...line.matchAll(/(\w+) (\d+)/g)].map(([, state, count]) => [state, Number(count)]),
    );
    this.user.notices = this.user.notices.map((one, at) => (at === 0 ? { ...one, counts } : one));
  }

  private ensureColleague(): Phone {
    this.colleague ??= this.user.stranger("同事");
    return this.colleague;
  }

  /** This year's round of the procedure: the last one's of the jurisdiction, with another day. */
  private openRound(opensOn: string, by: string): void {
    const { jurisdiction, procedure } = served.find(({ id }) => id === this.procedure)!;
    const year = Number(by.slice(0, 4));
    const last = jurisdiction.rounds.at(-1)!;
    const round = {
      ...last,
      ...{ id: `${jurisdiction.code}/${year}`, procedure: procedure.code, year, opensOn },
      title: last.title.replace(String(last.year), String(year)),
      dates: last.dates.map((date) => ({ ...date, by })),
    };
    const opened = { ...jurisdiction, rounds: [...jurisdiction.rounds, round] };
    Object.assign(this.user, {
      served: this.user.served.map((one) =>
        one.jurisdiction === jurisdiction ? { ...one, jurisdiction: opened } : one,
      ),
    });
  }

  /** A later version of the rules, in which that criterion asks another figure. */
  private changeRule(criterion: string, figure: string): void {
    const before = served.find(({ id }) => id === this.procedure)!;
    this.user.former = new Map([...this.user.kept.keys()].map((id) => [id, digestOf(before.procedure)]));
    const criteria = before.procedure.criteria.map((one) =>
      one.id === criterion ? JSON.parse(JSON.stringify(one).replace(/"value":"[\d.]+"/, `"value":"${figure}"`)) : one,
    );
    const changed: Served = { ...before, version: "later", procedure: { ...before.procedure, criteria } };
    Object.assign(this.user, { served: served.map((one) => (one === before ? changed : one)) });
  }
}

/** What would be read out of a file: rows kept as .tsv, a form's answers as .json, else nothing that answers. */
const contentOf = (name: string): Content => {
  const plain = join(sent, name.replace(/\.\w+$/, ""));
  if (existsSync(`${plain}.tsv`)) {
    const cells = readFileSync(`${plain}.tsv`, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    return { kind: "sheets", sheets: [{ name: "Sheet1", cells }] };
  }
  if (existsSync(`${plain}.json`))
    return { kind: "document", passages: [], typed: JSON.parse(readFileSync(`${plain}.json`, "utf8")) as TypedAnswers };
  return /\.(jpe?g|png)$/i.test(name) ? { kind: "picture", type: "jpeg" } : { kind: "opaque", what: "PDF" };
};

const answerUpTo = (phone: Phone, procedure: string, fixture: string, field: string): void => {
  const answers = JSON.parse(readFileSync(join(folder, `../fixtures/${fixture}.json`), "utf8")) as TypedAnswers;
  phone.press(procedure).press("agree");
  const person = new Interviewee(served.find(({ id }) => id === procedure)!.procedure, answers);
  for (
    let input = person.answer(phone.question);
    input && phone.ask.field !== field;
    input = person.answer(phone.question)
  )
    phone.turn(input);
};
