import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { Hono } from "hono";

const here = (name: string) => new URL(name, import.meta.url);
/** A static file, made of one or several. */
const asset = (type: string, ...sources: (URL | string)[]) => {
  const bytes = Buffer.concat(sources.map((source) => readFileSync(source)));
  const version = createHash("sha256").update(bytes).digest("base64url").slice(0, 10);
  return { type, bytes: new Uint8Array(bytes), zipped: new Uint8Array(gzipSync(bytes)), version };
};

const CSS = "text/css; charset=utf-8";
const SCRIPT = "text/javascript; charset=utf-8";

const assets = {
  "/weui.css": asset(CSS, createRequire(import.meta.url).resolve("weui/dist/style/weui.min.css")),
  "/style.css": asset(CSS, ...["base", "chat", "messages", "sheet"].map((name) => here(`style/${name}.css`))),
  "/chat.js": asset(SCRIPT, here("chat.js")),
  "/copy.js": asset(SCRIPT, here("copy.js")),
  "/icon.svg": asset("image/svg+xml", here("icon.svg")),
};

/** The link to a static file; it changes with the content, so that browsers may keep it for ever. */
export function assetPath(path: keyof typeof assets): string {
  return `${path}?${assets[path].version}`;
}

/** The static files, held in memory. */
export function assetRoutes(): Hono {
  const routes = new Hono();
  for (const [path, { type, bytes, zipped }] of Object.entries(assets)) {
    routes.get(path, (c) => {
      c.header("content-type", type);
      c.header("cache-control", "public, max-age=31536000, immutable");
      c.header("vary", "accept-encoding");
      if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(bytes);
      c.header("content-encoding", "gzip");
      return c.body(zipped);
    });
  }
  return routes;
}
