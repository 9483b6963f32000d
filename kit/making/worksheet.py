"""A unit as a worksheet to print: one page of HTML that needs nothing else, with room to write, or with the answers."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from kit.library import facts_of, text_of
from kit.making.templates import fill
from kit.questions.question import Question, Unit
from kit.text import Span

LONG_TEXT = 1500  # characters from which a task may go over the end of a page


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text that a task is about; `stands_with` is the earlier task with which it is printed, or empty."""

    title: str
    words: str
    stands_with: str


def worksheet(unit: Unit, answers: bool = False) -> str:
    """The worksheet of a unit as a page of HTML. With `answers` each task has its answer and the reason below it."""
    printed: dict[tuple[str, Span | None], str] = {}  # each text, and the task that it stands with
    return fill(
        "worksheet.html",
        unit=unit,
        answers=answers,
        what="worksheet, with answers" if answers else "worksheet",
        css=files("kit.making").joinpath("worksheet.css").read_text(encoding="utf-8"),
        tasks=[(question, _texts(question, printed)) for question in unit.questions],
        long_text=LONG_TEXT,
    )


def _texts(question: Question, printed: dict[tuple[str, Span | None], str]) -> list[PrintedText]:
    places = [(question.article, question.passage)] if question.article else []
    places += [(name, None) for name in question.beside]
    texts = []
    for name, span in places:
        whole = text_of(name)
        words = whole[slice(*span)] if span else whole
        texts.append(PrintedText(str(facts_of(name)["title"]), words, printed.get((name, span), "")))
        printed.setdefault((name, span), question.id)
    return texts
