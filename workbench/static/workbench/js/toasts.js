/** Announces what happened away from the reader's focus: `HX-Trigger: {"toast": "…"}` and failed requests. */

const SHOWN_MILLISECONDS = 8000;

function show(sentence, isProblem) {
  const toast = document.getElementById("toast").content.firstElementChild.cloneNode(true);
  toast.classList.toggle("notice--problem", Boolean(isProblem));
  toast.querySelector("[data-sentence]").textContent = sentence;
  toast.querySelector("button").addEventListener("click", () => toast.remove());
  document.getElementById("toasts").append(toast);
  if (!isProblem) setTimeout(() => toast.remove(), SHOWN_MILLISECONDS);
}

document.addEventListener("toast", ({ detail }) => show(detail.value ?? detail));
for (const name of ["htmx:response:error", "htmx:error"]) {
  document.addEventListener(name, ({ detail }) => {
    const status = detail?.ctx?.response?.status;
    if (![409, 422].includes(status)) show(document.getElementById("toasts").dataset.failed, true);
  });
}

document.addEventListener("htmx:after:swap", () => {
  const wanted = document.querySelector("[data-focus]");
  if (!wanted) return;
  wanted.removeAttribute("data-focus");
  wanted.focus();
});
