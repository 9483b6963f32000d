"""What a text becomes once it is read: spans over an untouched string."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten
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
    """A piece of the page that is not reporting.

    `kind` is one of share, advertisement, byline, dateline, date, caption, credit, read more, newsletter, comments,
    copyright, note, label, navigation, embed, code, separator, and headline for a headline that strays into the text.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text in columns, one row a token (columns, because a finder looks at few of them).

    `form` is the word as the taggers want it (straight apostrophes, no unseen characters), `lower` the same in small
    letters, `start` and `end` its place in the text, `tag` its part of speech (Penn Treebank) as TextBlob's
    PatternTagger has it.
    """

    form: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[str]

    def __len__(self) -> int:
        return len(self.form)


@dataclass(frozen=True, repr=False)
class Article:
    """A news text and its parts. `article[span]` gives the words of a span, or of several.

    `title` is the span of the headline, if the text has one. `sentences` and `rows` leave page furniture out;
    `rows` holds for each sentence the first row in `words` and the one after its last. `outlet`, `date` and `url` say
    where the text is from; `fetched` is the day on which it came from the network, "" if it did not.
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
    words: Words = field(compare=False)
    rows: tuple[tuple[int, int], ...] = field(compare=False)
    fetched: str = ""

    def __getitem__(self, where: Span | tuple[int, int] | tuple[Span, ...] | slice) -> str:
        """The words of a span; of several, with … between them; of `[start:end]`."""
        if isinstance(where, slice):
            return self.text[where]
        if not isinstance(where, tuple):
            raise TypeError(
                f"article[...] takes a span, such as article[article.sentences[0]], not {where!r}. "
                "The words of an attribution are article[attribution.content]."
            )
        if len(where) == 2 and isinstance(where[0], int):
            return self.text[where[0] : where[1]]
        return " … ".join(self.text[start:end] for start, end in where)

    def __repr__(self) -> str:
        first = self.title or next(iter(self.sentences), Span(0, 0))
        return (
            f"<Article {shorten(self[first], 60, placeholder='…')!r}: {_counted(len(self.paragraphs), 'paragraph')}, "
            f"{_counted(len(self.sentences), 'sentence')}, {_counted(len(self.words), 'word and punctuation mark')}>"
        )

    @property
    def tokens(self) -> tuple[Span, ...]:
        """The span of every word and punctuation mark."""
        return tuple(map(Span, self.words.start, self.words.end))


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing.replace('word and', 'words and')}s"
