// One option of several, or any number of them: plain radio buttons and tick boxes with long lines.

import { frame, nothingBox } from "./control.js";
import { button, make, newId, withBold } from "./dom.js";
import { HOW, OPTIONS } from "./words.js";

function render({ model, el }) {
  const ui = frame(model, el, "choice");
  const several = model.get("several");
  const group = newId();
  const order = model.get("options").map(option => option.key);

  function choose(option, checked) {
    const others = several ? model.get("chosen").filter(key => key !== option.key) : [];
    const chosen = checked ? order.filter(key => key === option.key || others.includes(key)) : others;
    ui.say(OPTIONS.now(chosen.join(", ")));
    ui.change({ chosen, nothing: chosen.length ? false : model.get("nothing") });
  }
  function optionLine(option) {
    const box = make("input", { type: several ? "checkbox" : "radio", name: group, value: option.key });
    box.addEventListener("change", () => choose(option, box.checked));
    const sign = make("span", { class: "kit-option-sign" });
    const letter = make("b", { class: "kit-letter" }, option.key);
    const line = make(
      "label",
      { class: "kit-option" },
      box,
      letter,
      make("span", { class: "kit-words-of" }, ...withBold(option.text)),
      sign,
    );
    return { option, box, line, sign };
  }
  const boxes = model.get("options").map(optionLine);
  const back = button(
    OPTIONS.back,
    () => {
      ui.say(OPTIONS.open);
      ui.change({ chosen: [], nothing: false });
      boxes[0].box.focus();
    },
    { class: "kit-button kit-plain" },
  );

  function show() {
    for (const { option, box, line, sign } of boxes) {
      box.checked = model.get("chosen").includes(option.key);
      const how = HOW[model.get("judged").find(each => each.key === option.key)?.how];
      line.className = `kit-option ${box.checked ? "kit-picked" : ""} ${how ? `kit-tone-${how.tone}` : ""}`;
      sign.textContent = how ? `${how.sign} ${how.name}` : "";
    }
    back.hidden = !model.get("chosen").length;
  }
  const asks = model.get("asks") || (several ? OPTIONS.several : OPTIONS.one);
  ui.root.append(
    make(
      "div",
      { class: "kit-options", role: several ? "group" : "radiogroup", "aria-label": asks },
      ...boxes.map(each => each.line),
    ),
    ...[nothingBox(model, ui, "option", () => model.get("chosen").length, { chosen: [] })].filter(Boolean),
    ui.said,
    ui.foot,
  );
  ui.said.classList.add("kit-heard"); // for the eye the options say it
  ui.line.append(back);
  ui.on(["chosen", "judged"], show);
  show();
  return ui.end;
}

export default { render };
