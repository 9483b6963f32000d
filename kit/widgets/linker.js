// Link two passages of a text and say how they go together. Needs base.js and word_picker.js.

const ENDS = ["first", "second"];

function render({ model, el }) {
  const ui = frame(model, el, "linker");
  const verdicts = model.get("verdicts");
  let begun = null; // the first passage of a pair that is not complete yet
  const say = ui.say;
  const pairs = () => model.get("pairs");

  const text = pane(model, ui, {
    label: "Text to link passages in. Arrow keys go from word to word, Shift and arrows choose more, Enter takes the words as a passage.",
    keys(event) {
      if (event.key === "Enter" || event.key === " ") take();
      else if (event.key === "Escape") leave();
      else if (event.key === "Delete" || event.key === "Backspace") removeHere();
      else return false;
      return true;
    },
  });

  function take() {
    const range = text.choice();
    if (!range) return say("Choose words in the text first: with the mouse, or with Tab and the arrow keys.");
    if (begun === null) {
      begun = range;
      text.letGo();
      say(`First passage: ${text.quoted(range)}. Now choose the second one.`);
      return show();
    }
    if (begun[0] <= range[1] && range[0] <= begun[1]) {
      return say("The two passages lie over each other. Choose words somewhere else, or press Escape to begin again.");
    }
    const first = begun;
    begun = null;
    const number = pairs().length + 1;
    say(`Pair ${number} linked: ${text.quoted(first)} and ${text.quoted(range)}.${verdicts.length ? " Now choose how they go together, in the list below the text." : ""}`);
    text.letGo();
    ui.change({ pairs: [...pairs(), { first, second: range, verdict: "" }], nothing: false });
  }
  function leave() {
    if (begun !== null) say("The first passage is let go. Begin again where you like.");
    begun = null;
    text.letGo();
    show();
  }
  function remove(at) {
    say(`Pair ${at + 1} taken away. ${counted(pairs().length - 1, "pair")} left.`);
    ui.change({ pairs: pairs().filter((_, each) => each !== at) });
  }
  function removeHere() {
    const here = text.markHere(mark => mark.pair !== undefined);
    if (!here) say("There is no passage on this word.");
    else if (here.pair === null) leave();
    else remove(here.pair);
  }
  function judge(at, verdict) {
    const name = verdicts.find(each => each.key === verdict)?.name;
    say(name ? `Pair ${at + 1}: ${name}.` : `Pair ${at + 1} has no verdict.`);
    ui.change({ pairs: pairs().map((pair, each) => (each === at ? { ...pair, verdict } : pair)) });
  }

  const taking = button("", take, { class: "kit-button kit-main" });
  const again = button("Begin again", leave);
  const bar = make("div", { class: "kit-bar" }, taking, again, adjusters(ui, text));
  const head = make("p", { class: "kit-count" });
  const list = make("ol", { class: "kit-list" });
  const missing = make("ul", { class: "kit-list kit-missing", "aria-label": "Not linked, though it is in the key" });
  const nothing = nothingBox(model, ui, () => pairs().length
    ? `You have ${counted(pairs().length, "pair")}. Take ${pairs().length === 1 ? "it" : "them"} away first, if nothing is to be found here.` : "");

  function item(pair, at) {
    const choice = make("select", { "aria-label": `How pair ${at + 1} goes together: ${text.quoted(pair.first)} and ${text.quoted(pair.second)}` },
      make("option", { value: "" }, "choose …"),
      ...verdicts.map(verdict => make("option", { value: verdict.key }, verdict.name)));
    choice.value = pair.verdict;
    choice.addEventListener("change", () => judge(at, choice.value));
    const how = model.get("judged").find(judged => judged.how !== "missed" && String(judged.first) === String(pair.first) && String(judged.second) === String(pair.second))?.how;
    return make("li", {},
      how ? make("span", { class: `kit-judged kit-judged-${how}` }, `${HOW[how].sign} ${HOW[how].name}`) : null,
      ...ENDS.map((end, place) => make("div", { class: "kit-quote" }, make("b", {}, `${at + 1}${"ab"[place]} `), make("bdi", {}, text.quoted(pair[end])))),
      make("div", { class: "kit-line" }, ...(verdicts.length ? [choice] : []), button("Take away", () => {
        remove(at);
        (list.children[Math.min(at, list.children.length - 1)]?.querySelector("button") ?? text).focus();
      }, { class: "kit-button kit-small", "aria-label": `Take away pair ${at + 1}` })));
  }
  function show() {
    const all = pairs();
    const marks = all.flatMap((pair, at) => ENDS.map((end, place) => ({
      first: pair[end][0], last: pair[end][1], shape: place ? "dashes" : "thick", tag: `${at + 1}${"ab"[place]}`,
      name: `${end} passage of pair ${at + 1}`, pair: at,
    })));
    const judged = model.get("judged");
    const missed = judged.filter(each => each.how === "missed");
    missed.forEach((pair, at) => ENDS.forEach((end, place) => marks.push({
      first: pair[end][0], last: pair[end][1], shape: "missed", tag: `${HOW.missed.sign} ${"ABCDEFGHIJ"[at % 10]}${"ab"[place]}`,
      name: `${end} passage of a pair that you missed`,
    })));
    if (begun) marks.push({ first: begun[0], last: begun[1], shape: "dots", tag: "first", name: "first passage, not linked yet", pair: null });
    text.draw(marks);
    // A list that is being used stays as it is: only what differs is made anew, so that no choice loses the focus.
    const focused = list.contains(document.activeElement) ? [...list.querySelectorAll("select, button")].indexOf(document.activeElement) : -1;
    list.replaceChildren(...all.map(item));
    missing.replaceChildren(...missed.map((pair, at) => make("li", {},
      make("span", { class: "kit-judged kit-judged-missed" }, `${HOW.missed.sign} ${HOW.missed.name}`),
      ...ENDS.map((end, place) => make("div", { class: "kit-quote" }, make("b", {}, `${"ABCDEFGHIJ"[at % 10]}${"ab"[place]} `), make("bdi", {}, text.quoted(pair[end])))))));
    missing.hidden = !missed.length;
    if (focused >= 0) list.querySelectorAll("select, button")[focused]?.focus();
    head.textContent = all.length ? `Your ${counted(all.length, "pair")}:` : model.get("nothing") ? "" : "No pairs yet.";
    taking.textContent = begun ? "Link the chosen words with it" : "Take the chosen words as the first passage";
    again.hidden = begun === null;
  }

  ui.root.append(text.element, bar, ui.said, head, list, missing, ...(nothing.element ? [nothing.element] : []), ui.foot);
  ui.on(["pairs", "nothing", "judged"], show);
  show();
  if (!text.isEmpty()) {
    ui.said.textContent = "Choose words with the mouse or a finger, then press the button; do the same with the words to link them with. With the keyboard: Tab goes into the text, arrows from word to word; Shift and arrows choose more, Enter takes them.";
  }
  return ui.end;
}

export default { render };
