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

// kit/widgets/js/autoscroll.js
var EDGE = 40;
var FASTEST = 14;
function speed(y, top, bottom) {
  const edge = Math.min(EDGE, (bottom - top) / 4);
  if (y < top + edge) return -Math.ceil(FASTEST * Math.min(edge, top + edge - y) / edge);
  if (y > bottom - edge) return Math.ceil(FASTEST * Math.min(edge, y - bottom + edge) / edge);
  return 0;
}
function autoscroll(element, moved, own = null) {
  let y = null;
  let frame2 = 0;
  const tick = () => {
    frame2 = 0;
    const scroller = own ?? scrollerOf(element);
    const page = scroller === document.scrollingElement;
    const box = page ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
    const top = Math.max(0, box.top);
    const bottom = Math.min(window.innerHeight, box.bottom);
    const by = y === null ? 0 : speed(y, top, bottom);
    const whole = element.getBoundingClientRect();
    if (!by || (by > 0 ? whole.bottom <= bottom : whole.top >= top)) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += by;
    if (scroller.scrollTop !== before) {
      moved(scroller.scrollTop - before);
      frame2 = requestAnimationFrame(tick);
    }
  };
  return {
    at(now) {
      y = now;
      if (!frame2) frame2 = requestAnimationFrame(tick);
    },
    stop() {
      y = null;
      cancelAnimationFrame(frame2);
      frame2 = 0;
    }
  };
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
var LADDER = {
  tray: "Cards that are not placed yet",
  trayName: "To place",
  choose: "choose …",
  list: (card) => `Rung of: ${card}`,
  nowhere: "not placed yet",
  placed: (card, rung, open) => `${card}: ${rung}. ${open ? `${counted(open, "card")} to go.` : "All cards are placed."}`,
  done: "All cards are placed.",
  help: "Drag each card to its step, or choose the step from the list on the card."
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

// kit/widgets/js/cards.js
var FAR_ENOUGH = 5;
var bare = (card) => card.text.replaceAll("**", "").replace(/[,;:]$/, "");
function draggable(element, root, dropped) {
  let from = null;
  let at = null;
  let over = null;
  const under = () => document.elementsFromPoint(...at).find((each) => root.contains(each) && each.dataset.rung !== void 0);
  const follow = () => {
    element.style.translate = `${at[0] - from[0]}px ${at[1] - from[1]}px`;
    const now = under();
    if (now === over) return;
    over?.classList.remove("kit-over");
    now?.classList.add("kit-over");
    over = now;
  };
  const scrolling = autoscroll(root, (by) => {
    from[1] -= by;
    follow();
  });
  const stop = () => {
    scrolling.stop();
    element.classList.remove("kit-dragged");
    element.style.translate = "";
    over?.classList.remove("kit-over");
    from = at = over = null;
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("select")) return;
    from = [event.clientX, event.clientY];
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (!at && Math.hypot(event.clientX - from[0], event.clientY - from[1]) < FAR_ENOUGH) return;
    at = [event.clientX, event.clientY];
    element.classList.add("kit-dragged");
    follow();
    scrolling.at(event.clientY);
  });
  element.addEventListener("pointerup", () => {
    const rung = over?.dataset.rung;
    stop();
    if (rung !== void 0) dropped(rung);
  });
  element.addEventListener("pointercancel", stop);
}
function rungRow(rung, holder) {
  const name = make(
    "div",
    { class: "kit-rung-name" },
    make("b", {}, rung.name),
    rung.steps ? make("span", { class: "kit-steps", "aria-hidden": "true" }, ` ${rung.steps}`) : null,
    rung.meaning ? make("div", { class: "kit-asks" }, rung.meaning) : null
  );
  return make(
    "div",
    { class: "kit-rung", "data-rung": rung.key, role: "group", "aria-label": rung.name },
    name,
    holder
  );
}
function render({ model, el }) {
  const ui = frame(model, el, "placing");
  const rungs = model.get("rungs");
  const cards = model.get("cards");
  const placed = () => model.get("placed");
  const nameOf = (key) => rungs.find((rung) => rung.key === key)?.name ?? LADDER.nowhere;
  let staying = null;
  function place(card, rung) {
    const next = { ...placed() };
    if (rung) next[card.key] = rung;
    else delete next[card.key];
    const open = cards.length - Object.keys(next).length;
    ui.say(LADDER.placed(bare(card), nameOf(rung), open));
    ui.change({ placed: next });
  }
  function cardElement(card) {
    const options = rungs.map((rung) => make("option", { value: rung.key }, rung.name));
    const list = make(
      "select",
      { "aria-label": LADDER.list(bare(card)) },
      make("option", { value: "" }, LADDER.choose),
      ...options
    );
    list.addEventListener("keydown", () => {
      staying = list;
    });
    list.addEventListener("pointerdown", () => {
      staying = null;
    });
    list.addEventListener("blur", () => {
      staying = null;
      setTimeout(show);
    });
    list.addEventListener("change", () => place(card, list.value));
    const sign = make("span", { class: "kit-card-sign" });
    const element = make(
      "div",
      { class: "kit-card" },
      sign,
      make("bdi", { class: "kit-card-text" }, ...withBold(card.text)),
      list
    );
    draggable(element, ui.root, (rung) => rung !== (placed()[card.key] ?? "") && place(card, rung));
    return { card, element, list, sign };
  }
  const elements = cards.map(cardElement);
  const holder = () => make("div", { class: "kit-cards" });
  const places = new Map([["", holder()], ...rungs.map((rung) => [rung.key, holder()])]);
  const done = make("p", { class: "kit-asks", hidden: true }, LADDER.done);
  const tray = make(
    "div",
    { class: "kit-tray", "data-rung": "", role: "group", "aria-label": LADDER.tray },
    make("div", { class: "kit-list-head" }, LADDER.trayName),
    places.get(""),
    done
  );
  const steps = make("div", { class: "kit-rungs-all" }, ...rungs.map((rung) => rungRow(rung, places.get(rung.key))));
  function judge({ card, element, sign }) {
    const judged = placed()[card.key] && model.get("judged").find((each) => each.key === card.key);
    const how = HOW[judged?.how];
    element.className = `kit-card ${how ? `kit-tone-${how.tone}` : ""}`;
    sign.textContent = how ? `${how.sign} ` : "";
    sign.title = how?.name ?? "";
  }
  function settle({ card, element, list }, nth) {
    const rung = placed()[card.key] ?? "";
    list.value = rung;
    const target = places.get(rung);
    if (element.parentElement === target || list === staying && element.parentElement) return;
    const behind = elements.slice(nth + 1).map((each) => each.element);
    target.insertBefore(element, behind.find((each) => each.parentElement === target) ?? null);
  }
  function show() {
    const focused = ui.root.contains(document.activeElement) ? document.activeElement : null;
    elements.forEach(settle);
    elements.forEach(judge);
    for (const target of places.values()) target.classList.toggle("kit-empty", !target.children.length);
    done.hidden = places.get("").children.length > 0;
    if (focused && focused !== document.activeElement) focused.focus();
  }
  ui.root.append(make("div", { class: "kit-ladder-work" }, tray, steps), ui.said, ui.foot);
  ui.said.textContent = LADDER.help;
  ui.on(["placed", "judged"], show);
  show();
  return ui.end;
}
var cards_default = { render };
export {
  cards_default as default
};
