// Mark passages in a text with labels.

import { frame, nothingBox } from "./control.js";
import { button, make, signButton } from "./dom.js";
import { judgedSign, markList } from "./mark_list.js";
import { sampleOf } from "./patterns.js";
import { adjusters, keysHelp, pickableText } from "./pickable_text.js";
import { HOW, MARKS, TEXT } from "./words.js";

function render({ model, el }) {
  const ui = frame(model, el, "marker");
  const labels = model.get("labels");
  const nameOf = key => labels.find(label => label.key === key).name;
  const shapeOf = key => labels.find(label => label.key === key).shape;
  let current = labels[0].key; // what Enter marks with: the label used last
  let changing = null; // the number of the mark that is being changed

  const marks = () => model.get("marks");
  const mine = mark => mark.number !== undefined;
  const say = ui.say;

  const text = pickableText(model, ui, { label: MARKS.label, onMoved: () => showHere(), keys });
  const list = markList(text, { empty: MARKS.empty, missedName: MARKS.missed });

  function keys(event) {
    const number = Number(event.key);
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" || event.key === " ") mark(current);
    else if (bare && number >= 1 && number <= labels.length) mark(labels[number - 1].key);
    else if (event.key === "Delete" || event.key === "Backspace") removeHere();
    else if (event.key === "Escape") leave();
    else return false;
    return true;
  }
  function mark(key) {
    const range = text.choice();
    if (!range) return say(TEXT.chooseFirst);
    current = key;
    showCurrent();
    const [first, last] = range;
    const all = marks();
    const same = all.findIndex(each => each.label === key && each.first === first && each.last === last);
    if (changing !== null) {
      const rest = all.filter((_, at) => at !== changing && at !== same);
      say(MARKS.changed(nameOf(key), text.quoted(range)));
      changing = null;
      return put([...rest, { label: key, first, last }]);
    }
    if (same >= 0) return say(MARKS.there(nameOf(key), text.quoted(range)));
    const note = model.get("nothing") ? MARKS.untick(model.get("nothing_label")) : "";
    say(MARKS.made(nameOf(key), text.quoted(range), all.length + 1, note));
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
    say(MARKS.away(nameOf(label), text.quoted([first, last]), all.length - 1));
    put(all.filter((_, each) => each !== at));
  }
  function removeHere() {
    text.takeSelection();
    const here = text.markHere(mine);
    if (here) remove(here.number);
    else say(MARKS.noneHere);
  }
  function change(at) {
    const { label, first, last } = marks()[at];
    changing = at;
    current = label;
    showCurrent();
    text.choose(first, last);
    say(MARKS.changing(nameOf(label), text.quoted([first, last])));
    showHere();
  }
  function leave() {
    if (changing !== null) say(MARKS.left);
    changing = null;
    text.letGo();
  }

  const several = labels.length > 1;
  const pens = labels.map((label, at) =>
    sampleOf(
      button(MARKS.pen(label.name, several ? at + 1 : 0), () => mark(label.key), {
        class: "kit-button kit-pen",
        title: label.meaning || null,
      }),
      label.shape,
    ),
  );
  function showCurrent() {
    for (const [at, pen] of pens.entries()) pen.classList.toggle("kit-current", several && labels[at].key === current);
  }
  const away = button(MARKS.takeAway, removeHere, { class: "kit-button kit-plain" });

  const judgement = each =>
    model
      .get("judged")
      .find(
        one => one.how !== "missed" && one.label === each.label && one.first === each.first && one.last === each.last,
      )?.how;

  function item(each, at) {
    const range = [each.first, each.last];
    const what = `${nameOf(each.label)}, ${text.quoted(range)}`;
    const how = judgement(each);
    const name = make("span", { class: "kit-sample" }, nameOf(each.label));
    return list.line(
      [
        make(
          "div",
          { class: "kit-item-head" },
          sampleOf(name, shapeOf(each.label), HOW[how]?.tone),
          signButton("change", MARKS.change(what), () => change(at), "kit-small"),
          signButton("remove", MARKS.remove(what), () => remove(at), "kit-small"),
        ),
        make("div", { class: "kit-item-foot" }, list.quote(range, MARKS.show(what)), how ? judgedSign(how) : null),
      ],
      [range],
    );
  }
  function missedItem(each) {
    const range = [each.first, each.last];
    const name = sampleOf(make("span", { class: "kit-sample" }, nameOf(each.label)), "missed");
    const what = `${nameOf(each.label)}, ${text.quoted(range)}`;
    return list.line(
      [
        make("div", { class: "kit-item-head" }, name),
        make("div", { class: "kit-item-foot" }, list.quote(range, MARKS.show(what)), judgedSign("missed")),
      ],
      [range],
    );
  }
  function drawn(each, number) {
    const how = HOW[judgement(each)];
    const name = nameOf(each.label);
    return {
      ...each,
      number,
      shape: shapeOf(each.label),
      tone: how?.tone,
      tag: how ? `${how.sign} ${name}` : name,
      name: how ? `${name}, ${how.name}` : name,
    };
  }
  function show() {
    if (changing >= marks().length) changing = null;
    const all = marks();
    const missed = model.get("judged").filter(each => each.how === "missed");
    text.draw([
      ...all.map(drawn),
      ...missed.map(each => ({
        ...each,
        shape: "missed",
        tone: "missed",
        tag: `${HOW.missed.sign} ${nameOf(each.label)}`,
        name: `${nameOf(each.label)}, ${HOW.missed.name}`,
      })),
    ]);
    const title = model.get("nothing") ? "" : MARKS.head(all.length);
    list.show({ title, items: all.map(item), missed: missed.map(missedItem), more: model.get("nothing") });
    showHere();
  }
  /** Where the cursor stands on a mark, its line in the list shows it. */
  function showHere() {
    const here = text.markHere(mine)?.number;
    [...list.list.children].forEach((line, at) => {
      line.classList.toggle("kit-here", at === here);
      line.classList.toggle("kit-changing", at === changing);
    });
    away.setAttribute("aria-disabled", String(here === undefined));
    away.classList.toggle("kit-waiting", !marks().length);
  }

  const pensGroup = make("div", { class: "kit-pens", role: "group", "aria-label": MARKS.bar }, ...pens);
  ui.root.append(
    make("div", { class: "kit-bar" }, pensGroup, adjusters(text), away),
    make("div", { class: "kit-work" }, text.page, list.element),
    ui.said,
    make(
      "div",
      { class: "kit-line kit-under" },
      nothingBox(model, ui, "mark", () => marks().length, { marks: [] }),
      keysHelp(MARKS.keys),
    ),
    ui.foot,
  );
  ui.on(["marks", "nothing", "judged"], show);
  showCurrent();
  show();
  if (!text.isEmpty()) ui.said.textContent = MARKS.help(several);
  return ui.end;
}

export default { render };
