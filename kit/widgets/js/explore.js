// Explore a text: a box for it, and a tab for each question. Python finds, words and remembers; this only draws.

import { button, keepKeysIn, make, newId } from "./dom.js";
import { textForm } from "./explore_form.js";
import { drawSection } from "./explore_section.js";
import { listeners, watchPython } from "./kernel.js";
import { EXPLORE, KEPT } from "./words.js";

const PATIENCE = 5000; // milliseconds until a missing answer of Python is told

/** What is being done, what was done, what went wrong. */
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
    },
  };
}

function tabBar(tabs, chosen) {
  const list = make("div", { class: "kit-tabs", role: "tablist", "aria-label": EXPLORE.tabs });
  const panels = new Map();
  const keys = tabs.map(([key]) => key);
  let now = keys[0];
  for (const [key, title] of tabs) {
    const tab = button(title, () => choose(key), { role: "tab", id: newId(), class: "kit-tab" });
    const element = make("div", {
      role: "tabpanel",
      id: newId(),
      "aria-labelledby": tab.id,
      class: "kit-panel",
      hidden: true,
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
        const most = tab.offsetLeft + tab.offsetWidth - list.clientWidth; // in a narrow window the tabs scroll
        list.scrollLeft = Math.min(Math.max(list.scrollLeft, most), tab.offsetLeft);
      }
      element.hidden = name !== key;
    }
    chosen();
  }
  list.addEventListener("keydown", event => {
    const at = keys.indexOf(now);
    const last = keys.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(keys[to]);
    panels.get(keys[to]).tab.focus();
  });
  return { list, panels, choose, now: () => now };
}

function drawOverview(panel, part) {
  const rows = part.rows.map(([title, left, aside]) =>
    make("tr", {}, make("th", { scope: "row" }, title), make("td", {}, String(left)), make("td", {}, String(aside))),
  );
  const heads = EXPLORE.heads.map(head => make("th", { scope: "col" }, head));
  const lines = all => make("ul", {}, ...all.map(line => make("li", {}, make("bdi", {}, line))));
  const drawing = make("div", { class: "kit-drawing" });
  panel.replaceChildren(
    lines(part.short),
    make(
      "table",
      { class: "kit-counts" },
      make("caption", {}, EXPLORE.counts),
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, ...rows),
    ),
    make("h4", {}, EXPLORE.questions),
    lines(part.questions),
    drawing,
  );
  return drawing;
}

function drawPicture(target, picture) {
  if (!picture) return target.replaceChildren(make("p", { class: "kit-asks" }, EXPLORE.drawing));
  if (!picture.source) return target.replaceChildren(make("p", {}, picture.title));
  const lines = picture.lines.map(line => make("li", {}, make("bdi", {}, line)));
  const inWords = make(
    "details",
    {},
    make("summary", {}, EXPLORE.inWords),
    make("p", {}, picture.title),
    make("ul", {}, ...lines),
  );
  const image = make("img", { class: "kit-picture", src: picture.source, alt: EXPLORE.alt(picture.title) });
  target.replaceChildren(make("figure", { class: "kit-figure" }, image, make("figcaption", {}, inWords)));
}

function render({ model, el }) {
  const { on, later, end } = listeners(model);
  const told = messages(model);
  let count = null; // which text is drawn
  let sliding = false; // whether the slider gets the focus back when its tab is drawn again
  let wanted = null; // where the focus goes when a list is drawn again: its place in the list
  let waiting = null;

  /** Ask Python for something; if nothing comes back, say so: the kernel may be busy, or another one by now. */
  const send = message => {
    told.trouble("");
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      told.busy("");
      told.trouble(EXPLORE.silent);
    }, PATIENCE);
    model.send(message);
  };
  const form = textForm(model.get("practice"), message => {
    told.busy(EXPLORE.asking);
    send(message);
  });
  const heading = make("h3", { class: "kit-opened", tabindex: "-1" });
  const from = make("p", { class: "kit-origin" });
  const tabs = tabBar(model.get("tabs"), () => askForPicture());
  const first = model.get("tabs")[0][0];
  const whole = make("div", { class: "kit-whole", hidden: true }, tabs.list);
  whole.append(...[...tabs.panels.values()].map(panel => panel.element));
  const title = make("div", { class: "kit-title-line" }, make("div", {}, heading, from), form.toggle);

  const stampOf = parts =>
    Object.values(parts)
      .map(part => part.stamp ?? "")
      .join();
  /** A picture takes a moment to draw, so it is asked for when its tab is looked at and the findings are all there. */
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
      if (!part || (part.stamp && part.stamp === panel.stamp)) continue;
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
      },
    };
    const slider = sliding && part.sure !== undefined;
    const { items, aside, drawing } = drawSection(panel.element, part, asks, slider);
    if (slider) sliding = false;
    panel.drawing = drawing;
    if (wanted?.key === key) focusAfter(items, aside, wanted.at);
  }
  /** After a finding has left the list the focus stays where it was: on the next one, or else on what is nearest. */
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
    whole,
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

export default { render };
