// kit/widgets/js/dom.js
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== void 0) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== void 0));
  return element;
}
var lastId = 0;
var newId = () => `kit-control-${++lastId}-${Math.random().toString(36).slice(2, 8)}`;
function slider(name, attributes, said, chosen) {
  const shown = make("output");
  const input = make("input", { id: newId(), type: "range", min: "0", ...attributes });
  const say = (value) => {
    shown.textContent = said(value);
    input.setAttribute("aria-valuetext", said(value));
  };
  input.addEventListener("input", () => say(input.value));
  input.addEventListener("change", () => chosen(Number(input.value)));
  return { label: make("label", { for: input.id }, name), input, shown, say };
}
function keepKeys(event) {
  const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
  if (!saving) event.stopPropagation();
}
function keepKeysIn(root) {
  root.addEventListener("keydown", keepKeys);
  root.addEventListener("keyup", keepKeys);
}

// kit/widgets/js/kernel.js
function listeners(model) {
  const undo = [];
  return {
    on(names, action) {
      for (const name of names) {
        model.on(`change:${name}`, action);
        undo.push(() => model.off(`change:${name}`, action));
      }
    },
    later: (action) => undo.push(action),
    end() {
      for (const action of undo) action();
    }
  };
}

// kit/widgets/js/slider.js
function render({ model, el }) {
  const { on, end } = listeners(model);
  const { label, input, shown, say } = slider(model.get("name"), {}, String, (value) => {
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
var slider_default = { render };
export {
  slider_default as default
};
