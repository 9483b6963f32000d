"""What a teacher should look at first, in this order: what did not arrive, what is doubtful, who needs something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.grading.alike import Pair
from kit.grading.class_page import Group
from kit.grading.figures import ClassFigures
from kit.grading.gradebook import Gradebook
from kit.grading.pages import percent
from kit.grading.some import Some
from kit.questions.question import Unit

BROKEN = (
    "They earn nothing, and the others are marked all the same. Ask for such a file once more, put it in the place of "
    "the broken one, and give the command again."
)
DOUBTS = (
    "Marked for the likeliest pupil; see whether that is right. A name that is not on the roster has a line of its "
    "own. If you know whose it is, open the file in a text editor, write the name of the roster in its place (in a "
    "hand-in near the top), and give the command again."
)
NO_ANSWERS = "Perhaps nothing was handed in. Or it is above, under another name or among what could not be read."
EMPTY = (
    "They came and could be read, and there is no answer in them. Ask whether it is the right file, and whether the "
    "answers were given in the notebook beside which it was written."
)
ALIKE = (
    "Two pupils who work side by side, or who were helped by the same person, may well write alike. It is a reason to "
    "ask, and no more. To switch this list off, write alike = false in course.toml."
)
LISTED = 1000  # lines under one head
MOVES = 100  # marks that changed, the newest


def called(number: int, name: str, anonymous: bool) -> str:
    """The name under which a pupil is shown."""
    return f"Pupil {number}" if anonymous else name


class LookFirst:
    """Gathers the groups; `broken` and `doubts` are counted by them."""

    def __init__(self, book: Gradebook, figures: ClassFigures, anonymous: bool):
        self._book, self._figures, self._anonymous = book, figures, anonymous
        self.broken, self.doubts = Some(LISTED), Some(LISTED)
        for handin in book.handins(odd=True):
            of = f" From {self._named(handin.pupil)}." if handin.pupil else ""
            if handin.problem:
                self.broken.add(f"{handin.place}: {handin.problem}.{of}")
            for flag in handin.flags:
                self.doubts.add(f"{handin.place}: {flag}.")

    def groups(self, units: Sequence[Unit]) -> Iterator[Group]:
        """The groups that have something to tell."""
        figures, titles = self._figures, {unit.number: unit.title for unit in units}
        late = tuple(f"{titles[number]}: {some.names()}" for number, some in figures.late.items())
        missing = tuple(f"{titles[number]}: {some.names()}" for number, some in figures.missing.items())
        n = figures.waiting
        waiting = (f"{n} open {'answer waits' if n == 1 else 'answers wait'}.",) if n else ()
        for group in (
            Group("Files that could not be read", BROKEN, tuple(self.broken.lines())),
            Group("Files without an answer", EMPTY, tuple(figures.empty.lines())),
            Group("Doubts", DOUBTS, (*self.doubts.lines(), *figures.shorter.lines())),
            Group("Answers to read", "Open them in to-read.html, and fill in to-read.csv.", waiting),
            Group("Late", "", late),
            Group("No answers", NO_ANSWERS, missing),
            Group("Who may need help", "", tuple(figures.needs.lines())),
            Group("Marks that changed", "", tuple(self._moves())),
            Group("Did these two work together?", ALIKE, tuple(map(self._pair, figures.pairs()))),
        ):
            if group.lines:
                yield group

    def _named(self, key: str) -> str:
        found = self._book.number_and_name(key)
        return called(*found, self._anonymous) if found else "somebody"

    def _moves(self) -> Iterator[str]:
        for move in self._book.moves(MOVES):
            became = f"{float(move.before):g} became {float(move.after):g}"
            yield f"{self._named(move.pupil)}, {move.question}: {became}; {move.why} ({move.time[:10]})."

    def _pair(self, pair: Pair) -> str:
        said = []
        if pair.prose:
            prose = ", ".join(
                f"{question} ({percent(share)} of the words in the same order)" for question, share in pair.prose
            )
            said.append(f"prose in {prose}")
        if pair.wrong:
            said.append(f"the same rare wrong answers to {', '.join(pair.wrong)}")
        one, other = map(self._named, pair.pupils)
        return f"{one} and {other}: {'; '.join(said)}."
