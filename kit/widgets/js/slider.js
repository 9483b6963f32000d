// A number to choose with a slider. Unlike the handle of ipywidgets' own it is called by its label.

import { keepKeysIn, make, slider } from "./dom.js";
import { listeners } from "./kernel.js";

function render({ model, el }) {
  const { on, end } = listeners(model);
  const { label, input, shown, say } = slider(model.get("name"), {}, String, value => {
    model.set("value", value);
    model.save_changes();
  });
  const show = () => {
    for (const each of ["max", "step", "value"]) input[each] = model.get(each);
    say(input.value);
  };
  on(["value", "max"], show);
  show();
  const root = make("div", { class: "kit-control kit-slider" }, label, input, shown);
  keepKeysIn(root);
  el.append(root);
  return end;
}

export default { render };
