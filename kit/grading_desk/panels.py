"""What all panels of the desk share: HTML from the templates of the class pages, points to press or type, a line that
says what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import ipywidgets as widgets

from kit.errors import KitError
from kit.grading.page_templates import page
from kit.grading.records import Pupil
from kit.questions.points import Points, points_in_words, typed_points
from kit.views.control_characters import showable

MAX_BUTTONS = 9  # for points; with more the steps are whole points, and between them one types
MAX_OPTION = 80  # characters of a line in a list to choose from


def fragment(template: str, **values: Any) -> widgets.HTML:
    """A piece of a page, escaped as on the pages of a class."""
    return widgets.HTML(page(f"desk-{template}.html", **values))


def option(words: str) -> str:
    """Words for a list to choose from: on one line, none too long, without signs that turn or hide them."""
    line = showable(" ".join(words.split()))
    return line if len(line) <= MAX_OPTION else line[: MAX_OPTION - 1] + "…"


def name_of(pupil: Pupil, anonymous: bool) -> str:
    """A pupil in a list: the number tells two of one name apart."""
    return pupil.shown_name(True) if anonymous else option(f"{pupil.name} ({pupil.number})")


def button(label: str, pressed: Callable[[], None], says: Status, primary: bool = False) -> widgets.Button:
    """A button. What it can't do is said in the status line, in a sentence."""
    made = widgets.Button(description=label, button_style="primary" if primary else "")
    made.on_click(lambda _: says.doing(pressed))
    return made


class Status(widgets.HTML):
    """One line that says what happened, read out by a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.say("")

    def say(self, words: str, trouble: bool = False) -> None:
        """Say it, as a trouble if it is one."""
        self.value = page("desk-status.html", words=words, trouble=trouble)

    def doing(self, act: Callable[[], None]) -> None:
        """Do something, and say what was in the way if it could not be done."""
        try:
            act()
        except KitError as error:
            self.say(str(error), trouble=True)


class PickList(widgets.Dropdown):
    """A list to choose from. `chosen` is called when somebody chooses, not when the list itself changes."""

    value: Any  # ipywidgets has no types

    def __init__(self, label: str, chosen: Callable[[], None]):
        super().__init__(description=label)
        self._offering = False
        self._offered: list[tuple[str, str]] = []
        self.observe(lambda _: None if self._offering else chosen(), "value")

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these; what was chosen stays chosen if it is among them, or else the first is."""
        if self._offered == list(options):
            return
        before = self.value
        self._offered, self._offering = list(options), True
        self.options = self._offered
        values = [value for _, value in self._offered]
        self.value = before if before in values else next(iter(values), None)
        self._offering = False


class PointsPicker(widgets.VBox):
    """Points to press or to type. `chosen` is called with each choice, and `says` says what was wrong with it."""

    def __init__(self, most: Fraction, value: Fraction | None, chosen: Callable[[Fraction], None], says: Status):
        self._chosen, self._says, self._following = chosen, says, False
        steps = steps_for(most)
        self._buttons = widgets.ToggleButtons(
            options=[(str(Points(each)), each) for each in steps],
            value=value if value in steps else None,
            description="Points",
            tooltips=[points_in_words(each) for each in steps],
        )
        self._field = widgets.Text(
            value=repr(Points(value)) if value is not None else "", description="or type", continuous_update=False
        )
        self._buttons.observe(lambda change: self._choose(lambda: change["new"]), "value")
        self._field.observe(lambda change: self._choose(lambda: _typed(change["new"])), "value")
        super().__init__([self._buttons, self._field])
        self.add_class("kit-points")

    def _choose(self, read: Callable[[], Fraction | None]) -> None:
        if not self._following:
            self._says.doing(lambda: self._take(read()))

    def _take(self, points: Fraction | None) -> None:
        if points is None:
            return
        self._following = True  # the other half follows, and is no second choice
        self._field.value = repr(Points(points))
        self._buttons.value = points if points in [each for _, each in self._buttons.options] else None
        self._following = False
        self._chosen(points)


def _typed(words: str) -> Fraction | None:
    """Points as somebody types them, None for an empty box. Raises KitError if it is no number."""
    try:
        return typed_points(words) if words.strip() else None
    except ValueError:
        raise KitError(f"“{option(words)}” isn’t a number. Write points as in 1.5.") from None


def steps_for(most: Fraction) -> Sequence[Fraction]:
    """The points for which there is a button: halves, or whole points if that would be too many.

    >>> [str(step) for step in steps_for(Fraction(2))]
    ['0', '1/2', '1', '3/2', '2']
    """
    step = Fraction(1, 2) if most * 2 < MAX_BUTTONS else Fraction(1)
    steps = [step * number for number in range(int(most / step) + 1)]
    return steps if steps[-1] == most else [*steps, Fraction(most)]
