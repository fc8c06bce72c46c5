import { plain, type Reply } from "./reply.ts";
import type { Saying } from "./world.ts";

/** What is said before a question stands in the same message up to this many characters, else in its own. */
const longestPreface = 160;

/** What is said in a turn, in order; the last message is always the one that asks. */
export class Told {
  private notes: string[] = [];
  private readonly sayings: Saying[] = [];

  /** Said before the question. */
  note(...texts: readonly string[]): void {
    this.notes.push(...texts);
  }

  /** Something to hand over, after all that was noted so far. */
  hand(saying: Saying): void {
    this.flush();
    this.sayings.push(saying);
  }

  get isNothing(): boolean {
    return this.notes.length + this.sayings.length === 0;
  }

  /** All of it, ended by the open question. */
  ask(last: Reply): readonly Saying[] {
    const isShort = this.notes.length > 0 && this.notes.join("").length < longestPreface;
    const text = isShort ? [...this.notes, last.text].join("\n\n") : last.text;
    if (!isShort) this.flush();
    return [...this.sayings, { ...last, text }];
  }

  private flush(): void {
    for (const text of this.notes) this.sayings.push(plain(text));
    this.notes = [];
  }
}
