import { randomUUID } from "node:crypto";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Said } from "../../channel.ts";
import { assetPath } from "./assets.ts";
import { MAX_FILE, MAX_TEXT, TOO_LARGE, TOO_LONG } from "./parse.ts";
import { fragment, Message, PRESS_FORM } from "./render.tsx";
import { Thread } from "./thread.ts";

const NAME = "中小企业公共服务示范平台申报助手";
const SHORT_NAME = "示范平台申报助手";
const MENU = ["进度", "查看", "帮助", "暂停"];

interface Chat {
  readonly said: readonly Said[];
  /** Tells the server, with each message, which conversation this page shows. */
  readonly conversation: string;
  /** A link to a page that shows more; null where all is shown. */
  readonly earlier: string | null;
  /** Why the last message was not taken, where a page without scripts sent it. */
  readonly notice: string | null;
}

/** The conversation. It works without scripts; with them, `chat.js` sends and receives without loading it again. */
export function chatPage({ said, conversation, earlier, notice }: Chat): string {
  const thread = new Thread();
  const lastOfBot = said.findLast(({ reply }) => reply)?.seq;
  const messages = said.map((one) => fragment(one, thread, one.seq === lastOfBot));
  const progress = said.findLast(({ reply }) => reply)?.reply?.progress;

  return page(
    NAME,
    <body class="chat">
      <header class="bar">
        <h1>
          <span class="wide">{NAME}</span>
          <span class="narrow">{SHORT_NAME}</span>
        </h1>
        <details class="menu">
          <summary>菜单</summary>
          <div>
            {MENU.map((word) => (
              <button type="submit" form={PRESS_FORM} name="text" value={word}>
                {word}
              </button>
            ))}
            <a href="/resume-code">保存恢复码</a>
            <a href="/resume">输入恢复码</a>
          </div>
        </details>
      </header>
      <div class="progress" hidden={!progress}>
        <progress max={progress?.total ?? 1} value={progress?.done ?? 0} aria-label="填写进度" />
        <span>{progress && `已填 ${progress.done}/${progress.total}`}</span>
      </div>
      <p class="connection" role="status" hidden />
      <main class="scroll">
        <div
          class="log"
          role="log"
          aria-live="polite"
          data-conversation={conversation}
          data-last={said.at(-1)?.seq ?? 0}
        >
          {earlier && (
            <a class="earlier" href={earlier}>
              查看更早的消息
            </a>
          )}
          {raw(messages.join(""))}
          {notice && (
            <Message by="page">
              <p>{notice}</p>
            </Message>
          )}
        </div>
      </main>
      <button type="button" class="down" hidden>
        往下看 ↓
      </button>
      <form id={PRESS_FORM} method="post" action="/say">
        <SentWith conversation={conversation} />
      </form>
      <form
        class="composer"
        method="post"
        action="/say"
        enctype="multipart/form-data"
        novalidate
        data-max-text={MAX_TEXT}
        data-too-long={TOO_LONG}
        data-max-file={MAX_FILE}
        data-too-large={TOO_LARGE}
      >
        <SentWith conversation={conversation} />
        <label class="attach" title="上传文件">
          <Paperclip />
          {/* Required only so that the style sheet can tell, without scripts, that a file is picked. */}
          <input type="file" name="file" aria-label="上传文件" required />
        </label>
        <textarea name="text" rows={1} aria-label="输入消息" placeholder="输入文字，左边可传文件" autocomplete="off" />
        <button type="submit">发送</button>
      </form>
      <template id="mine">
        <Message by="person">
          <p class="bubble" />
          <p class="state" />
        </Message>
      </template>
      <template id="notice">
        <Message by="page">
          <p />
        </Message>
      </template>
      <script type="module" src={assetPath("chat.js")} />
    </body>,
  );
}

function SentWith({ conversation }: { conversation: string }) {
  return (
    <>
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="conversation" value={conversation} />
    </>
  );
}

function Paperclip() {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path
        d="m20 11-8.6 8.6a5.3 5.3 0 0 1-7.5-7.5l9-9a3.5 3.5 0 0 1 5 5l-9 9a1.8 1.8 0 0 1-2.5-2.5L14.6 6.4"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** Before a code is made: what it does, so that nobody makes a kept one worthless by a slip of the thumb. */
export function newCodePage(): string {
  return sheet(
    "保存恢复码",
    <>
      <p>换手机、换电脑或清理浏览器以后，凭恢复码可以接着填写，已填的内容都在。</p>
      <p>每次生成都会得到一个新的恢复码，以前生成的随即失效，用它进入的其他设备也会退出。</p>
      <form method="post" action="/resume-code">
        <button type="submit" class="weui-btn main">
          生成恢复码
        </button>
      </form>
    </>,
  );
}

export function codePage(code: string): string {
  return sheet(
    "您的恢复码",
    <>
      <p class="code" data-copy>
        {code}
      </p>
      <button type="button" class="weui-btn weui-btn_default" data-copy-button hidden>
        复制恢复码
      </button>
      <p>请抄下来或截图保存。它就像一把钥匙：谁拿到它，谁就能看到并修改您填写的内容，请不要发给别人。</p>
      <p>以前生成的恢复码已经失效。在新设备上打开本页面，点“菜单”里的“输入恢复码”即可继续。</p>
      <script type="module" src={assetPath("copy.js")} />
    </>,
  );
}

/** Where a code is entered; `notice` says why the last one was not taken. */
export function resumePage(notice: string | null): string {
  return sheet(
    "输入恢复码",
    <>
      {notice && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      <p>输入以前保存的恢复码，就可以在这台设备上接着填写。</p>
      <form method="post" action="/resume">
        <label>
          恢复码
          <input
            name="code"
            required
            autofocus
            maxlength={100}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        </label>
        <p class="hint">不区分大小写，空格和横线可以不输。</p>
        <button type="submit" class="weui-btn main">
          继续填写
        </button>
      </form>
    </>,
  );
}

/** A page that only says something. */
export function messagePage(title: string, sentence: string): string {
  return sheet(title, <p>{sentence}</p>);
}

function sheet(title: string, children: Child): string {
  return page(
    `${title} · ${SHORT_NAME}`,
    <body class="sheet">
      <main>
        <h1>{title}</h1>
        {children}
        <a class="weui-btn weui-btn_default" href="/">
          返回对话
        </a>
      </main>
    </body>,
  );
}

function page(title: string, body: Child): string {
  const whole = (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={assetPath("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath("weui.css")} />
        <link rel="stylesheet" href={assetPath("style.css")} />
      </head>
      {body}
    </html>
  );
  return `<!doctype html>${whole}`;
}
