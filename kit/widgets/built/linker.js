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
function button(name, action, attributes = {}) {
  const calm = (event) => event.preventDefault();
  return make(
    "button",
    { type: "button", class: "kit-button", onclick: action, onmousedown: calm, ...attributes },
    ...[name]
  );
}
var SIGNS = {
  change: "M3 13l.6-3L11 2.6l2.4 2.4L6 12.4z",
  remove: "M4 4l8 8M12 4l-8 8",
  earlier: "M10 3.5L5.5 8l4.5 4.5",
  later: "M6 3.5L10.5 8 6 12.5"
};
function signOf(name) {
  const holder = make("span", { class: "kit-icon", "aria-hidden": "true" });
  holder.innerHTML = `<svg viewBox="0 0 16 16"><path d="${SIGNS[name]}"/></svg>`;
  return holder;
}
function signButton(sign, name, action, more = "") {
  const look = { class: `kit-button kit-sign ${more}`, "aria-label": name, title: name };
  return button(signOf(sign), action, look);
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

// kit/widgets/js/mark_list.js
var FOCUSABLE = "button, select";
function markList(text, { empty, missedName }) {
  const list = make("ol", { class: "kit-list" });
  const missing = make("ul", { class: "kit-list kit-missing", "aria-label": missedName });
  const head = make("p", { class: "kit-list-head" });
  const hint = make("p", { class: "kit-asks kit-list-empty" }, empty);
  const element = make("div", { class: "kit-beside" }, head, hint, list, missing);
  const place = () => {
    const line2 = [...list.children].findIndex((each) => each.contains(document.activeElement));
    if (line2 < 0) return null;
    return { line: line2, control: [...list.children[line2].querySelectorAll(FOCUSABLE)].indexOf(document.activeElement) };
  };
  const back = (where) => {
    if (!where) return;
    const line2 = list.children[Math.min(where.line, list.children.length - 1)];
    const controls = [...line2?.querySelectorAll(FOCUSABLE) ?? []];
    (controls[Math.min(where.control, controls.length - 1)] ?? text).focus();
  };
  function show({ title, items, missed, more = false }) {
    const where = place();
    list.replaceChildren(...items);
    missing.replaceChildren(...missed);
    missing.hidden = !missed.length;
    head.textContent = title;
    hint.hidden = items.length + missed.length > 0 || more;
    back(where);
  }
  function line(parts, ranges = []) {
    const item = make("li", {}, ...parts);
    const lit = (on) => () => text.light(on ? [Math.min(...ranges.flat()), Math.max(...ranges.flat())] : null);
    if (ranges.length === 1) {
      for (const [event, on] of Object.entries({
        pointerenter: true,
        pointerleave: false,
        focusin: true,
        focusout: false
      })) {
        item.addEventListener(event, lit(on));
      }
    }
    return item;
  }
  function quote(range, name) {
    return button(make("bdi", {}, text.quoted(range)), () => text.choose(...range), {
      class: "kit-quote",
      "aria-label": name
    });
  }
  return { element, list, show, line, quote };
}
function judgedSign(how) {
  const { sign, name, tone } = HOW[how];
  return make("span", { class: `kit-judged kit-tone-${tone}` }, `${sign} ${name}`);
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
function autoscroll(element, moved2, own = null) {
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
      moved2(scroller.scrollTop - before);
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

// kit/widgets/js/moves.js
var partOf = (starts, word) => Math.max(
  0,
  starts.findLastIndex((start) => start <= word)
);
function bounds(starts, part, count) {
  return [starts[part] ?? 0, (starts[part + 1] ?? count) - 1];
}
function step(starts, at, way) {
  const part = partOf(starts, at);
  if (way > 0) return starts[part + 1] ?? at;
  return at > starts[part] ? starts[part] : starts[part - 1] ?? starts[0] ?? 0;
}
function stretch(starts, at, way, count) {
  const part = partOf(starts, at);
  const [first, last] = bounds(starts, part, count);
  if (way > 0) return at < last ? last : bounds(starts, Math.min(part + 1, starts.length - 1), count)[1];
  return at > first ? first : bounds(starts, Math.max(part - 1, 0), count)[0];
}
function goal(text, at, { key, far = false, shift = false }) {
  const { sentences, paragraphs, count } = text;
  const [first, last] = bounds(sentences, partOf(sentences, at), count);
  const whole = (way) => shift ? stretch(sentences, at, way, count) : step(sentences, at, way);
  switch (key) {
    case "ArrowRight":
      return far ? whole(1) : Math.min(at + 1, count - 1);
    case "ArrowLeft":
      return far ? whole(-1) : Math.max(at - 1, 0);
    case "ArrowDown":
      return whole(1);
    case "ArrowUp":
      return whole(-1);
    case "Home":
      return far ? 0 : first;
    case "End":
      return far ? count - 1 : last;
    case "PageDown":
      return step(paragraphs, at, 1);
    case "PageUp":
      return step(paragraphs, at, -1);
    default:
      return null;
  }
}

// kit/widgets/js/patterns.js
var PATTERNS = {
  thick: { height: 3, colour: "blue", image: (c) => `linear-gradient(${c} 0 0)` },
  dots: {
    height: 3,
    colour: "magenta",
    image: (c) => `repeating-linear-gradient(90deg, ${c} 0 3px, transparent 3px 6px)`
  },
  line: { height: 1.5, colour: "ochre", image: (c) => `linear-gradient(${c} 0 0)` },
  dashes: {
    height: 2.5,
    colour: "violet",
    image: (c) => `repeating-linear-gradient(90deg, ${c} 0 9px, transparent 9px 14px)`
  },
  double: { height: 3, colour: "rust", image: (c) => `linear-gradient(${c} 0 1px, transparent 1px 2px, ${c} 2px 3px)` },
  dashdot: {
    height: 2.5,
    colour: "teal",
    image: (c) => `repeating-linear-gradient(90deg, ${c} 0 8px, transparent 8px 11px, ${c} 11px 13px, transparent 13px 16px)`
  },
  missed: {
    height: 3,
    colour: "faint",
    image: (c) => `repeating-linear-gradient(90deg, ${c} 0 2px, transparent 2px 4px)`
  }
};
var TONES = { right: "green", wrong: "red", free: "faint", partly: "ochre", missed: "faint" };
var LANE = 4;
var DEEPEST = 2;
function patternOf(shape, tone) {
  const pattern = PATTERNS[shape];
  const colour = TONES[tone] ?? pattern.colour;
  return { height: pattern.height, image: pattern.image(`var(--kit-${colour})`), colour };
}
function paint(piece, marks) {
  const drawn = marks.filter((mark) => mark.lane <= DEEPEST);
  const set = (name, value) => marks.length ? piece.style.setProperty(name, value) : piece.style.removeProperty(name);
  const patterns = drawn.map((mark) => patternOf(mark.shape, mark.tone));
  set("--lines", patterns.map((pattern) => pattern.image).join(", "));
  set("--sizes", patterns.map((pattern) => `100% ${pattern.height}px`).join(", "));
  set("--places", drawn.map((mark) => `0 calc(100% - ${(DEEPEST - mark.lane) * LANE}px)`).join(", "));
  const inner = marks.reduce(
    (one, other) => !one || other.last - other.first <= one.last - one.first ? other : one,
    null
  );
  set(
    "--wash",
    inner ? `color-mix(in srgb, var(--kit-${patternOf(inner.shape, inner.tone).colour}) 13%, transparent)` : ""
  );
}

// kit/widgets/js/ranges.js
function firstThat(from, to, test) {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + high >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
function nearest(boxes, x, y) {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  boxes.forEach((box, at) => {
    const down = Math.max(box.top - y, 0, y - box.bottom);
    const across = Math.max(box.left - x, 0, x - box.right);
    const far = down * 1e3 + across;
    if (far < least) [best, least] = [at, far];
  });
  return best;
}
function lanes(marks) {
  const busy = [];
  const ordered = [...marks].sort((one, other) => one.first - other.first || other.last - one.last);
  return ordered.map((mark) => {
    let lane = busy.findIndex((until) => until < mark.first);
    if (lane < 0) lane = busy.length;
    busy[lane] = mark.last;
    return { ...mark, lane };
  });
}
function placeNames(names, gap = 3) {
  let line = null;
  let free = 0;
  return names.map(({ top, left, width }) => {
    if (line === null || Math.abs(top - line) > 4) [line, free] = [top, 0];
    const at = Math.max(left, free);
    free = at + width + gap;
    return at;
  });
}
function moved([first, last], end, by, count) {
  const next = end === "begin" ? [first + by, last] : [first, last + by];
  return next[0] >= 0 && next[1] < count && next[0] <= next[1] ? next : null;
}

// kit/widgets/js/pickable_text.js
function layOut(model, element) {
  const [words, gaps, closing] = [[], [], /* @__PURE__ */ new Map()];
  const [sentences, paragraphs] = [[], []];
  const starts = new Set(model.get("starts"));
  const groups = [];
  for (const paragraph of model.get("paragraphs")) {
    const block = make("div", { class: `kit-paragraph kit-${paragraph.kind}`, dir: "auto" });
    let sentence = null;
    const begin = () => {
      sentence = make("span", { class: "kit-sentence", role: "group" });
      block.append(sentence);
      groups.push(sentence);
      sentences.push(words.length);
    };
    paragraph.parts.forEach((part, place) => {
      const isWord = place % 2 === 1;
      const before = !isWord && place < paragraph.parts.length - 1;
      if (before && (!sentence || starts.has(words.length))) begin();
      const piece = make(
        "span",
        isWord ? { class: "kit-word", role: "option", tabindex: "-1" } : { class: "kit-gap" },
        part
      );
      if (isWord) {
        if (sentences.at(-1) === words.length) {
          if (!sentence.previousElementSibling) paragraphs.push(words.length);
        }
        piece.kitWord = words.length;
        piece.setAttribute("aria-selected", "false");
        words.push(piece);
      } else if (before) gaps.push(piece);
      else closing.set(words.length - 1, piece);
      (sentence ?? block).append(piece);
    });
    element.append(block);
  }
  for (const [at, group] of groups.entries()) {
    group.setAttribute("aria-label", TEXT.sentenceName(at + 1, groups.length));
    const [first, last] = bounds(sentences, at, words.length);
    for (let word = first; word <= last; word++) {
      words[word].setAttribute("aria-posinset", String(word - first + 1));
      words[word].setAttribute("aria-setsize", String(last - first + 1));
    }
  }
  return { words, gaps, closing, sentences, paragraphs, count: words.length };
}
function selectedIn(element, words) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !words.length) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) && !element.contains(range.endContainer)) return null;
  const endsAfterStart = (at) => {
    const node = words[at].firstChild;
    return range.comparePoint(node, node.length) >= 0 && !(range.startContainer === node && range.startOffset === node.length);
  };
  const startsBeforeEnd = (at) => {
    const node = words[at].firstChild;
    return range.comparePoint(node, 0) <= 0 && !(range.endContainer === node && range.endOffset === 0);
  };
  const first = firstThat(0, words.length, endsAfterStart);
  const last = firstThat(0, words.length, (at) => !startsBeforeEnd(at)) - 1;
  return first <= last ? [first, last] : null;
}
function nameLayer(page, words) {
  const layer = make("div", { class: "kit-names", "aria-hidden": "true" });
  let marks = [];
  function place() {
    const origin = layer.getBoundingClientRect();
    const names = marks.map((mark, at) => {
      const box = words[mark.first].getClientRects()[0] ?? origin;
      return { at, top: box.top - origin.top, left: box.left - origin.left, width: layer.children[at].offsetWidth };
    });
    const lefts = placeNames(names);
    names.forEach(({ at, top }, nth) => {
      const most = Math.max(0, page.clientWidth - names[nth].width - 2);
      layer.children[at].style.transform = `translate(${Math.min(lefts[nth], most)}px, ${top}px)`;
    });
  }
  const watch = new ResizeObserver(place);
  watch.observe(page);
  return {
    layer,
    end: () => watch.disconnect(),
    /** The first word of the mark whose name is at a point, if there is one. */
    wordAt(x, y) {
      const inside = ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
      return marks[[...layer.children].findIndex((name) => inside(name.getBoundingClientRect()))]?.first;
    },
    draw(next) {
      marks = [...next].sort((one, other) => one.first - other.first || other.last - one.last);
      layer.replaceChildren(
        ...marks.map((mark) => make("span", { class: `kit-name kit-tone-${mark.tone ?? mark.shape}` }, mark.tag))
      );
      place();
    }
  };
}
function pickableText(model, ui, { label, keys, onMoved = () => {
} }) {
  const element = make("div", {
    class: "kit-words",
    role: "listbox",
    "aria-multiselectable": "true",
    "aria-orientation": "horizontal",
    "aria-label": label
  });
  const text = layOut(model, element);
  const { words, gaps, closing, count } = text;
  const page = make("div", { class: "kit-page" }, element);
  const names = nameLayer(page, words);
  page.append(names.layer);
  ui.later(names.end);
  const drawn = [];
  let anchor = null;
  let cursor = null;
  let shown = null;
  let marks = [];
  let adjuster = null;
  for (const [first, last] of model.get("quiet")) {
    for (let at = first; at <= last; at++) {
      words[at].classList.add("kit-quiet");
      gaps[at].classList.add("kit-quiet");
    }
  }
  if (count) words[0].tabIndex = 0;
  const choice = () => cursor === null ? null : [Math.min(anchor, cursor), Math.max(anchor, cursor)];
  const textOf = ([first, last], most = 11) => {
    if (last - first > most) return `${textOf([first, first + 4])} … ${textOf([last - 4, last])}`;
    let said = words[first].textContent;
    for (let at = first + 1; at <= last; at++) {
      said += (closing.get(at - 1) ? `${closing.get(at - 1).textContent} ` : "") + gaps[at].textContent;
      said += words[at].textContent;
    }
    return said.replace(/\s+/g, " ");
  };
  const quoted = (range) => `“${textOf(range)}”`;
  const sayChosen = () => ui.say(TEXT.chosen(choice()[1] - choice()[0] + 1, quoted(choice())));
  function saySentence(at) {
    const part = partOf(text.sentences, at);
    const range = bounds(text.sentences, part, count);
    ui.say(TEXT.sentence(part + 1, text.sentences.length, textOf(range, Number.POSITIVE_INFINITY)));
  }
  function drawChoice() {
    const now = choice();
    const [from, to] = shown ?? [0, -1];
    const [first, last] = now ?? [0, -1];
    for (let at = from; at <= to; at++) if (at < first || at > last) setChosen(at, false, first, last);
    for (let at = first; at <= last; at++) setChosen(at, true, first, last);
    shown = now;
    adjuster?.classList.toggle("kit-waiting", !now);
  }
  function setChosen(at, chosen, first, last) {
    words[at].classList.toggle("kit-chosen", chosen);
    words[at].classList.toggle("kit-chosen-first", chosen && at === first);
    words[at].classList.toggle("kit-chosen-last", chosen && at === last);
    words[at].setAttribute("aria-selected", String(chosen));
    gaps[at].classList.toggle("kit-chosen", chosen && at > first);
  }
  function moveTo(at, extend, focus = true) {
    if (!count) return;
    const target = Math.max(0, Math.min(count - 1, at));
    words[cursor ?? 0].tabIndex = -1;
    cursor = target;
    if (!extend || anchor === null) anchor = target;
    words[target].tabIndex = 0;
    drawChoice();
    if (focus) words[target].focus({ preventScroll: focus === "still" });
    onMoved();
  }
  function choose(first, last, focus = true) {
    anchor = Math.max(0, first);
    moveTo(last, true, focus);
  }
  function letGo() {
    anchor = cursor;
    drawChoice();
    onMoved();
  }
  const SENTENCE_KEYS = /* @__PURE__ */ new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]);
  element.addEventListener("keydown", (event) => {
    const far = event.ctrlKey || event.altKey || event.metaKey;
    const target = count ? goal(text, cursor ?? 0, { key: event.key, far, shift: event.shiftKey }) : null;
    if (target !== null) {
      event.preventDefault();
      moveTo(target, event.shiftKey);
      if (event.shiftKey) sayChosen();
      else if (far || SENTENCE_KEYS.has(event.key)) saySentence(target);
    } else if (keys(event)) event.preventDefault();
  });
  pointing({ element, page, words, names, moveTo, choose, sayChosen, text });
  element.addEventListener("focusin", (event) => {
    const at = event.target.kitWord;
    if (at !== void 0 && at !== cursor && !element.classList.contains("kit-pointing")) moveTo(at, false, false);
  });
  function takeSelection() {
    const range = selectedIn(element, words);
    if (!range) return false;
    choose(...range, false);
    document.getSelection().removeAllRanges();
    words[cursor].focus({ preventScroll: true });
    sayChosen();
    return true;
  }
  function draw(next) {
    marks = next;
    const over = /* @__PURE__ */ new Map();
    for (const mark of lanes(marks)) {
      for (let at = mark.first; at <= mark.last; at++) {
        if (!over.has(at)) over.set(at, []);
        over.get(at).push(mark);
      }
    }
    words.forEach((word, at) => {
      const here = over.get(at) ?? [];
      const key = here.map((mark) => [mark.lane, mark.shape, mark.tone, mark.name, mark.first === at].join()).join("|");
      if (key === (drawn[at] ?? "")) return;
      drawn[at] = key;
      paint(word, here);
      paint(
        gaps[at],
        here.filter((mark) => mark.first < at)
      );
      word.classList.toggle("kit-marked", here.length > 0);
      gaps[at].classList.toggle(
        "kit-marked",
        here.some((mark) => mark.first < at)
      );
      const told = [...new Set(here.map((mark) => mark.name))].join(", ");
      if (here.length) word.setAttribute("aria-label", `${word.textContent}, ${told}`);
      else word.removeAttribute("aria-label");
    });
    names.draw(marks);
  }
  function light(range) {
    for (const lit of element.querySelectorAll(".kit-lit")) lit.classList.remove("kit-lit");
    for (let at = range?.[0] ?? 0; range && at <= range[1]; at++) words[at].classList.add("kit-lit");
  }
  const markHere = (wanted) => {
    const here = cursor === null ? [] : marks.filter((mark) => wanted(mark) && mark.first <= cursor && cursor <= mark.last);
    return here.sort((one, other) => one.last - one.first - (other.last - other.first))[0] ?? null;
  };
  return {
    page,
    choose,
    letGo,
    draw,
    light,
    markHere,
    takeSelection,
    quoted,
    choice: () => {
      takeSelection();
      return choice();
    },
    isEmpty: () => !count,
    adjusting(element2) {
      adjuster = element2;
    },
    focus: () => words[cursor ?? 0]?.focus(),
    /** Make the choice longer or shorter by a word: for fingers, which have no Shift key. */
    adjust(end, by) {
      takeSelection();
      const range = choice();
      if (!range) return ui.say(TEXT.chooseFirst);
      const next = moved(range, end, by, count);
      if (!next) return ui.say(TEXT.noFurther);
      choose(...next, false);
      sayChosen();
    }
  };
}
function pointing({ element, page, words, names, moveTo, choose, sayChosen, text }) {
  let from = null;
  let last = null;
  let done = false;
  const wordAt = (x, y) => {
    const named = names.wordAt(x, y);
    if (named !== void 0) return named;
    const word = document.elementFromPoint(x, y)?.closest?.(".kit-word");
    if (word && element.contains(word)) return word.kitWord;
    const boxes = words.flatMap((each, at) => [...each.getClientRects()].map((box) => ({ at, box })));
    return boxes[nearest(
      boxes.map((each) => each.box),
      x,
      y
    )]?.at ?? 0;
  };
  const extend = () => {
    const to = wordAt(...last);
    choose(from, to, "still");
  };
  const scrolling = autoscroll(element, () => from !== null && extend(), page);
  element.addEventListener("mousedown", (event) => {
    if (event.button === 0) event.preventDefault();
  });
  page.addEventListener("pointerdown", (event) => {
    element.classList.add("kit-pointing");
    if (event.pointerType !== "mouse" || event.button !== 0 || !words.length) return;
    if (event.offsetX > page.clientWidth && event.target === page) return;
    const at = wordAt(event.clientX, event.clientY);
    done = true;
    if (event.shiftKey) return moveTo(at, true, "still");
    from = at;
    last = [event.clientX, event.clientY];
    moveTo(at, false, "still");
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (from === null) return;
    last = [event.clientX, event.clientY];
    extend();
    scrolling.at(event.clientY);
  });
  const up = (event) => {
    scrolling.stop();
    if (from !== null && event.type === "pointerup") {
      last = [event.clientX, event.clientY];
      extend();
      sayChosen();
    }
    from = null;
    setTimeout(() => element.classList.remove("kit-pointing"));
  };
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  page.addEventListener("click", (event) => {
    const at = event.target.closest?.(".kit-word")?.kitWord;
    if (event.detail >= 3 && words.length) {
      const here = wordAt(event.clientX, event.clientY);
      choose(...bounds(text.sentences, partOf(text.sentences, here), words.length));
      sayChosen();
    } else if (!done && at !== void 0 && !selectedIn(element, words)) moveTo(at, event.shiftKey);
    done = false;
  });
}
function adjusters(text) {
  const one = (sign, name, end, by) => signButton(sign, name, () => text.adjust(end, by), "kit-small");
  const pair = (name, end) => make(
    "span",
    { class: "kit-pair" },
    one("earlier", TEXT.earlier(name), end, -1),
    make("span", { class: "kit-asks", "aria-hidden": "true" }, name),
    one("later", TEXT.later(name), end, 1)
  );
  const element = make(
    "div",
    { class: "kit-adjust kit-waiting", role: "group", "aria-label": TEXT.ends },
    pair(TEXT.begin, "begin"),
    pair(TEXT.end, "end")
  );
  text.adjusting(element);
  return element;
}
var keysHelp = (words) => make("details", { class: "kit-keys" }, make("summary", {}, TEXT.keysName), make("p", {}, words));

// kit/widgets/js/linker.js
var ENDS = ["first", "second"];
var LETTERS = "ABCDEFGHIJ";
function render({ model, el }) {
  const ui = frame(model, el, "linker");
  const verdicts = model.get("verdicts");
  let begun = null;
  const say = ui.say;
  const pairs = () => model.get("pairs");
  const text = pickableText(model, ui, { label: PAIRS.label, keys });
  const list = markList(text, { empty: PAIRS.empty, missedName: PAIRS.missed });
  function keys(event) {
    if (event.key === "Enter" || event.key === " ") take();
    else if (event.key === "Escape") leave();
    else if (event.key === "Delete" || event.key === "Backspace") removeHere();
    else return false;
    return true;
  }
  function take() {
    const range = text.choice();
    if (!range) return say(TEXT.chooseFirst);
    if (begun === null) {
      begun = range;
      text.letGo();
      say(PAIRS.begun(text.quoted(range)));
      return show();
    }
    if (begun[0] <= range[1] && range[0] <= begun[1]) return say(PAIRS.over);
    const first = begun;
    begun = null;
    say(PAIRS.linked(pairs().length + 1, text.quoted(first), text.quoted(range), verdicts.length > 0));
    text.letGo();
    ui.change({ pairs: [...pairs(), { first, second: range, verdict: "" }], nothing: false });
  }
  function leave() {
    if (begun !== null) say(PAIRS.letGo);
    begun = null;
    text.letGo();
    show();
  }
  function remove(at) {
    say(PAIRS.away(at + 1, pairs().length - 1));
    ui.change({ pairs: pairs().filter((_, each) => each !== at) });
  }
  function removeHere() {
    const here = text.markHere((mark) => mark.pair !== void 0);
    if (!here) say(PAIRS.noneHere);
    else if (here.pair === null) leave();
    else remove(here.pair);
  }
  function judge(at, verdict) {
    say(PAIRS.verdict(at + 1, verdicts.find((each) => each.key === verdict)?.name));
    ui.change({ pairs: pairs().map((pair, each) => each === at ? { ...pair, verdict } : pair) });
  }
  const taking = button("", take, { class: "kit-button kit-pen" });
  const again = button(PAIRS.again, leave, { class: "kit-button kit-plain" });
  const howOf = (pair) => model.get("judged").find(
    (one) => one.how !== "missed" && String(one.first) === String(pair.first) && String(one.second) === String(pair.second)
  )?.how;
  const passages = (pair, tag, number) => ENDS.map(
    (end, place) => make(
      "div",
      { class: "kit-passage-line" },
      make("b", {}, `${tag}${"ab"[place]}`),
      list.quote(pair[end], `${PAIRS.show(number, end)}, ${text.quoted(pair[end])}`)
    )
  );
  function verdictList(pair, at) {
    const name = PAIRS.asks(at + 1, text.quoted(pair.first), text.quoted(pair.second));
    const choice = make(
      "select",
      { "aria-label": name, class: pair.verdict ? null : "kit-wanting" },
      make("option", { value: "" }, PAIRS.ask),
      ...verdicts.map((verdict) => make("option", { value: verdict.key }, verdict.name))
    );
    choice.value = pair.verdict;
    choice.addEventListener("change", () => judge(at, choice.value));
    return choice;
  }
  function item(pair, at) {
    const how = howOf(pair);
    const tools = make(
      "div",
      { class: "kit-item-head" },
      verdicts.length ? verdictList(pair, at) : null,
      signButton("remove", PAIRS.remove(at + 1), () => remove(at), "kit-small")
    );
    return list.line([how ? judgedSign(how) : null, ...passages(pair, at + 1, at + 1), tools]);
  }
  function marksOf(pair, at, number, missed) {
    const tone = missed ? "missed" : HOW[howOf(pair)]?.tone;
    return ENDS.map((end, place) => ({
      first: pair[end][0],
      last: pair[end][1],
      shape: missed ? "missed" : place ? "dashes" : "thick",
      tone,
      tag: `${missed ? `${HOW.missed.sign} ` : tone ? `${HOW[howOf(pair)].sign} ` : ""}${number}${"ab"[place]}`,
      name: missed ? PAIRS.missedPassage(end) : PAIRS.passage(end, number),
      ...missed ? {} : { pair: at }
    }));
  }
  function show() {
    const all = pairs();
    const missed = model.get("judged").filter((each) => each.how === "missed");
    const letter = (at) => LETTERS[at % LETTERS.length];
    text.draw([
      ...all.flatMap((pair, at) => marksOf(pair, at, at + 1, false)),
      ...missed.flatMap((pair, at) => marksOf(pair, at, letter(at), true)),
      ...begun ? [{ first: begun[0], last: begun[1], shape: "dots", tag: "first", name: PAIRS.open, pair: null }] : []
    ]);
    list.show({
      title: model.get("nothing") ? "" : PAIRS.head(all.length),
      items: all.map(item),
      missed: missed.map((pair, at) => make("li", {}, judgedSign("missed"), ...passages(pair, letter(at), letter(at)))),
      more: model.get("nothing")
    });
    taking.textContent = begun ? PAIRS.second : PAIRS.first;
    again.hidden = begun === null;
  }
  ui.root.append(
    make("div", { class: "kit-bar" }, taking, again, adjusters(text)),
    make("div", { class: "kit-work" }, text.page, list.element),
    ui.said,
    make(
      "div",
      { class: "kit-line kit-under" },
      nothingBox(model, ui, "pair", () => pairs().length, { pairs: [] }),
      keysHelp(PAIRS.keys)
    ),
    ui.foot
  );
  ui.on(["pairs", "nothing", "judged"], show);
  show();
  if (!text.isEmpty()) ui.said.textContent = PAIRS.help;
  return ui.end;
}
var linker_default = { render };
export {
  linker_default as default
};
