// The box for a text in `explore`. Once a text is open it folds away behind a button.

import { button, make, newId } from "./dom.js";
import { EXPLORE } from "./words.js";

export function textForm(practice, open) {
  const shelf = make(
    "select",
    { id: newId() },
    ...practice.map(([name, label]) => make("option", { value: name }, label)),
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
      button(EXPLORE.open, () => open({ do: "practice", name: shelf.value })),
    ),
    make(
      "div",
      { class: "kit-row kit-wide" },
      make("label", { for: box.id }, EXPLORE.paste),
      box,
      button(EXPLORE.look, () => open({ do: "text", text: box.value }), { class: "kit-button kit-main" }),
    ),
  );
  const toggle = button(EXPLORE.another, () => fold(!element.hidden), {
    class: "kit-button",
    "aria-controls": element.id,
    "aria-expanded": "true",
    hidden: true,
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
    },
  };
}
