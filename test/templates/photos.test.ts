import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { bind, type Paper } from "../../templates/index.ts";
import { photoIn } from "../../templates/photo.ts";
import { complete, paperOf } from "./body.ts";
import { all, documentOf, textOf } from "./xml.ts";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`photos/${name}`, import.meta.url)));
/** 160 × 100 dots, red at its upper left, white at its lower right. */
const lying = fixture("lying.jpg");
/** 60 × 90 dots. */
const upright = fixture("upright.png");
const pdf = new TextEncoder().encode("%PDF-1.4");

/** The photo as a camera held otherwise writes it: Exif with an orientation from 1 to 8. */
const held = (orientation: number): Uint8Array => {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const exif = [...new TextEncoder().encode("Exif\0\0MM\0*"), 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  return new Uint8Array([...lying.slice(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...lying.slice(2)]);
};

/** The paper of a body that sent these files as its proofs, the eighth part. */
const sent = (files: Readonly<Record<string, Uint8Array>>, more: Partial<Paper> = {}): Paper => {
  const received = Object.entries(files).map(([name, { length }]) => ({ hash: name, name, size: length }));
  const proofs = { received: true, files: received } as const;
  return paperOf({ ...complete, auditReport: null, proofs }, { files: new Map(Object.entries(files)), ...more });
};
const boundIn = async (paper: Paper): Promise<Readonly<Record<string, Uint8Array>>> =>
  Object.fromEntries(
    Object.entries(unzipSync((await bind(paper)).zip.bytes)).filter(([name]) => name.startsWith("08")),
  );
const PLACE = "08 能证明各项条件的材料";
const albumOf = async (paper: Paper) => (await boundIn(paper))[`${PLACE}.docx`] as Uint8Array;

describe("the files received for a material", () => {
  test.each<[string, Readonly<Record<string, Uint8Array>>, readonly string[]]>([
    ["photos become one document", { "一.jpg": lying, "二.png": upright }, [`${PLACE}.docx`]],
    ["one other file bears the material's name", { "扫描件.pdf": pdf }, [`${PLACE}.pdf`]],
    [
      "several others keep their names in a folder",
      { "a.pdf": pdf, "b.pdf": pdf },
      [`${PLACE}/a.pdf`, `${PLACE}/b.pdf`],
    ],
    ["photos and a file stand side by side", { "一.jpg": lying, "a.pdf": pdf }, [`${PLACE}.docx`, `${PLACE}.pdf`]],
    ["nothing covers a document", { "一.jpg": lying, "a.docx": pdf }, [`${PLACE}.docx`, `${PLACE} (2).docx`]],
    ["a photo is known by its bytes", { "一.pdf": lying, "二.jpg": pdf }, [`${PLACE}.docx`, `${PLACE}.jpg`]],
    ["a photo that cannot be measured stays a file", { "坏.jpg": lying.slice(0, 60) }, [`${PLACE}.jpg`]],
    ["so does a picture of another kind", { "图.gif": new TextEncoder().encode("GIF89a") }, [`${PLACE}.gif`]],
  ])("%s", async (_, files, names) => expect(Object.keys(await boundIn(sent(files)))).toEqual(names));
});

describe("a document of photos", () => {
  const files = { "营业执照 正面.jpg": lying, "背面\u0007.png": upright };

  test("says what they are, whose they are and the file's name under each", async () => {
    const document = documentOf(await albumOf(sent(files)));
    expect(textOf(document).trim().split("\n").filter(Boolean)).toEqual([
      "能证明各项条件的材料",
      "申报单位：杭州虚构启航企业服务有限公司",
      "营业执照 正面.jpg",
      "背面.png",
    ]);
    expect(all(document, "w:pageBreakBefore")).toHaveLength(1);
  });

  test("holds the photos' own bytes, and the same paper gives the same bytes", async () => {
    const album = await albumOf(sent(files));
    const media = Object.entries(unzipSync(album)).filter(([name]) => name.startsWith("word/media/"));
    expect(media.map(([, bytes]) => bytes)).toEqual([lying, upright]);
    expect(Buffer.compare(album, await albumOf(sent(files)))).toBe(0);
  });

  test("a photo sent twice stands there twice", async () => {
    const album = await albumOf(sent({ "一.jpg": lying, "二.jpg": lying }));
    expect(all(documentOf(album), "wp:docPr").map(({ attributes }) => attributes.id)).toEqual(["1", "2"]);
  });

  test("a draft and a sample say so", async () => {
    const album = await albumOf(sent(files, { isDraft: true, isSample: true }));
    const headers = Object.entries(unzipSync(album)).filter(([name]) => name.startsWith("word/header"));
    expect(headers.map(([, xml]) => strFromU8(xml)).join("")).toMatch(/示例（虚构数据）.*草稿/);
  });
});

/** In mm, as the photo is stored, and how it is turned. */
const shownIn = async (photo: Uint8Array) => {
  const [frame] = all(documentOf(await albumOf(sent({ 照片: photo }))), "a:xfrm");
  const [size] = frame ? all(frame, "a:ext") : [];
  const [wide, high] = [size?.attributes.cx, size?.attributes.cy].map((emu) => Math.round(Number(emu) / 36_000));
  const { rot = "0", flipH = "0" } = frame?.attributes ?? {};
  return { wide, high, degrees: Number(rot) / 60_000, isMirrored: /^(?:1|true)$/.test(flipH) };
};

describe("a photo is as large as its page allows, and upright", () => {
  test.each<[string, Uint8Array, { wide: number; high: number; degrees: number; isMirrored: boolean }]>([
    ["lying", lying, { wide: 156, high: 98, degrees: 0, isMirrored: false }],
    ["upright", upright, { wide: 123, high: 185, degrees: 0, isMirrored: false }],
    ["held as stored", held(1), { wide: 156, high: 98, degrees: 0, isMirrored: false }],
    ["mirrored", held(2), { wide: 156, high: 98, degrees: 0, isMirrored: true }],
    ["head down", held(3), { wide: 156, high: 98, degrees: 180, isMirrored: false }],
    ["mirrored, head down", held(4), { wide: 156, high: 98, degrees: 180, isMirrored: true }],
    ["mirrored, to be turned left", held(5), { wide: 185, high: 116, degrees: 270, isMirrored: true }],
    ["to be turned right", held(6), { wide: 185, high: 116, degrees: 90, isMirrored: false }],
    ["mirrored, to be turned right", held(7), { wide: 185, high: 116, degrees: 90, isMirrored: true }],
    ["to be turned left", held(8), { wide: 185, high: 116, degrees: 270, isMirrored: false }],
  ])("%s", async (_, photo, shown) => expect(await shownIn(photo)).toEqual(shown));

  test.each([0, 9, 255])("an orientation of %i is none", (orientation) =>
    expect(photoIn("照片", held(orientation))).toMatchObject({
      degrees: 0,
      isMirrored: false,
      width: 160,
      height: 100,
    }),
  );
});

const isInstalled = ["soffice", "pdftotext"].every((tool) => spawnSync(tool, ["-v"]).error === undefined);
if (!isInstalled) console.warn("Photos are not opened in LibreOffice: soffice or pdftotext is not installed.");

test.skipIf(!isInstalled && !process.env.REQUIRE_SYSTEM)(
  "LibreOffice lays out a page for each photo",
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "photos-"));
    try {
      const photos = { "一.jpg": lying, "二.jpg": held(6), "三.png": upright };
      writeFileSync(join(folder, "album.docx"), await albumOf(sent(photos, { isDraft: true })));
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const options = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder];
      execFileSync("soffice", [...options, join(folder, "album.docx")], { stdio: "pipe" });
      const text = execFileSync("pdftotext", ["-layout", join(folder, "album.pdf"), "-"], { encoding: "utf8" });
      expect(text.split("\f").map((page) => /[一二三]\.(?:jpg|png)/.exec(page)?.[0])).toEqual([
        ...Object.keys(photos),
        undefined,
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
