// Mark passages in a text with labels. Needs base.js and word_picker.js.

function render({ model, el }) {
  const ui = frame(model, el, "marker");
  const labels = model.get("labels");
  const nameOf = key => labels.find(label => label.key === key).name;
  let current = labels[0].key; // what Enter marks with: the label used last
  let changing = null; // the number of the mark that is being changed

  const marks = () => model.get("marks");
  const mine = mark => mark.number !== undefined;
  const say = ui.say;

  const text = pane(model, ui, {
    label: "Text to mark. Arrow keys go from word to word, Shift and arrows choose more, Enter marks, Delete takes a mark away.",
    onMoved: () => showHere(),
    keys(event) {
      const number = Number(event.key);
      if (event.key === "Enter" || event.key === " ") mark(current);
      else if (number >= 1 && number <= labels.length && !event.ctrlKey && !event.metaKey && !event.altKey) mark(labels[number - 1].key);
      else if (event.key === "Delete" || event.key === "Backspace") removeHere();
      else if (event.key === "Escape") leave();
      else return false;
      return true;
    },
  });

  function mark(key) {
    const range = text.choice();
    if (!range) return say("Choose words in the text first: with the mouse, or with Tab and the arrow keys.");
    current = key;
    showCurrent();
    const [first, last] = range;
    const all = marks();
    const same = all.findIndex(each => each.label === key && each.first === first && each.last === last);
    if (changing !== null) {
      const rest = all.filter((_, at) => at !== changing && at !== same);
      say(`Changed: ${text.quoted(range)} is ${nameOf(key)} now.`);
      changing = null;
      return put([...rest, { label: key, first, last }]);
    }
    if (same >= 0) return say(`${text.quoted(range)} is marked as ${nameOf(key)} already.`);
    const note = model.get("nothing") ? ` The tick at “${model.get("nothing_label").toLowerCase()}” is taken out.` : "";
    say(`Marked as ${nameOf(key)}: ${text.quoted(range)}. ${counted(all.length + 1, "mark")} so far.${note}`);
    put([...all, { label: key, first, last }]);
  }
  function put(next) {
    next.sort((one, other) => one.first - other.first || other.last - one.last);
    ui.change({ marks: next, nothing: next.length ? false : model.get("nothing") });
    text.letGo();
  }
  function remove(at) {
    const all = marks();
    const { label, first, last } = all[at];
    changing = null;
    say(`Taken away: ${nameOf(label)}, ${text.quoted([first, last])}. ${counted(all.length - 1, "mark")} left.`);
    put(all.filter((_, each) => each !== at));
  }
  function removeHere() {
    const here = text.markHere(mine);
    if (here) remove(here.number);
    else say("There is no mark on this word.");
  }
  function change(at) {
    const { label, first, last } = marks()[at];
    changing = at;
    current = label;
    showCurrent();
    text.choose(first, last);
    say(`Changing ${nameOf(label)}, ${text.quoted([first, last])}. Choose other words or press another label; Enter keeps it, Escape leaves it as it was.`);
    showHere();
  }
  function leave() {
    if (changing !== null) say("Left as it was.");
    changing = null;
    text.letGo();
  }

  const pens = labels.map((label, at) => button(
    labels.length > 1 ? `${at + 1} ${label.name}` : `Mark as ${label.name}`,
    () => mark(label.key),
    { class: `kit-button kit-pen kit-pen-${label.shape}`, title: label.meaning || null },
  ));
  function showCurrent() {
    pens.forEach((pen, at) => pen.classList.toggle("kit-current", labels.length > 1 && labels[at].key === current));
  }
  const away = button("Take the mark away", () => { text.takeSelection(); removeHere(); });
  const bar = make("div", { class: "kit-bar" },
    make("div", { class: "kit-pens", role: "group", "aria-label": "Mark the chosen words as" },
      labels.length > 1 ? make("span", { class: "kit-asks", "aria-hidden": "true" }, "Mark as") : null, ...pens),
    adjusters(ui, text), away);

  const list = make("ol", { class: "kit-list" });
  const missing = make("ul", { class: "kit-list kit-missing", "aria-label": "Not marked, though it is in the key" });
  const head = make("p", { class: "kit-count" });
  const nothing = nothingBox(model, ui, () => marks().length
    ? `You have ${counted(marks().length, "mark")}. Take ${marks().length === 1 ? "it" : "them"} away first, if nothing is to be found here.` : "");

  const judgement = each => model.get("judged").find(judged =>
    judged.how !== "missed" && judged.label === each.label && judged.first === each.first && judged.last === each.last)?.how;
  const sample = label => make("span", { class: `kit-sample kit-sample-${labels.find(each => each.key === label).shape}` }, nameOf(label));
  const quote = each => make("span", { class: "kit-quote" }, make("bdi", {}, text.quoted([each.first, each.last])));

  function item(each, at) {
    const what = `${nameOf(each.label)}, ${text.quoted([each.first, each.last])}`;
    const how = judgement(each);
    return make("li", {}, make("div", { class: "kit-line" }, sample(each.label), quote(each),
      how ? make("span", { class: `kit-judged kit-judged-${how}` }, `${HOW[how].sign} ${HOW[how].name}`) : null,
      button("Change", () => change(at), { class: "kit-button kit-small", "aria-label": `Change ${what}` }),
      button("Take away", () => {
        remove(at);
        // The button is gone: the focus goes to the next one, or to the text.
        (list.children[Math.min(at, list.children.length - 1)]?.querySelector("button:last-of-type") ?? text).focus();
      }, { class: "kit-button kit-small", "aria-label": `Take away ${what}` })));
  }
  function show() {
    const all = marks();
    const missed = model.get("judged").filter(each => each.how === "missed");
    text.draw([
      ...all.map((each, number) => {
        const [name, how] = [nameOf(each.label), HOW[judgement(each)]];
        const shape = labels.find(label => label.key === each.label).shape;
        return { ...each, number, shape, tag: how ? `${how.sign} ${name}` : name, name: how ? `${name}, ${how.name}` : name };
      }),
      ...missed.map(each => ({ ...each, shape: "missed", tag: `${HOW.missed.sign} ${nameOf(each.label)}`, name: `${nameOf(each.label)}, ${HOW.missed.name}` })),
    ]);
    list.replaceChildren(...all.map(item));
    missing.replaceChildren(...missed.map(each => make("li", {}, make("div", { class: "kit-line" }, sample(each.label), quote(each),
      make("span", { class: "kit-judged kit-judged-missed" }, `${HOW.missed.sign} ${HOW.missed.name}`)))));
    missing.hidden = !missed.length;
    head.textContent = all.length ? `Your ${counted(all.length, "mark")}:` : model.get("nothing") ? "" : "No marks yet.";
    showHere();
  }
  /** Where the cursor stands on a mark, its line in the list shows it. */
  function showHere() {
    const here = text.markHere(mine)?.number;
    [...list.children].forEach((line, at) => {
      line.classList.toggle("kit-here", at === here);
      line.classList.toggle("kit-changing", at === changing);
    });
    away.setAttribute("aria-disabled", String(here === undefined));
  }

  ui.root.append(text.element, bar, ui.said, head, list, missing, ...(nothing.element ? [nothing.element] : []), ui.foot);
  ui.on(["marks", "nothing", "judged"], () => { if (changing >= marks().length) changing = null; show(); });
  showCurrent();
  show();
  if (!text.isEmpty()) {
    ui.said.textContent = `Choose words with the mouse or a finger, then press ${labels.length > 1 ? "a label" : "the button"}. With the keyboard: Tab goes into the text, arrows from word to word; Shift and arrows choose more, Enter marks, Delete takes a mark away.`;
  }
  return ui.end;
}

export default { render };
