import { AlignmentType, ImageRun, Paragraph } from "docx";
import { imageSize } from "image-size";
import { paragraph } from "./runs.ts";
import { legal } from "./text.ts";

/** A photo that can stand on a page. */
export interface Photo {
  /** Its file's. */
  readonly name: string;
  readonly type: "jpg" | "png";
  readonly bytes: Uint8Array;
  /** In dots, as they are stored: a camera held upright may store its picture lying. */
  readonly width: number;
  readonly height: number;
  /** How it is turned to be seen upright: mirrored first, then turned clockwise by so many degrees. */
  readonly isMirrored: boolean;
  readonly degrees: 0 | 90 | 180 | 270;
}

/** The photo that a file is; `null` for any other file, and for a photo that cannot be measured. */
export const photoIn = (name: string, bytes: Uint8Array): Photo | null => {
  const type = typeOf(bytes);
  const size = type && sizeOf(bytes);
  if (!type || !size || !(size.width > 0 && size.height > 0)) return null;
  const { width, height, orientation = 1 } = size;
  const [isMirrored, degrees] = TURNS[orientation - 1] ?? [false, 0];
  return { name, type, bytes, width, height, isMirrored, degrees };
};

const SIGNATURES = { jpg: [0xff, 0xd8, 0xff], png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] } as const;

const typeOf = (bytes: Uint8Array): Photo["type"] | undefined =>
  (["jpg", "png"] as const).find((type) => SIGNATURES[type].every((byte, at) => bytes[at] === byte));

const sizeOf = (bytes: Uint8Array) => {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
};

/** By Exif's orientation from 1 to 8. */
const TURNS: readonly (readonly [isMirrored: boolean, degrees: Photo["degrees"]])[] = [
  [false, 0],
  [true, 0],
  [false, 180],
  [true, 180],
  [true, 270],
  [false, 90],
  [true, 90],
  [false, 270],
];

/** So that a heading, the photo and its file's name fit on a page, in mm. */
const MOST_HIGH = 185;

/** The photo as large as `width` in mm and its page allow, and its file's name under it. `number` is its own on paper. */
export const drawPhoto = (photo: Photo, number: number, width: number): readonly Paragraph[] => {
  const picture = new ImageRun({
    type: photo.type,
    data: photo.bytes,
    transformation: {
      ...fitting(photo, width),
      rotation: photo.degrees,
      ...(photo.isMirrored && { flip: { horizontal: true } }),
    },
    altText: { id: String(number), name: legal(photo.name) },
  });
  return [
    new Paragraph({ style: "Note", alignment: AlignmentType.CENTER, keepNext: true, children: [picture] }),
    paragraph([{ text: legal(photo.name) }], { style: "Note", alignment: AlignmentType.CENTER }),
  ];
};

/** Dots of 96 to the inch. */
const dots = (mm: number): number => (mm * 96) / 25.4;

const fitting = (
  { width, height, degrees }: Photo,
  room: number,
): { readonly width: number; readonly height: number } => {
  const isLying = degrees === 90 || degrees === 270;
  const [wide, high] = isLying ? [height, width] : [width, height];
  const scale = Math.min(dots(room) / wide, dots(MOST_HIGH) / high);
  return { width: width * scale, height: height * scale };
};
