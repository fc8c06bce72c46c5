import { expect } from "vitest";
import type { Input, Reply } from "../../flows/reply.ts";
import { talk } from "../../flows/talk.ts";
import type { Conversation, Kept, Outcome, World } from "../../flows/world.ts";
import type { Answers, Day } from "../../rules/define.ts";
import { loadJurisdictions, type Served, servedBy } from "../../rules/index.ts";
import { schemaOf } from "../../rules/values/index.ts";

const everywhere = servedBy(await loadJurisdictions());

/** A person's phone: the pure conversation with what it keeps, in memory. Every turn is checked for what always holds. */
export class Phone {
  on: Day;
  readonly served: readonly Served[];
  conversation: Conversation | null = null;
  consentedOn: Day | null = null;
  kept = new Map<string, Kept>();
  answers = new Map<string, Answers>();
  /** The messages of the last turn. */
  replies: Reply[] = [];
  /** Documents handed over in the last turn. */
  documents: { application: string; isDraft: boolean }[] = [];
  log: string[] = [];
  private opened = 0;

  constructor(on: Day = "2026-11-20", served: readonly Served[] = everywhere) {
    this.on = on;
    this.served = served;
    this.turn({ arrived: true });
  }

  /** Another phone that is where this one is; it goes its own way from here. */
  clone(): Phone {
    const other = Object.assign(Object.create(Phone.prototype) as Phone, this);
    return Object.assign(other, { kept: new Map(this.kept), answers: new Map(this.answers), log: [...this.log] });
  }

  say(text: string): this {
    this.log.push(`用户：${text}`);
    return this.turn({ text });
  }

  press(choice: string): this {
    const label = this.question.choices.find(({ id }) => id === choice)?.label ?? choice;
    this.log.push(`用户：［${label}］`);
    return this.turn({ choice });
  }

  send(name: string): this {
    this.log.push(`用户：〈文件 ${name}〉`);
    return this.turn({ file: { hash: "0".repeat(64), name, size: 1000 } });
  }

  /** The message that asks. */
  get question(): Reply {
    return this.replies.at(-1)!;
  }
  get ask() {
    return this.question.ask!;
  }
  /** All texts of the last turn. */
  get text(): string {
    return this.replies.map(({ text }) => text).join("\n\n");
  }
  /** The newest application's answers. */
  get given(): Answers {
    return this.answers.get([...this.kept.keys()].at(-1)!) ?? {};
  }

  turn(input: Input): this {
    const outcome = this.decide(input);
    this.apply(outcome);
    this.documents = outcome.sayings.flatMap((saying) => ("documents" in saying ? saying.documents : []));
    this.replies = outcome.sayings.flatMap((saying) => ("documents" in saying ? [] : saying));
    for (const saying of outcome.sayings) {
      this.log.push(
        "documents" in saying
          ? `助手：〈文件：全部表格${saying.documents.isDraft ? "（草稿）" : ""}〉`
          : [`助手：${saying.text}`, ...saying.choices.map(({ label }) => `　　　［${label}］`)].join("\n"),
      );
    }
    this.check(outcome);
    return this;
  }

  private decide(input: Input): Outcome {
    const read = new Map<string, Answers>();
    const world: World = {
      on: this.on,
      served: this.served,
      consentedOn: this.consentedOn,
      applications: [...this.kept.values()].reverse(),
      answers: read,
      known: this.known(),
      freshId: `application-${this.opened + 1}`,
    };
    for (;;) {
      const outcome = talk(input, this.conversation && structuredClone(this.conversation), world);
      if (!("needs" in outcome)) return outcome;
      for (const id of outcome.needs) read.set(id, this.answers.get(id) ?? {});
    }
  }

  private known(): World["known"] {
    const current = this.conversation?.interview?.application;
    const others = [...this.answers].filter(([id]) => id !== current && !this.kept.get(id)?.sample);
    return new Map(
      others.flatMap(([id, answers]) =>
        Object.entries(answers).flatMap(([field, value]) =>
          value === null
            ? []
            : [[field, { value, givenOn: this.kept.get(id)!.updatedOn, procedure: this.kept.get(id)!.procedure }]],
        ),
      ),
    );
  }

  private apply(outcome: Outcome): void {
    this.conversation = JSON.parse(JSON.stringify(outcome.conversation));
    this.consentedOn = outcome.consentedOn;
    if (outcome.forget) {
      this.kept.clear();
      this.answers.clear();
    }
    for (const kept of outcome.opened) {
      this.opened++;
      this.kept.set(kept.id, kept);
      this.answers.set(kept.id, {});
    }
    for (const { id, answers, ...change } of outcome.changed) {
      this.kept.set(id, { ...this.kept.get(id)!, ...change });
      const all = Object.entries({ ...this.answers.get(id), ...answers }).filter(([, value]) => value !== undefined);
      this.answers.set(id, Object.fromEntries(all) as Answers);
    }
  }

  private check(outcome: Outcome): void {
    expect(this.replies.filter(({ ask }) => ask !== null)).toHaveLength(1);
    expect(this.question.ask).not.toBeNull();
    expect("documents" in outcome.sayings.at(-1)!).toBe(false);
    expect(new Set(this.question.choices.map(({ id }) => id)).size).toBe(this.question.choices.length);
    expect(JSON.stringify(this.conversation).length).toBeLessThan(4000);
    for (const { text } of this.replies) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    for (const { id, answers } of outcome.changed) {
      const { fields } = this.served.find((one) => one.id === this.kept.get(id)!.procedure)!.procedure;
      for (const [field, value] of Object.entries(answers)) {
        const kind = fields[field]!;
        if (value === null || value === undefined || kind.kind === "table" || kind.kind === "file") continue;
        expect(schemaOf(kind).safeParse(value).success, `${field}: ${JSON.stringify(value)}`).toBe(true);
      }
    }
  }
}
