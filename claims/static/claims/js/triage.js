/** Links to review: each key presses the button that shows it; T and S open a choice that a number answers. */

const review = () => document.getElementById("review");
const openMenu = () => review()?.querySelector("details[data-menu][open]");

let busy = false;

/** Press a button of the pair in view. While an answer is under way, keys mean nothing: the next pair is not seen yet. */
function press(name) {
  const button = review()?.querySelector(`[data-act="${name}"]`);
  if (!button || button.disabled || busy) return;
  button.click();
}

function choose(name) {
  const menu = review()?.querySelector(`details[data-menu="${name}"]`);
  if (!menu || busy) return;
  menu.open = !menu.open;
  if (menu.open) menu.querySelector("[data-digit]").focus();
}

function close(menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
}

const actions = {
  confirm: () => press("confirm"),
  reject: () => press("reject"),
  type: () => choose("type"),
  slot: () => choose("slot"),
  skip: () => press("skip"),
  back: () => press("back"),
  undo: () => press("undo"),
  open: () => press("open"),
};

/** Answer an open choice by its number, leave it by Escape, or go along it by the arrow keys. */
function answered(event) {
  const menu = openMenu();
  if (!menu || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (digit && !busy && document.documentElement.dataset.shortcuts !== "off") {
    menu.querySelector(`[data-digit="${digit}"]`)?.click();
  } else if (event.key === "Escape") {
    close(menu);
  } else if (step) {
    const all = [...menu.querySelectorAll("[data-digit]")];
    const at = all.indexOf(document.activeElement);
    all[(at + step + all.length) % all.length].focus();
  } else {
    return;
  }
  event.preventDefault();
}

function clicked(event) {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest("[data-help]")) document.getElementById("shortcuts").showModal();
  const menu = openMenu();
  if (menu && !menu.contains(event.target)) menu.open = false;
}

document.addEventListener("workbench:action", ({ detail }) => actions[detail.action]?.());
document.addEventListener("keydown", answered);
document.addEventListener("click", clicked);
document.addEventListener("htmx:before:request", () => { busy = true; });
document.addEventListener("htmx:finally:request", () => { busy = false; });
