"""The page about a class: what to look at first, who reached what, how each question went, where the class marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.grading.class_figures import ClassFigures, TruncatedList
from kit.grading.gradebook import Gradebook
from kit.grading.page_templates import page, percent
from kit.grading.similarity import SimilarPair
from kit.grading.statistics import QuestionFigures
from kit.questions.question import Question

MAX_ROWS = 500  # pupils in the table of the page: a longer one is a job for the spreadsheet
MAX_LINES = 1000  # files, and doubts
MAX_CHANGES = 100  # points that changed, the newest
MAX_PROMPT_LENGTH = 60
HARD_BELOW, EASY_FROM = 0.3, 0.95  # mean shares of the points
MIN_DISCRIMINATION = 0.1
# Pupils from which a low discrimination is worth a note. A fair question has about 0.3 (Ebel and Frisbie, Essentials of
# Educational Measurement), and the standard error of a correlation is about (1 − r²) / √(n − 1). With 25 pupils that is
# 0.19: a fair question falls below 0.1 by chance in one case of seven. With five it is 0.46, which says nothing.
MIN_PUPILS = 25


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A line of the table of pupils."""

    name: str
    page: str
    cells: tuple[str, ...]
    total: str


class Attention:
    """What a teacher should look at first, by line: what did not arrive, what is doubtful, who needs something."""

    def __init__(self, book: Gradebook, figures: ClassFigures, anonymous: bool):
        self._book, self._figures, self._anonymous = book, figures, anonymous
        self.broken, self.doubts = TruncatedList(MAX_LINES), TruncatedList(MAX_LINES)
        for hand_in in book.hand_ins(odd=True):
            of = f" From {self._name(hand_in.pupil)}." if hand_in.pupil else ""
            if hand_in.problem:
                self.broken.add(f"{hand_in.place}: {hand_in.problem}.{of}")
            for flag in hand_in.flags:
                self.doubts.add(f"{hand_in.place}: {flag}.")

    def _name(self, key: str) -> str:
        found = self._book.pupil("key", key)
        return found.shown_name(self._anonymous) if found else "somebody"

    def changes(self) -> Iterator[str]:
        """The points that changed."""
        for change in self._book.points_changed(MAX_CHANGES):
            became = f"{float(change.before):g} became {float(change.after):g}"
            yield f"{self._name(change.pupil)}, {change.question}: {became}; {change.why} ({change.time[:10]})."

    def similar(self) -> Iterator[str]:
        """Hand-ins that are much alike."""
        return map(self._similar, self._figures.pairs())

    def _similar(self, pair: SimilarPair) -> str:
        said = []
        if pair.prose:
            prose = (f"{question} ({percent(share)} of the words in the same order)" for question, share in pair.prose)
            said.append(f"prose in {', '.join(prose)}")
        if pair.wrong:
            said.append(f"the same rare wrong answers to {', '.join(pair.wrong)}")
        one, other = map(self._name, pair.pupils)
        return f"{one} and {other}: {'; '.join(said)}."


def class_page(
    title: str, figures: ClassFigures, attention: Attention, pupils: Sequence[PupilRow], of_pupils: int, files: int
) -> str:
    """The page as HTML; `pupils` are the first MAX_ROWS of so many."""
    n, before, after, gain = figures.mean_growth()
    return page(
        "class.html",
        title=title,
        figures=figures,
        growth={"pupils": n, "before": before, "after": after, "gain": gain},
        attention=attention,
        pupils=pupils,
        of_pupils=of_pupils,
        files=files,
        beginning=_beginning,
        notes=notes,
    )


def _beginning(question: Question) -> str:
    words = " ".join(question.prompt.replace("*", "").split())
    return words if len(words) <= MAX_PROMPT_LENGTH else words[: MAX_PROMPT_LENGTH - 1].rsplit(" ", 1)[0] + " …"


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
