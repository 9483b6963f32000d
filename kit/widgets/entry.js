// A number, a sentence put differently, or prose. Needs base.js.

const PAUSE = 400; // milliseconds without a key until what was written is sent

function render({ model, el }) {
  const ui = frame(model, el, "entry");
  const kind = model.get("kind");
  const hint = newId();
  const box = kind === "number"
    ? make("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": hint })
    : make("textarea", { rows: kind === "prose" ? 8 : 4, "aria-describedby": hint, spellcheck: "true" });
  const asks = { number: "Your number", rewrite: "Your sentence", prose: "Your text" }[kind];
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

  const line = make("p", { class: "kit-hint", id: hint });
  const count = make("p", { class: "kit-count" });
  const report = make("ul", { class: "kit-report" });
  const [least, most] = [model.get("least"), model.get("most")];

  /** A word is what stands between blanks: as the marking counts them. */
  function tellCount() {
    if (kind !== "prose") return;
    const words = box.value.split(/\s+/u).filter(Boolean).length;
    const rest = least && words < least ? `${least - words} more to go` : most && words > most ? `${words - most} more than asked for` : "";
    count.textContent = counted(words, "word") + (rest ? `, ${rest}` : "");
  }
  function showReport() {
    report.replaceChildren(...model.get("report").map(each => make("li", { class: each.good ? "kit-good" : "kit-bad" },
      make("b", {}, each.good ? "✓ " : "✗ "), make("bdi", {}, each.words))));
  }
  function show() {
    if (waiting === null && box.value !== model.get("text")) box.value = model.get("text");
    tellCount();
  }

  const unit = model.get("unit");
  line.textContent = model.get("hint");
  const label = make("label", { class: "kit-entry-label" }, make("span", { class: "kit-asks" }, asks), box, unit ? make("span", { class: "kit-unit" }, unit) : null);
  if (model.get("sentence")) ui.root.append(make("blockquote", { class: "kit-sentence" }, make("bdi", {}, model.get("sentence"))));
  ui.root.append(label, line);
  if (kind === "prose") ui.root.append(count);
  if (model.get("reports")) {
    ui.root.append(make("div", { class: "kit-live", role: "status", "aria-label": "What is kept and what is lost" }, report));
  }
  ui.root.append(ui.foot);
  ui.on(["text"], show);
  ui.on(["report"], showReport);
  show();
  showReport();
  return ui.end;
}

export default { render };
