// kit/widgets/js/dom.js
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== void 0) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== void 0));
  return element;
}
var withBold = (words) => words.split("**").map((part, at) => at % 2 ? make("b", {}, part) : part);
function button(name, action, attributes = {}) {
  const calm = (event) => event.preventDefault();
  return make(
    "button",
    { type: "button", class: "kit-button", onclick: action, onmousedown: calm, ...attributes },
    ...[name]
  );
}
var lastId = 0;
var newId = () => `kit-control-${++lastId}-${Math.random().toString(36).slice(2, 8)}`;
function keepKeys(event) {
  const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  if (!saving) event.stopPropagation();
}
function keepKeysIn(root) {
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
}
function scrollerOf(element) {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

// kit/widgets/js/kernel.js
var GONE = /* @__PURE__ */ new Set(["restarting", "autorestarting", "terminating", "dead"]);
function watchPython(model, gone) {
  const kernel = model.widget_manager?.kernel;
  let told = false;
  const tell = () => {
    if (!told) gone();
    told = true;
  };
  const status = (_, now) => {
    if (GONE.has(now)) tell();
  };
  model.on("comm_live_update", tell);
  kernel?.statusChanged?.connect(status);
  kernel?.disposed?.connect(tell);
  return () => {
    model.off("comm_live_update", tell);
    kernel?.statusChanged?.disconnect(status);
    kernel?.disposed?.disconnect(tell);
  };
}
function listeners(model) {
  const undo = [];
  return {
    on(names, action) {
      for (const name of names) {
        model.on(`change:${name}`, action);
        undo.push(() => model.off(`change:${name}`, action));
      }
    },
    later: (action) => undo.push(action),
    end() {
      for (const action of undo) action();
    }
  };
}

// kit/widgets/js/words.js
var counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
var HOW = {
  found: { sign: "✓", name: "found", tone: "right" },
  extra: { sign: "✗", name: "one too many", tone: "wrong" },
  free: { sign: "~", name: "can be seen either way", tone: "free" },
  verdict: { sign: "◐", name: "found, with another verdict", tone: "partly" },
  missed: { sign: "?", name: "missed", tone: "missed" },
  right: { sign: "✓", name: "right", tone: "right" },
  wrong: { sign: "✗", name: "not this one", tone: "wrong" }
};
var KEPT = {
  saving: "Saving …",
  silent: "Not saved yet: Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  gone: "Python has stopped, so nothing is being saved. Run this cell again (Shift+Enter) and your saved answer comes back."
};
var CHECK = {
  button: "Check my answer",
  silent: "Not checked yet: Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  stale: "You’ve changed your answer since then. This is about the earlier one:"
};
var NOTHING = {
  ticked: (label) => `Your answer: ${label.toLowerCase()}.`,
  open: "Taken back. You can answer again.",
  inTheWay: (number, thing) => `You have ${counted(number, thing)}. Remove ${number === 1 ? "it" : "them"} and say that there’s nothing here?`,
  yes: (number, thing) => `Remove ${number === 1 ? `the ${thing}` : `all ${counted(number, thing)}`}`,
  no: (thing) => `Keep my ${thing}s`
};
var TEXT = {
  keysName: "Keys",
  keys: "Tab goes into the text, ← and → from word to word, ↑ and ↓ from sentence to sentence; with Shift they choose more.",
  chooseFirst: "Choose words in the text first: with the mouse, or with Tab and the arrow keys.",
  chosen: (number, words) => `${counted(number, "word")} chosen: ${words}`,
  sentence: (number, all, words) => `Sentence ${number} of ${all}: ${words}`,
  sentenceName: (number, all) => `Sentence ${number} of ${all}`,
  noFurther: "It can’t go any further that way.",
  ends: "Where the chosen words begin and end",
  begin: "Begin",
  end: "End",
  earlier: (end) => `${end} one word earlier`,
  later: (end) => `${end} one word later`
};
var MARKS = {
  label: "Text to mark. Left and right arrows go from word to word, up and down from sentence to sentence, Shift and arrows choose more, Enter marks, Delete takes a mark away.",
  bar: "Mark the chosen words as",
  help: (several) => `Drag over words, or tap one, then press ${several ? "a label" : "the button"}.`,
  keys: `${TEXT.keys} A number marks with its label, Enter with the one used last; Delete takes the mark away, Escape lets go.`,
  pen: (name, number) => number ? `${number} ${name}` : `Mark as ${name}`,
  made: (name, words, number, note) => `Marked as ${name}: ${words}. ${counted(number, "mark")} so far.${note}`,
  there: (name, words) => `${words} is already marked as ${name}.`,
  untick: (label) => ` The tick at “${label.toLowerCase()}” has been removed.`,
  changed: (name, words) => `Changed: ${words} is now ${name}.`,
  changing: (name, words) => `Changing ${name}, ${words}. Choose other words or press another label; Enter keeps it, Escape leaves it as it was.`,
  left: "Left as it was.",
  away: (name, words, left) => `Taken away: ${name}, ${words}. ${counted(left, "mark")} left.`,
  noneHere: "There is no mark on this word.",
  takeAway: "Unmark",
  change: (what) => `Change ${what}`,
  remove: (what) => `Take away ${what}`,
  show: (what) => `Show in the text: ${what}`,
  head: (number) => number ? `Your ${counted(number, "mark")}` : "No marks yet",
  empty: "What you mark appears here.",
  missed: "Not marked, though it is in the key"
};
var PAIRS = {
  label: "Text to link passages in. Left and right arrows go from word to word, up and down from sentence to sentence, Shift and arrows choose more, Enter takes the words as a passage.",
  help: "Drag over words, or tap one, then press the button. Then do the same with the words to link them with.",
  keys: `${TEXT.keys} Enter takes the words, Delete takes a pair away, Escape begins again.`,
  first: "Take the chosen words as the first passage",
  second: "Link the chosen words with it",
  again: "Begin again",
  begun: (words) => `First passage: ${words}. Now choose the second.`,
  over: "The two passages overlap. Choose other words, or press Escape to begin again.",
  linked: (number, one, other, verdicts) => `Pair ${number} linked: ${one} and ${other}.${verdicts ? " Now choose a verdict from the list." : ""}`,
  letGo: "The first passage is cleared. Begin again where you like.",
  away: (number, left) => `Pair ${number} taken away. ${counted(left, "pair")} left.`,
  noneHere: "There is no passage on this word.",
  verdict: (number, name) => name ? `Pair ${number}: ${name}.` : `Pair ${number} has no verdict.`,
  ask: "choose a verdict …",
  asks: (number, one, other) => `How pair ${number} goes together: ${one} and ${other}`,
  remove: (number) => `Take away pair ${number}`,
  show: (number, which) => `Show in the text: the ${which} passage of pair ${number}`,
  passage: (which, number) => `${which} passage of pair ${number}`,
  open: "first passage, not linked yet",
  missedPassage: (which) => `${which} passage of a pair that you missed`,
  head: (number) => number ? `Your ${counted(number, "pair")}` : "No pairs yet",
  empty: "What you link appears here.",
  missed: "Not linked, though it is in the key"
};
var OPTIONS = {
  one: "Choose one",
  several: "Tick all that apply",
  now: (letters) => letters ? `Your answer: ${letters}.` : "No option is chosen.",
  back: "Take my answer back",
  open: "Taken back. You can answer again."
};

// kit/widgets/js/control.js
var PATIENCE = 5e3;
var SETTLED = 250;
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
    end: () => clearTimeout(waiting)
  };
}
function frame(model, el, kind) {
  const said = make("p", { class: "kit-said", role: "status" });
  const line = make("p", { class: "kit-kept", role: "status" });
  const root = make("div", { class: `kit-control kit-${kind}`, role: "group", "aria-label": model.get("name") });
  const { on, later, end } = listeners(model);
  const kept = keptLine(model, line);
  const say = (words) => {
    said.textContent = words === said.textContent ? `${words} ` : words;
  };
  const change = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.set("revision", model.get("revision") + 1);
    kept.saving();
    model.save_changes();
    ui.changed();
  };
  const footLine = make("div", { class: "kit-line" }, line);
  const foot = make("div", { class: "kit-foot" }, footLine);
  const ui = { root, said, foot, line: footLine, say, change, on, end, later, flush: () => {
  }, changed: () => {
  } };
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
function checkBar(model, ui) {
  const told = make("div", { class: "kit-told", role: "status" });
  let waiting = null;
  const press = make("button", { type: "button", class: "kit-button kit-main", onclick: check }, CHECK.button);
  function check() {
    ui.flush();
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
function nothingBox(model, ui, thing, count, clear) {
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

// kit/widgets/js/choice.js
function render({ model, el }) {
  const ui = frame(model, el, "choice");
  const several = model.get("several");
  const group = newId();
  const order = model.get("options").map((option) => option.key);
  function choose(option, checked) {
    const others = several ? model.get("chosen").filter((key) => key !== option.key) : [];
    const chosen = checked ? order.filter((key) => key === option.key || others.includes(key)) : others;
    ui.say(OPTIONS.now(chosen.join(", ")));
    ui.change({ chosen, nothing: chosen.length ? false : model.get("nothing") });
  }
  function optionLine(option) {
    const box = make("input", { type: several ? "checkbox" : "radio", name: group, value: option.key });
    box.addEventListener("change", () => choose(option, box.checked));
    const sign = make("span", { class: "kit-option-sign" });
    const letter = make("b", { class: "kit-letter" }, option.key);
    const line = make(
      "label",
      { class: "kit-option" },
      box,
      letter,
      make("span", { class: "kit-words-of" }, ...withBold(option.text)),
      sign
    );
    return { option, box, line, sign };
  }
  const boxes = model.get("options").map(optionLine);
  const back = button(
    OPTIONS.back,
    () => {
      ui.say(OPTIONS.open);
      ui.change({ chosen: [], nothing: false });
      boxes[0].box.focus();
    },
    { class: "kit-button kit-plain" }
  );
  function show() {
    for (const { option, box, line, sign } of boxes) {
      box.checked = model.get("chosen").includes(option.key);
      const how = HOW[model.get("judged").find((each) => each.key === option.key)?.how];
      line.className = `kit-option ${box.checked ? "kit-picked" : ""} ${how ? `kit-tone-${how.tone}` : ""}`;
      sign.textContent = how ? `${how.sign} ${how.name}` : "";
    }
    back.hidden = !model.get("chosen").length;
  }
  const asks = model.get("asks") || (several ? OPTIONS.several : OPTIONS.one);
  ui.root.append(
    make(
      "div",
      { class: "kit-options", role: several ? "group" : "radiogroup", "aria-label": asks },
      ...boxes.map((each) => each.line)
    ),
    ...[nothingBox(model, ui, "option", () => model.get("chosen").length, { chosen: [] })].filter(Boolean),
    ui.said,
    ui.foot
  );
  ui.said.classList.add("kit-heard");
  ui.line.append(back);
  ui.on(["chosen", "judged"], show);
  show();
  return ui.end;
}
var choice_default = { render };
export {
  choice_default as default
};
