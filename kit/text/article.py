"""What a text becomes once it is read: spans over an untouched string."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of a text: Unicode code points, `end` exclusive."""

    start: int
    end: int


class Quotation(NamedTuple):
    """Words between quotation marks.

    `span` holds the marks, `inner` only the words. A quotation that is never closed ends with its paragraph
    (`closed` is False). Where a speaker goes on in a new paragraph, newspapers leave the first piece open and
    open the next one again: `continues` is then True on the later piece. `depth` counts the quotations around it.
    """

    span: Span
    inner: Span
    depth: int
    closed: bool
    continues: bool


class Furniture(NamedTuple):
    """A piece of the page that is not reporting: `kind` is byline, dateline, caption, share, advertisement, ..."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text in columns, one row a token (columns, because a finder looks at few of them).

    `form` is the word as the taggers want it (straight apostrophes, no invisible characters), `lower` the same in
    small letters, `start` and `end` its place in the text, `tag` its part of speech (Penn Treebank).
    """

    form: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]

    def __len__(self) -> int:
        return len(self.form)


@dataclass(frozen=True)
class Article:
    """A news text and its parts. `article[span]` gives the words of a span, or of several.

    `title` is the span of the headline, if the text has one. `sentences` and `rows` leave page furniture out;
    `rows` holds for each sentence the first row in `words` and the one after its last.
    """

    text: str
    title: Span | None
    outlet: str
    date: str
    url: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    furniture: tuple[Furniture, ...]
    words: Words = field(repr=False, compare=False)
    rows: tuple[tuple[int, int], ...] = field(repr=False, compare=False)

    def __getitem__(self, where: Span | tuple[int, int] | tuple[Span, ...]) -> str:
        if len(where) == 2 and isinstance(where[0], int):
            return self.text[where[0] : where[1]]  # type: ignore[misc]
        return " … ".join(self.text[start:end] for start, end in where)  # type: ignore[misc]

    @property
    def tokens(self) -> tuple[Span, ...]:
        """The span of every word and punctuation mark."""
        return tuple(map(Span, self.words.start, self.words.end))
