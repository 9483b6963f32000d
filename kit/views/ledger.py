"""The ledger as tables: one for each row, its statements side by side with who says it and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from kit.finding import Kind, Row, Statement
from kit.text import Article
from kit.views.highlight import stylesheet
from kit.views.passages import as_html, bdi, context_of, whereabouts
from kit.views.phrases import counted, headline, one_line

OPEN = 6  # tables that are shown at once; the others wait behind a line that opens them
NONE = "In this text the ledger found no two passages to lay side by side."
NOTE = (
    "Passages that may be about the same thing, side by side. None of this is a fault: two figures may count two "
    "things. Compare the lines of each table, look at them in the text, and decide yourself."
)
ASKS: dict[Kind, str] = {
    "headline": "Does the report bear out its headline: every name, every number, the verb?",
    "person": "Is this one person? Do the names, ages and parts go together?",
    "number": "Which of these figures count the same thing, at the same time?",
    "time": "Do these go together on one line of time?",
    "place": "Is this one place, or are there several?",
    "opposites": "Is this about one thing? Then which of the two is it?",
    "cause": "Do these reasons go together?",
    "quotation": "Whose words are these?",
    "topic": "Do these passages say the same?",
    "denial": "Who denies what, and how would each of them know?",
    "name": "Are these names of one and the same thing?",
    "thing": "Does all that is said about this go together, whoever says it?",
}
HEAD = ("What to compare", "In the text", "Who says it")
REPORTER = "the reporter"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as a table shows it: the value, the sentence in pieces (marked or not), who says it, and where."""

    value: str
    pieces: tuple[tuple[str, bool], ...]
    source: str
    place: str

    @property
    def passage(self) -> str:
        return "".join(words for words, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Table:
    """One row of the ledger as a table."""

    subject: str
    asks: str
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True, repr=False)
class Ledger:
    """The ledger of a text: tables in a notebook, blocks of lines elsewhere."""

    title: str
    tables: tuple[Table, ...]

    def __repr__(self) -> str:
        return "\n".join(lines_of(self)) if self.tables else NONE

    def _repr_html_(self) -> str:
        return to_html(self) if self.tables else f"<p>{NONE}</p>"


def ledger(article: Article, rows: Iterable[Row]) -> Ledger:
    """The rows of a text as tables, in the order given.

    Takes an article and what `kit.facts` found in it.
    """
    title = f"Side by side: {headline(article)}" if headline(article) else "Side by side"
    return Ledger(title, tuple(table_of(article, row) for row in rows))


def table_of(article: Article, row: Row) -> Table:
    lines = tuple(line_of(article, statement) for statement in row.statements)
    subject = one_line(row.subject)
    return Table(subject[:1].upper() + subject[1:], ASKS[row.kind], lines, row.more)


def line_of(article: Article, statement: Statement) -> Line:
    pieces = tuple(context_of(article, statement.span, (statement.span,)))
    whole = all(marked for _, marked in pieces)  # where all would be marked, nothing is
    return Line(
        one_line(statement.value),
        tuple((words, marked and not whole) for words, marked in pieces),
        one_line(statement.source) or REPORTER,
        whereabouts(article, statement.span),
    )


def to_html(view: Ledger) -> str:
    first, rest = view.tables[:OPEN], view.tables[OPEN:]
    behind = (
        f"<details><summary>{counted(len(rest), 'more table')}</summary>{''.join(map(table_html, rest))}</details>"
        if rest
        else ""
    )
    return (
        f'<div class="kit-facts"><style>{stylesheet("ledger.css")}</style>'
        f'<p class="kit-facts-title"><bdi>{escape(view.title, quote=False)}</bdi></p><p>{NOTE}</p>'
        f"{''.join(map(table_html, first))}{behind}</div>"
    )


def table_html(table: Table) -> str:
    valued = any(line.value for line in table.lines)
    heads = "".join(f'<th scope="col">{head}</th>' for head in (HEAD if valued else HEAD[1:]))
    body = "".join(line_html(line, valued) for line in table.lines)
    more = f'<p class="kit-more">{told_more(table)}</p>' if table.more else ""
    return (
        f'<table class="kit-fact"><caption><b>{bdi(table.subject)}.</b> {table.asks}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{more}"
    )


def line_html(line: Line, valued: bool) -> str:
    value = f'<th scope="row">{bdi(line.value)}</th>' if valued else ""
    words = f'{as_html(line.pieces)} <span class="kit-where">({line.place})</span>'
    return f"<tr>{value}<td>{words}</td><td>{bdi(line.source)}</td></tr>"


def told_more(table: Table) -> str:
    return f"The text has {counted(table.more, 'more place')} of this kind, for which there was no room here."


def lines_of(view: Ledger) -> Iterator[str]:
    """The tables in plain text: a block of lines for each."""
    yield view.title
    yield NOTE
    for table in view.tables:
        yield f"\n{table.subject}. {table.asks}"
        yield from statements_of(table.lines)
        if table.more:
            yield f"  {told_more(table)}"


def statements_of(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        value = f"{line.value}: " if line.value and line.value != line.passage else ""
        yield f"  {value}“{line.passage}” ({line.place}, {line.source})"
