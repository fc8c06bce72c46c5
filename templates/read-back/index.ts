import type { Passage } from "../../rules/content.ts";
import type { AnyProcedure, Jurisdiction, TypedAnswers } from "../../rules/define.ts";
import { loadForms } from "../load.ts";
import { overviewForm } from "../overview.ts";
import { collect } from "./collect.ts";
import { linesIn } from "./lines.ts";
import { mergeTyped } from "./merge.ts";
import { isNearer, type Likeness, likeness } from "./recognise.ts";

export { mergeTyped } from "./merge.ts";

/**
 * What a document holds of the procedure's answers, as a person would type them, by the layout of its forms: label
 * beside cell, headings of lists and of long answers, ticked boxes. Blanks give nothing. Empty where it is none of the
 * procedure's forms. Never throws on any passages.
 */
export const readBack = async (
  passages: readonly Passage[],
  jurisdiction: Jurisdiction,
  procedure: AnyProcedure,
): Promise<TypedAnswers> => {
  const lines = linesIn(passages);
  const forms = await loadForms(jurisdiction.code);
  const beside = ({ code, fields, binding }: AnyProcedure): readonly Likeness[] =>
    binding.flatMap((part) => {
      const form = "form" in part ? forms[code]?.[part.form] : undefined;
      return form ? [likeness(form, fields, lines)] : [];
    });
  const overview = likeness(overviewForm(procedure), procedure.fields, lines);
  const mine = [overview, ...beside(procedure)].filter(isForm);
  // A page of it may be like a page of another form; a document is what it begins with.
  if (!mine.some(({ titleAt }) => titleAt !== null && titleAt < NEAR_THE_TOP)) return {};
  const others = jurisdiction.procedures.filter(({ code }) => code !== procedure.code).flatMap(beside);
  const isAnothers = others.filter(isForm).some((other) => mine.every((one) => isNearer(other, one)));
  return isAnothers
    ? {}
    : mergeTyped(mine.map(({ patterns, steps }) => collect(steps, patterns, procedure.fields))).typed;
};

const NEAR_THE_TOP = 10;
const isForm = ({ titleAt }: Likeness): boolean => titleAt !== null;
