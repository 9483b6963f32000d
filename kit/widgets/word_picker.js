// A text in which words can be chosen: by mouse, by touch, or with a cursor that goes from word to word. A screen reader
// hands no selection of text to a page, so choosing never depends on one. Words are known by their numbers.

/** What a check says of a mark. */
const HOW = {
  found: { sign: "✓", name: "found" },
  extra: { sign: "✗", name: "too much" },
  free: { sign: "~", name: "can be seen either way" },
  verdict: { sign: "✓", name: "found, with another verdict" },
  missed: { sign: "?", name: "missed" },
};

/** Words without a mark of their own; how marks lie over each other is worked out in `lanes`. */
function pane(model, ui, { label, keys, onMoved = () => {} }) {
  const words = []; // elements, by number
  const gaps = []; // what stands before each word in its paragraph
  const closing = new Map(); // what stands behind the last word of a paragraph
  const drawn = []; // how each word was drawn last, so that only changes are drawn
  let anchor = null;
  let cursor = null;
  let shown = null; // the choice as it is drawn
  let marks = [];

  const element = make("div", {
    class: "kit-words", role: "listbox", "aria-multiselectable": "true", "aria-orientation": "horizontal", "aria-label": label,
  });
  for (const paragraph of model.get("paragraphs")) {
    const block = make("div", { class: `kit-paragraph kit-${paragraph.kind}`, dir: "auto" });
    paragraph.parts.forEach((part, place) => {
      const isWord = place % 2 === 1;
      const piece = make("span", isWord ? { class: "kit-word", role: "option", tabindex: "-1", "aria-selected": "false" } : { class: "kit-gap" }, part);
      if (isWord) {
        piece.kitWord = words.length;
        words.push(piece);
      } else if (place < paragraph.parts.length - 1) gaps.push(piece);
      else closing.set(words.length - 1, piece);
      block.append(piece);
    });
    element.append(block);
  }
  for (const [first, last] of model.get("quiet")) {
    for (let at = first; at <= last; at++) {
      words[at].classList.add("kit-quiet");
      gaps[at].classList.add("kit-quiet");
    }
  }
  if (words.length) words[0].tabIndex = 0;
  const starts = model.get("starts");

  const choice = () => (cursor === null ? null : [Math.min(anchor, cursor), Math.max(anchor, cursor)]);
  const textOf = ([first, last]) => {
    if (last - first > 11) return `${textOf([first, first + 4])} … ${textOf([last - 4, last])}`;
    let text = words[first].textContent;
    for (let at = first + 1; at <= last; at++) {
      const next = words[at].parentElement !== words[at - 1].parentElement;
      text += (next ? `${closing.get(at - 1).textContent} ` : "") + gaps[at].textContent + words[at].textContent;
    }
    return text.replace(/\s+/g, " ");
  };
  const quoted = range => `“${textOf(range)}”`;

  function drawChoice() {
    const now = choice();
    const [from, to] = shown ?? [0, -1];
    const [first, last] = now ?? [0, -1];
    for (let at = from; at <= to; at++) if (at < first || at > last) setChosen(at, false, false);
    for (let at = first; at <= last; at++) setChosen(at, true, at > first);
    shown = now;
  }
  function setChosen(at, chosen, joined) {
    words[at].classList.toggle("kit-chosen", chosen);
    words[at].setAttribute("aria-selected", String(chosen));
    gaps[at].classList.toggle("kit-chosen", chosen && joined);
  }
  /** Put the cursor on a word; `extend` keeps the other end of the choice where it is. */
  function moveTo(at, extend, focus = true) {
    if (!words.length) return;
    const target = Math.max(0, Math.min(words.length - 1, at));
    if (cursor !== null) words[cursor].tabIndex = -1;
    else words[0].tabIndex = -1;
    cursor = target;
    if (!extend || anchor === null) anchor = target;
    words[target].tabIndex = 0;
    drawChoice();
    if (focus) words[target].focus();
    onMoved();
  }
  function choose(first, last, focus = true) {
    anchor = Math.max(0, first);
    moveTo(last, true, focus);
  }
  /** Let go of the choice, and leave the cursor where it is. */
  function letGo() {
    anchor = cursor;
    drawChoice();
    onMoved();
  }

  const sentence = (at, way) => {
    if (way > 0) return starts.find(start => start > at) ?? words.length - 1;
    return starts.findLast(start => start < at) ?? 0;
  };
  const paragraphEnd = (at, way) => {
    const all = words[at].parentElement.querySelectorAll(".kit-word");
    return all[way > 0 ? all.length - 1 : 0].kitWord;
  };
  /** The word above or below, as the lines are broken on this screen. */
  const line = (at, way) => {
    const from = words[at].getBoundingClientRect();
    const middle = (from.left + from.right) / 2;
    let best = at;
    let row = null;
    for (let next = at + way; next >= 0 && next < words.length; next += way) {
      const box = words[next].getBoundingClientRect();
      if (way > 0 ? box.top < from.bottom - 2 : box.bottom > from.top + 2) continue;
      row ??= box;
      if (way > 0 ? box.top > row.bottom - 2 : box.bottom < row.top + 2) break;
      const nearer = Math.abs((box.left + box.right) / 2 - middle);
      const best_ = words[best].getBoundingClientRect();
      if (best === at || nearer < Math.abs((best_.left + best_.right) / 2 - middle)) best = next;
    }
    return best;
  };
  function goal(event) {
    const at = cursor ?? 0;
    const far = event.ctrlKey || event.altKey || event.metaKey;
    switch (event.key) {
      case "ArrowRight": return far ? sentence(at, 1) : at + 1;
      case "ArrowLeft": return far ? sentence(at, -1) : at - 1;
      case "ArrowDown": return line(at, 1);
      case "ArrowUp": return line(at, -1);
      case "Home": return far ? 0 : paragraphEnd(at, -1);
      case "End": return far ? words.length - 1 : paragraphEnd(at, 1);
      case "PageDown": return paragraphEnd(Math.min(words.length - 1, paragraphEnd(at, 1) + 1), -1);
      case "PageUp": return paragraphEnd(Math.max(0, paragraphEnd(at, -1) - 1), -1);
      default: return null;
    }
  }
  element.addEventListener("keydown", event => {
    const target = words.length ? goal(event) : null;
    if (target !== null) {
      event.preventDefault();
      moveTo(target, event.shiftKey);
      if (event.shiftKey) ui.say(`${counted(choice()[1] - choice()[0] + 1, "word")} chosen: ${quoted(choice())}`);
    } else if (keys(event)) event.preventDefault();
  });
  // The focus comes by Tab, or a screen reader puts it on a word. What a pointer means is known when it is released.
  let pointing = false;
  element.addEventListener("pointerdown", () => { pointing = true; });
  element.addEventListener("focusin", event => {
    const at = event.target.kitWord;
    if (at !== undefined && at !== cursor && !pointing) moveTo(at, false, false);
  });

  /** The words that a selection by mouse or touch reaches into, read anew whenever they are needed. */
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !words.length) return null;
    const range = selection.getRangeAt(0);
    if (!element.contains(range.startContainer) && !element.contains(range.endContainer)) return null;
    const letters = at => words[at].firstChild;
    const endsAfterStart = at => {
      const node = letters(at);
      return range.comparePoint(node, node.length) >= 0 && !(range.startContainer === node && range.startOffset === node.length);
    };
    const startsBeforeEnd = at => {
      const node = letters(at);
      return range.comparePoint(node, 0) <= 0 && !(range.endContainer === node && range.endOffset === 0);
    };
    const search = (from, to, test) => {
      while (from < to) {
        const middle = (from + to) >> 1;
        if (test(middle)) to = middle;
        else from = middle + 1;
      }
      return from;
    };
    const first = search(0, words.length, endsAfterStart);
    const last = search(0, words.length, at => !startsBeforeEnd(at)) - 1;
    return first <= last ? [first, last] : null;
  }
  /** Take over what was selected by mouse or touch. */
  function takeSelection() {
    const range = selected();
    if (!range) return false;
    choose(...range, false);
    document.getSelection().removeAllRanges();
    words[cursor].focus({ preventScroll: true });
    ui.say(`${counted(range[1] - range[0] + 1, "word")} chosen: ${quoted(range)}`);
    return true;
  }
  const released = event => {
    // A finger is still busy with its handles: what it selects is read when a button is pressed.
    if (event.pointerType === "mouse" && element.isConnected) takeSelection();
    setTimeout(() => { pointing = false; });
  };
  document.addEventListener("pointerup", released);
  document.addEventListener("pointercancel", released);
  ui.later(() => {
    document.removeEventListener("pointerup", released);
    document.removeEventListener("pointercancel", released);
  });
  element.addEventListener("click", event => {
    const at = event.target.closest?.(".kit-word")?.kitWord;
    if (at === undefined || selected()) return;
    moveTo(at, event.shiftKey);
  });

  /** Draw marks, each {first, last, shape, tag, name}; a word under several of them carries a line of each. */
  function draw(next) {
    marks = next;
    const over = new Map();
    for (const mark of lanes(marks)) {
      for (let at = mark.first; at <= mark.last; at++) {
        if (!over.has(at)) over.set(at, []);
        over.get(at).push(mark);
      }
    }
    for (let at = 0; at < words.length; at++) {
      const here = over.get(at) ?? [];
      const key = here.map(mark => [mark.lane, mark.shape, mark.tag, mark.name, mark.first === at, mark.last === at].join()).join("|");
      if (key === (drawn[at] ?? "")) continue;
      drawn[at] = key;
      paint(words[at], here);
      paint(gaps[at], here.filter(mark => mark.first < at));
      const tags = here.filter(mark => mark.first === at).map(mark => mark.tag);
      if (tags.length) words[at].dataset.tag = tags.join(" ");
      else delete words[at].dataset.tag;
      words[at].classList.toggle("kit-marked", here.length > 0);
      const names = [...new Set(here.map(mark => mark.name))].join(", ");
      if (here.length) words[at].setAttribute("aria-label", `${words[at].textContent}, ${names}`);
      else words[at].removeAttribute("aria-label");
    }
  }
  /** The innermost of the wanted marks over the cursor, or none. */
  const markHere = wanted => {
    const here = cursor === null ? [] : marks.filter(mark => wanted(mark) && mark.first <= cursor && cursor <= mark.last);
    return here.sort((one, other) => one.last - one.first - (other.last - other.first))[0] ?? null;
  };

  return {
    element, choose, letGo, draw, markHere, takeSelection, quoted,
    choice: () => { takeSelection(); return choice(); },
    isEmpty: () => !words.length,
    focus: () => words[cursor ?? 0]?.focus(),
    /** Make the choice longer or shorter by a word: for fingers, which have no Shift key. */
    adjust(end, by) {
      const range = choice();
      if (!range) return ui.say("Choose words in the text first.");
      const next = end === "begin" ? [range[0] + by, range[1]] : [range[0], range[1] + by];
      if (next[0] < 0 || next[1] >= words.length || next[0] > next[1]) return ui.say("It can’t be changed any further in this way.");
      choose(...next, false);
      ui.say(`${counted(next[1] - next[0] + 1, "word")} chosen: ${quoted(next)}`);
    },
  };
}

/** Give each mark the first free line under the words, so that marks that overlap do not hide each other. */
function lanes(marks) {
  const busy = [];
  const ordered = [...marks].sort((one, other) => one.first - other.first || other.last - one.last);
  return ordered.map(mark => {
    let lane = busy.findIndex(until => until < mark.first);
    if (lane < 0) lane = busy.length;
    busy[lane] = mark.last;
    return { ...mark, lane };
  });
}

const DEEPEST = 3; // lines under a word that are drawn; the list below the text has every mark
function paint(piece, marks) {
  const here = marks.filter(mark => mark.lane <= DEEPEST);
  const layers = here.map(mark => `var(--kit-${mark.shape}-line)`);
  piece.style.backgroundImage = layers.join(", ");
  piece.style.backgroundSize = here.map(mark => `100% var(--kit-${mark.shape}-height)`).join(", ");
  piece.style.backgroundPosition = here.map(mark => `0 calc(100% - ${(DEEPEST - mark.lane) * 4}px)`).join(", ");
}

/** Four buttons that move the ends of the choice. */
function adjusters(ui, text) {
  const one = (sign, name, end, by) => button(sign, () => { text.takeSelection(); text.adjust(end, by); }, { class: "kit-button kit-small", "aria-label": name, title: name });
  const asks = name => make("span", { class: "kit-adjust-name", "aria-hidden": "true" }, name);
  return make("div", { class: "kit-adjust", role: "group", "aria-label": "Where the chosen words begin and end" },
    asks("begin"), one("◂", "Begin one word earlier", "begin", -1), one("▸", "Begin one word later", "begin", 1),
    asks("end"), one("◂", "End one word earlier", "end", -1), one("▸", "End one word later", "end", 1));
}
