"""How long does a lesson take, and each of its questions?

    python benchmarks/minutes.py [--write]

Prints, part by part, the minutes that a lesson states beside those that come out of this sum: words at the pace of a
careful reader of 15, the time that a question takes by its kind, and the time for each thing to try out. --write puts
the sum into the lessons and the questions; docs/lessons.md and docs/teaching.md have to follow (tests/test_docs.py).

The seconds below were set by an agent that answered every question of the bank cold, and counted words, things to
weigh and the actions that each control takes. An editor who had not written them counted again, with times of its own
and 150 words a minute: no lesson came out more than 13 per cent from what it states. No class has been timed. If you
time one, correct them here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from kit.lessons.hundred import reports
from kit.lessons.lesson_files import lesson_tables
from kit.library import names, text_of
from kit.questions import bank
from kit.questions.marking import model_answer
from kit.questions.question import Question

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
QUESTIONS = Path(__file__).parents[1] / "kit" / "data" / "questions"
READ, TYPE, COMPOSE = 165, 20, 15  # words a minute: reading (150 to 180), copying a sentence out, thinking one up
AGAIN = 0.5  # of a text that was read before, to find a place in it
CLICK = 4  # seconds for an action: a click, a drag, a label
# Seconds to weigh one thing: an option, a card, a mark, a pair; and before the first of them.
WEIGH = {"choice": 12, "choices": 15, "levels": 15, "spans": 25, "pairs": 60}
BEGIN = {"spans": 20, "pairs": 60, "number": 75, "rewrite": 60, "open": 60}
ACTIONS = {"choice": 1, "choices": 0.5, "levels": 1, "spans": 2, "pairs": 5}  # for each of them
# Seconds for each thing to try out, by the call in its cell.
TRY = {
    "trap": 120, "jury": 240, "clock": 10, "show_marks": 60, "plot_marks": 60, "plot_levels": 60, "move_threshold": 120,
    "show_board": 60, "show_origins": 240, "search": 60, "worst_headline": 300, "show_photo": 30, "move_axis": 90,
    "show_chart": 30, "show_samples": 45, "choose_samples": 60, "compare_papers": 60, "survey": 180, "show_report": 45,
    "explore": 180, "own_text": 120, "write_report": 90, "progress": 60, "hand_in": 30, "show_growth": 60,
}  # fmt: skip
LOOK = {"who": 90, "told": 60, "called": 60, "together": 30, "ladder": 90, "facts": 120, "speakers": 45, "feelings": 60}
SECOND_TRY = 0.4  # of the answers are given twice
RUN = 10  # to run a cell and scroll to what it shows
TASK = 90  # seconds to think about a task that has no cell of its own below it
TALK = 60  # and to talk about it, where it asks for somebody else
DOES_THE_TASK = (
    "small_web(",
    "worst_headline(",
    "ask(",
    "trap(",
    "jury(",
    "clock(",
    "hand_in(",
    "show_growth(",
    "own_text(",
    "explore(",
    "write_report(",
)
WITH_OTHERS = re.compile(r"person next to you|neighbour|in front of the class|you have to talk")
OWN_TEXT = 400  # words of a news text that somebody has chosen: read four times in the audit


def words(text: str) -> int:
    return len(re.findall(r"[\w’'-]+", re.sub(r"\]\([^)]*\)", "]", text)))


def things(question: Question) -> int:
    """How many options, cards, marks or pairs there are to weigh."""
    key: Any = question.key
    found = getattr(key, "options", ()) or getattr(key, "cards", ())
    return len(found) or max(1, len(getattr(key, "marks", ()) or getattr(key, "pairs", ())))


def question_minutes(question: Question, known: frozenset[str] = frozenset()) -> float:
    """The minutes that a question takes, with its text; `known` are texts that have been read before."""
    key: Any = question.key
    search = question.kind in ("spans", "pairs")  # others name a place: one looks it up
    pace = (1 if question.article not in known and (search or question.passage) else AGAIN) + AGAIN * search
    read: float = pace * words(question.text[slice(*question.shown_part)])
    read += AGAIN * sum(words(text_of(name)) for name in question.beside)
    read += words(question.prompt) + words(question.rule)
    read += sum(words(each.text) for each in getattr(key, "options", ()) or getattr(key, "cards", ()))
    if not question.test:
        read += words(question.explanation)
    seconds: float = BEGIN.get(question.kind, 0) + CLICK
    seconds += things(question) * (WEIGH.get(question.kind, 0) + CLICK * ACTIONS.get(question.kind, 0))
    if question.hints and question.kind != "open":
        seconds *= 1 + SECOND_TRY
        read += SECOND_TRY * words(question.hints[0])
    written = 0.0
    if question.kind in ("rewrite", "open"):
        written = words(str(model_answer(question))) / (TYPE if question.kind == "rewrite" else COMPOSE)
    return read / READ + seconds / 60 + written


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a lesson: its number, the minutes that it states, and those that come out."""

    number: int
    stated: int
    minutes: float


def parts(path: Path) -> Iterator[Part]:
    """The parts of a lesson. What stands above the first of them belongs to it."""
    known: set[str] = set()
    number, stated, spent = 1, 0, 0.0
    cells = nbformat.read(path, as_version=4).cells
    for cell, after in zip(cells, [*cells[1:], None], strict=True):
        if cell.cell_type == "code":
            spent += cell_minutes(cell.source, known) + RUN / 60
            continue
        for piece in re.split(r"^(?=## \d )", cell.source, flags=re.MULTILINE):
            head = re.match(r"## (\d) .+\n\n\*(\d+) minutes?\.\*", piece)
            if head:
                if stated:
                    yield Part(number, stated, spent)
                    spent = 0.0
                number, stated = int(head[1]), int(head[2])
            spent += words(piece) / READ
            tasks = re.findall(r"^(?:\*\*Task \d+|\*\*Catch the helper).*", piece, flags=re.MULTILINE)
            done_below = bool(tasks and after and after.source.startswith(DOES_THE_TASK))
            spent += (TASK * (len(tasks) - done_below) + TALK * bool(WITH_OTHERS.search(piece))) / 60
    yield Part(number, stated, spent)


def cell_minutes(source: str, known: set[str]) -> float:
    """The minutes for what a cell shows or asks; texts that it shows are known afterwards."""
    spent = 0.0
    for call, inside in re.findall(r"^(\w+)\((.*)\)$", source, flags=re.MULTILINE):
        named = re.findall(r'"([^"]*)"', inside)
        if call == "ask":
            question = bank.question(named[0])
            spent += question_minutes(question, frozenset(known))
            known |= {question.article} if question.article and not question.passage else set()
        elif call == "show_text":
            spent += LOOK[named[1]] / 60 if named[1:] else words(text_of(named[0])) / READ
            known.add(named[0])
        elif call == "draw_lots":
            texts = [words(report["text"]) for report in reports()]
            spent += int(inside) * (sum(texts) / len(texts) / READ + 0.25)
        elif call == "small_web":
            spent += sum(words(page["text"]) for page in lesson_tables("web").values()) / READ + 1
        else:
            spent += TRY[call] / 60
            if call == "plot_levels":
                spent += sum(words(text_of(name)) for name in named if name in names() and name not in known) / READ / 3
    if 'ask("9.7")' in source:
        spent += 4 * OWN_TEXT / READ
    return spent


def rounded(minutes: float) -> int:
    return max(1, round(minutes))


def write() -> None:
    """Put the sum into the lessons and the questions."""
    for unit in bank.units():
        path = QUESTIONS / f"{unit.name}.toml"
        text = path.read_text(encoding="utf-8")
        for question in unit.questions:
            stated = rf'(^id = "{re.escape(question.id)}"\n(?:(?!^id = ).*\n)*?^minutes = )\d+$'
            text = re.sub(stated, rf"\g<1>{rounded(question_minutes(question))}", text, flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        text = path.read_text(encoding="utf-8")
        found = list(parts(path))
        for part in found:
            minutes = rounded(part.minutes)
            text = re.sub(rf'("\| {part.number} [^|]+\| )\d+( \|)', rf"\g<1>{minutes}\2", text)
            stated = rf"\g<1>{minutes} minute{'' if minutes == 1 else 's'}.*"
            text = re.sub(rf'("## {part.number} .+\\n",\n +"\\n",\n +"\*)\d+ minutes?\.\*', stated, text)
        text = re.sub(r"about \d+ minutes", f"about {sum(rounded(part.minutes) for part in found)} minutes", text)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    if "--write" in sys.argv[1:]:
        write()
        return
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        found = list(parts(path))
        told = ", ".join(f"{part.number}: {part.stated} ({part.minutes:.1f})" for part in found)
        print(f"{path.stem:<22}{sum(p.stated for p in found):>4} ({sum(p.minutes for p in found):.0f})   {told}")
    for unit in bank.units():
        told = ", ".join(f"{each.id} {each.minutes} ({question_minutes(each):.1f})" for each in unit.questions)
        print(f"{unit.name}: {told}")


if __name__ == "__main__":
    main()
