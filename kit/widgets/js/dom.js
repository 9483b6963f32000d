// Small things that every control needs of the page.

/** An element with attributes and children; on… attributes are listeners, words are put in as text, never as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

/** Words of a question, in which what stands between two pairs of asterisks is bold. */
export const withBold = words => words.split("**").map((part, at) => (at % 2 ? make("b", {}, part) : part));

/** A button that takes neither the focus from the text nor the choice from its words when it is pressed. */
export function button(name, action, attributes = {}) {
  const calm = event => event.preventDefault();
  return make(
    "button",
    { type: "button", class: "kit-button", onclick: action, onmousedown: calm, ...attributes },
    ...[name],
  );
}

/** Signs as lines in a square of 16: so they look alike whatever fonts a machine has. */
const SIGNS = {
  change: "M3 13l.6-3L11 2.6l2.4 2.4L6 12.4z",
  remove: "M4 4l8 8M12 4l-8 8",
  earlier: "M10 3.5L5.5 8l4.5 4.5",
  later: "M6 3.5L10.5 8 6 12.5",
};
function signOf(name) {
  const holder = make("span", { class: "kit-icon", "aria-hidden": "true" });
  holder.innerHTML = `<svg viewBox="0 0 16 16"><path d="${SIGNS[name]}"/></svg>`;
  return holder;
}
/** A button of one sign; `name` is what it is called, and what a pointer that rests on it is told. */
export function signButton(sign, name, action, more = "") {
  const look = { class: `kit-button kit-sign ${more}`, "aria-label": name, title: name };
  return button(signOf(sign), action, look);
}

let lastId = 0;
export const newId = () => `kit-control-${++lastId}-${Math.random().toString(36).slice(2, 8)}`;

/**
 * A slider from 0 on with its name and what it says: `said` puts a number into words, `chosen` is told a new one. `say`
 * shows a number in words, also one between two steps.
 */
export function slider(name, attributes, said, chosen) {
  const shown = make("output");
  const input = make("input", { id: newId(), type: "range", min: "0", ...attributes });
  const say = value => {
    shown.textContent = said(value);
    input.setAttribute("aria-valuetext", said(value));
  };
  input.addEventListener("input", () => say(input.value));
  input.addEventListener("change", () => chosen(Number(input.value)));
  return { label: make("label", { for: input.id }, name), input, shown, say };
}

/** JupyterLab would run a cell, delete it or walk away on these keys. Only saving is left to it. */
function keepKeys(event) {
  const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  if (!saving) event.stopPropagation();
}
export function keepKeysIn(root) {
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
}

export const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
export const behavior = () => (calm() ? "auto" : "smooth");

/** The nearest element around this one that scrolls up and down. */
export function scrollerOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}
