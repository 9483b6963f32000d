// The list beside a text, which marker and linker share: it and the text are one thing. Pointing at a line lights up its
// words, a line shows where the cursor stands, and the focus is never lost when the list is drawn anew.

import { button, make } from "./dom.js";
import { HOW } from "./words.js";

const FOCUSABLE = "button, select";

export function markList(text, { empty, missedName }) {
  const list = make("ol", { class: "kit-list" });
  const missing = make("ul", { class: "kit-list kit-missing", "aria-label": missedName });
  const head = make("p", { class: "kit-list-head" });
  const hint = make("p", { class: "kit-asks kit-list-empty" }, empty);
  const element = make("div", { class: "kit-beside" }, head, hint, list, missing);

  const place = () => {
    const line = [...list.children].findIndex(each => each.contains(document.activeElement));
    if (line < 0) return null;
    return { line, control: [...list.children[line].querySelectorAll(FOCUSABLE)].indexOf(document.activeElement) };
  };
  /** Back to where the focus was, or to what has moved up to that place; from an empty list into the text. */
  const back = where => {
    if (!where) return;
    const line = list.children[Math.min(where.line, list.children.length - 1)];
    const controls = [...(line?.querySelectorAll(FOCUSABLE) ?? [])];
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
  /** One line of a list, with the words that light up while it is pointed at. */
  function line(parts, ranges = []) {
    const item = make("li", {}, ...parts);
    const lit = on => () => text.light(on ? [Math.min(...ranges.flat()), Math.max(...ranges.flat())] : null);
    if (ranges.length === 1) {
      for (const [event, on] of Object.entries({
        pointerenter: true,
        pointerleave: false,
        focusin: true,
        focusout: false,
      })) {
        item.addEventListener(event, lit(on));
      }
    }
    return item;
  }
  /** The words of a mark, which lead to its place in the text. */
  function quote(range, name) {
    return button(make("bdi", {}, text.quoted(range)), () => text.choose(...range), {
      class: "kit-quote",
      "aria-label": name,
    });
  }
  return { element, list, show, line, quote };
}

/** What a check says of something, as a small sign with its word. */
export function judgedSign(how) {
  const { sign, name, tone } = HOW[how];
  return make("span", { class: `kit-judged kit-tone-${tone}` }, `${sign} ${name}`);
}
