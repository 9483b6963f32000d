"""A bench for controls: a bare page that shows what Python has made, without JupyterLab and without a kernel.

What the browser changes goes to the same Python object as in a notebook, and what that changes comes back. So a control
is tried in each of its states in a moment; that it also works inside JupyterLab is for the other tests.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from anywidget import AnyWidget

from kit.questions.question import Question
from kit.widgets import question_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

FROM_IPYWIDGETS = {*AnyWidget.class_trait_names(), "_esm", "_css", "_anywidget_id"}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title><style>
body { margin: 12px; font-family: system-ui, sans-serif; background: #fff; }
body[data-jp-theme-light="false"] { background: #15181c; }
</style></head><body data-jp-theme-light="true"><main></main></body></html>"""
# The model as anywidget hands it to a script; changes go to Python, and Python's answer is taken over.
SHOW = """async ([id, esm, css, state, head]) => {
    const heard = {};
    const tell = names => names.forEach(name => (heard[name] ?? []).forEach(action => action()));
    const take = changed => {
        const differs = name => JSON.stringify(changed[name]) !== JSON.stringify(state[name]);
        const names = Object.keys(changed).filter(differs);
        Object.assign(state, changed);
        tell(names.map(name => `change:${name}`));
    };
    let pending = {};
    const model = {
        get: name => state[name],
        set: (name, value) => { state[name] = value; pending[name] = value; tell([`change:${name}`]); },
        save_changes: async () => {
            const changes = pending;
            pending = {};
            if (!window.pythonIsGone) take(JSON.parse(await window.kitAsk(id, JSON.stringify(changes), null)));
        },
        send: async message => {
            if (!window.pythonIsGone) take(JSON.parse(await window.kitAsk(id, "{}", JSON.stringify(message))));
        },
        on: (name, action) => { (heard[name] ??= []).push(action); },
        off: (name, action) => { heard[name] = (heard[name] ?? []).filter(each => each !== action); },
    };
    (window.kitModels ??= {})[id] = { model, tell, take };
    const holder = document.createElement("div");
    if (head !== null) {
        holder.className = "kit-ask widget-box";
        holder.innerHTML = `<div class="widget-html"><div class="widget-html-content">${head}</div></div>`;
    }
    const place = document.createElement("div");
    holder.append(place);
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
    document.querySelector("main").append(holder);
    const module = await import(URL.createObjectURL(new Blob([esm], { type: "text/javascript" })));
    module.default.render({ model, el: place });
}"""


class Bench:
    """A page with the controls that were shown on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.shown: dict[str, AnyWidget] = {}
        page.set_content(PAGE)
        page.expose_function("kitAsk", self._asked)

    def clear(self) -> None:
        """An empty bench, light and as wide as before."""
        self.page.mouse.up()
        self.page.goto("about:blank")  # nothing of the page before is left: no scrolling, no pointer that is captured
        self.page.set_content(PAGE)
        self.page.evaluate("window.pythonIsGone = false")

    def show(self, control: AnyWidget, question: Question | None = None) -> None:
        """Show a control, with its question above it if there is one."""
        id = str(len(self.shown))
        self.shown[id] = control
        head = question_text.head(question) if question else None
        self.page.evaluate(SHOW, [id, control._esm, control._css, state_of(control), head])

    def dark(self, on: bool = True) -> None:
        self.page.evaluate("light => { document.body.dataset.jpThemeLight = light }", str(not on).lower())

    def _asked(self, id: str, changes: str, message: str | None) -> str:
        control = self.shown[id]
        for name, value in json.loads(changes).items():
            setattr(control, name, value)
        if message is not None:
            control._handle_custom_msg(json.loads(message), [])
        return json.dumps(state_of(control))


def state_of(control: AnyWidget) -> dict[str, Any]:
    names = [name for name in control.trait_names(sync=True) if name not in FROM_IPYWIDGETS]
    return {name: getattr(control, name) for name in names}
