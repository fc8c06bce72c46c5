import { z } from "zod";
import type { Citation } from "./cite.ts";
import type { Condition } from "./condition.ts";
import { isDay } from "./values/day.ts";

const text = z.string().min(1, "is empty");
const day = z.string().refine(isDay, "is no day (YYYY-MM-DD)");
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, "is no decimal");
const id = text.regex(/^[a-z][a-zA-Z0-9]*$/, "is no id in camelCase");
const severity = z.enum(["blocking", "warning", "note"]);

/** By hand, as there are thousands of them. */
const isCite = (data: unknown): boolean =>
  typeof data === "object" &&
  data !== null &&
  ["document", "article", "text"].every((part) => {
    const words = (data as Record<string, unknown>)[part];
    return typeof words === "string" && words !== "";
  });
const cite = z.custom<Citation>(isCite, "is no citation");
const choice = z.looseObject({ id, label: text });

const figure = z.looseObject({
  unit: text,
  values: z
    .array(
      z.looseObject({
        value: decimal,
        from: day,
        where: z.looseObject({ field: text, is: z.array(text).min(1, "is empty") }).optional(),
      }),
    )
    .min(1, "is empty"),
});

const field = { field: text };
const table = { table: text };
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.looseObject({ op: z.enum(["all", "any"]), of: z.array(condition) }),
    z.looseObject({ op: z.literal("not"), of: condition }),
    z.looseObject({ op: z.enum([">=", ">", "<=", "<", "length>="]), ...field, figure }),
    z.looseObject({ op: z.literal("share>="), part: text, whole: text, figure }),
    z.looseObject({ op: z.literal("notMoreThan"), ...field, than: text }),
    z.looseObject({ op: z.enum(["yes", "given"]), ...field }),
    z.looseObject({ op: z.literal("is"), ...field, choice: text }),
    z.looseObject({ op: z.enum(["includesAll", "includesAny"]), ...field, choices: z.array(text) }),
    z.looseObject({ op: z.literal("years>="), since: text, figure }),
    z.looseObject({ op: z.literal("by"), ...field, day }),
    z.looseObject({ op: z.literal("lacks"), ...field, word: text }),
    z.looseObject({ op: z.literal("rows>="), ...table, figure }),
    z.looseObject({ op: z.enum(["growth>=", "growth>"]), ...table, column: text, by: text, figure }),
    z.looseObject({ op: z.literal("eachRow"), ...table, column: text, notMoreThan: text }),
    z.looseObject({ op: z.literal("everyRow"), ...table, of: condition }),
    z.looseObject({ op: z.literal("ascending"), ...table, column: text }),
  ]),
) as z.ZodType<Condition>;

const value = {
  label: text,
  kind: text,
  unit: text.optional(),
  choices: z.array(choice).min(1, "is empty").optional(),
};

const fieldShape = z.looseObject({
  ...value,
  cite,
  when: condition.optional(),
  computed: z
    .looseObject({ op: z.enum(["share", "sum", "rows", "rowsWhere", "shareOfRows", "latest", "total", "rowsThat"]) })
    .optional(),
  columns: z.record(id, z.looseObject(value)).optional(),
});

const criterion = z.looseObject({
  id,
  label: text,
  severity,
  cite,
  reading: z.enum(["source", "ours"]),
  when: condition,
  given: condition.optional(),
  otherwise: z.array(z.looseObject({ as: text, when: condition })).optional(),
  relaxed: z.looseObject({ when: condition, severity, cite, remark: text }).optional(),
});

const procedure = z.looseObject({
  code: id,
  title: text,
  fields: z.record(id, fieldShape),
  sections: z.array(z.looseObject({ id, title: text, fields: z.array(text) })),
  criteria: z.array(criterion),
  functions: z
    .looseObject({
      claimed: text,
      label: text,
      cite,
      atLeastOneOf: z.array(z.looseObject({ id, label: text, cite, when: condition })).min(1, "is empty"),
    })
    .optional(),
  areas: z.looseObject({ field: text, options: z.array(choice) }).optional(),
  places: text.optional(),
  binding: z.array(z.looseObject({ label: text, cite, when: condition.optional() })),
  declaration: z.looseObject({ title: text, text, cite }),
  afterwards: z.array(z.looseObject({ text, cite })),
});

const round = z.looseObject({
  id: text,
  procedure: text,
  title: text,
  year: z.int(),
  opensOn: day,
  dates: z.array(z.looseObject({ role: text, way: text, by: day, label: text, cite })).min(1, "is empty"),
  cite,
});

/** The rough shape of a jurisdiction as its folder exports it: enough for all that refers to it to be followed. */
const jurisdiction = z.looseObject({
  code: id,
  name: text,
  source: z.looseObject({ title: text, authority: text, issuedOn: day.nullable(), lapsesOn: day.nullable() }),
  notHeld: z.array(text),
  procedures: z.array(procedure).min(1, "is empty"),
  rounds: z.array(round),
  duties: z.array(z.looseObject({ id, label: text, owedBy: text, cite })),
  samples: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** What is wrong with the shape, each with its place (read once, so nothing is compiled for it): `procedures.apply.fields.staff.label is empty`. */
export const misshapen = (data: unknown): readonly string[] =>
  (jurisdiction.safeParse(data, { jitless: true }).error?.issues ?? []).map(
    ({ path, message }) => `${placeOf(data, path) || "it"}: ${message}`,
  );

/** The path with each list's members by their code or id. */
const placeOf = (data: unknown, path: readonly PropertyKey[]): string => {
  let here = data as Record<PropertyKey, unknown> | undefined;
  const names = path.map((key) => {
    here = here?.[key] as typeof here;
    const own = typeof key === "number" ? (here?.code ?? here?.id) : undefined;
    return typeof own === "string" ? own : String(key);
  });
  return names.join(".");
};
