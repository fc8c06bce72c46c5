import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../bot/store/migrate.ts";
import { type SqliteConnection, SqliteConnections } from "../../bot/store/sqlite-connections.ts";

// Holds prisma/schema.prisma and the migrations together, for Prisma's own comparison does not run everywhere.

interface Model {
  readonly name: string;
  readonly columns: readonly (readonly string[])[];
  readonly references: readonly (readonly string[])[];
  readonly indexes: readonly (readonly string[])[];
}

const words = (list: string) => list.split(",").map((word) => word.trim());
const sqlTypes: Readonly<Record<string, string>> = { String: "TEXT", Int: "INTEGER", Boolean: "BOOLEAN" };

/** A model of the schema in the words of SQLite's pragmas. */
const modelOf = ([, name = "", body = ""]: RegExpMatchArray): Model => {
  const lines = body.split("\n").filter((line) => !/^\s*(\/\/|$)/.test(line));
  const key = words(/@@id\(\[(.*?)\]\)/.exec(body)?.[1] ?? "");
  const fields = lines.flatMap((line) => {
    const [, field = "", type = "", optional = "", attributes = ""] = /^\s*(\w+)\s+(\w+)(\??)(.*)/.exec(line) ?? [];
    const sqlType = sqlTypes[type];
    return sqlType ? [{ field, sqlType, optional, attributes }] : [];
  });
  return {
    name,
    columns: fields.map(({ field, sqlType, optional, attributes }) => {
      const standard = /@default\((?!autoincrement)(.*?)\)/.exec(attributes)?.[1] ?? "";
      const place = attributes.includes("@id") ? 1 : key.indexOf(field) + 1;
      return [field, sqlType, optional ? "null" : "not null", standard.replaceAll(/\\?"/g, "'"), `key ${place}`];
    }),
    references: lines.flatMap((line) => {
      const relation = /(\w+)\s+@relation\(fields: \[(\w+)\], references: \[(\w+)\], onDelete: (\w+)\)/.exec(line);
      return relation ? [relation.slice(1).map((word) => (word === "Cascade" ? "CASCADE" : word))] : [];
    }),
    indexes: [
      ...fields
        .filter(({ attributes }) => attributes.includes("@unique"))
        .map(({ field }) => [`${name}_${field}_key`, "unique", field]),
      ...lines.flatMap((line) => {
        const [, kind, list] = /@@(unique|index)\(\[(.*?)\]\)/.exec(line) ?? [];
        if (!kind || !list) return [];
        const suffix = kind === "unique" ? "key" : "idx";
        return [[`${name}_${words(list).join("_")}_${suffix}`, kind, ...words(list)]];
      }),
    ].sort(),
  };
};

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(modelOf);

let folder: string;
let connection: SqliteConnection;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "schema-"));
  connection = await new SqliteConnections({ url: join(folder, "bot.sqlite") }).connectForMigration();
  await migrate(connection, "prisma/migrations/sqlite");
});
afterAll(async () => {
  await connection.dispose();
  rmSync(folder, { recursive: true });
});

const read = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;

test("the migrations make the schema's tables and no others", async () => {
  const tables = await read(
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%' AND "name" <> '_prisma_migrations'`,
  );
  expect(tables.flat().sort()).toEqual(models.map(({ name }) => name).sort());
  expect(models.length).toBeGreaterThan(4);
});

describe.each(models)("$name", ({ name, columns, references, indexes }) => {
  test("has its columns: order, type, null, default, key", async () => {
    const rows = await read(
      `SELECT "name", "type", "notnull", coalesce("dflt_value", ''), "pk" FROM pragma_table_info('${name}')`,
    );
    expect(
      rows.map(([column, type, notNull, standard, place]) => [
        column,
        type,
        notNull ? "not null" : "null",
        standard,
        `key ${place}`,
      ]),
    ).toEqual(columns);
  });

  test("has its references", async () => {
    const rows = await read(`SELECT "table", "from", "to", "on_delete" FROM pragma_foreign_key_list('${name}')`);
    expect(rows.toSorted()).toEqual(references.toSorted());
  });

  test("has its indexes", async () => {
    const rows = await read(`SELECT "l"."name", "l"."unique", group_concat("i"."name")
      FROM pragma_index_list('${name}') AS "l", pragma_index_info("l"."name") AS "i"
      WHERE "l"."origin" = 'c' GROUP BY "l"."name" ORDER BY "l"."name"`);
    const found = rows.map(([index, unique, list]) => [index, unique ? "unique" : "index", ...words(String(list))]);
    expect(found).toEqual(indexes);
  });
});

test("numbers of messages are never given twice", async () => {
  expect(await read(`SELECT 1 FROM "sqlite_master" WHERE "name" = 'Message' AND "sql" LIKE '%AUTOINCREMENT%'`)).toEqual(
    [[1]],
  );
});
