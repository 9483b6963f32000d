"""What a text says about each thing, as tables: its statements side by side with who says each and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kit.errors import counted
from kit.finding import Row, Statement
from kit.text import Article
from kit.views.passage_context import PassageInContext, passage_of
from kit.views.rendering import View
from kit.views.shared_wording import headline, one_line
from kit.views.wording import FACT_QUESTIONS, SENTENCES

HEAD = ("What to compare", "In the text", "Who says it")


@dataclass(frozen=True, slots=True)
class FactLine:
    """One statement as a table shows it: the value that is compared, and the passage."""

    value: str
    passage: PassageInContext


@dataclass(frozen=True, slots=True)
class FactTable:
    """What is said about one thing, and the question to ask of it."""

    subject: str
    asks: str
    lines: tuple[FactLine, ...]
    more: int

    @property
    def valued(self) -> bool:
        return any(line.value for line in self.lines)

    @property
    def head(self) -> tuple[str, ...]:
        return HEAD if self.valued else HEAD[1:]

    @property
    def more_in_words(self) -> str:
        return f"The text has {counted(self.more, 'more place')} of this kind, for which there was no room here."


@dataclass(frozen=True, slots=True, repr=False)
class FactTables(View):
    """What a text says about each thing: tables in a notebook, blocks of lines elsewhere."""

    title: str
    tables: tuple[FactTable, ...]
    part: ClassVar[str] = "facts"
    none: ClassVar[str] = SENTENCES["no_facts"]
    note: ClassVar[str] = SENTENCES["facts"]

    def lines(self) -> Iterator[str]:
        if not self.tables:
            yield self.none
            return
        yield self.title
        yield self.note
        for table in self.tables:
            yield f"\n{table.subject}. {table.asks}"
            yield from statements_of(table.lines)
            if table.more:
                yield f"  {table.more_in_words}"


def fact_tables(article: Article, rows: Iterable[Row]) -> FactTables:
    """The rows of a text as tables, in the order given.

    Takes an article and what `kit.facts` found in it.
    """
    title = f"Side by side: {headline(article)}" if headline(article) else "Side by side"
    return FactTables(title, tuple(table_of(article, row) for row in rows))


def table_of(article: Article, row: Row) -> FactTable:
    lines = tuple(line_of(article, statement) for statement in row.statements)
    subject = one_line(row.subject)
    return FactTable(subject[:1].upper() + subject[1:], FACT_QUESTIONS[row.kind], lines, row.more)


def line_of(article: Article, statement: Statement) -> FactLine:
    passage = passage_of(article, statement.span, (statement.span,), statement.source)
    if all(marked for _, marked in passage.pieces):  # where all would be marked, nothing is
        passage = replace(passage, pieces=((passage.words, False),))
    return FactLine(one_line(statement.value), passage)


def statements_of(lines: Sequence[FactLine]) -> Iterator[str]:
    for line in lines:
        passage = line.passage
        value = f"{line.value}: " if line.value and line.value != passage.words else ""
        yield f"  {value}“{passage.words}” ({passage.place}, {passage.source})"
