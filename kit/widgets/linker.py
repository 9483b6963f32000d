"""Link two passages of a text that say something of the same thing, and judge how they go together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import traitlets

from kit.text import Article, Span
from kit.widgets.control import joined
from kit.widgets.marker import Label, TextControl, answer_passage, is_range


class Linker(TextControl):
    """A text in which two passages at a time are chosen and linked, each pair with a verdict. `answer` holds the pairs.

    Without verdicts to choose from, pairs are only linked. A pair whose verdict is still open has the verdict "".
    """

    _esm = joined("base.js", "word_picker.js", "linker.js")
    _css = joined("widgets.css", "word_picker.css")
    verdicts: traitlets.List[Any] = traitlets.List().tag(sync=True)
    pairs: traitlets.List[Any] = traitlets.List().tag(sync=True)

    def __init__(
        self, article: Article, verdicts: Iterable[Label] = (), *, within: Span | None = None, **others: Any
    ) -> None:
        listed = [{"key": each.key, "name": each.name} for each in verdicts]
        super().__init__(article, within, verdicts=listed, **others)

    @traitlets.validate("pairs")
    def _only_sound_pairs(self, proposal: Any) -> list[dict[str, Any]]:
        verdicts = {"", *(verdict["key"] for verdict in self.verdicts)}
        sound = []
        for pair in proposal["value"]:
            if isinstance(pair, Mapping) and all(self._is_passage(pair.get(end)) for end in ("first", "second")):
                verdict = pair.get("verdict") if pair.get("verdict") in verdicts else ""
                sound.append({"first": list(pair["first"]), "second": list(pair["second"]), "verdict": verdict})
        return sound

    def _is_passage(self, ends: Any) -> bool:
        return (
            isinstance(ends, list) and len(ends) == 2 and is_range({"first": ends[0], "last": ends[1]}, self.passages)
        )

    @property
    def answer(self) -> list[dict[str, Any]] | None:
        """The pairs with their words, an empty list for "nothing here", or None as long as there is neither."""
        if not self.pairs:
            return [] if self.nothing else None
        return [
            {
                "first": answer_passage(self.passages, *pair["first"]),
                "second": answer_passage(self.passages, *pair["second"]),
                "verdict": pair["verdict"],
            }
            for pair in self.pairs
        ]

    def show(self, answer: Any) -> None:
        pairs = []
        for each in answer or ():
            ends = [self.passages.around(each[end]["start"], each[end]["end"]) for end in ("first", "second")]
            if ends[0] and ends[1]:
                pairs.append({"first": list(ends[0]), "second": list(ends[1]), "verdict": each.get("verdict") or ""})
        self.pairs = pairs
        self.nothing = answer == [] and bool(self.nothing_label)
