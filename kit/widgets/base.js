// What all controls share. Python joins this file and that of a control into one module (kit/widgets/control.py).

/** An element with attributes and children; on… attributes are listeners, words are put in as text, never as HTML. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

const PATIENCE = 5000; // milliseconds until a missing answer of Python is told
const SILENT = "Python does not answer. It may be busy. If it was restarted, run this cell again.";

let lastId = 0;
const newId = () => `kit-control-${++lastId}-${Math.random().toString(36).slice(2, 8)}`;

/** A button that takes neither the focus from the text nor the selection from its words when it is pressed. */
function button(name, action, attributes = {}) {
  return make("button", { type: "button", class: "kit-button", onclick: action, onmousedown: event => event.preventDefault(), ...attributes }, name);
}

/** JupyterLab would run a cell, delete it or walk away on these keys. Only saving is left to it. */
function keepKeys(event) {
  const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  if (!saving) event.stopPropagation();
}

/**
 * The frame of a control: a named group, a line that says what just happened (polite, so it waits for its turn), and a
 * line that says whether the answer is kept. `change` sends new values to Python and asks it to keep them.
 */
function frame(model, el, kind) {
  const said = make("p", { class: "kit-said", role: "status" });
  const kept = make("p", { class: "kit-kept", role: "status" });
  const root = make("div", { class: `kit-control kit-${kind}`, role: "group", "aria-label": model.get("name") });
  const undo = [];
  let waiting = null;

  const say = words => {
    // The same words twice have to be two messages, or the second is not told.
    said.textContent = words === said.textContent ? `${words}\u00a0` : words;
  };
  const tellKept = () => {
    if (model.get("kept") < model.get("revision")) return;
    clearTimeout(waiting);
    kept.classList.toggle("kit-not-kept", model.get("trouble"));
    if (kept.textContent !== model.get("note")) kept.textContent = model.get("note");
  };
  const change = values => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.set("revision", model.get("revision") + 1);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      kept.classList.add("kit-not-kept");
      kept.textContent = `Not kept yet: ${SILENT}`;
    }, PATIENCE);
    model.save_changes();
    ui.changed();
  };
  const on = (names, action) => {
    for (const name of names) {
      model.on(`change:${name}`, action);
      undo.push(() => model.off(`change:${name}`, action));
    }
  };
  on(["kept", "note", "trouble"], tellKept);
  tellKept();
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
  el.append(root);
  const end = () => {
    clearTimeout(waiting);
    undo.forEach(action => action());
  };
  const foot = make("div", { class: "kit-foot" }, kept);
  const ui = { root, said, foot, say, change, on, end, later: action => undo.push(action), flush: () => {}, changed: () => {} };
  if (model.get("checks")) checkBar(model, ui);
  return ui;
}

/** The button that checks the answer, and what is told then. Python marks and writes the words. */
function checkBar(model, ui) {
  const told = make("div", { class: "kit-told", role: "status" });
  let waiting = null;
  const press = make("button", { type: "button", class: "kit-button kit-main", onclick: check }, "Check my answer");

  function check() {
    ui.flush(); // what was typed a moment ago belongs to the answer
    model.set("asked", model.get("asked") + 1);
    model.save_changes();
    clearTimeout(waiting);
    waiting = setTimeout(() => { told.textContent = `Not checked yet: ${SILENT}`; }, PATIENCE);
  }
  function show() {
    const result = model.get("result");
    clearTimeout(waiting);
    told.className = `kit-told kit-told-${(result.state ?? "").replace(" ", "-")}`;
    told.replaceChildren();
    // Emptied first and filled a moment later: so the same words are told again.
    if (result.told) setTimeout(() => { told.innerHTML = result.told; }, 20);
  }
  ui.changed = () => {
    if (!told.childElementCount || told.querySelector(".kit-stale")) return;
    told.prepend(make("p", { class: "kit-stale" }, "You have changed your answer since. This is what was said before:"));
  };
  ui.foot.append(press, told);
  ui.on(["result"], show);
  ui.later(() => clearTimeout(waiting));
  show();
}

/** The tick box for “nothing to find here”: an answer given on purpose, unlike no answer at all. */
function nothingBox(model, ui, inTheWay) {
  if (!model.get("nothing_label")) return { element: null };
  const box = make("input", { type: "checkbox" });
  const show = () => { box.checked = model.get("nothing"); };
  box.addEventListener("change", () => {
    const problem = box.checked ? inTheWay() : "";
    if (problem) {
      box.checked = false;
      ui.say(problem);
    } else {
      ui.change({ nothing: box.checked });
      ui.say(box.checked ? `Your answer: ${model.get("nothing_label").toLowerCase()}.` : "Taken back. Your answer is open again.");
    }
  });
  ui.on(["nothing"], show);
  show();
  return { element: make("label", { class: "kit-nothing" }, box, ` ${model.get("nothing_label")}`) };
}

const counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
