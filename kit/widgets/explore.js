// Explore a text: a box for it, and a tab for each question. Python finds, words and remembers; this only draws.
// What Python sends as HTML (text, legend, table) comes from the kit's own views, which escape all that is from the text.

const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function render({ model, el }) {
  const tabs = model.get("tabs");
  const undo = [];
  const on = (name, action) => {
    model.on(`change:${name}`, action);
    undo.push(() => model.off(`change:${name}`, action));
  };
  const panels = new Map();
  const buttons = new Map();
  let chosen = tabs[0][0];
  let count = null;
  let refocus = false; // whether the slider gets the focus back when its tab is drawn again
  let wanted = null; // where the focus goes when a list is drawn again: its place in the list

  // The box for a text
  const shelf = make("select", { id: newId() });
  for (const [name, label] of model.get("practice")) shelf.append(make("option", { value: name }, label));
  const box = make("textarea", { id: newId(), rows: "4", spellcheck: "false" });
  let waiting = null;
  /** Ask Python for something; if nothing comes back, say so: the kernel may be busy, or another one by now. */
  const send = message => {
    problem.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      working.hidden = true;
      problem.textContent = "Python does not answer. It may be busy. If it was restarted, run this cell again.";
    }, 5000);
    model.send(message);
  };
  const open = message => {
    working.hidden = false;
    doing.textContent = "Asking Python …";
    progress.removeAttribute("value");
    send(message);
  };
  const openShelf = button("Open", () => open({ do: "practice", name: shelf.value }));
  const openText = button("Look at this text", () => open({ do: "text", text: box.value }), { class: "kit-button kit-main" });
  const form = make("div", { class: "kit-choose" },
    make("div", { class: "kit-row" }, make("label", { for: shelf.id }, "A practice text"), shelf, openShelf),
    make("div", { class: "kit-row kit-wide" },
      make("label", { for: box.id }, "Or paste a text, or the address of a web page (https://…)"), box, openText));

  // What is being done, what was done, what went wrong
  const progress = make("progress", { max: "1", "aria-label": "How far the helper is" });
  const doing = make("span");
  const working = make("p", { class: "kit-doing", hidden: true }, progress, " ", doing);
  const said = make("p", { class: "kit-said", role: "status" });
  const problem = make("p", { class: "kit-problem", role: "alert" });
  const note = make("p", { class: "kit-note-kept", role: "status" });

  // The tabs
  const heading = make("h3", { class: "kit-opened", tabindex: "-1" });
  const from = make("p", { class: "kit-origin" });
  const list = make("div", { class: "kit-tabs", role: "tablist", "aria-label": "What to look at" });
  const whole = make("div", { class: "kit-whole", hidden: true }, heading, from, list);
  for (const [key, title] of tabs) {
    const tab = button(title, () => choose(key), { role: "tab", id: newId(), class: "kit-button kit-tab" });
    const panel = make("div", { role: "tabpanel", id: newId(), "aria-labelledby": tab.id, class: "kit-panel", hidden: true });
    tab.setAttribute("aria-controls", panel.id);
    buttons.set(key, tab);
    panels.set(key, { element: panel, stamp: null, drawing: null });
    list.append(tab);
    whole.append(panel);
  }
  list.addEventListener("keydown", event => {
    const keys = tabs.map(([key]) => key);
    const at = keys.indexOf(chosen);
    const last = keys.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(keys[to]);
    buttons.get(keys[to]).focus();
  });

  function choose(key) {
    chosen = key;
    for (const [name, tab] of buttons) {
      tab.setAttribute("aria-selected", String(name === key));
      tab.tabIndex = name === key ? 0 : -1;
      panels.get(name).element.hidden = name !== key;
    }
    askForPicture();
  }
  /** A picture takes a moment to draw, so it is asked for when its tab is looked at and the findings are all there. */
  function askForPicture() {
    const parts = model.get("parts");
    const panel = panels.get(chosen);
    if (!parts.overview || model.get("pictures")[chosen] || panel.asked === count + stampOf(parts)) return;
    panel.asked = count + stampOf(parts);
    model.send({ do: "picture", key: chosen });
  }
  const stampOf = parts => Object.values(parts).map(part => part.stamp ?? "").join();

  function drawAll() {
    const opened = model.get("opened");
    whole.hidden = !opened.count;
    if (!opened.count) return;
    if (opened.count !== count) {
      count = opened.count;
      heading.textContent = opened.title;
      from.textContent = opened.from;
      wanted = null;
      for (const panel of panels.values()) {
        panel.stamp = null;
        panel.drawing = null;
        panel.element.replaceChildren(make("p", {}, "The helper is looking …"));
      }
      choose(tabs[0][0]);
    }
    const parts = model.get("parts");
    for (const [key] of tabs) {
      const panel = panels.get(key);
      const part = parts[key];
      if (!part || (part.stamp && part.stamp === panel.stamp)) continue;
      panel.stamp = part.stamp ?? null;
      if (key === "overview") drawOverview(panel, part);
      else drawSection(panel, part, key);
    }
    drawPictures();
    askForPicture();
  }

  function drawOverview(panel, part) {
    const rows = part.rows.map(([title, left, aside]) => make("tr", {},
      make("th", { scope: "row" }, title), make("td", {}, String(left)), make("td", {}, String(aside))));
    panel.drawing = make("div", { class: "kit-drawing" });
    panel.element.replaceChildren(
      make("ul", {}, ...part.short.map(line => make("li", {}, make("bdi", {}, line)))),
      make("table", { class: "kit-counts" },
        make("caption", {}, "What the helper marked"),
        make("thead", {}, make("tr", {}, ...["Question", "Marked", "Set aside by you"].map(head => make("th", { scope: "col" }, head)))),
        make("tbody", {}, ...rows)),
      make("h4", {}, "Questions to ask of this text"),
      make("ul", {}, ...part.questions.map(line => make("li", {}, make("bdi", {}, line)))),
      panel.drawing);
  }

  function drawSection(panel, part, key) {
    const before = panel.element.querySelector(".kit-box")?.scrollTop ?? 0;
    const text = make("div", { class: "kit-view kit-box", role: "region", tabindex: "0", "aria-label": "The text, marked" });
    const words = make("div", { class: "kit-text" });
    words.innerHTML = part.text;
    text.append(words);
    const legend = make("div", { class: "kit-view kit-key" });
    legend.innerHTML = part.legend;
    const items = part.items.map((item, at) => drawItem(item, at + 1, text, key));
    const aside = part.aside.map(item => drawAside(item, key));
    const finds = make("div", { class: "kit-side" },
      part.items.length ? make("ol", { class: "kit-findings" }, ...items) : make("p", {}, part.none || "Everything here is set aside."),
      aside.length ? make("h4", { id: newId() }, `Set aside by you: ${aside.length}`) : null,
      aside.length ? make("ul", { class: "kit-aside" }, ...aside) : null);
    const table = make("div", { class: "kit-table" });
    table.innerHTML = part.table;
    panel.drawing = make("div", { class: "kit-drawing" });
    panel.element.replaceChildren(
      make("p", { class: "kit-about" }, part.about), make("p", { class: "kit-trust" }, part.trust),
      part.sure === undefined ? "" : drawSure(part.sure),
      make("div", { class: "kit-columns" }, make("div", { class: "kit-main-column" }, text, legend), finds), table, panel.drawing);
    text.scrollTop = before;
    words.addEventListener("click", event => {
      const link = event.target.closest("a.kit-number");
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      toItem(items[Number.parseInt(link.textContent, 10) - 1]);
    });
    if (wanted && wanted.key === key) focusAfter(items, aside, wanted.at);
  }
  /** After a finding has left the list the focus stays where it was: on the next one, or else on what is nearest. */
  function focusAfter(items, aside, at) {
    wanted = null;
    const next = items[Math.min(at, items.length - 1)] ?? aside[0];
    (next?.querySelector("button") ?? heading).focus({ preventScroll: true });
  }

  /** How sure the helper must be to mark something: a share of such marks that was right in real news. */
  function drawSure(sure) {
    const slider = make("input", { id: newId(), type: "range", min: "0", max: "100", step: "5", value: String(sure) });
    const shown = make("output", { for: slider.id }, `${sure} in 100`);
    slider.addEventListener("input", () => { shown.textContent = `${slider.value} in 100`; });
    slider.addEventListener("change", () => {
      refocus = true;
      send({ do: "sure", value: Number(slider.value) });
    });
    if (refocus) requestAnimationFrame(() => slider.focus({ preventScroll: true }));
    refocus = false;
    return make("p", { class: "kit-sure" },
      make("label", { for: slider.id }, "Show the marks of which, in real news, at least so many were right:"), " ", slider, " ", shown);
  }
  function drawItem(item, number, text, key) {
    const lead = make("button", { type: "button", class: "kit-lead", onclick: () => toPlace(text, number) },
      make("span", { class: "kit-count", "aria-hidden": "true" }, String(number)), make("bdi", {}, item.lead));
    const lines = item.lines.slice(2).flatMap(([asks, answer]) => [make("span", { class: "kit-asks" }, `${asks}: `), make("bdi", {}, answer), " "]);
    const other = item.linked ? button("The other passage", () => toPlace(text, number, 1), {
      class: "kit-button kit-small", "aria-label": `The other passage of ${number}, ${item.lead}`,
    }) : null;
    const place = make("div", { class: "kit-why-not" });
    const ask = button("Not one", () => askWhy(item, number, place, ask, key), {
      class: "kit-button kit-small", "aria-label": `Not one: set aside ${number}, ${item.lead}`, "aria-expanded": "false",
    });
    return make("li", { class: "kit-item" }, lead, make("p", { class: "kit-reason" }, ...lines), other, " ", ask, place);
  }
  function askWhy(item, number, place, ask, key) {
    if (place.firstChild) return close();
    const why = make("input", { id: newId(), type: "text", maxlength: "500", autocomplete: "off" });
    const missing = make("p", { class: "kit-missing", id: newId(), role: "alert" });
    const aside = () => {
      if (!why.value.trim()) {
        missing.textContent = "Say in a few words why it is not one.";
        why.setAttribute("aria-describedby", missing.id);
        why.focus();
        return;
      }
      wanted = { key, at: number - 1 };
      send({ do: "aside", place: item.place, reason: why.value });
    };
    function close() {
      place.replaceChildren();
      ask.setAttribute("aria-expanded", "false");
      ask.focus();
    }
    why.addEventListener("keydown", event => {
      if (event.key === "Enter") aside();
      if (event.key === "Escape") close();
    });
    place.append(make("label", { for: why.id }, "Why is this not one?"), why,
      button("Set aside", aside, { class: "kit-button kit-small kit-main" }), " ", button("Cancel", close, { class: "kit-button kit-small" }), missing);
    ask.setAttribute("aria-expanded", "true");
    why.focus();
  }
  function drawAside(item, key) {
    const back = button("Put back", () => {
      wanted = { key, at: 0 };
      send({ do: "back", place: item.place });
    }, { class: "kit-button kit-small", "aria-label": `Put back: ${item.lead}` });
    return make("li", {}, make("bdi", {}, item.lead), make("br"), make("span", { class: "kit-asks" }, "Your reason: "),
      make("bdi", {}, item.reason), " ", back);
  }

  /** From the list to the text: its box scrolls until the words are in the middle, and the focus follows. */
  function toPlace(text, number, nth = 0) {
    const links = [...text.querySelectorAll("a.kit-number")].filter(each => Number.parseInt(each.textContent, 10) === number);
    const link = links[Math.min(nth, links.length - 1)];
    text.querySelectorAll(".kit-now").forEach(each => each.classList.remove("kit-now"));
    text.querySelectorAll(`.kit-f${number}`).forEach(each => each.classList.add("kit-now"));
    const first = nth ? link : text.querySelector(`.kit-f${number}`) ?? link;
    const behavior = calm() ? "auto" : "smooth";
    text.scrollIntoView({ block: "nearest", behavior });
    const middle = first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 2;
    text.scrollTo({ top: text.scrollTop + middle, behavior });
    link?.focus({ preventScroll: true });
  }
  function toItem(item) {
    if (!item) return;
    item.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
    item.querySelector(".kit-lead").focus({ preventScroll: true });
  }

  function drawPictures() {
    const pictures = model.get("pictures");
    for (const [key, panel] of panels) {
      if (!panel.drawing) continue;
      const picture = pictures[key];
      if (!picture) panel.drawing.replaceChildren(make("p", { class: "kit-asks" }, "The picture is being drawn …"));
      else if (!picture.source) panel.drawing.replaceChildren(make("p", {}, picture.title));
      else {
        panel.drawing.replaceChildren(make("figure", {},
          make("img", { src: picture.source, alt: `${picture.title} The same stands in words below.` }),
          make("figcaption", {}, make("details", {}, make("summary", {}, "The same in words"),
            make("p", {}, picture.title), make("ul", {}, ...picture.lines.map(line => make("li", {}, make("bdi", {}, line))))))));
      }
    }
  }

  function tell() {
    clearTimeout(waiting);
    const now = model.get("doing");
    working.hidden = !now;
    doing.textContent = now;
    if (model.get("done") > 0) progress.value = model.get("done");
    else progress.removeAttribute("value");
  }
  on("doing", tell);
  on("done", tell);
  on("answered", tell);
  on("said", () => { said.textContent = model.get("said"); });
  on("problem", () => { problem.textContent = model.get("problem"); });
  on("note", () => { note.textContent = model.get("note"); });
  on("opened", drawAll);
  on("parts", drawAll);
  on("pictures", drawPictures);

  const root = make("div", { class: "kit-control kit-explore", role: "group", "aria-label": "Explore a text" },
    form, working, problem, said, note, whole);
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
  el.append(root);
  said.textContent = model.get("said");
  problem.textContent = model.get("problem");
  note.textContent = model.get("note");
  tell();
  drawAll();
  return () => {
    clearTimeout(waiting);
    undo.forEach(action => action());
  };
}

export default { render };
