import type { Input, Reply } from "../flows/reply.ts";
import type { AnyProcedure, TypedAnswers } from "../rules/define.ts";

/** What an answers file could not make the conversation take. */
export interface Trouble {
  readonly field: string;
  readonly text: string;
  readonly why: string;
}

/**
 * Answers the bot's questions from a file, as the person who wrote it would: one input for each question.
 * An answer that is refused or doubtful is noted and its question skipped, so that all troubles are found in one go.
 */
export class Interviewee {
  readonly troubles: Trouble[] = [];
  private readonly said = new Map<string, string>();
  private readonly procedure: AnyProcedure;
  private readonly answers: TypedAnswers;

  constructor(procedure: AnyProcedure, answers: TypedAnswers) {
    this.procedure = procedure;
    this.answers = answers;
  }

  /** The input for the open question; null once it is back in the menu. */
  answer({ ask, text, choices }: Reply): Input | null {
    switch (ask?.step) {
      case "consent":
      case "declaration":
        return { choice: "agree" };
      case "verdict":
      case "review":
        return { choice: "yes" };
      case "field":
        return this.value(ask.field ?? "", this.typed(ask.field), ask.refused, text);
      case "text":
        if (choices.some(({ id }) => id === "done")) return { choice: "done" };
        return this.value(ask.field ?? "", this.typed(ask.field), ask.refused, text);
      case "table":
        return { choice: this.rows(ask.field).length > 0 ? "row" : "skip" };
      case "cell": {
        const row = this.rows(ask.field)[(ask.row ?? 1) - 1];
        if (!row) return { choice: "done" };
        return this.value(`${ask.field}[${ask.row}].${ask.column}`, row[ask.column ?? ""], ask.refused, text);
      }
      case "file":
        return this.value(ask.field ?? "", this.typed(ask.field), ask.refused, text);
      case "doubt": {
        const at = ask.column ? `${ask.field}[${ask.row}].${ask.column}` : (ask.field ?? "");
        this.troubles.push({ field: at, text: this.said.get(at) ?? "", why: text });
        this.said.set(at, "");
        return { choice: "no" };
      }
      default:
        return null;
    }
  }

  private typed(field: string | null): string | undefined {
    const answer = this.answers[field ?? ""];
    return typeof answer === "string" ? answer : undefined;
  }

  private rows(field: string | null): readonly Readonly<Record<string, string>>[] {
    const answer = this.answers[field ?? ""];
    return Array.isArray(answer) ? answer : [];
  }

  private value(at: string, typed: string | undefined, refused: boolean, text: string): Input {
    if (refused) this.troubles.push({ field: at, text: typed ?? "", why: text.split("\n\n")[0] ?? text });
    if (refused || typed === undefined || typed.trim() === "" || this.said.get(at) === "") return { choice: "skip" };
    this.said.set(at, typed);
    return { text: typed };
  }

  /** Answers that no question asked for: their branch is closed by other answers. */
  unasked(): readonly string[] {
    const asked = new Set([...this.said.keys()].map((at) => at.replace(/\[.*$/, "")));
    return Object.keys(this.answers).filter(
      (id) => !asked.has(id) && this.procedure.fields[id] && this.answers[id]?.length !== 0,
    );
  }
}
