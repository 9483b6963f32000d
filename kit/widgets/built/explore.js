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
  const calm2 = (event) => event.preventDefault();
  return make(
    "button",
    { type: "button", class: "kit-button", onclick: action, onmousedown: calm2, ...attributes },
    ...[name]
  );
}
var lastId = 0;
var newId = () => `kit-control-${++lastId}-${Math.random().toString(36).slice(2, 8)}`;
function slider(name, attributes, said, chosen) {
  const shown = make("output");
  const input = make("input", { id: newId(), type: "range", min: "0", ...attributes });
  const say = (value) => {
    shown.textContent = said(value);
    input.setAttribute("aria-valuetext", said(value));
  };
  input.addEventListener("input", () => say(input.value));
  input.addEventListener("change", () => chosen(Number(input.value)));
  return { label: make("label", { for: input.id }, name), input, shown, say };
}
function keepKeys(event) {
  const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  if (!saving) event.stopPropagation();
}
function keepKeysIn(root) {
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
}
var calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
var behavior = () => calm() ? "auto" : "smooth";

// kit/widgets/js/words.js
var counted = (number, thing) => `${number} ${thing}${number === 1 ? "" : "s"}`;
var KEPT = {
  saving: "Saving …",
  silent: "Not saved yet: Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  gone: "Python has stopped, so nothing is being saved. Run this cell again (Shift+Enter) and your saved answer comes back."
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
var EXPLORE = {
  name: "Explore a text",
  practice: "A practice text",
  paste: "Or paste a text, or the address of a web page (https://…)",
  open: "Open",
  look: "Look at this text",
  another: "Another text",
  asking: "Asking Python …",
  silent: "Python isn’t answering. It may be busy. If it was restarted, run this cell again.",
  progress: "How far the helper has got",
  tabs: "What to look at",
  looking: "The helper is looking …",
  text: "The text, marked",
  aside: (number) => `Set aside by you: ${number}`,
  allAside: "You’ve set everything here aside.",
  trust: "How reliable is this?",
  sure: "Show only marks of a kind that was right in real news at least this often:",
  share: (value) => `${value} in 100`,
  other: "The other passage",
  otherOf: (number, lead) => `The other passage of ${number}, ${lead}`,
  notOne: "This is wrong",
  setAside: (number, lead) => `This is wrong: set aside ${number}, ${lead}`,
  why: "What is wrong with it?",
  whyMissing: "Say in a few words what’s wrong with it.",
  keepAside: "Set aside",
  cancel: "Cancel",
  back: "Put back",
  backName: (lead) => `Put back: ${lead}`,
  reason: "Your reason: ",
  counts: "What the helper marked",
  heads: ["Question", "Marked", "Set aside by you"],
  questions: "Questions to ask about this text",
  drawing: "Drawing the picture …",
  alt: (title) => `${title} The same in words is below.`,
  inWords: "The same in words"
};

// kit/widgets/js/explore_form.js
function textForm(practice, open) {
  const shelf = make(
    "select",
    { id: newId() },
    ...practice.map(([name, label]) => make("option", { value: name }, label))
  );
  const box = make("textarea", { id: newId(), rows: "3", spellcheck: "false" });
  const element = make(
    "div",
    { class: "kit-choose", id: newId() },
    make(
      "div",
      { class: "kit-row" },
      make("label", { for: shelf.id }, EXPLORE.practice),
      shelf,
      button(EXPLORE.open, () => open({ do: "practice", name: shelf.value }))
    ),
    make(
      "div",
      { class: "kit-row kit-wide" },
      make("label", { for: box.id }, EXPLORE.paste),
      box,
      button(EXPLORE.look, () => open({ do: "text", text: box.value }), { class: "kit-button kit-main" })
    )
  );
  const toggle = button(EXPLORE.another, () => fold(!element.hidden), {
    class: "kit-button",
    "aria-controls": element.id,
    "aria-expanded": "true",
    hidden: true
  });
  function fold(folded) {
    element.hidden = folded;
    toggle.setAttribute("aria-expanded", String(!folded));
    if (!folded && !toggle.hidden) shelf.focus();
  }
  return {
    element,
    toggle,
    /** A text is open: the form makes room for it. */
    opened() {
      toggle.hidden = false;
      fold(true);
    }
  };
}

// kit/widgets/js/explore_section.js
var numberOf = (link) => Number.parseInt(link.textContent, 10);
function toPlace(text, number, nth = 0) {
  const links = [...text.querySelectorAll("a.kit-number")].filter((each) => numberOf(each) === number);
  const link = links[Math.min(nth, links.length - 1)];
  light(text, number);
  const first = nth ? link : text.querySelector(`.kit-f${number}`) ?? link;
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
  why.addEventListener("keydown", (event) => {
    if (event.key === "Enter") aside();
    if (event.key === "Escape") close();
  });
  place.append(
    make("label", { for: why.id }, EXPLORE.why),
    why,
    button(EXPLORE.keepAside, aside, { class: "kit-button kit-main" }),
    " ",
    button(EXPLORE.cancel, close),
    missing
  );
  ask.setAttribute("aria-expanded", "true");
  why.focus();
}
function drawItem(item, number, text, send) {
  const lead = make(
    "button",
    { type: "button", class: "kit-lead", onclick: () => toPlace(text, number) },
    make("span", { class: "kit-count", "aria-hidden": "true" }, String(number)),
    make("bdi", {}, item.lead)
  );
  const lines = item.lines.map(
    ([asks, answer]) => make("div", { class: "kit-told-line" }, make("dt", {}, asks), make("dd", {}, make("bdi", {}, answer)))
  );
  const other = item.linked ? button(EXPLORE.other, () => toPlace(text, number, 1), {
    class: "kit-button kit-plain",
    "aria-label": EXPLORE.otherOf(number, item.lead)
  }) : null;
  const place = make("div", { class: "kit-why-not" });
  const ask = button(EXPLORE.notOne, () => whyBox(place, ask, number, (reason) => send(item, reason, number)), {
    class: "kit-button kit-plain",
    "aria-label": EXPLORE.setAside(number, item.lead),
    "aria-expanded": "false"
  });
  const element = make(
    "li",
    { class: "kit-item" },
    make("div", { class: "kit-lead-line" }, lead, other, ask),
    make("dl", { class: "kit-reason" }, ...lines),
    place
  );
  element.addEventListener("pointerenter", () => light(text, number));
  return element;
}
function drawList(part, items) {
  if (!part.items.length) return make("p", {}, part.none || EXPLORE.allAside);
  const groups = /* @__PURE__ */ new Map();
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
      make("span", { class: "kit-asks" }, ` ${own.length}`)
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
    button(EXPLORE.back, () => back(item), { "aria-label": EXPLORE.backName(item.lead) })
  );
}
function drawSure(sure, send, focus) {
  const { label, input, shown, say } = slider(
    EXPLORE.sure,
    { max: "100", step: "5", value: String(sure) },
    EXPLORE.share,
    send
  );
  say(sure);
  if (focus) requestAnimationFrame(() => input.focus({ preventScroll: true }));
  return make("p", { class: "kit-sure" }, label, " ", input, " ", shown);
}
function drawSection(panel, part, on, focusSlider) {
  const before = panel.querySelector(".kit-box")?.scrollTop ?? 0;
  const text = make("div", { class: "kit-view kit-box", role: "region", tabindex: "0", "aria-label": EXPLORE.text });
  const words = make("div", { class: "kit-text" });
  words.innerHTML = part.text;
  text.append(words);
  const legend = make("div", { class: "kit-view kit-key" });
  legend.innerHTML = part.legend;
  const items = part.items.map((item, at) => drawItem(item, at + 1, text, on.aside));
  const aside = part.aside.map((item) => drawAside(item, on.back));
  const finds = make(
    "div",
    { class: "kit-side" },
    drawList(part, items),
    aside.length ? make("h4", {}, EXPLORE.aside(aside.length)) : null,
    aside.length ? make("ul", { class: "kit-aside" }, ...aside) : null
  );
  const table = make("div", { class: "kit-table" });
  table.innerHTML = part.table;
  const drawing = make("div", { class: "kit-drawing" });
  const trust = make(
    "details",
    { class: "kit-trust" },
    make("summary", {}, EXPLORE.trust),
    make("p", {}, part.trust),
    part.sure === void 0 ? null : drawSure(part.sure, on.sure, focusSlider)
  );
  trust.open = focusSlider;
  panel.replaceChildren(
    make("p", { class: "kit-about" }, part.about),
    make("div", { class: "kit-columns" }, make("div", { class: "kit-main-column" }, text), finds),
    legend,
    trust,
    table,
    drawing
  );
  text.scrollTop = before;
  words.addEventListener("click", (event) => {
    const link = event.target.closest("a.kit-number");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    toItem(items[numberOf(link) - 1]);
  });
  return { items, aside, drawing };
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

// kit/widgets/js/explore.js
var PATIENCE = 5e3;
function messages(model) {
  const progress = make("progress", { max: "1", "aria-label": EXPLORE.progress });
  const doing = make("span");
  const working = make("p", { class: "kit-doing", hidden: true }, progress, " ", doing);
  const said = make("p", { class: "kit-said", role: "status" });
  const problem = make("p", { class: "kit-problem", role: "alert" });
  const note = make("p", { class: "kit-note-kept", role: "status" });
  return {
    elements: [working, problem, said, note],
    busy(words, done = 0) {
      working.hidden = !words;
      doing.textContent = words;
      if (done > 0) progress.value = done;
      else progress.removeAttribute("value");
    },
    trouble(words) {
      problem.textContent = words;
    },
    show() {
      said.textContent = model.get("said");
      problem.textContent = model.get("problem");
      note.textContent = model.get("note");
    }
  };
}
function tabBar(tabs, chosen) {
  const list = make("div", { class: "kit-tabs", role: "tablist", "aria-label": EXPLORE.tabs });
  const panels = /* @__PURE__ */ new Map();
  const keys = tabs.map(([key]) => key);
  let now = keys[0];
  for (const [key, title] of tabs) {
    const tab = button(title, () => choose(key), { role: "tab", id: newId(), class: "kit-tab" });
    const element = make("div", {
      role: "tabpanel",
      id: newId(),
      "aria-labelledby": tab.id,
      class: "kit-panel",
      hidden: true
    });
    tab.setAttribute("aria-controls", element.id);
    panels.set(key, { tab, element, stamp: null, drawing: null, asked: "" });
    list.append(tab);
  }
  function choose(key) {
    now = key;
    for (const [name, { tab, element }] of panels) {
      tab.setAttribute("aria-selected", String(name === key));
      tab.tabIndex = name === key ? 0 : -1;
      if (name === key) {
        const most = tab.offsetLeft + tab.offsetWidth - list.clientWidth;
        list.scrollLeft = Math.min(Math.max(list.scrollLeft, most), tab.offsetLeft);
      }
      element.hidden = name !== key;
    }
    chosen();
  }
  list.addEventListener("keydown", (event) => {
    const at = keys.indexOf(now);
    const last = keys.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (to === void 0) return;
    event.preventDefault();
    choose(keys[to]);
    panels.get(keys[to]).tab.focus();
  });
  return { list, panels, choose, now: () => now };
}
function drawOverview(panel, part) {
  const rows = part.rows.map(
    ([title, left, aside]) => make("tr", {}, make("th", { scope: "row" }, title), make("td", {}, String(left)), make("td", {}, String(aside)))
  );
  const heads = EXPLORE.heads.map((head) => make("th", { scope: "col" }, head));
  const lines = (all) => make("ul", {}, ...all.map((line) => make("li", {}, make("bdi", {}, line))));
  const drawing = make("div", { class: "kit-drawing" });
  panel.replaceChildren(
    lines(part.short),
    make(
      "table",
      { class: "kit-counts" },
      make("caption", {}, EXPLORE.counts),
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, ...rows)
    ),
    make("h4", {}, EXPLORE.questions),
    lines(part.questions),
    drawing
  );
  return drawing;
}
function drawPicture(target, picture) {
  if (!picture) return target.replaceChildren(make("p", { class: "kit-asks" }, EXPLORE.drawing));
  if (!picture.source) return target.replaceChildren(make("p", {}, picture.title));
  const lines = picture.lines.map((line) => make("li", {}, make("bdi", {}, line)));
  const inWords = make(
    "details",
    {},
    make("summary", {}, EXPLORE.inWords),
    make("p", {}, picture.title),
    make("ul", {}, ...lines)
  );
  const image = make("img", { class: "kit-picture", src: picture.source, alt: EXPLORE.alt(picture.title) });
  target.replaceChildren(make("figure", { class: "kit-figure" }, image, make("figcaption", {}, inWords)));
}
function render({ model, el }) {
  const { on, later, end } = listeners(model);
  const told = messages(model);
  let count = null;
  let sliding = false;
  let wanted = null;
  let waiting = null;
  const send = (message) => {
    told.trouble("");
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      told.busy("");
      told.trouble(EXPLORE.silent);
    }, PATIENCE);
    model.send(message);
  };
  const form = textForm(model.get("practice"), (message) => {
    told.busy(EXPLORE.asking);
    send(message);
  });
  const heading = make("h3", { class: "kit-opened", tabindex: "-1" });
  const from = make("p", { class: "kit-origin" });
  const tabs = tabBar(model.get("tabs"), () => askForPicture());
  const first = model.get("tabs")[0][0];
  const whole = make("div", { class: "kit-whole", hidden: true }, tabs.list);
  whole.append(...[...tabs.panels.values()].map((panel) => panel.element));
  const title = make("div", { class: "kit-title-line" }, make("div", {}, heading, from), form.toggle);
  const stampOf = (parts) => Object.values(parts).map((part) => part.stamp ?? "").join();
  function askForPicture() {
    const parts = model.get("parts");
    const panel = tabs.panels.get(tabs.now());
    const what = count + stampOf(parts);
    if (!parts.overview || model.get("pictures")[tabs.now()] || panel.asked === what) return;
    panel.asked = what;
    model.send({ do: "picture", key: tabs.now() });
  }
  function begin(opened) {
    count = opened.count;
    heading.textContent = opened.title;
    from.textContent = opened.from;
    wanted = null;
    for (const panel of tabs.panels.values()) {
      panel.stamp = panel.drawing = null;
      panel.element.replaceChildren(make("p", {}, EXPLORE.looking));
    }
    form.opened();
    tabs.choose(first);
  }
  function drawAll() {
    const opened = model.get("opened");
    whole.hidden = !opened.count;
    if (!opened.count) return;
    if (opened.count !== count) begin(opened);
    const parts = model.get("parts");
    for (const [key, panel] of tabs.panels) {
      const part = parts[key];
      if (!part || part.stamp && part.stamp === panel.stamp) continue;
      panel.stamp = part.stamp ?? null;
      if (key === "overview") panel.drawing = drawOverview(panel.element, part);
      else drawTab(key, panel, part);
    }
    drawPictures();
    askForPicture();
  }
  function drawTab(key, panel, part) {
    const asks = {
      aside(item, reason, number) {
        wanted = { key, at: number - 1 };
        send({ do: "aside", place: item.place, reason });
      },
      back(item) {
        wanted = { key, at: 0 };
        send({ do: "back", place: item.place });
      },
      sure(value) {
        sliding = true;
        send({ do: "sure", value });
      }
    };
    const slider2 = sliding && part.sure !== void 0;
    const { items, aside, drawing } = drawSection(panel.element, part, asks, slider2);
    if (slider2) sliding = false;
    panel.drawing = drawing;
    if (wanted?.key === key) focusAfter(items, aside, wanted.at);
  }
  function focusAfter(items, aside, at) {
    wanted = null;
    const next = items[Math.min(at, items.length - 1)] ?? aside[0];
    (next?.querySelector("button") ?? heading).focus({ preventScroll: true });
  }
  function drawPictures() {
    const pictures = model.get("pictures");
    for (const [key, panel] of tabs.panels) if (panel.drawing) drawPicture(panel.drawing, pictures[key]);
  }
  function tell() {
    clearTimeout(waiting);
    told.busy(model.get("doing"), model.get("done"));
  }
  on(["doing", "done", "answered"], tell);
  on(["said", "problem", "note"], told.show);
  on(["opened", "parts"], drawAll);
  on(["pictures"], drawPictures);
  const root = make(
    "div",
    { class: "kit-control kit-explore", role: "group", "aria-label": EXPLORE.name },
    title,
    form.element,
    ...told.elements,
    whole
  );
  keepKeysIn(root);
  el.append(root);
  told.show();
  tell();
  drawAll();
  later(watchPython(model, () => told.trouble(KEPT.gone)));
  later(() => clearTimeout(waiting));
  return end;
}
var explore_default = { render };
export {
  explore_default as default
};
