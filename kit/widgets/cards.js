// Put cards on the rungs of a ladder: with the list on each card, or by dragging the card. Needs base.js.

function render({ model, el }) {
  const ui = frame(model, el, "ladder");
  const rungs = model.get("rungs");
  const cards = model.get("cards");
  const nameOf = key => rungs.find(rung => rung.key === key)?.name ?? "not placed yet";
  const placed = () => model.get("placed");
  // Bold words stand between two asterisks, as in the questions.
  const bare = card => card.text.replaceAll("**", "");
  const bold = card => card.text.split("**").map((words, at) => (at % 2 ? make("b", {}, words) : words));

  function place(card, rung) {
    const next = { ...placed() };
    if (rung) next[card.key] = rung;
    else delete next[card.key];
    const open = cards.length - Object.keys(next).length;
    ui.say(`${bare(card)}: ${nameOf(rung)}. ${open ? `${counted(open, "card")} to go.` : "All cards are placed."}`);
    ui.change({ placed: next });
  }

  let staying = null; // the list that is being used with the keyboard

  const elements = cards.map(card => {
    const list = make("select", { "aria-label": `Rung of: ${bare(card)}` },
      make("option", { value: "" }, "choose …"), ...rungs.map(rung => make("option", { value: rung.key }, rung.name)));
    // Whoever uses the keys goes on with the next card: so this one moves to its rung only when the focus has left it.
    list.addEventListener("keydown", () => { staying = list; });
    list.addEventListener("pointerdown", () => { staying = null; });
    list.addEventListener("blur", () => { staying = null; setTimeout(show); });
    list.addEventListener("change", () => place(card, list.value));
    const element = make("div", { class: "kit-card" }, make("bdi", { class: "kit-card-text" }, ...bold(card)), list);
    drag(element, card);
    return { card, element, list };
  });

  // Pointer events serve mouse and finger alike; the drag of HTML knows no fingers. Fingers drag by the text of the card.
  function drag(element, card) {
    let from = null;
    let over = null;
    const under = event => document.elementsFromPoint(event.clientX, event.clientY).find(each => ui.root.contains(each) && each.dataset.rung !== undefined);
    const stop = () => {
      element.classList.remove("kit-dragged");
      element.style.translate = "";
      over?.classList.remove("kit-over");
      from = over = null;
    };
    element.addEventListener("pointerdown", event => {
      if (event.button !== 0 || event.target.closest("select")) return;
      from = [event.clientX, event.clientY];
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", event => {
      if (!from) return;
      const [across, down] = [event.clientX - from[0], event.clientY - from[1]];
      if (Math.hypot(across, down) < 5 && !over) return;
      element.classList.add("kit-dragged");
      element.style.translate = `${across}px ${down}px`;
      const now = under(event);
      if (now !== over) {
        over?.classList.remove("kit-over");
        now?.classList.add("kit-over");
        over = now;
      }
    });
    element.addEventListener("pointerup", () => {
      const rung = over?.dataset.rung;
      stop();
      if (rung !== undefined && rung !== (placed()[card.key] ?? "")) place(card, rung);
    });
    element.addEventListener("pointercancel", stop);
  }

  const tray = make("div", { class: "kit-cards" });
  const trayRow = make("div", { class: "kit-tray", "data-rung": "", role: "group", "aria-label": "Cards that are not placed yet" },
    make("div", { class: "kit-rung-name" }, "Not placed yet"), tray);
  const places = new Map([["", tray]]);
  const rows = rungs.map(rung => {
    const holder = make("div", { class: "kit-cards" });
    places.set(rung.key, holder);
    return make("div", { class: "kit-rung", "data-rung": rung.key, role: "group", "aria-label": rung.name },
      make("div", { class: "kit-rung-name" }, make("b", {}, rung.name),
        rung.steps ? make("span", { class: "kit-steps", "aria-hidden": "true" }, ` ${rung.steps}`) : null,
        rung.meaning ? make("div", { class: "kit-asks" }, rung.meaning) : null),
      holder);
  });

  function show() {
    const focused = ui.root.contains(document.activeElement) ? document.activeElement : null;
    for (const { card, element, list } of elements) {
      const rung = placed()[card.key] ?? "";
      list.value = rung;
      // Cards keep their order on every rung, and a card that stays is not moved: moving takes the focus away.
      const holder = places.get(rung);
      if (element.parentElement !== holder && (list !== staying || !element.parentElement)) {
        const behind = elements.slice(elements.findIndex(each => each.card === card) + 1).map(each => each.element);
        holder.insertBefore(element, behind.find(each => each.parentElement === holder) ?? null);
      }
    }
    for (const holder of places.values()) holder.classList.toggle("kit-empty", !holder.children.length);
    if (focused && focused !== document.activeElement) focused.focus();
  }

  ui.root.append(trayRow, make("div", { class: "kit-rungs-all" }, ...rows), ui.said, ui.foot);
  ui.on(["placed"], show);
  show();
  return ui.end;
}

export default { render };
