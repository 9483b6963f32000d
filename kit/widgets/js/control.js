// The frame of every control: what just happened, whether the answer is kept, the check, and “nothing here”.

import { button, keepKeysIn, make, newId, scrollerOf } from "./dom.js";
import { listeners, watchPython } from "./kernel.js";
import { CHECK, KEPT, NOTHING } from "./words.js";

const PATIENCE = 5000; // milliseconds until a missing answer of Python is told
const SETTLED = 250; // milliseconds until JupyterLab has gone to the next cell after Shift+Enter

/** The line that says whether the answer is kept: so only once Python has it on disk. */
function keptLine(model, line) {
  let waiting = null;
  let gone = false;
  const tell = (words, state) => {
    line.className = `kit-kept ${state}`;
    if (line.textContent !== words) line.textContent = words;
  };
  const show = () => {
    if (gone || model.get("kept") < model.get("revision")) return;
    clearTimeout(waiting);
    tell(model.get("note"), model.get("trouble") ? "kit-not-kept" : "");
  };
  return {
    show,
    saving() {
      clearTimeout(waiting);
      if (gone) return tell(KEPT.gone, "kit-not-kept");
      tell(KEPT.saving, "kit-saving");
      waiting = setTimeout(() => tell(KEPT.silent, "kit-not-kept"), PATIENCE);
    },
    gone() {
      gone = true;
      clearTimeout(waiting);
      tell(KEPT.gone, "kit-not-kept");
    },
    end: () => clearTimeout(waiting),
  };
}

/**
 * A named group with what a control draws, a line that says what just happened (polite, so it waits for its turn), and
 * the foot. `change` sends new values to Python and asks it to keep them.
 */
export function frame(model, el, kind) {
  const said = make("p", { class: "kit-said", role: "status" });
  const line = make("p", { class: "kit-kept", role: "status" });
  const root = make("div", { class: `kit-control kit-${kind}`, role: "group", "aria-label": model.get("name") });
  const { on, later, end } = listeners(model);
  const kept = keptLine(model, line);
  const say = words => {
    // The same words twice have to be two messages, or the second is not told.
    said.textContent = words === said.textContent ? `${words}\u00a0` : words;
  };
  const change = values => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.set("revision", model.get("revision") + 1);
    kept.saving();
    model.save_changes();
    ui.changed();
  };
  const footLine = make("div", { class: "kit-line" }, line);
  const foot = make("div", { class: "kit-foot" }, footLine);
  const ui = { root, said, foot, line: footLine, say, change, on, end, later, flush: () => {}, changed: () => {} };
  on(["kept", "note", "trouble"], kept.show);
  later(kept.end);
  later(watchPython(model, kept.gone));
  kept.show();
  keepKeysIn(root);
  el.append(root);
  if (model.get("checks")) checkBar(model, ui);
  standAtTheTop(root);
  return ui;
}

/** The button that checks the answer, and what is told then. Python marks and writes the words. */
function checkBar(model, ui) {
  const told = make("div", { class: "kit-told", role: "status" });
  let waiting = null;
  const press = make("button", { type: "button", class: "kit-button kit-main", onclick: check }, CHECK.button);

  function check() {
    ui.flush(); // what was typed a moment ago belongs to the answer
    model.set("asked", model.get("asked") + 1);
    model.save_changes();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      told.textContent = CHECK.silent;
    }, PATIENCE);
  }
  function show() {
    const result = model.get("result");
    clearTimeout(waiting);
    told.className = `kit-told kit-told-${(result.state ?? "").replace(" ", "-")}`;
    told.replaceChildren();
    // Emptied first and filled a moment later: so the same words are told again.
    if (!result.told) return;
    setTimeout(() => {
      told.innerHTML = result.told;
      if (result.number) told.scrollIntoView({ block: "nearest" });
    }, 20);
  }
  ui.changed = () => {
    if (!told.childElementCount || told.querySelector(".kit-stale")) return;
    told.classList.add("kit-was");
    told.prepend(make("p", { class: "kit-stale" }, CHECK.stale));
  };
  ui.line.prepend(press);
  ui.foot.append(told);
  ui.on(["result"], show);
  ui.later(() => clearTimeout(waiting));
  show();
}

/**
 * The tick box for “nothing to find here”: an answer given on purpose, unlike no answer at all. `things` says how many of
 * which thing stand against it, and `clear` takes them away.
 */
export function nothingBox(model, ui, thing, count, clear) {
  const label = model.get("nothing_label");
  if (!label) return null;
  const box = make("input", { type: "checkbox" });
  const words = make("span", { id: newId() });
  const offer = make("div", { class: "kit-offer", role: "alertdialog", "aria-labelledby": words.id, hidden: true });
  const show = () => {
    box.checked = model.get("nothing");
    if (box.checked || !count()) close();
  };
  function close() {
    offer.hidden = true;
    offer.replaceChildren();
  }
  function ask() {
    const number = count();
    const yes = button(NOTHING.yes(number, thing), () => {
      ui.change({ ...clear, nothing: true });
      ui.say(NOTHING.ticked(label));
      show();
      box.focus();
    });
    const no = button(NOTHING.no(thing), () => {
      close();
      box.focus();
    });
    words.textContent = NOTHING.inTheWay(number, thing);
    offer.replaceChildren(words, yes, no);
    offer.hidden = false;
    yes.focus();
  }
  box.addEventListener("change", () => {
    if (box.checked && count()) {
      box.checked = false;
      return ask();
    }
    ui.change({ nothing: box.checked });
    ui.say(box.checked ? NOTHING.ticked(label) : NOTHING.open);
  });
  ui.on(["nothing"], show);
  show();
  return make("div", { class: "kit-nothing-part" }, make("label", { class: "kit-nothing" }, box, ` ${label}`), offer);
}

/** After Shift+Enter JupyterLab goes to the next cell. Then the question comes back to the top of the window. */
function standAtTheTop(root) {
  setTimeout(() => {
    const cell = root.closest(".jp-Cell");
    const next = document.querySelector(".jp-Notebook .jp-Cell.jp-mod-active");
    if (!cell || !next || next === cell) return;
    const cells = [...document.querySelectorAll(".jp-Notebook .jp-Cell")];
    if (cells.indexOf(next) !== cells.indexOf(cell) + 1) return;
    const scroller = scrollerOf(cell);
    const above = cell.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    if (Math.abs(above) > 4) scroller.scrollTop += above;
  }, SETTLED);
}
