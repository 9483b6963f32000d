// A number to choose with a slider. Unlike the handle of ipywidgets' own it is called by its label.

import { keepKeysIn, make, newId } from "./dom.js";
import { listeners } from "./kernel.js";

function render({ model, el }) {
  const { on, end } = listeners(model);
  const shown = make("output");
  const slider = make("input", { id: newId(), type: "range", min: "0" });
  const show = () => {
    slider.max = model.get("max");
    slider.step = model.get("step");
    slider.value = model.get("value");
    shown.textContent = slider.value;
  };
  slider.addEventListener("input", () => {
    shown.textContent = slider.value;
  });
  slider.addEventListener("change", () => {
    model.set("value", Number(slider.value));
    model.save_changes();
  });
  on(["value", "max"], show);
  show();
  const root = make(
    "div",
    { class: "kit-control kit-slider" },
    make("label", { for: slider.id }, model.get("name")),
    slider,
    shown,
  );
  keepKeysIn(root);
  el.append(root);
  return end;
}

export default { render };
