/** Verdicts by the keyboard: each shortcut presses the button, or opens the form, that bears its name. */

document.addEventListener("workbench:action", ({ detail }) => {
  const found = document.querySelector(`[data-act="${CSS.escape(detail.action)}"]`);
  if (!found || found.disabled) return;
  if (!(found instanceof HTMLDetailsElement)) {
    found.click();
    return;
  }
  found.open = true;
  found.querySelector("textarea, input:not([type=hidden]), select")?.focus();
});
