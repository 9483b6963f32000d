// A text in which words can be chosen: by mouse, by touch, or with a cursor that goes from sentence to sentence and from
// word to word. A screen reader hands no selection of text to a page, so choosing never depends on one. Words are known by
// their numbers.

import { autoscroll } from "./autoscroll.js";
import { make, signButton } from "./dom.js";
import { bounds, goal, partOf } from "./moves.js";
import { paint } from "./patterns.js";
import { firstThat, lanes, moved, nearest, placeNames } from "./ranges.js";
import { TEXT } from "./words.js";

/** Draw the paragraphs, sentence by sentence. Gives the words, what stands before each, and where parts begin. */
function layOut(model, element) {
  const [words, gaps, closing] = [[], [], new Map()];
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
        part,
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
  // Heard is “3 of 12” in its sentence, not “231 of 500” in the text.
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

/** The words that a selection by touch reaches into, read anew whenever they are needed. */
function selectedIn(element, words) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !words.length) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) && !element.contains(range.endContainer)) return null;
  const endsAfterStart = at => {
    const node = words[at].firstChild;
    return (
      range.comparePoint(node, node.length) >= 0 &&
      !(range.startContainer === node && range.startOffset === node.length)
    );
  };
  const startsBeforeEnd = at => {
    const node = words[at].firstChild;
    return range.comparePoint(node, 0) <= 0 && !(range.endContainer === node && range.endOffset === 0);
  };
  const first = firstThat(0, words.length, endsAfterStart);
  const last = firstThat(0, words.length, at => !startsBeforeEnd(at)) - 1;
  return first <= last ? [first, last] : null;
}

/** The names of marks, each above its first word. They lie over the text and push nothing about. */
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
      return marks[[...layer.children].findIndex(name => inside(name.getBoundingClientRect()))]?.first;
    },
    draw(next) {
      marks = [...next].sort((one, other) => one.first - other.first || other.last - one.last);
      layer.replaceChildren(
        ...marks.map(mark => make("span", { class: `kit-name kit-tone-${mark.tone ?? mark.shape}` }, mark.tag)),
      );
      place();
    },
  };
}

/** The text, the choice in it, and the marks over it. `keys` is offered each key that moves nothing. */
export function pickableText(model, ui, { label, keys, onMoved = () => {} }) {
  const element = make("div", {
    class: "kit-words",
    role: "listbox",
    "aria-multiselectable": "true",
    "aria-orientation": "horizontal",
    "aria-label": label,
  });
  const text = layOut(model, element);
  const { words, gaps, closing, count } = text;
  const page = make("div", { class: "kit-page" }, element);
  const names = nameLayer(page, words);
  page.append(names.layer);
  ui.later(names.end);

  const drawn = []; // how each word was drawn last, so that only changes are drawn
  let anchor = null;
  let cursor = null;
  let shown = null; // the choice as it is drawn
  let marks = [];
  let adjuster = null; // the buttons that move the ends of a choice: they come with the first one

  for (const [first, last] of model.get("quiet")) {
    for (let at = first; at <= last; at++) {
      words[at].classList.add("kit-quiet");
      gaps[at].classList.add("kit-quiet");
    }
  }
  if (count) words[0].tabIndex = 0;

  const choice = () => (cursor === null ? null : [Math.min(anchor, cursor), Math.max(anchor, cursor)]);
  const textOf = ([first, last], most = 11) => {
    if (last - first > most) return `${textOf([first, first + 4])} … ${textOf([last - 4, last])}`;
    let said = words[first].textContent;
    for (let at = first + 1; at <= last; at++) {
      said += (closing.get(at - 1) ? `${closing.get(at - 1).textContent} ` : "") + gaps[at].textContent;
      said += words[at].textContent;
    }
    return said.replace(/\s+/g, " ");
  };
  const quoted = range => `“${textOf(range)}”`;
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
  /** Put the cursor on a word; `extend` keeps the other end of the choice where it is. */
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
  /** Let go of the choice, and leave the cursor where it is. */
  function letGo() {
    anchor = cursor;
    drawChoice();
    onMoved();
  }

  const SENTENCE_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]);
  element.addEventListener("keydown", event => {
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
  element.addEventListener("focusin", event => {
    const at = event.target.kitWord;
    if (at !== undefined && at !== cursor && !element.classList.contains("kit-pointing")) moveTo(at, false, false);
  });

  /** Take over what was selected by touch. */
  function takeSelection() {
    const range = selectedIn(element, words);
    if (!range) return false;
    choose(...range, false);
    document.getSelection().removeAllRanges();
    words[cursor].focus({ preventScroll: true });
    sayChosen();
    return true;
  }

  /** Draw marks, each {first, last, shape, tone, tag, name}; a word under several of them carries a line of each. */
  function draw(next) {
    marks = next;
    const over = new Map();
    for (const mark of lanes(marks)) {
      for (let at = mark.first; at <= mark.last; at++) {
        if (!over.has(at)) over.set(at, []);
        over.get(at).push(mark);
      }
    }
    words.forEach((word, at) => {
      const here = over.get(at) ?? [];
      const key = here.map(mark => [mark.lane, mark.shape, mark.tone, mark.name, mark.first === at].join()).join("|");
      if (key === (drawn[at] ?? "")) return;
      drawn[at] = key;
      paint(word, here);
      paint(
        gaps[at],
        here.filter(mark => mark.first < at),
      );
      word.classList.toggle("kit-marked", here.length > 0);
      gaps[at].classList.toggle(
        "kit-marked",
        here.some(mark => mark.first < at),
      );
      const told = [...new Set(here.map(mark => mark.name))].join(", ");
      if (here.length) word.setAttribute("aria-label", `${word.textContent}, ${told}`);
      else word.removeAttribute("aria-label");
    });
    names.draw(marks);
  }
  /** Light up the words of a mark, or of none. */
  function light(range) {
    for (const lit of element.querySelectorAll(".kit-lit")) lit.classList.remove("kit-lit");
    for (let at = range?.[0] ?? 0; range && at <= range[1]; at++) words[at].classList.add("kit-lit");
  }
  /** The innermost of the wanted marks over the cursor, or none. */
  const markHere = wanted => {
    const here =
      cursor === null ? [] : marks.filter(mark => wanted(mark) && mark.first <= cursor && cursor <= mark.last);
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
    adjusting(element) {
      adjuster = element;
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
    },
  };
}

/** Choosing by mouse: from the word where the button goes down to the one where it comes up, wherever that is exactly. */
function pointing({ element, page, words, names, moveTo, choose, sayChosen, text }) {
  let from = null; // the word where a drag began
  let last = null; // where the pointer is
  let done = false; // whether a click that follows was dealt with already
  const wordAt = (x, y) => {
    const named = names.wordAt(x, y);
    if (named !== undefined) return named;
    const word = document.elementFromPoint(x, y)?.closest?.(".kit-word");
    if (word && element.contains(word)) return word.kitWord;
    const boxes = words.flatMap((each, at) => [...each.getClientRects()].map(box => ({ at, box })));
    return (
      boxes[
        nearest(
          boxes.map(each => each.box),
          x,
          y,
        )
      ]?.at ?? 0
    );
  };
  const extend = () => {
    const to = wordAt(...last);
    choose(from, to, "still");
  };
  const scrolling = autoscroll(element, () => from !== null && extend(), page);

  element.addEventListener("mousedown", event => {
    if (event.button === 0) event.preventDefault(); // the page’s own selection would begin, or fail to, at the wrong place
  });
  page.addEventListener("pointerdown", event => {
    element.classList.add("kit-pointing");
    if (event.pointerType !== "mouse" || event.button !== 0 || !words.length) return;
    if (event.offsetX > page.clientWidth && event.target === page) return; // the bar that scrolls
    const at = wordAt(event.clientX, event.clientY);
    done = true;
    if (event.shiftKey) return moveTo(at, true, "still");
    from = at;
    last = [event.clientX, event.clientY];
    moveTo(at, false, "still");
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", event => {
    if (from === null) return;
    last = [event.clientX, event.clientY];
    extend();
    scrolling.at(event.clientY);
  });
  const up = event => {
    scrolling.stop();
    if (from !== null && event.type === "pointerup") {
      last = [event.clientX, event.clientY];
      extend();
      sayChosen();
    }
    from = null;
    // A finger is still busy with its handles: what it selects is read when a button is pressed.
    setTimeout(() => element.classList.remove("kit-pointing"));
  };
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  page.addEventListener("click", event => {
    const at = event.target.closest?.(".kit-word")?.kitWord;
    if (event.detail >= 3 && words.length) {
      const here = wordAt(event.clientX, event.clientY); // a captured pointer clicks on the text, not on its word
      choose(...bounds(text.sentences, partOf(text.sentences, here), words.length));
      sayChosen();
    } else if (!done && at !== undefined && !selectedIn(element, words)) moveTo(at, event.shiftKey);
    done = false;
  });
}

/** Four buttons that move the ends of the choice. */
export function adjusters(text) {
  const one = (sign, name, end, by) => signButton(sign, name, () => text.adjust(end, by), "kit-small");
  const pair = (name, end) =>
    make(
      "span",
      { class: "kit-pair" },
      one("earlier", TEXT.earlier(name), end, -1),
      make("span", { class: "kit-asks", "aria-hidden": "true" }, name),
      one("later", TEXT.later(name), end, 1),
    );
  const element = make(
    "div",
    { class: "kit-adjust kit-waiting", role: "group", "aria-label": TEXT.ends },
    pair(TEXT.begin, "begin"),
    pair(TEXT.end, "end"),
  );
  text.adjusting(element);
  return element;
}

/** Which keys do what, for whoever asks. */
export const keysHelp = words =>
  make("details", { class: "kit-keys" }, make("summary", {}, TEXT.keysName), make("p", {}, words));
