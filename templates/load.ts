import type { Form } from "./blocks.ts";

/** A jurisdiction's forms by procedure code and form id. */
export type Forms = Readonly<Record<string, Readonly<Record<string, Form>>>>;

/** The forms of a jurisdiction: one folder each, found by its code. */
export const loadForms = async (code: string): Promise<Forms> => {
  const { default: forms } = (await import(`./jurisdictions/${code}/index.ts`)) as { default: Forms };
  return forms;
};
