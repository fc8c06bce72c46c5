import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Files, filesIn } from "../../bot/files.ts";
import { type Intake, openIntake } from "../../bot/intake/index.ts";
import { docxOf, gbk, jpeg, rawZip, sheetOf, xlsxOf } from "./made.ts";

let folder: string;
let files: Files;
let intake: Intake;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  files = filesIn(folder);
  intake = openIntake(files);
});
afterAll(async () => {
  await intake.close();
  rmSync(folder, { recursive: true });
});

const readIn = async (bytes: Uint8Array, name = "材料.zip") =>
  intake.read({ hash: await files.keep(bytes), name, size: bytes.length });

/** The names of what an archive held, with what each is. */
const listed = async (bytes: Uint8Array) => {
  const content = await readIn(bytes);
  if (content.kind !== "archive") throw new Error(JSON.stringify(content));
  return content.files.map(({ file, content: { kind } }) => [file.name, kind]);
};

test("each file of a zip is kept and read on its own", async () => {
  const report = docxOf("<w:p><w:r><w:t>报告</w:t></w:r></w:p>");
  const content = await readIn(zipSync({ "材料/执照.jpg": jpeg, "材料/报告.docx": report, "材料/": new Uint8Array() }));
  if (content.kind !== "archive") throw new Error(content.kind);
  expect(content.files.map(({ file, content: found }) => [file.name, file.size, found])).toEqual([
    ["执照.jpg", jpeg.length, { kind: "picture", type: "jpeg" }],
    ["报告.docx", report.length, { kind: "document", passages: [{ paragraph: "报告", level: null }], typed: {} }],
  ]);
  const [, second] = content.files;
  expect(await files.read(second?.file.hash ?? "")).toEqual(Buffer.from(report));
});

test("names that Chinese Windows wrote are read, and lose their folders", async () => {
  const text = strToU8("甲");
  const sent = [gbk("名单.txt"), gbk("公司\\甲.txt"), "../../etc/passwd.txt", "C:\\Windows\\win.txt", "/甲/乙.txt"];
  expect(await listed(rawZip(sent.map((name) => ({ name, data: text }))))).toEqual(
    ["名单.txt", "甲.txt", "passwd.txt", "win.txt", "乙.txt"].map((name) => [name, "document"]),
  );
});

test("what systems leave beside the files is left out", async () => {
  const data = strToU8("甲");
  const litter = ["__MACOSX/._a.txt", "a/.DS_Store", "Thumbs.db", "b/desktop.ini", "~$报告.docx", "c/~$名单.xlsx"];
  expect(await listed(rawZip([...litter, "a.txt"].map((name) => ({ name, data }))))).toEqual([["a.txt", "document"]]);
});

test("an archive in an archive is not opened; its neighbours are read", async () => {
  const inner = zipSync({ "a.txt": strToU8("甲") });
  const content = await readIn(
    zipSync({ "里面.zip": inner, "里面.rar": strToU8("Rar!\x1a\x07\x01\0"), "名单.xlsx": xlsxOf(sheetOf("")) }),
  );
  expect(content).toMatchObject({
    kind: "archive",
    files: [
      { content: { kind: "unusable", why: "这是压缩包里的压缩包。请先解压，再把里面的文件发来。" } },
      { content: { kind: "unusable", why: "这种压缩包打不开。请改成 zip，或直接发里面的文件。" } },
      { content: { kind: "sheets" } },
    ],
  });
});

test("archives nested sixteen deep stay shut", async () => {
  const nest = (depth: number): Uint8Array =>
    depth === 0
      ? strToU8("0".repeat(1000))
      : zipSync(Object.fromEntries([..."0123456789abcdef"].map((name) => [`${name}.zip`, nest(depth - 1)])));
  expect(await listed(nest(3))).toEqual([..."0123456789abcdef"].map((name) => [`${name}.zip`, "unusable"]));
});

test("a broken file in a zip does not spoil the others", async () => {
  const data = strToU8("甲");
  expect(
    await listed(
      rawZip([
        { name: "a.txt", data },
        { name: "b.txt", data, crc: 1 },
        { name: "c.exe", data },
      ]),
    ),
  ).toEqual([
    ["a.txt", "document"],
    ["b.txt", "unusable"],
    ["c.exe", "unusable"],
  ]);
});

const many = (count: number): Uint8Array =>
  zipSync(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, strToU8("甲")])));

test.each([
  ["200 files are taken", many(200), null],
  ["one more is not", many(201), "压缩包里超过 200 个文件，请分成几个压缩包再发。"],
  ["an empty one is not", zipSync({}), "这个压缩包里没有可用的文件。请检查后重新发送。"],
  [
    "nor one with litter only",
    zipSync({ "__MACOSX/a": strToU8("x") }),
    "这个压缩包里没有可用的文件。请检查后重新发送。",
  ],
])("%s", async (_, bytes, why) => {
  const content = await readIn(bytes);
  if (why === null) expect(content.kind).toBe("archive");
  else expect(content).toEqual({ kind: "unusable", why });
});

test("a file is read again by another name, and remembered by its own", async () => {
  const bytes = strToU8("甲,乙");
  const hash = await files.keep(bytes);
  const as = (name: string) => intake.read({ hash, name, size: bytes.length });
  const [sheet, text, again] = [await as("a.csv"), await as("a.txt"), await as("a.csv")];
  expect([sheet.kind, text.kind]).toEqual(["sheets", "document"]);
  expect(again).toBe(sheet);
});

test("many files at once are each answered with their own", async () => {
  const texts = Array.from({ length: 20 }, (_, at) => `第${at}份`);
  const contents = await Promise.all(texts.map((text) => readIn(strToU8(text), "说明.txt")));
  expect(contents).toEqual(
    texts.map((paragraph) => ({ kind: "document", passages: [{ paragraph, level: null }], typed: {} })),
  );
});

test("a file that was not kept is asked for again", async () => {
  expect(await intake.read({ hash: "0".repeat(64), name: "a.txt", size: 1 })).toEqual({
    kind: "unusable",
    why: "没有收到这个文件的内容，请重新发送。",
  });
});
