"""A jury of two: each decides alone, then both votes are shown, and what careful readers say: `jury`."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from kit.lessons.lesson_files import entry
from kit.views.prose import prose
from kit.views.sheet import Sheet

JURORS = ("First juror", "Second juror")
COVERED = "voted"


def jury(name: str = "") -> Any:
    """A case for two: a passage, a question and verdicts to choose from. Nobody sees a vote before both are in.

    Takes the name of a case ("neighbours"). Gives a control for a notebook. Raises KitError, with the names there are,
    if there is none of that name.
    """
    import ipywidgets

    from kit.lessons.boxes import boxed

    case = entry("cases", name, "jury")
    verdicts: Sequence[str] = case["verdicts"]
    benches = [
        ipywidgets.RadioButtons(options=verdicts, value=None, description=juror, style={"description_width": "auto"})
        for juror in JURORS
    ]
    votes = [ipywidgets.Button(description=f"{juror}: vote", disabled=True, button_style="primary") for juror in JURORS]
    below = ipywidgets.HTML()
    cast: dict[int, str] = {}

    def vote(number: int) -> None:
        cast[number] = str(benches[number].value)
        benches[number].options = [COVERED]
        benches[number].disabled = votes[number].disabled = True
        if len(cast) == len(JURORS):
            below.value = outcome(case, [cast[each] for each in range(len(JURORS))])._repr_html_()

    for number, (bench, button) in enumerate(zip(benches, votes, strict=True)):
        bench.observe(lambda change, button=button: setattr(button, "disabled", change["new"] is None), "value")
        button.on_click(lambda _, number=number: vote(number))
    half = ipywidgets.Layout(flex="1 1 18em")
    columns = [ipywidgets.VBox(both, layout=half) for both in zip(benches, votes, strict=True)]
    head = ipywidgets.HTML(f"{prose(case['passage'])}<p><b>{escape(case['question'])}</b></p>")
    return boxed(head, ipywidgets.HBox(columns), below)


def outcome(case: dict[str, Any], votes: Sequence[str]) -> Sheet:
    """Both votes, the careful readers' verdict, and why."""
    agreed = (
        "You agree."
        if votes[0] == votes[1]
        else "You don’t agree. Talk it over: who can back up their vote with words from the passage?"
    )
    rows = (*zip(JURORS, votes, strict=True), ("Careful readers", case["readers"]))
    return Sheet("The votes", f"{agreed} {case['why']}", ("Who", "Verdict"), rows, (35, 65))
