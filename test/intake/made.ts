import { crc32, deflateRawSync } from "node:zlib";
import { CFB, utils, write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";

/** An entry of a zip written by hand, so that its directory can lie. */
export interface Raw {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  readonly declared?: number;
  readonly flags?: number;
  readonly crc?: number;
}

export const rawZip = (entries: readonly Raw[]): Uint8Array => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared = data.length, flags = 0, crc = crc32(data) } of entries) {
    const packed = deflateRawSync(data);
    const nameBytes = Buffer.from(typeof name === "string" ? strToU8(name) : name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc, 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declared, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, rest, nameBytes]));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...files, listed, end]));
};

const relation = (target: string): string =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
  `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';

/** The parts of an Office file, to which hostile ones can be added. */
export const officeParts = (main: string, parts: Readonly<Record<string, string>>): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({ "[Content_Types].xml": types, "_rels/.rels": relation(main), ...parts }).map(([name, text]) => [
      name,
      strToU8(text),
    ]),
  );

/** A .docx whose body is the given WordprocessingML. */
export const docxOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(officeParts("word/document.xml", { "word/document.xml": documentOf(body), ...parts }));

export const documentOf = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>' +
  `${body}</w:body></w:document>`;

/** The parts of an .xlsx with one sheet, whose XML is given. */
export const xlsxParts = (sheet: string): Record<string, Uint8Array> =>
  officeParts("xl/workbook.xml", {
    "xl/workbook.xml":
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": sheet,
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  });

export const sheetOf = (data: string, before = "", after = ""): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;

export const xlsxOf = (sheet: string): Uint8Array => zipSync(xlsxParts(sheet));

export const xlsOf = (rows: readonly (readonly unknown[])[]): Uint8Array =>
  new Uint8Array(
    write(
      { SheetNames: ["名单"], Sheets: { 名单: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
      {
        bookType: "biff8",
        type: "array",
      },
    ),
  );

/** An old Office file with these streams. */
export const oleOf = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content);
  return new Uint8Array(CFB.write(file, { type: "array" }));
};

/** One white point. */
export const png = new Uint8Array(
  Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=", "base64"),
);

/** A photo 3 wide and 2 high, with a preview that has an end of its own. */
export const jpeg = new Uint8Array(
  Buffer.from(
    [
      ...["ffd8", "ffe000104a46494600010100000100010000", "ffe10006ffd8ffd9", "ffc0000b080002000301011100"],
      ...["ffda0008010100003f00", "123456", "ffd9"],
    ].join(""),
    "hex",
  ),
);

export const gbk = (text: string): Uint8Array => {
  const known: Readonly<Record<string, readonly number[]>> = {
    名: [0xc3, 0xfb],
    单: [0xb5, 0xa5],
    称: [0xb3, 0xc6],
    人: [0xc8, 0xcb],
    数: [0xca, 0xfd],
    甲: [0xbc, 0xd7],
    公: [0xb9, 0xab],
    司: [0xcb, 0xbe],
  };
  return Uint8Array.from([...text].flatMap((letter) => known[letter] ?? [letter.charCodeAt(0)]));
};

export const utf16 = (text: string, order: "le" | "be" = "le"): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return new Uint8Array(order === "le" ? bytes : bytes.swap16());
};
