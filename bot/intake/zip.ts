import { crc32, inflateRawSync } from "node:zlib";
import { limits } from "./limits.ts";
import { sendAgain, Unusable, why } from "./unusable.ts";

/** Where one file stands in a zip, as its directory declares it. */
export interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isDeflated: boolean;
  readonly size: number;
  readonly crc: number;
}

const broken = sendAgain("这个文件");
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const longestComment = 0xffff;

/**
 * The files of a zip by its directory, folders left out; nothing is unpacked. Throws `Unusable` where it is truncated,
 * encrypted, overlapping, larger than a zip of 4 GB or declares more than the limits.
 */
export const entriesOf = (bytes: Uint8Array): readonly Entry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    if (count > limits.entries) throw new Unusable(why.bomb);
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      const { entry, next } = entryAt(bytes, view, at);
      if (!/[\\/]$/.test(entry.name)) entries.push(entry);
      at = next;
    }
    refuseTricks(entries);
    return entries;
  } catch (error) {
    // A DataView throws where an offset points out of the file.
    throw error instanceof RangeError ? new Unusable(broken) : error;
  }
};

/** A file of the zip. Throws `Unusable` where it is not what the directory declares, or declares more than `most`. */
export const unpack = (
  packed: Uint8Array,
  { isDeflated, size, crc }: Omit<Entry, "name">,
  most: number,
): Uint8Array => {
  if (size > most) throw new Unusable(why.tooLarge);
  let whole = packed;
  try {
    if (isDeflated) whole = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Unusable(broken);
  }
  if (whole.length !== size || crc32(whole) !== crc) throw new Unusable(broken);
  return whole;
};

/** The bytes of an entry as they stand in the zip. */
export const packedBytes = (bytes: Uint8Array, { start, end }: Entry): Uint8Array => bytes.subarray(start, end);

const endOf = (view: DataView): number => {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - longestComment; at--) if (view.getUint32(at, true) === endMark) return at;
  throw new Unusable(broken);
};

const entryAt = (bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } => {
  if (view.getUint32(at, true) !== entryMark) throw new Unusable(broken);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
  if ((flags & 1) !== 0) throw new Unusable(why.locked("这个压缩包"));
  if (method !== 0 && method !== 8) throw new Unusable(why.otherArchive);
  const local = view.getUint32(at + 42, true);
  if (view.getUint32(local, true) !== localMark) throw new Unusable(broken);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const end = start + packedSize;
  if (end > bytes.length) throw new Unusable(broken);
  return {
    entry: { name, start, end, isDeflated: method === 8, size, crc: view.getUint32(at + 16, true) },
    next: at + 46 + nameLength + extraLength + commentLength,
  };
};

/** Chinese Windows writes names in GBK and does not say so; macOS writes UTF-8 and does not say so either. */
const nameOf = (bytes: Uint8Array, isUtf8: boolean): string => {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
};

/** Bombs declare much from little, or let many entries share the same bytes. */
const refuseTricks = (entries: readonly Entry[]): void => {
  let [before, declared] = [0, 0];
  for (const { start, end, size } of entries.toSorted((a, b) => a.start - b.start)) {
    declared += size;
    const isSwollen = size > limits.ratioFrom && size > (end - start) * limits.ratio;
    if (start < before || isSwollen || declared > limits.archiveBytes) throw new Unusable(why.bomb);
    before = end;
  }
};
