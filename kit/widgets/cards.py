"""Put cards on the rungs of a ladder: how much the reader is told of a source, or any other order of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import traitlets

from kit.views.wording import RUNGS
from kit.widgets.control import Control, script, style
from kit.widgets.marker import Label


class Cards(Control):
    """Cards to place on rungs, with the list on each card or by dragging it. `answer` tells the rung of each card.

    `cards` and `rungs` have a `key` for the answer and a `name` to show; the rungs go from the top down. The rungs of
    the ladder of sources come with the small boxes and the meaning that they have everywhere in the kit.
    """

    _esm = script("cards")
    _css = style("cards")
    rungs: traitlets.List[Any] = traitlets.List().tag(sync=True)
    cards: traitlets.List[Any] = traitlets.List().tag(sync=True)
    placed: traitlets.Dict[Any, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, cards: Iterable[Label], rungs: Iterable[Label], **others: Any) -> None:
        super().__init__(
            cards=[{"key": card.key, "text": card.name} for card in cards], rungs=list(map(as_drawn, rungs)), **others
        )

    @traitlets.validate("placed")
    def _only_sound_places(self, proposal: Any) -> dict[str, str]:
        given: Mapping[str, Any] = proposal["value"]
        rungs = {rung["key"] for rung in self.rungs}
        keys = [card["key"] for card in self.cards]
        return {key: given[key] for key in keys if isinstance(given.get(key), str) and given[key] in rungs}

    def entered(self) -> dict[str, str]:
        return dict(self.placed)

    def enter(self, answer: Any) -> None:
        self.placed = answer or {}


def as_drawn(rung: Label) -> dict[str, str]:
    """A rung as it is drawn."""
    known = RUNGS.get(rung.key)  # type: ignore[call-overload]  # any key may be asked for
    meaning, steps = (known.meaning, known.steps) if known else ("", "")
    return {"key": rung.key, "name": rung.name, "meaning": rung.meaning or meaning, "steps": steps}
