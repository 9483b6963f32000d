// A survey: what it says (HTML of the kit's own views, which escape all that is from a text), and the table of its texts.
// A row opens its text below; Python marks it.

import { button, keepKeysIn, make, newId } from "./dom.js";
import { listeners, watchPython } from "./kernel.js";
import { SURVEY } from "./words.js";

const STORIES_SHOWN = 15; // at a time
const PATIENCE = 5000; // milliseconds until a missing answer of Python is told

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
  for (const name of [...new Set(all.map(story => story[2]))].filter(Boolean).sort())
    outlet.append(make("option", { value: name }, name));
  const filters = make(
    "p",
    { class: "kit-survey-find" },
    make("label", { for: find.id }, SURVEY.find),
    find,
    " ",
    make("label", { for: outlet.id }, SURVEY.outlet),
    outlet,
  );

  const body = make("tbody");
  const headings = head.map((name, column) =>
    make(
      "th",
      { scope: "col" },
      button(name, () => {
        order = { column, down: order.column === column ? !order.down : column > 2 };
        page = 0;
        draw();
      }),
    ),
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
      story => (!outlet.value || story[2] === outlet.value) && String(story[1]).toLowerCase().includes(words),
    );
    const key = order.column + 1;
    const by = (a, b) => (typeof a === "number" ? a - b : String(a).localeCompare(String(b)));
    found.sort((a, b) => (order.down ? by(b[key], a[key]) : by(a[key], b[key])) || a[0] - b[0]);
    return found;
  }

  function draw() {
    const found = shown();
    const first = page * STORIES_SHOWN;
    const rows = found.slice(first, first + STORIES_SHOWN);
    body.replaceChildren(
      ...rows.map(([number, title, ...cells]) =>
        make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            button(title, () => open(number), { class: "kit-survey-open" }),
          ),
          ...cells.map((cell, at) => make("td", { "data-head": head[at + 1] }, String(cell))),
        ),
      ),
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
    said,
  );
  if (all.length) {
    root.append(
      make("h3", {}, SURVEY.stories),
      filters,
      status,
      make("div", { class: "kit-wide", role: "region", tabindex: "0", "aria-label": SURVEY.stories }, table),
      make("p", {}, back, " ", more),
      problem,
      opened,
    );
    draw();
  }
  keepKeysIn(root);
  later(
    watchPython(model, () => {
      problem.textContent = SURVEY.gone;
    }),
  );
  later(() => clearTimeout(waiting));
  el.append(root);
  return end;
}

export default { render };
