/** A button with `data-copies="some-field"` copies what stands in the field of that name, and says so. */

async function copy(button) {
  const field = document.getElementById(button.dataset.copies);
  field.select();
  // Without TLS a browser has no clipboard for scripts; the older command still works there.
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
  else document.execCommand("copy");
  button.querySelector("[data-says]").textContent = button.dataset.done;
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}
