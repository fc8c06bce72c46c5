import { mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { docxOf } from "../intake/made.ts";
import { expectMistake, freshPath, run } from "./command.ts";

const notice = `某工信〔2027〕12号
关于做好2027年度示范平台认定工作的通知
各县（市、区）主管部门：
请于2027年3月23日17:00前将纸质材料一式三份报送市局，系统3月30日（星期五）前关闭。
某市工业和信息化局
2027年3月15日
`;

const file = (bytes: string | Uint8Array, ending = ".txt"): string => {
  const path = `${freshPath()}${ending}`;
  writeFileSync(path, bytes);
  return path;
};

test.concurrent("prints what is found as JSON, each date with its words", async () => {
  const { code, stdout, stderr } = await run("read-notice", [file(notice), "--on", "2027-03-16"]);
  expect(code, stderr).toBe(0);
  const told = JSON.parse(stdout);
  expect(Object.keys(told)).toEqual("title number issuedOn dates windows copies address doubts".split(" "));
  expect(told).toMatchObject({ number: "某工信〔2027〕12号", issuedOn: "2027-03-15", copies: 3, address: null });
  expect(told.dates[0]).toEqual({
    ...{ on: "2027-03-23", at: "17:00", role: "county", way: "paper", certain: true },
    words: "请于2027年3月23日17:00前将纸质材料一式三份报送市局",
  });
  expect(told.doubts[0]).toMatchObject({
    words: "系统3月30日（星期五）前关闭",
    why: expect.stringContaining("星期二"),
  });
});

/** 2027年3月15日 in GBK. */
const gbk = Buffer.from("32303237c4ea33d4c23135c8d5", "hex");

test.concurrent.each([
  ["UTF-8 with a mark", Buffer.from(`\uFEFF2027年3月15日`)],
  ["UTF-16", Buffer.from("\uFEFF2027年3月15日", "utf16le")],
  ["GBK", gbk],
])("reads %s", async (_, bytes) => {
  const { stdout, stderr } = await run("read-notice", [file(bytes), "--on", "2027-03-16"]);
  expect(JSON.parse(stdout || stderr)).toMatchObject({ issuedOn: "2027-03-15" });
});

test.concurrent("reads a Word document", async () => {
  const lines = notice.split("\n").map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
  const { stdout, stderr } = await run("read-notice", [file(docxOf(lines.join("")), ".docx"), "--on", "2027-03-16"]);
  expect(JSON.parse(stdout || stderr)).toMatchObject({
    number: "某工信〔2027〕12号",
    dates: [{ on: "2027-03-23" }, {}],
  });
});

test.concurrent("an empty file is a doubt, no mistake", async () => {
  const { code, stdout } = await run("read-notice", [file("")]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ dates: [], doubts: [{ why: expect.stringContaining("没有收到文字") }] });
});

const folder = `${freshPath()}.txt`;
mkdirSync(folder);

test.concurrent.each([
  ["no file", [], /name one file\. Usage: /],
  ["two files", ["a.txt", "b.txt"], /name one file/],
  ["one that is not there", [`${freshPath()}.txt`], /cannot read .*ENOENT/],
  ["a folder", [folder], /cannot read .*EISDIR/],
  ["a broken .docx", [file("PK", ".docx")], /no Word document that can be read/],
  ["a .pdf", [file("%PDF-", ".pdf")], /only \.docx and \.txt/],
  ["bytes that are no text", [file(new Uint8Array([0xff, 0x80, 0x00, 0xff]))], /no text in UTF-8 or GBK/],
  ["a huge file", [file("长".repeat(400_000))], /1200000 bytes/],
  ["a day that is none", [file(notice), "--on", "2027-02-30"], /is not a day/],
])("%s: one clear line", async (_, args, says) => {
  expectMistake(await run("read-notice", args), says);
});
