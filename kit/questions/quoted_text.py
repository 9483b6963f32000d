"""Places that a question quotes: the words of a practice text, found in it exactly."""

from __future__ import annotations

from dataclasses import dataclass

from kit.gold import Quoted
from kit.questions.errors import QuestionError
from kit.text import Span
from kit.toml import Table


@dataclass(frozen=True, slots=True)
class QuotedText:
    """The text that a question is about: its name, its words and the part that is shown."""

    name: str
    text: str
    shown: Span

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def shows(self, *spans: Span) -> bool:
        """Do all of these stand in the part that is shown?"""
        return all(self.shown.start <= span.start and span.end <= self.shown.end for span in spans)

    def place(self, words: str, table: Table, nth: object = None, within: Span | None = None) -> Span:
        """The one place of these words in what is shown, or in a passage of it; `nth` (from 1) says which of several.

        Raises QuestionError, with file and question, if the words are not there, or several times.
        """
        if nth is not None and (isinstance(nth, bool) or not isinstance(nth, int)):
            raise table.wrong("nth has to be a whole number from 1 up (or, for several passages, a list of them)")
        where = f"{table.where} (text “{self.name}”)"
        return Quoted(self.text, QuestionError).find(words, where, within or self.shown, nth)

    def pieces(self, table: Table) -> tuple[Span, ...]:
        """The places of the `words` of a table, in one piece or several, inside of `within` if the table has one."""
        within = self.passage(table)
        words = table.several("words", example='"the council"')
        if not words:
            raise table.wrong("words is empty. Quote the words of the text")
        nth = numbers(table, len(words))
        return tuple(self.place(each, table, n, within) for each, n in zip(words, nth, strict=True))

    def passage(self, table: Table) -> Span | None:
        """The place of `within`, a passage that stands in the text once."""
        within = table.words("within", "")
        return self.place(within, table) if within else None


def numbers(table: Table, count: int) -> list[object]:
    """nth for each of several passages; one number alone is for the first."""
    nth = table.take("nth", None)
    listed = list(nth) if isinstance(nth, list) else [nth]
    if len(listed) > count:
        raise table.wrong(f"nth has {len(listed)} numbers for {count} passages. Give one for each")
    return [*listed, *[None] * (count - len(listed))]
