import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bind, type Paper } from "../../templates/index.ts";
import { complete, draft, extreme, paperOf } from "./body.ts";

const isInstalled = ["soffice", "pdftotext"].every((tool) => spawnSync(tool, ["-v"]).error === undefined);
if (!isInstalled)
  console.warn(
    "Documents are not opened in LibreOffice: soffice or pdftotext is not installed (libreoffice-writer-nogui poppler-utils).",
  );

describe.skipIf(!isInstalled && !process.env.REQUIRE_SYSTEM)("LibreOffice opens", () => {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The text of each page of each document, as LibreOffice lays it out. */
  const pagesOf = async (paper: Paper, name: string): Promise<readonly (readonly string[])[]> => {
    const { documents } = await bind(paper);
    const paths = documents.map((_, at) => join(folder, `${name}-${at}`));
    for (const [at, { bytes }] of documents.entries()) writeFileSync(`${paths[at]}.docx`, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const sources = paths.map((path) => `${path}.docx`);
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...sources], {
      stdio: "pipe",
    });
    return paths.map((path) =>
      execFileSync("pdftotext", ["-layout", `${path}.pdf`, "-"], { encoding: "utf8" })
        .split("\f")
        .slice(0, -1),
    );
  };
  /** The header's mark and the page number make no page full. */
  const bare = (page: string) =>
    page.replace(/第\s*\d+\s*页\s*共\s*\d+\s*页|草稿|示例（虚构数据）/g, "").replace(/\s/g, "");
  const expectFull = (pages: readonly (readonly string[])[]) => {
    for (const [document, texts] of pages.entries())
      for (const [page, text] of texts.entries())
        expect(bare(text).length, `document ${document}, page ${page + 1}`).toBeGreaterThan(8);
  };

  test("a complete application: each document has its pages, none is empty", { timeout: 180_000 }, async () => {
    const pages = await pagesOf(paperOf(complete), "complete");
    const [contents, recommendation, report, equipment, roster, declaration] = pages.map(({ length }) => length);
    expect([recommendation, equipment, declaration]).toEqual([2, 1, 1]);
    expect(contents).toBeLessThanOrEqual(6);
    expect(report).toBeGreaterThanOrEqual(6);
    expect(report).toBeLessThanOrEqual(8);
    expect(roster).toBeLessThanOrEqual(4);
    expectFull(pages);
    expect(pages[2]?.[1]?.replace(/\s/g, "")).toContain(`第2页共${report}页`);
  });

  test("a draft and the longest answers: covers stay one page, no page is empty", { timeout: 180_000 }, async () => {
    for (const [name, answers] of Object.entries({ draft, extreme })) {
      const pages = await pagesOf(paperOf(answers, { isDraft: true, isSample: true }), name);
      expectFull(pages);
      expect(pages[1]).toHaveLength(2);
      expect(pages[2]?.[1]?.replace(/\s/g, "")).toContain("申请报告的主要内容");
      expect(pages[5]).toHaveLength(1);
    }
  });
});
