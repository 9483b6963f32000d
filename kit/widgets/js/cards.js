// Put cards on the rungs of a ladder: with the list on each card, or by dragging the card.

import { autoscroll } from "./autoscroll.js";
import { frame } from "./control.js";
import { make, withBold } from "./dom.js";
import { HOW, LADDER } from "./words.js";

const FAR_ENOUGH = 5; // pixels after which a pointer drags

const bare = card => card.text.replaceAll("**", "").replace(/[,;:]$/, "");

/** Pointer events serve mouse and finger alike; the drag of HTML knows no fingers. Fingers drag by the text of the card. */
function draggable(element, root, dropped) {
  let from = null;
  let at = null;
  let over = null;
  const under = () =>
    document.elementsFromPoint(...at).find(each => root.contains(each) && each.dataset.rung !== undefined);
  const follow = () => {
    element.style.translate = `${at[0] - from[0]}px ${at[1] - from[1]}px`;
    const now = under();
    if (now === over) return;
    over?.classList.remove("kit-over");
    now?.classList.add("kit-over");
    over = now;
  };
  // What scrolls below the card takes its starting point along.
  const scrolling = autoscroll(root, by => {
    from[1] -= by;
    follow();
  });
  const stop = () => {
    scrolling.stop();
    element.classList.remove("kit-dragged");
    element.style.translate = "";
    over?.classList.remove("kit-over");
    from = at = over = null;
  };
  element.addEventListener("pointerdown", event => {
    if (event.button !== 0 || event.target.closest("select")) return;
    from = [event.clientX, event.clientY];
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", event => {
    if (!from) return;
    if (!at && Math.hypot(event.clientX - from[0], event.clientY - from[1]) < FAR_ENOUGH) return;
    at = [event.clientX, event.clientY];
    element.classList.add("kit-dragged");
    follow();
    scrolling.at(event.clientY);
  });
  element.addEventListener("pointerup", () => {
    const rung = over?.dataset.rung;
    stop();
    if (rung !== undefined) dropped(rung);
  });
  element.addEventListener("pointercancel", stop);
}

function rungRow(rung, holder) {
  const name = make(
    "div",
    { class: "kit-rung-name" },
    make("b", {}, rung.name),
    rung.steps ? make("span", { class: "kit-steps", "aria-hidden": "true" }, ` ${rung.steps}`) : null,
    rung.meaning ? make("div", { class: "kit-asks" }, rung.meaning) : null,
  );
  return make(
    "div",
    { class: "kit-rung", "data-rung": rung.key, role: "group", "aria-label": rung.name },
    name,
    holder,
  );
}

function render({ model, el }) {
  const ui = frame(model, el, "placing");
  const rungs = model.get("rungs");
  const cards = model.get("cards");
  const placed = () => model.get("placed");
  const nameOf = key => rungs.find(rung => rung.key === key)?.name ?? LADDER.nowhere;
  let staying = null; // the list that is being used with the keyboard

  function place(card, rung) {
    const next = { ...placed() };
    if (rung) next[card.key] = rung;
    else delete next[card.key];
    const open = cards.length - Object.keys(next).length;
    ui.say(LADDER.placed(bare(card), nameOf(rung), open));
    ui.change({ placed: next });
  }

  function cardElement(card) {
    const options = rungs.map(rung => make("option", { value: rung.key }, rung.name));
    const list = make(
      "select",
      { "aria-label": LADDER.list(bare(card)) },
      make("option", { value: "" }, LADDER.choose),
      ...options,
    );
    // Whoever uses the keys goes on with the next card: so this one moves to its rung only when the focus has left it.
    list.addEventListener("keydown", () => {
      staying = list;
    });
    list.addEventListener("pointerdown", () => {
      staying = null;
    });
    list.addEventListener("blur", () => {
      staying = null;
      setTimeout(show);
    });
    list.addEventListener("change", () => place(card, list.value));
    const sign = make("span", { class: "kit-card-sign" });
    const element = make(
      "div",
      { class: "kit-card" },
      sign,
      make("bdi", { class: "kit-card-text" }, ...withBold(card.text)),
      list,
    );
    draggable(element, ui.root, rung => rung !== (placed()[card.key] ?? "") && place(card, rung));
    return { card, element, list, sign };
  }
  const elements = cards.map(cardElement);

  const holder = () => make("div", { class: "kit-cards" });
  const places = new Map([["", holder()], ...rungs.map(rung => [rung.key, holder()])]);
  const done = make("p", { class: "kit-asks", hidden: true }, LADDER.done);
  const tray = make(
    "div",
    { class: "kit-tray", "data-rung": "", role: "group", "aria-label": LADDER.tray },
    make("div", { class: "kit-list-head" }, LADDER.trayName),
    places.get(""),
    done,
  );
  const steps = make("div", { class: "kit-rungs-all" }, ...rungs.map(rung => rungRow(rung, places.get(rung.key))));

  function judge({ card, element, sign }) {
    const judged = placed()[card.key] && model.get("judged").find(each => each.key === card.key); // on the tray nothing is wrong
    const how = HOW[judged?.how];
    element.className = `kit-card ${how ? `kit-tone-${how.tone}` : ""}`;
    sign.textContent = how ? `${how.sign} ` : "";
    sign.title = how?.name ?? "";
  }
  /** Cards keep their order on every rung, and a card that stays is not moved: moving takes the focus away. */
  function settle({ card, element, list }, nth) {
    const rung = placed()[card.key] ?? "";
    list.value = rung;
    const target = places.get(rung);
    if (element.parentElement === target || (list === staying && element.parentElement)) return;
    const behind = elements.slice(nth + 1).map(each => each.element);
    target.insertBefore(element, behind.find(each => each.parentElement === target) ?? null);
  }
  function show() {
    const focused = ui.root.contains(document.activeElement) ? document.activeElement : null;
    elements.forEach(settle);
    elements.forEach(judge);
    for (const target of places.values()) target.classList.toggle("kit-empty", !target.children.length);
    done.hidden = places.get("").children.length > 0;
    if (focused && focused !== document.activeElement) focused.focus();
  }

  ui.root.append(make("div", { class: "kit-ladder-work" }, tray, steps), ui.said, ui.foot);
  ui.said.textContent = LADDER.help;
  ui.on(["placed", "judged"], show);
  show();
  return ui.end;
}

export default { render };
