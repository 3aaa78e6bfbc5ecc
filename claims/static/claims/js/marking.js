/** Setting claims right by selecting words: content, source or cue of the active claim, or of one that was missed. */

const text = document.querySelector("[data-text]");
const bar = document.querySelector("[data-marking]");
const form = document.querySelector("[data-marking-form]");
const more = bar?.querySelector("[data-marking-more]");
const PARTS = ["content", "source", "cue"];

let picked = null;
let draft = null;

const activeCard = () => document.querySelector("[data-card][aria-current=true][data-correct]");

/** Return the text of a range as it stands in the article: without the claims' markers. */
function wordsOf(range) {
  const copy = range.cloneContents();
  copy.querySelectorAll(".marker").forEach((marker) => marker.remove());
  return copy.textContent;
}

/** Return where a range begins, in code points of the stored text; each paragraph knows where it starts. */
function startOf(range) {
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const block = element.closest("[data-start]");
  if (!block) return null;
  const before = new Range();
  before.setStart(block, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return Number(block.dataset.start) + [...wordsOf(before)].length;
}

/** Return the selected words of the article with their place; null where nothing of it is selected. */
function selected() {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const words = wordsOf(range);
  const start = startOf(range);
  if (!words.trim() || start === null) return null;
  const blanks = words.length - words.trimStart().length;
  return { line: `@${start + blanks} ${words.trim().replace(/\s+/g, " ")}`, words: words.trim(), range: range.cloneRange() };
}

function show() {
  bar.hidden = !picked && !draft;
  const inDraft = Boolean(draft) || !activeCard();
  for (const part of bar.querySelectorAll("[data-marking-for]")) {
    part.hidden = (part.dataset.markingFor === "draft") !== inDraft;
  }
  bar.querySelector("[data-marking-picked]").hidden = !picked;
  bar.querySelector("[data-marking-hint]").hidden = Boolean(picked);
  bar.querySelector("[data-marking-words]").textContent = picked ? picked.words.slice(0, 120) : "";
  bar.querySelector("[data-marking-number]").textContent = activeCard()?.dataset.card ?? "";
  for (const part of PARTS) {
    const button = bar.querySelector(`[data-mark="${part}"]`);
    button.disabled = !picked;
    button.setAttribute("aria-pressed", String(Boolean(draft?.[part].length)));
  }
  bar.querySelector("[data-marking-save]").disabled = !draft?.content.length;
}

function paint() {
  if (!window.CSS?.highlights) return;
  for (const part of PARTS) {
    const ranges = draft ? draft[part].map((piece) => piece.range) : [];
    CSS.highlights.set(`draft-${part}`, new Highlight(...ranges));
  }
}

function send(action, fields) {
  form.action = action;
  const next = window.location.pathname + window.location.search;
  for (const [name, value] of Object.entries({ ...fields, next })) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  form.requestSubmit();
}

function mark(part) {
  picked = selected() ?? picked;
  if (!picked) return;
  const card = activeCard();
  if (!draft && card) {
    send(card.dataset.correct, { act: "bounds", [part]: picked.line, ...(more.checked ? { more: "1" } : {}) });
    return;
  }
  draft ??= { content: [], source: [], cue: [] };
  draft[part] = more.checked ? [...draft[part], picked] : [picked];
  forgetSelection();
}

function begin() {
  picked = selected() ?? picked;
  if (!picked) return;
  draft = { content: [picked], source: [], cue: [] };
  forgetSelection();
}

function forgetSelection() {
  picked = null;
  window.getSelection().removeAllRanges();
  paint();
  show();
}

function save() {
  if (!draft?.content.length) return;
  const fields = Object.fromEntries(PARTS.map((part) => [part, draft[part].map((piece) => piece.line).join("\n")]));
  send(form.dataset.missed, fields);
}

function cancel() {
  draft = null;
  forgetSelection();
}

const actions = {
  "mark-content": () => mark("content"),
  "mark-source": () => mark("source"),
  "mark-cue": () => mark("cue"),
  "mark-new": begin,
};

function clicked(event) {
  const button = event.target instanceof Element && event.target.closest("button");
  if (!button) return;
  if (button.dataset.mark === "new") begin();
  else if (button.dataset.mark) mark(button.dataset.mark);
  else if (button.matches("[data-marking-save]")) save();
  else if (button.matches("[data-marking-cancel]")) cancel();
}

function pressed(event) {
  if (!draft || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select, button, a")) return;
  if (event.key === "Enter") {
    event.preventDefault();
    save();
  }
  if (event.key === "Escape") cancel();
}

function changed() {
  const found = selected();
  const inBar = bar.contains(document.activeElement);
  if (!found && inBar) return;
  picked = found;
  show();
}

if (text && bar) {
  document.addEventListener("selectionchange", changed);
  document.addEventListener("workbench:action", ({ detail }) => actions[detail.action]?.());
  document.addEventListener("keydown", pressed);
  bar.addEventListener("mousedown", (event) => event.target.closest("input, label") || event.preventDefault());
  bar.addEventListener("click", clicked);
}
