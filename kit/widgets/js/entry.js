// A number, a sentence put differently, or prose.

import { frame } from "./control.js";
import { make, newId } from "./dom.js";
import { counted, ENTRY } from "./words.js";

const PAUSE = 400; // milliseconds without a key until what was written is sent

/** A word is what stands between blanks: as the marking counts them. */
export const wordsIn = text => text.split(/\s+/u).filter(Boolean).length;

/** How many words there are, and how far that is from what was asked for. */
export function countInWords(text, least, most) {
  const words = wordsIn(text);
  const rest =
    least && words < least ? ENTRY.more(least - words) : most && words > most ? ENTRY.tooMany(words - most) : "";
  return counted(words, "word") + (rest ? `, ${rest}` : "");
}

function render({ model, el }) {
  const ui = frame(model, el, "entry");
  const kind = model.get("kind");
  const hint = newId();
  const box =
    kind === "number"
      ? make("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": hint })
      : make("textarea", { rows: kind === "prose" ? 6 : 3, "aria-describedby": hint, spellcheck: "true" });
  const count = make("p", { class: "kit-count" });
  const report = make("ul", { class: "kit-report" });
  let waiting = null;

  const send = () => {
    clearTimeout(waiting);
    waiting = null;
    if (box.value !== model.get("text")) ui.change({ text: box.value });
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(send, PAUSE);
    tellCount();
  });
  box.addEventListener("blur", send);
  ui.flush = send;
  ui.later(send);

  function tellCount() {
    if (kind === "prose") count.textContent = countInWords(box.value, model.get("least"), model.get("most"));
  }
  function showReport() {
    const line = each =>
      make(
        "li",
        { class: each.good ? "kit-good" : "kit-bad" },
        make("b", {}, each.good ? "✓ " : "✗ "),
        make("bdi", {}, each.words),
      );
    report.replaceChildren(...model.get("report").map(line));
  }
  function show() {
    if (waiting === null && box.value !== model.get("text")) box.value = model.get("text");
    tellCount();
  }

  const unit = model.get("unit");
  const sentence = model.get("sentence");
  if (sentence) ui.root.append(make("blockquote", { class: "kit-sentence-given" }, make("bdi", {}, sentence)));
  ui.root.append(
    make(
      "label",
      { class: "kit-entry-label" },
      make("span", { class: "kit-asks" }, ENTRY.asks[kind]),
      box,
      unit ? make("span", { class: "kit-unit" }, unit) : null,
    ),
    make("p", { class: "kit-hint", id: hint }, model.get("hint")),
  );
  if (kind === "prose") ui.root.append(count);
  if (model.get("reports")) {
    ui.root.append(make("div", { class: "kit-live", role: "status", "aria-label": ENTRY.report }, report));
  }
  ui.root.append(ui.foot);
  ui.on(["text"], show);
  ui.on(["report"], showReport);
  show();
  showReport();
  return ui.end;
}

export default { render };
