/** J and K move through the rows of a list marked `data-list`; Enter opens the focused row, as links do. */

function links() {
  return [...document.querySelectorAll("[data-list] a[data-row]")].filter((link) => link.offsetParent !== null);
}

document.addEventListener("workbench:action", ({ detail }) => {
  const step = { next: 1, previous: -1 }[detail.action];
  const all = step ? links() : [];
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
});
