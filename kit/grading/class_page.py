"""The page about a class: what to look at first, who reached what, how each question went, where the class marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kit.grading.class_figures import ClassFigures
from kit.grading.gradebook import Gradebook
from kit.grading.page_templates import page
from kit.grading.statistics import QuestionFigures, gain
from kit.questions.question import Question

MAX_ROWS = 500  # pupils in the table of the page: a longer one is a job for the spreadsheet
MAX_CHANGES = 100  # points that changed, the newest
HARD_BELOW, EASY_FROM = 0.3, 0.95  # mean shares of the points
MIN_DISCRIMINATION = 0.1
# Pupils from which a low discrimination is worth a note. A fair question has about 0.3 (Ebel and Frisbie, Essentials of
# Educational Measurement), and the standard error of a correlation is about (1 − r²) / √(n − 1). With 25 pupils that is
# 0.19: a fair question falls below 0.1 by chance in one case of seven. With five it is 0.46, which says nothing.
MIN_PUPILS = 25
NameOf = Callable[[str], str]


def class_page(title: str, book: Gradebook, figures: ClassFigures, rows: Sequence[str], name_of: NameOf) -> str:
    """The page as HTML; `rows` are those of the first pupils in the table, as HTML, and `name_of` gives
    the name that may be shown for the key of a pupil."""
    return page(
        "class.html",
        title=title,
        figures=figures,
        gain=gain,
        changes=book.points_changed(MAX_CHANGES),
        similar=figures.pairs(),
        name_of=name_of,
        rows=rows,
        pupils=sum(figures.spread),
        files=book.count("handin"),
        notes=notes,
    )


def notes(question: Question, item: QuestionFigures) -> Iterator[str]:
    """What a teacher may want to know of a question, in sentences."""
    share, apart = item.difficulty, item.discrimination
    if question.key.by_hand and not item.pupils:
        yield "Waits to be read."
    if share is not None and share < HARD_BELOW:
        yield "Hard: talk about it."
    if share is not None and share >= EASY_FROM:
        yield "Nearly everybody knew it."
    telling = item.pupils >= MIN_PUPILS and share is not None and HARD_BELOW <= share < EASY_FROM
    if telling and apart is not None and apart < MIN_DISCRIMINATION:
        yield "It does not go with the rest: look at its key."
    if item.wrong:
        choice, count = min(item.wrong.items(), key=lambda pair: (-pair[1], pair[0]))
        often = "once" if count == 1 else f"{count} times"
        yield f"Commonest wrong option, chosen {often}: {question.key.choice_in_words(choice)}"
