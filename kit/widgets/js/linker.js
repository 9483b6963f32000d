// Link two passages of a text and say how they go together.

import { frame, nothingBox } from "./control.js";
import { button, make, signButton } from "./dom.js";
import { judgedSign, markList } from "./mark_list.js";
import { adjusters, keysHelp, pickableText } from "./pickable_text.js";
import { HOW, PAIRS, TEXT } from "./words.js";

const ENDS = ["first", "second"];
const LETTERS = "ABCDEFGHIJ";

function render({ model, el }) {
  const ui = frame(model, el, "linker");
  const verdicts = model.get("verdicts");
  let begun = null; // the first passage of a pair that is not complete yet
  const say = ui.say;
  const pairs = () => model.get("pairs");
  const text = pickableText(model, ui, { label: PAIRS.label, keys });
  const list = markList(text, { empty: PAIRS.empty, missedName: PAIRS.missed });

  function keys(event) {
    if (event.key === "Enter" || event.key === " ") take();
    else if (event.key === "Escape") leave();
    else if (event.key === "Delete" || event.key === "Backspace") removeHere();
    else return false;
    return true;
  }
  function take() {
    const range = text.choice();
    if (!range) return say(TEXT.chooseFirst);
    if (begun === null) {
      begun = range;
      text.letGo();
      say(PAIRS.begun(text.quoted(range)));
      return show();
    }
    if (begun[0] <= range[1] && range[0] <= begun[1]) return say(PAIRS.over);
    const first = begun;
    begun = null;
    say(PAIRS.linked(pairs().length + 1, text.quoted(first), text.quoted(range), verdicts.length > 0));
    text.letGo();
    ui.change({ pairs: [...pairs(), { first, second: range, verdict: "" }], nothing: false });
  }
  function leave() {
    if (begun !== null) say(PAIRS.letGo);
    begun = null;
    text.letGo();
    show();
  }
  function remove(at) {
    say(PAIRS.away(at + 1, pairs().length - 1));
    ui.change({ pairs: pairs().filter((_, each) => each !== at) });
  }
  function removeHere() {
    const here = text.markHere(mark => mark.pair !== undefined);
    if (!here) say(PAIRS.noneHere);
    else if (here.pair === null) leave();
    else remove(here.pair);
  }
  function judge(at, verdict) {
    say(PAIRS.verdict(at + 1, verdicts.find(each => each.key === verdict)?.name));
    ui.change({ pairs: pairs().map((pair, each) => (each === at ? { ...pair, verdict } : pair)) });
  }

  const taking = button("", take, { class: "kit-button kit-pen" });
  const again = button(PAIRS.again, leave, { class: "kit-button kit-plain" });

  const howOf = pair =>
    model
      .get("judged")
      .find(
        one =>
          one.how !== "missed" &&
          String(one.first) === String(pair.first) &&
          String(one.second) === String(pair.second),
      )?.how;
  const passages = (pair, tag, number) =>
    ENDS.map((end, place) =>
      make(
        "div",
        { class: "kit-passage-line" },
        make("b", {}, `${tag}${"ab"[place]}`),
        list.quote(pair[end], `${PAIRS.show(number, end)}, ${text.quoted(pair[end])}`),
      ),
    );

  function verdictList(pair, at) {
    const name = PAIRS.asks(at + 1, text.quoted(pair.first), text.quoted(pair.second));
    const choice = make(
      "select",
      { "aria-label": name, class: pair.verdict ? null : "kit-wanting" },
      make("option", { value: "" }, PAIRS.ask),
      ...verdicts.map(verdict => make("option", { value: verdict.key }, verdict.name)),
    );
    choice.value = pair.verdict;
    choice.addEventListener("change", () => judge(at, choice.value));
    return choice;
  }
  function item(pair, at) {
    const how = howOf(pair);
    const tools = make(
      "div",
      { class: "kit-item-head" },
      verdicts.length ? verdictList(pair, at) : null,
      signButton("remove", PAIRS.remove(at + 1), () => remove(at), "kit-small"),
    );
    return list.line([how ? judgedSign(how) : null, ...passages(pair, at + 1, at + 1), tools]);
  }
  function marksOf(pair, at, number, missed) {
    const tone = missed ? "missed" : HOW[howOf(pair)]?.tone;
    return ENDS.map((end, place) => ({
      first: pair[end][0],
      last: pair[end][1],
      shape: missed ? "missed" : place ? "dashes" : "thick",
      tone,
      tag: `${missed ? `${HOW.missed.sign} ` : tone ? `${HOW[howOf(pair)].sign} ` : ""}${number}${"ab"[place]}`,
      name: missed ? PAIRS.missedPassage(end) : PAIRS.passage(end, number),
      ...(missed ? {} : { pair: at }),
    }));
  }
  function show() {
    const all = pairs();
    const missed = model.get("judged").filter(each => each.how === "missed");
    const letter = at => LETTERS[at % LETTERS.length];
    text.draw([
      ...all.flatMap((pair, at) => marksOf(pair, at, at + 1, false)),
      ...missed.flatMap((pair, at) => marksOf(pair, at, letter(at), true)),
      ...(begun
        ? [{ first: begun[0], last: begun[1], shape: "dots", tag: "first", name: PAIRS.open, pair: null }]
        : []),
    ]);
    list.show({
      title: model.get("nothing") ? "" : PAIRS.head(all.length),
      items: all.map(item),
      missed: missed.map((pair, at) => make("li", {}, judgedSign("missed"), ...passages(pair, letter(at), letter(at)))),
      more: model.get("nothing"),
    });
    taking.textContent = begun ? PAIRS.second : PAIRS.first;
    again.hidden = begun === null;
  }

  ui.root.append(
    make("div", { class: "kit-bar" }, taking, again, adjusters(text)),
    make("div", { class: "kit-work" }, text.page, list.element),
    ui.said,
    make(
      "div",
      { class: "kit-line kit-under" },
      nothingBox(model, ui, "pair", () => pairs().length, { pairs: [] }),
      keysHelp(PAIRS.keys),
    ),
    ui.foot,
  );
  ui.on(["pairs", "nothing", "judged"], show);
  show();
  if (!text.isEmpty()) ui.said.textContent = PAIRS.help;
  return ui.end;
}

export default { render };
