/** Files that are kept as they are, by what their content was found to be. */
export const keptOnly: Readonly<Record<string, string>> = {
  heic: "HEIC 照片",
  heif: "HEIC 照片",
  avif: "AVIF 图片",
  webp: "WebP 图片",
  gif: "GIF 图片",
  tif: "TIFF 图片",
  bmp: "BMP 图片",
  rtf: "RTF 文档",
};

export const archives = new Set("rar 7z gz tgz tar bz2 xz zst lz cab".split(" "));

export const webPages = new Set("htm html xhtml shtml mht mhtml svg url".split(" "));

export const programs = new Set(
  (
    "exe com scr pif msi bat cmd ps1 vbs vbe js jse mjs wsf wsh hta jar class apk ipa sh py rb pl php lnk reg dll sys " +
    "cpl chm swf app dmg pkg deb rpm iso img elf macho wasm"
  ).split(" "),
);
