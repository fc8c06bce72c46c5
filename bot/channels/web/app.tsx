import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type House, type Input, RefusedFile } from "../../channel.ts";
import { assetRoutes } from "./assets.ts";
import { download } from "./files.ts";
import { refuseOtherSites, strictHeaders, uncached } from "./guard.ts";
import { chatPage, codePage, messagePage, newCodePage, resumePage } from "./page.tsx";
import { readForm, readMessage, type Sent } from "./parse.ts";
import { Refusal } from "./refusal.ts";
import { Sessions } from "./session.ts";
import { firstLine, gone, type Streams } from "./streams.ts";
import { TAIL, Thread } from "./thread.ts";

/** The most that a page shows when asked for more. */
const MAX_SHOWN = 5_000;

const NOBODY = "没有找到您的对话，请刷新页面；如果一直这样，请允许浏览器使用 Cookie。";
const EXPIRED = "恢复码已经换成新的，请输入最新的恢复码继续。";
const ELSEWHERE = "这个页面显示的已经不是当前的对话，请刷新页面。";

interface Parts {
  readonly house: House;
  readonly streams: Streams;
  readonly secureCookies: boolean;
  readonly log: ((line: string) => void) | undefined;
}

/** All that the web channel answers to. */
export function chatApp({ house, streams, secureCookies, log }: Parts): Hono {
  const sessions = new Sessions(house, secureCookies);
  const app = new Hono();

  app.use(strictHeaders, uncached);
  app.get("/healthz", (c) => c.text("ok"));
  app.route("/", assetRoutes());
  app.use(refuseOtherSites);

  app.get("/", async (c) => {
    const visitor = await sessions.visitor(c);
    if (visitor.status === "expired") {
      sessions.leave(c);
      return c.html(resumePage(EXPIRED));
    }
    if (visitor.status === "known") sessions.renew(c);
    const address = visitor.status === "known" ? visitor.address : sessions.begin(c);
    // The bot speaks first. The fixed id makes a second page that opens at the same moment harmless.
    if ((await house.said(address, 0, 1)).length === 0) {
      await house.converse({ id: "arrived", address, input: { arrived: true } });
    }
    return chat(c, address);
  });

  app.post("/say", async (c) => {
    const address = await known(c);
    try {
      const { id, conversation, said } = await readMessage(c.req.raw);
      expectShown(conversation, address);
      if (said) {
        await house.converse({ id, address, input: await input(address, said) });
        streams.wake(address);
      }
    } catch (error) {
      const refusal = error instanceof RefusedFile ? new Refusal(422, error.message) : error;
      // A page without scripts gets the conversation back, with the reason under it.
      if (!(refusal instanceof Refusal) || !isPageLoad(c)) throw refusal;
      return chat(c, address, refusal);
    }
    return isPageLoad(c) ? c.redirect("/", 303) : c.body(null, 204);
  });

  app.get("/events", async (c) => {
    c.header("content-type", "text/event-stream; charset=utf-8");
    c.header("x-accel-buffering", "no");
    try {
      const address = await known(c);
      expectShown(c.req.query("conversation") ?? null, address);
      const after = Math.max(seq(c.req.header("last-event-id")), seq(c.req.query("after")));
      return c.body(streams.open(address, after));
    } catch (error) {
      // A browser's stream cannot read a status: it learns why in an event, and does not come back.
      if (error instanceof Refusal) return c.body(gone(error.message));
      throw error;
    }
  });

  app.get("/files/:hash/:name", async (c) => {
    const { hash } = c.req.param();
    const file = /^[\w-]{1,128}$/.test(hash) ? await house.openFile(await known(c), hash) : null;
    return file ? download(file.name, file.bytes) : c.notFound();
  });

  app.get("/resume-code", (c) => c.html(newCodePage()));
  app.post("/resume-code", async (c) => {
    const address = await known(c);
    const code = await sessions.newCode(c, address);
    streams.end(address);
    return c.html(codePage(code));
  });

  app.get("/resume", (c) => c.html(resumePage(null)));
  app.post("/resume", async (c) => {
    try {
      const code = (await readForm(c.req.raw)).get("code");
      if (typeof code !== "string") throw new Refusal(400, "请输入恢复码。");
      await sessions.resume(c, code);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(resumePage(error.message), error.status);
    }
    return c.redirect("/", 303);
  });

  app.notFound((c) => answer(c, 404, "没有找到", "没有这个页面或文件。文件只能在收到它的对话里下载。"));
  app.onError((error, c) => {
    if (error instanceof Refusal) return answer(c, error.status, "没有完成", error.message);
    log?.(`web: ${c.req.method} /${c.req.path.split("/")[1]} failed: ${firstLine(error)}`);
    return answer(c, 500, "暂时出了问题", "服务器暂时出了问题，已填的内容都在，请稍后再试。");
  });
  return app;

  /** The address of who asks. Throws `Refusal` for one without a conversation. */
  async function known(c: Context): Promise<string> {
    const visitor = await sessions.visitor(c);
    if (visitor.status === "known") return visitor.address;
    throw new Refusal(401, visitor.status === "new" ? NOBODY : EXPIRED);
  }

  async function input(address: string, sent: NonNullable<Sent>): Promise<Input> {
    if ("file" in sent) return { file: await house.keepFile(sent.file.bytes, sent.file.name) };
    if ("choice" in sent && new Thread(await house.said(address, 0, TAIL)).label(sent.choice) === null) {
      throw new Refusal(400, "没有这个选项，请刷新页面后再选。");
    }
    return sent;
  }

  async function chat(c: Context, address: string, refusal?: Refusal) {
    const asked = Math.trunc(Number(c.req.query("last")));
    const limit = asked > TAIL ? Math.min(asked, MAX_SHOWN) : TAIL;
    const said = await house.said(address, 0, limit);
    const earlier = said.length === limit && limit < MAX_SHOWN ? `/?last=${limit * 5}` : null;
    const page = chatPage({ said, conversation: nameOf(address), earlier, notice: refusal?.message ?? null });
    return c.html(page, refusal?.status ?? 200);
  }
}

/** An address's name within pages; a browser whose cookies changed meanwhile must not speak into another conversation. */
function nameOf(address: string): string {
  return address.slice(0, 16);
}

function expectShown(conversation: string | null, address: string): void {
  if (conversation && conversation !== nameOf(address)) throw new Refusal(409, ELSEWHERE);
}

/** The browser loads a page, rather than a script of ours asking. */
function isPageLoad(c: Context): boolean {
  return c.req.header("accept")?.includes("text/html") ?? false;
}

function answer(c: Context, status: ContentfulStatusCode, title: string, sentence: string) {
  return isPageLoad(c) ? c.html(messagePage(title, sentence), status) : c.text(sentence, status);
}

function seq(given: string | undefined): number {
  return given && /^\d{1,15}$/.test(given) ? Number(given) : 0;
}
