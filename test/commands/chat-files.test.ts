import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { png, xlsOf } from "../intake/made.ts";
import { freshPath } from "./command.ts";
import { Talker } from "./talker.ts";

test.concurrent("files are sent by their paths: a licence, a table to be looked over, a file that is none", async () => {
  const dataDir = freshPath();
  const folder = freshPath();
  mkdirSync(folder, { recursive: true });
  const file = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return { file: path };
  };
  const chat = new Talker({ dataDir, now: "2021-05-12T09:00" });
  await chat.turn();
  await chat.say({ choice: "zhejiang/apply" });
  await chat.say({ choice: "agree" });
  const cells = [
    ["投资比例", "主要投资方名称", "性质"],
    ["60%", "甲公司", "国有"],
    ["四成", "乙公司", "民营"],
  ];
  const listed = await chat.say(file("股东.xls", xlsOf(cells)));
  expect(listed.question.ask).toMatchObject({ step: "match", refused: false });
  expect(listed.question.text).toContain("主要投资方：2 行");
  expect((await chat.say({ choice: "yes" })).question.ask.step).toBe("field");

  const licence = await chat.say(file("营业执照.png", png));
  expect(licence.question.ask.step).toBe("match");
  expect((await chat.say({ choice: "material:licence" })).messages.map(({ text }) => text).join()).toContain(
    "营业执照",
  );

  const broken = await chat.say(file("损坏.xlsx", new TextEncoder().encode("PK\u0003\u0004 not a zip")));
  expect(broken.question.ask.refused).toBe(true);

  const workbook = await chat.say({ choice: "rows" });
  expect(workbook.messages.some(({ file }) => file?.endsWith(".xlsx"))).toBe(true);
  await chat.end();
});
