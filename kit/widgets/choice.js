// One option of several, or any number of them: plain radio buttons and tick boxes with long lines. Needs base.js.

function render({ model, el }) {
  const ui = frame(model, el, "choice");
  const several = model.get("several");
  const group = newId();
  const boxes = model.get("options").map((option, at) => {
    const box = make("input", { type: several ? "checkbox" : "radio", name: group, value: option.key });
    box.addEventListener("change", () => choose(option, box.checked));
    return { option, box, line: make("label", { class: "kit-option" }, box, make("span", {}, make("b", {}, `${option.key}  `), option.text)) };
  });

  function choose(option, checked) {
    const kept = several ? model.get("chosen").filter(key => key !== option.key) : [];
    const all = boxes.map(each => each.option.key);
    const chosen = checked ? [...kept, option.key].sort((one, other) => all.indexOf(one) - all.indexOf(other)) : kept;
    ui.say(chosen.length ? `Your answer: ${chosen.join(", ")}.` : "No option is chosen.");
    ui.change({ chosen, nothing: chosen.length ? false : model.get("nothing") });
  }
  const back = button("Take my answer back", () => {
    ui.say("Taken back. The question is open again.");
    ui.change({ chosen: [], nothing: false });
    boxes[0].box.focus();
  }, { class: "kit-button kit-small" });
  const nothing = nothingBox(model, ui, () => model.get("chosen").length ? "You have chosen options. Take them back first, if none of them fits." : "");

  function show() {
    for (const { option, box, line } of boxes) {
      box.checked = model.get("chosen").includes(option.key);
      line.classList.toggle("kit-picked", box.checked);
    }
    back.hidden = !model.get("chosen").length;
  }
  ui.root.append(
    make("div", { class: "kit-options", role: several ? "group" : "radiogroup", "aria-label": several ? "Tick all that fit" : "Choose one" }, ...boxes.map(each => each.line)),
    ...(nothing.element ? [nothing.element] : []), back, ui.said, ui.foot);
  ui.on(["chosen"], show);
  show();
  return ui.end;
}

export default { render };
