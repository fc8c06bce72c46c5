// Makes all documents of the complete Zhejiang application in a fresh process; prints times in ms and peak memory in MB.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesIn } from "../../bot/files.ts";
import { writePapers } from "../../bot/papers.ts";
import { sampleAnswers } from "../../flows/sample.ts";
import type { Answers } from "../../rules/define.ts";
import { completeAnswers, zhejiang } from "./complete.ts";

const on = "2021-05-12";
const warm = 15;

const served = await zhejiang();
const { answers } = sampleAnswers(served.procedure, completeAnswers, on);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const files = filesIn(folder);
const application = {
  served,
  answers: answers as Answers,
  declaredOn: on,
  round: "zhejiang/2021",
  isSample: false,
  isDraft: false,
};

const make = async (): Promise<{ time: number; documents: number; bytes: number }> => {
  const before = performance.now();
  const { documents, zip } = await writePapers(application, on, files);
  return { time: performance.now() - before, documents: documents.length, bytes: zip.bytes.length };
};

const peak = (): number => process.resourceUsage().maxRSS / 1024;

const before = { peak: peak() };
const importing = performance.now();
await import("../../templates/index.ts");
const loading = performance.now() - importing;
const first = { ...(await make()), peak: peak() };
const times: number[] = [];
for (let at = 0; at < warm; at++) times.push((await make()).time);
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify({ before, loading, first, times, peak: peak() }));
