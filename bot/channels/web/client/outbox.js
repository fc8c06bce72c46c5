// Messages go out one at a time, in order. One that cannot go out now goes out later; it keeps its id until it lands,
// so that the server takes it once.

import { bubbleOf, log, say, showOwn } from "./view.js";

const { conversation } = log.dataset;
const UNSENT = `unsent-${conversation}`;

/** Seconds between tries. */
const PAUSES = [1, 2, 4, 8, 15, 30];
export const pause = (tries) => 1000 * PAUSES[Math.min(tries, PAUSES.length - 1)];

/** Messages that the server does not have yet, by update id. */
const outgoing = new Map();
let isSending = false;

/** Sends a text, choice or file, shown as its label. `undo` runs when the server does not take it. */
export function send({ id = randomId(), name, value, label, undo = () => {} }) {
  outgoing.set(id, { id, name, value, label, undo, bubble: showOwn(id, label) });
  keep();
  sendAll();
}

/** Sends what a page before this one could not. */
export function sendKept() {
  for (const message of JSON.parse(sessionStorage.getItem(UNSENT) ?? "[]")) if (!bubbleOf(message.id)) send(message);
}

/** The server has this message. */
export function land(id) {
  const message = outgoing.get(id);
  if (!message) return;
  outgoing.delete(id);
  keep();
  message.bubble.classList.remove("sending");
  message.bubble.querySelector(".state").textContent = "";
  wake();
}

async function sendAll() {
  if (isSending) return;
  isSending = true;
  for (const message of outgoing.values()) await deliver(message);
  isSending = false;
}

/** Tries until the server has taken or refused it, or the stream shows that it had landed although no answer came. */
async function deliver(message) {
  const { id, name, value, bubble } = message;
  for (let tries = 0; outgoing.has(id); tries++) {
    const body = new FormData();
    for (const [key, entry] of Object.entries({ id, conversation, [name]: value })) body.set(key, entry);
    const answer = await post(body, name === "file" ? 600_000 : 30_000);
    if (answer?.ok) return land(id);
    if (answer && answer.status < 500) return refuse(message, answer);
    if (!outgoing.has(id)) return;
    bubble.querySelector(".state").textContent = "未发送，正在重试…";
    await rest(pause(tries));
  }
}

/** @returns {Promise<Response | null>} null when no answer came in time */
async function post(body, ms) {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), ms);
  try {
    return await fetch("/say", { method: "POST", body, signal: given.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function refuse({ id, bubble, undo }, answer) {
  land(id);
  bubble.classList.add("refused");
  bubble.querySelector(".state").textContent = "未发送";
  undo();
  const isOurs = answer.headers.get("content-type")?.startsWith("text/plain");
  say(isOurs ? await answer.text() : "没有发送成功，请刷新页面后再试一次。", bubble);
}

/** What is not sent outlives the page being loaded again; files cannot. */
function keep() {
  const kept = [...outgoing.values()].filter(({ name }) => name !== "file");
  sessionStorage.setItem(
    UNSENT,
    JSON.stringify(kept.map(({ id, name, value, label }) => ({ id, name, value, label }))),
  );
}

/** What waits for its next try. */
const resting = new Set();

function rest(ms) {
  return new Promise((resolve) => {
    const stir = () => {
      clearTimeout(timer);
      resting.delete(stir);
      resolve();
    };
    const timer = setTimeout(stir, ms);
    resting.add(stir);
  });
}

function wake() {
  for (const stir of resting) stir();
}
addEventListener("online", wake);

/** `crypto.randomUUID` is missing where the page comes over plain http. */
function randomId() {
  const hex = (byte) => byte.toString(16).padStart(2, "0");
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
}
