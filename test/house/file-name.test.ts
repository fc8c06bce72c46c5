import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { House } from "../../bot/channel.ts";
import { clockAt } from "../../bot/clock.ts";
import { houseFor } from "../../bot/house.ts";
import { openParts } from "../../bot/open.ts";

let folder: string;
let house: House;
let close: () => Promise<void>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "house-"));
  const parts = await openParts(folder, clockAt(undefined));
  close = () => parts.store.close();
  house = houseFor(parts, {
    name: "any",
    start: async () => {},
    send: async () => ({ status: "sent" }),
    stop: async () => {},
  });
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test.each([
  ["执照.jpg", "执照.jpg"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\王\\名单.xlsx", "名单.xlsx"],
  ["名\u202Excod.单\u0007.docx", "名xcod.单.docx"],
  ["..", "文件"],
])("whatever the channel, %j is kept as %s", async (sent, kept) => {
  expect((await house.keepFile(Uint8Array.of(1), sent)).name).toBe(kept);
});
