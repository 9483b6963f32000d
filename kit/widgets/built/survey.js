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
var SURVEY = {
  name: "A survey of stories",
  stories: "The stories",
  find: "Find in headlines: ",
  outlet: "Outlet: ",
  everyOutlet: "every outlet",
  earlier: "Earlier rows",
  more: "More rows",
  opened: "The story, marked",
  shown: (first, last, all) => all ? `Stories ${first} to ${last} of ${all}. Choose one to see its marks.` : "No story matches.",
  silent: "Python isn’t answering yet. It may be busy.",
  gone: "Python has stopped. Run this cell again to open stories."
};

// kit/widgets/js/survey.js
var STORIES_SHOWN = 15;
var PATIENCE = 5e3;
function render({ model, el }) {
  const { on, later, end } = listeners(model);
  const all = model.get("stories");
  const head = model.get("head");
  let page = 0;
  let order = { column: 0, down: false };
  let waiting = null;
  const said = make("div");
  said.innerHTML = model.get("summary");
  const find = make("input", { type: "search", id: newId(), autocomplete: "off" });
  const outlet = make("select", { id: newId() }, make("option", { value: "" }, SURVEY.everyOutlet));
  for (const name of [...new Set(all.map((story) => story[2]))].filter(Boolean).sort())
    outlet.append(make("option", { value: name }, name));
  const filters = make(
    "p",
    { class: "kit-survey-find" },
    make("label", { for: find.id }, SURVEY.find),
    find,
    " ",
    make("label", { for: outlet.id }, SURVEY.outlet),
    outlet
  );
  const body = make("tbody");
  const headings = head.map(
    (name, column) => make(
      "th",
      { scope: "col" },
      button(name, () => {
        order = { column, down: order.column === column ? !order.down : column > 2 };
        page = 0;
        draw();
      })
    )
  );
  const table = make("table", { class: "kit-reflow kit-fact" }, make("thead", {}, make("tr", {}, ...headings)), body);
  const status = make("p", { class: "kit-said", role: "status" });
  const back = button(SURVEY.earlier, () => {
    page -= 1;
    draw();
  });
  const more = button(SURVEY.more, () => {
    page += 1;
    draw();
  });
  const problem = make("p", { class: "kit-problem", role: "alert" });
  const opened = make("div", { tabindex: "-1", role: "region", "aria-label": SURVEY.opened });
  function shown() {
    const words = find.value.trim().toLowerCase();
    const found = all.filter(
      (story) => (!outlet.value || story[2] === outlet.value) && String(story[1]).toLowerCase().includes(words)
    );
    const key = order.column + 1;
    const by = (a, b) => typeof a === "number" ? a - b : String(a).localeCompare(String(b));
    found.sort((a, b) => (order.down ? by(b[key], a[key]) : by(a[key], b[key])) || a[0] - b[0]);
    return found;
  }
  function draw() {
    const found = shown();
    const first = page * STORIES_SHOWN;
    const rows = found.slice(first, first + STORIES_SHOWN);
    body.replaceChildren(
      ...rows.map(
        ([number, title, ...cells]) => make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            button(title, () => open(number), { class: "kit-survey-open" })
          ),
          ...cells.map((cell, at) => make("td", { "data-head": head[at + 1] }, String(cell)))
        )
      )
    );
    headings.forEach((cell, column) => {
      if (column === order.column) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    status.textContent = SURVEY.shown(first + 1, first + rows.length, found.length);
    back.disabled = page === 0;
    more.disabled = first + STORIES_SHOWN >= found.length;
  }
  function open(number) {
    problem.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      problem.textContent = SURVEY.silent;
    }, PATIENCE);
    model.send({ number });
  }
  find.addEventListener("input", () => {
    page = 0;
    draw();
  });
  outlet.addEventListener("change", () => {
    page = 0;
    draw();
  });
  on(["opened"], () => {
    clearTimeout(waiting);
    opened.innerHTML = model.get("opened").text;
    opened.focus();
  });
  on(["problem"], () => {
    clearTimeout(waiting);
    problem.textContent = model.get("problem");
  });
  const root = make(
    "div",
    { class: "kit-control kit-facts kit-survey", role: "group", "aria-label": SURVEY.name },
    said
  );
  if (all.length) {
    root.append(
      make("h3", {}, SURVEY.stories),
      filters,
      status,
      make("div", { class: "kit-wide", role: "region", tabindex: "0", "aria-label": SURVEY.stories }, table),
      make("p", {}, back, " ", more),
      problem,
      opened
    );
    draw();
  }
  keepKeysIn(root);
  later(
    watchPython(model, () => {
      problem.textContent = SURVEY.gone;
    })
  );
  later(() => clearTimeout(waiting));
  el.append(root);
  return end;
}
var survey_default = { render };
export {
  survey_default as default
};
