// One tab of `explore`: the marked text, and the findings beside it. What comes as HTML (text, legend, table) is from the
// kit's own views, which escape all that is from the text.

import { behavior, button, make, newId, slider } from "./dom.js";
import { EXPLORE } from "./words.js";

const numberOf = link => Number.parseInt(link.textContent, 10);

/** From the list to the text: its box scrolls until the words are in the middle, and the focus follows. */
function toPlace(text, number, nth = 0) {
  const links = [...text.querySelectorAll("a.kit-number")].filter(each => numberOf(each) === number);
  const link = links[Math.min(nth, links.length - 1)];
  light(text, number);
  const first = nth ? link : (text.querySelector(`.kit-f${number}`) ?? link);
  if (!first) return;
  const middle = first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 2;
  text.scrollTo({ top: text.scrollTop + middle, behavior: behavior() });
  link?.focus({ preventScroll: true });
}
function light(text, number) {
  for (const each of text.querySelectorAll(".kit-now")) each.classList.remove("kit-now");
  for (const each of text.querySelectorAll(`.kit-f${number}`)) each.classList.add("kit-now");
}
function toItem(item) {
  if (!item) return;
  item.scrollIntoView({ block: "nearest", behavior: behavior() });
  item.querySelector(".kit-lead").focus({ preventScroll: true });
}

/** The box in which somebody says why a finding is not one. */
function whyBox(place, ask, number, send) {
  if (place.firstChild) return close();
  const why = make("input", { id: newId(), type: "text", maxlength: "500", autocomplete: "off" });
  const missing = make("p", { class: "kit-missing", id: newId(), role: "alert" });
  function aside() {
    if (why.value.trim()) return send(why.value, number);
    missing.textContent = EXPLORE.whyMissing;
    why.setAttribute("aria-describedby", missing.id);
    why.focus();
  }
  function close() {
    place.replaceChildren();
    ask.setAttribute("aria-expanded", "false");
    ask.focus();
  }
  why.addEventListener("keydown", event => {
    if (event.key === "Enter") aside();
    if (event.key === "Escape") close();
  });
  place.append(
    make("label", { for: why.id }, EXPLORE.why),
    why,
    button(EXPLORE.keepAside, aside, { class: "kit-button kit-main" }),
    " ",
    button(EXPLORE.cancel, close),
    missing,
  );
  ask.setAttribute("aria-expanded", "true");
  why.focus();
}

/** A finding: what it is, and each thing that is told of it on a line of its own. */
function drawItem(item, number, text, send) {
  const lead = make(
    "button",
    { type: "button", class: "kit-lead", onclick: () => toPlace(text, number) },
    make("span", { class: "kit-count", "aria-hidden": "true" }, String(number)),
    make("bdi", {}, item.lead),
  );
  const lines = item.lines.map(([asks, answer]) =>
    make("div", { class: "kit-told-line" }, make("dt", {}, asks), make("dd", {}, make("bdi", {}, answer))),
  );
  const other = item.linked
    ? button(EXPLORE.other, () => toPlace(text, number, 1), {
        class: "kit-button kit-plain",
        "aria-label": EXPLORE.otherOf(number, item.lead),
      })
    : null;
  const place = make("div", { class: "kit-why-not" });
  const ask = button(EXPLORE.notOne, () => whyBox(place, ask, number, reason => send(item, reason, number)), {
    class: "kit-button kit-plain",
    "aria-label": EXPLORE.setAside(number, item.lead),
    "aria-expanded": "false",
  });
  const element = make(
    "li",
    { class: "kit-item" },
    make("div", { class: "kit-lead-line" }, lead, other, ask),
    make("dl", { class: "kit-reason" }, ...lines),
    place,
  );
  element.addEventListener("pointerenter", () => light(text, number));
  return element;
}

/** The findings under the names of those who are quoted, if Python has grouped them; else as they come in the text. */
function drawList(part, items) {
  if (!part.items.length) return make("p", {}, part.none || EXPLORE.allAside);
  const groups = new Map();
  part.items.forEach((item, at) => {
    const name = item.group ?? "";
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(items[at]);
  });
  const all = [...groups].map(([name, own]) => {
    const list = make("ol", { class: "kit-findings" }, ...own);
    if (!name) return list;
    const head = make(
      "h4",
      { id: newId() },
      make("bdi", {}, name),
      make("span", { class: "kit-asks" }, ` ${own.length}`),
    );
    list.setAttribute("aria-labelledby", head.id);
    return make("div", { class: "kit-group" }, head, list);
  });
  return make("div", {}, ...all);
}

function drawAside(item, back) {
  return make(
    "li",
    {},
    make("bdi", {}, item.lead),
    make("br"),
    make("span", { class: "kit-asks" }, EXPLORE.reason),
    make("bdi", {}, item.reason),
    " ",
    button(EXPLORE.back, () => back(item), { "aria-label": EXPLORE.backName(item.lead) }),
  );
}

/** How sure the helper must be to mark something: a share of such marks that was right in real news. */
function drawSure(sure, send, focus) {
  const { label, input, shown, say } = slider(
    EXPLORE.sure,
    { max: "100", step: "5", value: String(sure) },
    EXPLORE.share,
    send,
  );
  say(sure); // a step of 5 can't show 62: what the slider says is what is shown beside it
  if (focus) requestAnimationFrame(() => input.focus({ preventScroll: true }));
  return make("p", { class: "kit-sure" }, label, " ", input, " ", shown);
}

/**
 * Draw a tab into its panel. `on` has what it asks of Python: `aside(item, reason, number)`, `back(item)`, `sure(value)`.
 * Gives the elements of the findings and where the picture comes.
 */
export function drawSection(panel, part, on, focusSlider) {
  const before = panel.querySelector(".kit-box")?.scrollTop ?? 0;
  const text = make("div", { class: "kit-view kit-box", role: "region", tabindex: "0", "aria-label": EXPLORE.text });
  const words = make("div", { class: "kit-text" });
  words.innerHTML = part.text;
  text.append(words);
  const legend = make("div", { class: "kit-view kit-key" });
  legend.innerHTML = part.legend;
  const items = part.items.map((item, at) => drawItem(item, at + 1, text, on.aside));
  const aside = part.aside.map(item => drawAside(item, on.back));
  const finds = make(
    "div",
    { class: "kit-side" },
    drawList(part, items),
    aside.length ? make("h4", {}, EXPLORE.aside(aside.length)) : null,
    aside.length ? make("ul", { class: "kit-aside" }, ...aside) : null,
  );
  const table = make("div", { class: "kit-table" });
  table.innerHTML = part.table;
  const drawing = make("div", { class: "kit-drawing" });
  const trust = make(
    "details",
    { class: "kit-trust" },
    make("summary", {}, EXPLORE.trust),
    make("p", {}, part.trust),
    part.sure === undefined ? null : drawSure(part.sure, on.sure, focusSlider),
  );
  trust.open = focusSlider;
  panel.replaceChildren(
    make("p", { class: "kit-about" }, part.about),
    make("div", { class: "kit-columns" }, make("div", { class: "kit-main-column" }, text), finds),
    legend,
    trust,
    table,
    drawing,
  );
  text.scrollTop = before;
  words.addEventListener("click", event => {
    const link = event.target.closest("a.kit-number");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    toItem(items[numberOf(link) - 1]);
  });
  return { items, aside, drawing };
}
