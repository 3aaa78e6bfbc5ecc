/** The reader: moving between claims in the text and their cards, showing the active one, filtering. */

const cards = () => [...document.querySelectorAll("[data-card]")].filter((card) => !card.hidden);
const numbersOf = (piece, name) => (piece.dataset[name] ?? "").split(" ");
const text = document.querySelector("[data-text]");

let active = null;

function pieces(name, number) {
  return [...text.querySelectorAll(`[data-${name}~="${number}"]`)];
}

function paint(name, found) {
  if (!window.CSS?.highlights) {
    text.querySelectorAll(".is-active").forEach((piece) => piece.classList.remove("is-active"));
    found.forEach((piece) => piece.classList.add("is-active"));
    return;
  }
  const ranges = found.map((piece) => {
    const range = new Range();
    range.selectNodeContents(piece);
    return range;
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}

function activate(number, focus) {
  active = String(number);
  for (const card of cards()) card.setAttribute("aria-current", card.dataset.card === active);
  paint("active-source", [...pieces("sources", active), ...pieces("cues", active)]);
  const content = pieces("claims", active);
  paint("active-claim", content);
  const card = document.getElementById(`c${active}`);
  card?.scrollIntoView({ block: "nearest" });
  if (focus === "card") card?.focus({ preventScroll: true });
  if (focus === "marker") document.getElementById(`m${active}`)?.focus({ preventScroll: true });
  if (focus !== "text") content[0]?.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = cards();
  if (!all.length) return;
  const at = all.findIndex((card) => card.dataset.card === active);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  activate(all[next].dataset.card, "card");
}

function decide(state) {
  const card = document.getElementById(`c${active}`);
  const button = card?.querySelector(`[data-decide="${state}"]`);
  if (!button) return;
  button.click();
  if (state !== "proposed") move(1);
}

const actions = {
  "next-claim": () => move(1),
  "previous-claim": () => move(-1),
  "to-text": () => active && activate(active, "marker"),
  markers: () => document.body.classList.toggle("without-markers"),
  "open-claim": () => document.querySelector(`#c${active} [data-open]`)?.click(),
  correct: () => document.querySelector(`#c${active} [data-correct-page]`)?.click(),
  "undo-correction": () => document.querySelector(`#c${active} [data-undo-correction]`)?.click(),
  inspect: () => document.querySelector(`#c${active} [data-inspect]`)?.click(),
  accept: () => decide("accepted"),
  reject: () => decide("rejected"),
  reopen: () => decide("proposed"),
};

function filter(link) {
  const facet = link.dataset.facet;
  document.querySelectorAll("[data-facet]").forEach((other) => other.removeAttribute("aria-current"));
  link.setAttribute("aria-current", "true");
  for (const card of document.querySelectorAll("[data-card]")) {
    card.hidden = Boolean(facet) && !card.dataset.facets.split(" ").includes(facet);
  }
  history.replaceState(null, "", link.href);
}

function clicked(event) {
  if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey) return;
  const marker = event.target.closest("[data-marker]");
  const number = event.target.closest(".claim-card__number");
  const facet = event.target.closest("[data-facet]");
  const piece = event.target.closest("[data-claims]");
  if (facet && isWhole()) {
    event.preventDefault();
    filter(facet);
  } else if (marker) {
    event.preventDefault();
    activate(marker.dataset.marker, "card");
  } else if (number) {
    event.preventDefault();
    activate(number.closest("[data-card]").dataset.card, "marker");
  } else if (piece && window.getSelection().isCollapsed) {
    const here = numbersOf(piece, "claims");
    activate(here[(here.indexOf(active) + 1) % here.length], "text");
  }
}

/** Tell whether every card is on the page, so that filtering needs no new page. */
function isWhole() {
  return document.querySelectorAll("[data-card]").length >= document.querySelectorAll("[data-marker]").length;
}

function entered(event) {
  if (event.key !== "Enter" || !(event.target instanceof Element)) return;
  if (event.target.matches("[data-card]")) event.target.querySelector("[data-open]")?.click();
}

/** Show the claim that the address names, by its card, its marker or its decision. */
function follow() {
  const asked = window.location.hash.slice(1);
  const number = /^[cm](\d+)$/.exec(asked)?.[1] ?? document.getElementById(asked)?.closest("[data-card]")?.dataset.card;
  if (number) activate(number, "card");
}

if (text) {
  document.addEventListener("workbench:action", ({ detail }) => actions[detail.action]?.());
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", entered);
  window.addEventListener("hashchange", follow);
  follow();
}
