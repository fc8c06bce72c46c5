// What is said comes in by a stream, which takes up again where it broke.

import { land, pause } from "./outbox.js";
import { log, show } from "./view.js";

const BROKEN = "网络已断开，正在重新连接…";

const connection = document.querySelector(".connection");
let stream = null;
let { last } = log.dataset;
let failures = 0;
/** The server does not want us back. */
let isOver = false;

/** A page nobody looks at gives its stream back: a browser has only six connections for a server. */
export function listen() {
  stream?.close();
  stream = document.hidden || isOver ? null : opened();
}

function opened() {
  const source = new EventSource(`/events?after=${last}&conversation=${log.dataset.conversation}`);
  source.onopen = () => {
    failures = 0;
    connection.hidden = true;
  };
  source.onmessage = ({ data, lastEventId }) => {
    last = lastEventId;
    show(data, last);
    land(log.querySelector(`[data-seq="${last}"]`).dataset.update);
  };
  source.onerror = () => {
    failures += 1;
    if (failures > 1) report(BROKEN);
    // While the server cannot be reached the browser tries again by itself, but not after a wrong answer.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => stream === source && listen(), pause(failures));
  };
  source.addEventListener("gone", ({ data }) => {
    isOver = true;
    source.close();
    report(data);
  });
  return source;
}

function report(sentence) {
  connection.textContent = sentence;
  connection.hidden = false;
}

addEventListener("online", listen);
addEventListener("offline", () => report(BROKEN));
document.addEventListener("visibilitychange", listen);
