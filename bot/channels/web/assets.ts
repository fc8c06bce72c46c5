import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";

/** WeUI is WeChat's own style sheet. */
const WEUI = createRequire(import.meta.url).resolve("weui/dist/style/weui.min.css");
const STYLES = ["base.css", "chat.css", "messages.css", "sheet.css"];
const SCRIPTS = ["chat.js", "inbox.js", "outbox.js", "view.js", "copy.js"];

const read = (name: string) => readFileSync(new URL(`client/${name}`, import.meta.url));
const asset = (type: string, bytes: Buffer) => ({
  type,
  bytes: new Uint8Array(bytes),
  zipped: new Uint8Array(gzipSync(bytes)),
});

/** The files of the pages, held in memory. */
const assets = new Map([
  ["weui.css", asset("text/css; charset=utf-8", readFileSync(WEUI))],
  ["style.css", asset("text/css; charset=utf-8", Buffer.concat(STYLES.map(read)))],
  ["icon.svg", asset("image/svg+xml", read("icon.svg"))],
  ...SCRIPTS.map((name) => [name, asset("text/javascript; charset=utf-8", read(name))] as const),
]);

const version = [...assets.values()].reduce((hash, { bytes }) => hash.update(bytes), createHash("sha256"));
const folder = `/assets/${version.digest("base64url").slice(0, 10)}`;

/** The link to a file. It changes when any of them does, so that browsers may keep them for ever. */
export function assetPath(name: string): string {
  return `${folder}/${name}`;
}

/** Serves the files. */
export function assetRoutes(): Hono {
  return new Hono().get("/assets/:version/:name", (c) => {
    const found = assets.get(c.req.param("name"));
    if (!found) return c.notFound();
    c.header("content-type", found.type);
    c.header("cache-control", "public, max-age=31536000, immutable");
    c.header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(found.bytes);
    c.header("content-encoding", "gzip");
    return c.body(found.zipped);
  });
}
