import { imageSize } from "image-size";
import { searchable } from "./bytes.ts";
import { sendAgain, Unusable } from "./unusable.ts";

/** Throws `Unusable` where a photo is cut off or has no size. */
export const checkPicture = (bytes: Uint8Array, type: "jpeg" | "png"): void => {
  const isWhole = type === "png" ? endsAsPng(bytes) : endsAsJpeg(bytes);
  if (!isWhole || !hasSize(bytes)) throw new Unusable(sendAgain("这张照片"));
};

const hasSize = (bytes: Uint8Array): boolean => {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0;
  } catch {
    return false;
  }
};

const endsAsPng = (bytes: Uint8Array): boolean => searchable(bytes).lastIndexOf("IEND") > 0;

/** The end mark must come after the picture's own data begin: a small preview before them has one too. */
const endsAsJpeg = (bytes: Uint8Array): boolean => {
  const view = searchable(bytes);
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff) {
    if (view[at + 1] === 0xda) return view.indexOf(Buffer.of(0xff, 0xd9), at) > 0;
    at += 2 + view.readUInt16BE(at + 2);
  }
  return false;
};
