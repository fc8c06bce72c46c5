import { execFileSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

const flags =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

const commandPath = (name: string): string | null => {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
};

/** Where Debian's chromium is, or nothing: then its tests are skipped, unless REQUIRE_SYSTEM says they must run. */
const chromiumPath = commandPath("chromium");
export const skipsBrowser = !chromiumPath && !process.env.REQUIRE_SYSTEM;
if (skipsBrowser) console.warn("Browser tests are skipped: chromium is not installed (apt-get install chromium).");

export const launchChromium = (): Promise<Browser> => {
  if (!chromiumPath) throw new Error("chromium is not installed: apt-get install chromium");
  return chromium.launch({ executablePath: chromiumPath, args: flags.split(" ") });
};
