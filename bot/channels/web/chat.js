// The page works without this script. With it, messages go out and come in without loading the page again, and one
// that cannot go out now goes out later: it keeps its id until it lands, so that the server takes it once.

const log = document.querySelector(".log");
const scroller = document.querySelector(".scroll");
const composer = document.querySelector(".composer");
const field = composer.elements.text;
const picker = composer.elements.file;
const menu = document.querySelector(".menu");
const { conversation } = log.dataset;

/** Seconds between tries. */
const PAUSES = [1, 2, 4, 8, 15, 30];
const pause = (tries) => 1000 * PAUSES[Math.min(tries, PAUSES.length - 1)];

const copyOf = (id) => document.querySelector(`template#${id}`).content.firstElementChild.cloneNode(true);

// ---- Showing

/** Shows a message that the server has, as it describes it in HTML; once only, and before all that it has not yet. */
function show(html, seq) {
  if (log.querySelector(`[data-seq="${seq}"]`)) return;
  const follow = isFollowing();
  const top = log.getBoundingClientRect().top;
  const template = document.createElement("template");
  template.innerHTML = html;
  const message = template.content.firstElementChild;
  const { update, progress } = message.dataset;
  if (update) {
    log.querySelector(`[data-update="${CSS.escape(update)}"]`)?.remove();
    outgoing.get(update)?.land();
  }
  log.insertBefore(message, log.querySelector(".person:not([data-seq], .refused)"));
  if (message.matches(".bot")) {
    for (const old of log.querySelectorAll(".choices")) old.disabled = !message.contains(old);
    showProgress(progress);
  }
  if (follow) showNewest();
  else scroller.scrollTop += log.getBoundingClientRect().top - top;
}

function showProgress(progress) {
  const bar = document.querySelector(".progress");
  bar.hidden = !progress;
  if (!progress) return;
  const [done, total] = progress.split("/");
  Object.assign(bar.querySelector("progress"), { max: total, value: done });
  bar.querySelector("span").textContent = `已填 ${progress}`;
}

/** Says something of the page's own. */
function say(sentence, below = log.lastElementChild) {
  const notice = copyOf("notice");
  notice.querySelector("p").textContent = sentence;
  below.after(notice);
  notice.scrollIntoView({ block: "nearest" });
}

// ---- Scrolling. The list is laid out from its end: there `scrollTop` is 0, and above it negative.

const down = document.querySelector(".down");
/** Where we scrolled to last; a person who is elsewhere is reading and stays there. */
let settled = 0;

const isFollowing = () => scroller.scrollTop > -40 || Math.abs(scroller.scrollTop - settled) < 2;

/** Shows the end; of a long answer the beginning, with what it answers at the top. */
function showNewest() {
  const mine = [...log.querySelectorAll(".person")].at(-1) ?? log.firstElementChild;
  mine?.scrollIntoView({ block: "start" });
  settled = scroller.scrollTop;
}

scroller.addEventListener("scroll", () => {
  down.hidden = scroller.scrollTop > -40;
});
down.addEventListener("click", () => {
  scroller.scrollTop = 0;
});

// ---- Sending, one message at a time, in order

/** Messages that the server does not have yet, by update id. */
const outgoing = new Map();
const UNSENT = `unsent-${conversation}`;
let isSending = false;

/** What waits for its next try. */
const resting = new Set();
const wake = () => {
  for (const stir of resting) stir();
};
const rest = (ms) =>
  new Promise((resolve) => {
    const stir = () => {
      clearTimeout(timer);
      resting.delete(stir);
      resolve();
    };
    const timer = setTimeout(stir, ms);
    resting.add(stir);
  });

/** What is not sent outlives the page being loaded again; files cannot. */
function keep() {
  const kept = [...outgoing.values()].filter(({ name }) => name !== "file");
  sessionStorage.setItem(
    UNSENT,
    JSON.stringify(kept.map(({ id, name, value, label }) => ({ id, name, value, label }))),
  );
}

/** Sends a text, choice or file, shown as its label. `undo` runs when the server does not take it. */
function send({ id = randomId(), name, value, label, undo = () => {} }) {
  const bubble = copyOf("mine");
  bubble.dataset.update = id;
  bubble.classList.add("sending");
  bubble.querySelector(".bubble").textContent = label;
  log.append(bubble);
  showNewest();
  outgoing.set(id, {
    ...{ id, name, value, label, undo, bubble },
    land() {
      outgoing.delete(id);
      keep();
      bubble.classList.remove("sending");
      bubble.querySelector(".state").textContent = "";
      wake();
    },
  });
  keep();
  sendAll();
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
    if (answer?.ok) return message.land();
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

async function refuse(message, answer) {
  message.land();
  message.bubble.classList.add("refused");
  message.bubble.querySelector(".state").textContent = "未发送";
  message.undo();
  const isOurs = answer.headers.get("content-type")?.startsWith("text/plain");
  say(isOurs ? await answer.text() : "没有发送成功，请刷新页面后再试一次。", message.bubble);
}

/** `crypto.randomUUID` is missing where the page comes over plain http. */
function randomId() {
  const hex = (byte) => byte.toString(16).padStart(2, "0");
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join("");
}

// ---- What the person does

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target === composer) return sendText();
  const { name, value, textContent } = event.submitter;
  const choices = event.submitter.closest(".choices");
  const setChosen = (isChosen) => {
    if (choices) choices.disabled = isChosen;
  };
  send({ name, value, label: textContent.trim(), undo: () => setChosen(false) });
  setChosen(true);
  menu.open = false;
});

function sendText() {
  const { value } = field;
  if (!value.trim()) return;
  if (value.length > Number(composer.dataset.maxText)) return say(composer.dataset.tooLong);
  write("");
  send({ name: "text", value, label: value, undo: () => field.value || write(value) });
  field.focus();
}

picker.multiple = true;
picker.addEventListener("change", () => {
  for (const file of picker.files) {
    if (file.size > Number(composer.dataset.maxFile)) say(composer.dataset.tooLarge);
    else send({ name: "file", value: file, label: file.name });
  }
  picker.value = "";
});

const DRAFT = `draft-${conversation}`;

function write(text) {
  field.value = text;
  grow();
}

/** The field is as tall as its text, up to the style sheet's limit; the text outlives the page being loaded again. */
function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  sessionStorage.setItem(DRAFT, field.value);
}

field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  // On a phone Enter begins a new line; while Chinese is being composed it takes the suggestion.
  const isDesktop = matchMedia("(hover: hover) and (pointer: fine)").matches;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !isDesktop) return;
  event.preventDefault();
  composer.requestSubmit();
});

document.addEventListener("click", ({ target }) => {
  if (!menu.contains(target)) menu.open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") menu.open = false;
});

// ---- Receiving

const connection = document.querySelector(".connection");
let stream = null;
let last = log.dataset.last;
let failures = 0;

function listen() {
  stream?.close();
  const opened = new EventSource(`/events?after=${last}&conversation=${conversation}`);
  stream = opened;
  opened.onopen = () => {
    failures = 0;
    connection.hidden = true;
  };
  opened.onmessage = ({ data, lastEventId }) => {
    show(data, lastEventId);
    last = lastEventId;
  };
  opened.onerror = () => {
    if (failures++ > 1) report("网络已断开，正在重新连接…");
    // The browser tries again by itself while the server cannot be reached, but not after a wrong answer.
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => stream === opened && listen(), pause(failures));
  };
  opened.addEventListener("gone", ({ data }) => {
    leave();
    removeEventListener("online", listen);
    document.removeEventListener("visibilitychange", listenWhileSeen);
    report(data);
  });
}

function leave() {
  stream?.close();
  stream = null;
}

function report(sentence) {
  connection.textContent = sentence;
  connection.hidden = false;
}

/** A page nobody looks at gives its connection back: a browser has only six for a server. */
function listenWhileSeen() {
  if (document.hidden) leave();
  else listen();
}

addEventListener("online", wake);
addEventListener("online", listen);
addEventListener("offline", () => report("网络已断开，正在重新连接…"));
document.addEventListener("visibilitychange", listenWhileSeen);

// ---- Begin

// The on-screen keyboard of some phones covers the page instead of making it smaller.
visualViewport?.addEventListener("resize", () => {
  if (visualViewport.scale === 1) document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
});

write(sessionStorage.getItem(DRAFT) ?? "");
showNewest();
for (const message of JSON.parse(sessionStorage.getItem(UNSENT) ?? "[]")) {
  if (!log.querySelector(`[data-update="${message.id}"]`)) send(message);
}
listenWhileSeen();
