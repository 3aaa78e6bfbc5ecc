/** A button with `data-copies="some-field"` copies what stands in the field of that name, and says so once it has. */

/** Without TLS a browser has no clipboard for scripts; the older command still works there. */
async function copied(field) {
  field.select();
  if (!navigator.clipboard) return document.execCommand("copy");
  return navigator.clipboard.writeText(field.value).then(() => true, () => document.execCommand("copy"));
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!await copied(document.getElementById(button.dataset.copies))) return;
    button.querySelector("[data-says]").textContent = button.dataset.done;
  });
}
