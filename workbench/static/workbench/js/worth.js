/** Says while somebody types what each factor's points mean, and what the examples would be worth. */

const form = document.querySelector("form[data-worth]");

function points(name) {
  const typed = Number(form.elements.namedItem(name)?.value);
  return Number.isFinite(typed) ? Math.min(Math.max(typed, -1), 1) : 0;
}

function worth(names) {
  const sum = names.split(" ").reduce((total, name) => total + points(name), Number(form.dataset.base));
  return 1 / (1 + Math.exp(-Number(form.dataset.slope) * sum));
}

function said(value) {
  if (value === 0) return form.dataset.nothing;
  return value > 0 ? form.dataset.for : form.dataset.against;
}

function show() {
  for (const place of form.querySelectorAll("[data-says]")) {
    const field = form.elements.namedItem(place.dataset.says);
    const value = points(place.dataset.says);
    place.textContent = `(${said(value)})`;
    field.classList.toggle("worth-changed", value !== Number(field.dataset.default));
  }
  for (const meter of form.querySelectorAll("[data-worth-of]")) meter.value = worth(meter.dataset.worthOf);
  for (const number of form.querySelectorAll("[data-worth-number]")) {
    number.value = worth(number.dataset.worthNumber).toFixed(2);
  }
}

if (form) {
  form.addEventListener("input", show);
  show();
}
