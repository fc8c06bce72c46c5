import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { Refusal } from "./refusal.ts";

/** Nothing from elsewhere, no script in the page, no frame around it. The style sheet draws its icons from data URLs. */
export const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
  // These hold over https only; whoever has the certificate sets them.
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

/** Conversations stay out of caches; whatever may be kept says so itself. */
export const uncached: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from; what says nothing is no
 * browser. `Sec-Fetch-Site` is trusted first, because a proxy may rewrite the host that `Origin` is compared with.
 */
export const refuseOtherSites: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const isOwn = site ? site === "same-origin" || site === "none" : !origin || hostOf(origin) === c.req.header("host");
    if (!isOwn) throw new Refusal(403, "这个请求来自别的网站，没有执行。请直接在本页面操作。");
  }
  await next();
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
