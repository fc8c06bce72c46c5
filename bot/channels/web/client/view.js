// What the page shows of the conversation, and how far down.

export const log = document.querySelector(".log");
const scroller = document.querySelector(".scroll");
const bar = document.querySelector(".progress");
const down = document.querySelector(".down");

const copyOf = (id) => document.querySelector(`template#${id}`).content.firstElementChild.cloneNode(true);

/** Shows a message that the server has, as it describes it in HTML; once only, and before all that it has not yet. */
export function show(html, seq) {
  if (log.querySelector(`[data-seq="${seq}"]`)) return;
  const isFollowed = isFollowing();
  const { top } = log.getBoundingClientRect();
  const template = document.createElement("template");
  template.innerHTML = html;
  const message = template.content.firstElementChild;
  bubbleOf(message.dataset.update)?.remove();
  log.insertBefore(message, log.querySelector(".person:not([data-seq], .refused)"));
  if (message.matches(".bot")) {
    for (const old of log.querySelectorAll(".choices:not(.aside)")) old.disabled = !message.contains(old);
    showProgress(message.dataset.progress);
  }
  if (isFollowed) showNewest();
  else scroller.scrollTop += log.getBoundingClientRect().top - top;
}

/** The message that came in by an update, whether the server has it or not yet. */
export function bubbleOf(update) {
  return update ? log.querySelector(`[data-update="${CSS.escape(update)}"]`) : null;
}

/** Shows a message of the person's that the server does not have yet. */
export function showOwn(update, label) {
  const bubble = copyOf("mine");
  bubble.dataset.update = update;
  bubble.classList.add("sending");
  bubble.querySelector(".bubble").textContent = label;
  log.append(bubble);
  showNewest();
  return bubble;
}

/** Says something of the page's own. */
export function say(sentence, below = log.lastElementChild) {
  const notice = copyOf("notice");
  notice.querySelector("p").textContent = sentence;
  below.after(notice);
  notice.scrollIntoView({ block: "nearest" });
}

function showProgress(progress) {
  bar.hidden = !progress;
  if (!progress) return;
  const [done, total] = progress.split("/");
  Object.assign(bar.querySelector("progress"), { max: total, value: done });
  bar.querySelector("span").textContent = `已填 ${progress}`;
}

// The list is laid out from its end: there `scrollTop` is 0, and above it negative.

/** Where we scrolled to last; a person who is elsewhere is reading and stays there. */
let settled = 0;

const isAtEnd = () => scroller.scrollTop > -40;
const isFollowing = () => isAtEnd() || Math.abs(scroller.scrollTop - settled) < 2;

/** Shows the end; of a long answer the beginning, with what it answers at the top. */
export function showNewest() {
  const mine = [...log.querySelectorAll(".person")].at(-1) ?? log.firstElementChild;
  mine?.scrollIntoView({ block: "start" });
  settled = scroller.scrollTop;
}

scroller.addEventListener("scroll", () => {
  down.hidden = isAtEnd();
});
down.addEventListener("click", () => {
  scroller.scrollTop = 0;
});

// The on-screen keyboard of some phones covers the page instead of making it smaller.
visualViewport?.addEventListener("resize", () => {
  if (visualViewport.scale === 1) document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
});
