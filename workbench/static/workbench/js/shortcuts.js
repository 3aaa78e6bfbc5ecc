/**
 * Single-key shortcuts. The server prints the table (the sheet that `?` opens); this binds what it says.
 *
 * Letters are matched by the physical key (`event.code`), so they work on an Arabic keyboard layout. A row is
 * `data-keys="KeyG KeyI"` with either `data-action="next"`, announced as the event `workbench:action`, or `data-href`.
 */

const SEQUENCE_MILLISECONDS = 1200;
const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

let pressed = [];
let pressedAt = 0;

function rows() {
  return [...document.querySelectorAll("#shortcuts [data-keys]")];
}

function perform(row) {
  if (row.dataset.href) {
    window.location.assign(row.dataset.href);
    return;
  }
  const detail = { action: row.dataset.action };
  document.dispatchEvent(new CustomEvent("workbench:action", { detail }));
}

function isOff(event) {
  const typing = event.target instanceof Element && event.target.closest(TYPING);
  return event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.code !== "KeyJ" && event.code !== "KeyK" || typing;
}

/** The space bar presses what has the focus; it is a shortcut only where nothing would be pressed. */
function presses(event) {
  return event.code === "Space" && event.target instanceof Element && event.target.closest("button, a, summary, input, [role=button]");
}

function keyName(event) {
  if (event.key === "?" || event.key === "؟") return "?";
  if (event.key === "/" || event.code === "Slash" && !event.shiftKey) return "/";
  return event.code;
}

function listen(event) {
  if (isOff(event) || presses(event) || document.querySelector("dialog[open]")) return;
  if (document.documentElement.dataset.shortcuts === "off") return;
  if (event.timeStamp - pressedAt > SEQUENCE_MILLISECONDS) pressed = [];
  pressedAt = event.timeStamp;
  pressed.push(keyName(event));
  const typed = pressed.join(" ");
  const exact = rows().find((row) => row.dataset.keys === typed);
  const begun = rows().some((row) => row.dataset.keys.startsWith(`${typed} `));
  if (exact) {
    event.preventDefault();
    pressed = [];
    perform(exact);
  } else if (!begun) {
    pressed = [];
  }
}

/** Ctrl+Enter (or Cmd+Enter) sends the form that one is writing in. */
function send(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = event.target instanceof Element && event.target.closest("form[method=post]");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
}

document.addEventListener("keydown", listen);
document.addEventListener("keydown", send);

document.addEventListener("workbench:action", ({ detail }) => {
  if (detail.action === "shortcuts") document.getElementById("shortcuts").showModal();
  if (detail.action === "search") document.getElementById("topbar-search")?.focus();
});
