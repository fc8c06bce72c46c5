import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AnyProcedure, TypedAnswers } from "../rules/define.ts";
import { OperatorError } from "./config.ts";

const typedAnswers = z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))]));

/** Reads a file of answers as a person would type them. Throws `OperatorError` where it is not one. */
export const readAnswersFile = (path: string): TypedAnswers => {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`cannot read ${path}: ${reason.replaceAll(/\s+/g, " ")}`);
  }
  const { success, data: answers, error } = typedAnswers.safeParse(data);
  if (success) return answers;
  const where = error.issues.map(({ path: at }) => at.join(".") || "the file").slice(0, 5);
  throw new OperatorError(
    `${path}: an answer is a text, a table an array of rows with texts by column id; not so: ${where.join(", ")}`,
  );
};

/** Ids in the answers that the procedure does not have, and columns that its tables do not. */
export const unknownIds = (procedure: AnyProcedure, answers: TypedAnswers): readonly string[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const field = Object.hasOwn(procedure.fields, id) ? procedure.fields[id] : undefined;
    if (!field || (field.computed && !field.screening)) return [id];
    if (typeof answer === "string") return field.kind === "table" ? [`${id} (a table: give an array of rows)`] : [];
    if (field.kind !== "table") return [`${id} (not a table: give a text)`];
    return [...new Set(answer.flatMap((row) => Object.keys(row)))].flatMap((column) =>
      Object.hasOwn(field.columns, column) ? [] : [`${id}.${column}`],
    );
  });
