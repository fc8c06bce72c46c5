// The page works without this script. With it, messages go out and come in without loading the page again.

import { listen } from "./inbox.js";
import { send, sendKept } from "./outbox.js";
import { log, say, showNewest } from "./view.js";

const composer = document.querySelector(".composer");
const field = composer.elements.text;
const picker = composer.elements.file;
const menu = document.querySelector(".menu");
const DRAFT = `draft-${log.dataset.conversation}`;

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.target === composer) sendText();
  else sendPressed(event.submitter);
});

function sendText() {
  const { value } = field;
  if (!value.trim()) return;
  if (value.length > Number(composer.dataset.maxText)) return say(composer.dataset.tooLong);
  write("");
  send({ name: "text", value, label: value, undo: () => field.value || write(value) });
  field.focus();
}

/** A choice, or a word of the menu. */
function sendPressed(button) {
  const { name, value, textContent } = button;
  const choices = button.closest(".choices");
  const setChosen = (isChosen) => {
    if (choices) choices.disabled = isChosen;
  };
  send({ name, value, label: textContent.trim(), undo: () => setChosen(false) });
  setChosen(true);
  menu.open = false;
}

picker.multiple = true;
picker.addEventListener("change", () => {
  for (const file of picker.files) {
    if (file.size > Number(composer.dataset.maxFile)) say(composer.dataset.tooLarge);
    else send({ name: "file", value: file, label: file.name });
  }
  picker.value = "";
});

function write(text) {
  field.value = text;
  grow();
}

/** The field is as tall as its text, up to the style sheet's limit; the text outlives the page being loaded again. */
function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
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

write(sessionStorage.getItem(DRAFT) ?? "");
showNewest();
sendKept();
listen();
