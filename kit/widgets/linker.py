"""Link two passages of a text that say something of the same thing, and judge how they go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import traitlets

from kit.text import Article, Span
from kit.widgets.control import script, style
from kit.widgets.marker import Label, TextControl

ENDS = ("first", "second")  # the two passages of a pair


class Linker(TextControl):
    """A text in which two passages at a time are chosen and linked, each pair with a verdict. `answer` holds the pairs.

    Without verdicts to choose from, pairs are only linked. A pair whose verdict is still open has the verdict "".
    """

    _esm = script("linker")
    _css = style("text")
    verdicts: traitlets.List[Any] = traitlets.List().tag(sync=True)
    pairs: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self, article: Article, verdicts: Iterable[Label] = (), *, within: Span | None = None, **others: Any
    ) -> None:
        listed = [{"key": each.key, "name": ": ".join(filter(None, (each.name, each.meaning)))} for each in verdicts]
        super().__init__(article, within, verdicts=listed, **others)

    @traitlets.validate("pairs")
    def _only_sound_pairs(self, proposal: Any) -> list[dict[str, Any]]:
        verdicts = {"", *(verdict["key"] for verdict in self.verdicts)}
        sound = []
        for pair in proposal["value"]:
            if isinstance(pair, Mapping) and all(self.passages.holds(pair.get(end)) for end in ENDS):
                verdict = pair.get("verdict") if pair.get("verdict") in verdicts else ""
                sound.append({**{end: list(pair[end]) for end in ENDS}, "verdict": verdict})
        return sound

    def entered(self) -> list[dict[str, Any]]:
        return [{**pair, **{end: self.passages.as_answer(*pair[end]) for end in ENDS}} for pair in self.pairs]

    def enter(self, answer: Any) -> None:
        self.pairs = [
            {
                **{end: self.passages.around(each[end]["start"], each[end]["end"]) for end in ENDS},
                "verdict": each.get("verdict"),
            }
            for each in answer or ()
        ]
