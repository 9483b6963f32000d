"""What a teacher should look at first, in this order: what did not arrive, what is doubtful, who needs something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kit.grading.class_figures import ClassFigures, TruncatedList
from kit.grading.gradebook import Gradebook
from kit.grading.pages import percent
from kit.grading.similarity import SimilarPair
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
SIMILAR = (
    "Two pupils who work side by side, or who were helped by the same person, may well write alike. It is a reason to "
    "ask, and no more. To switch this list off, write alike = false in course.toml."
)
MAX_LINES = 1000  # under one head
MAX_CHANGES = 100  # points that changed, the newest


@dataclass(frozen=True, slots=True)
class AttentionGroup:
    """Something to look at first: a head, a sentence, and lines."""

    head: str
    say: str
    lines: tuple[str, ...]


class Attention:
    """Gathers the groups; `broken` and `doubts` are counted by them."""

    def __init__(self, book: Gradebook, figures: ClassFigures, anonymous: bool):
        self._book, self._figures, self._anonymous = book, figures, anonymous
        self.broken, self.doubts = TruncatedList(MAX_LINES), TruncatedList(MAX_LINES)
        for hand_in in book.hand_ins(odd=True):
            of = f" From {self._name(hand_in.pupil)}." if hand_in.pupil else ""
            if hand_in.problem:
                self.broken.add(f"{hand_in.place}: {hand_in.problem}.{of}")
            for flag in hand_in.flags:
                self.doubts.add(f"{hand_in.place}: {flag}.")

    def groups(self, units: Sequence[Unit]) -> Iterator[AttentionGroup]:
        """The groups that have something to tell."""
        figures, titles = self._figures, {unit.number: unit.title for unit in units}
        late = tuple(f"{titles[number]}: {pupils.names()}" for number, pupils in figures.late.items())
        missing = tuple(f"{titles[number]}: {pupils.names()}" for number, pupils in figures.missing.items())
        n = figures.waiting
        waiting = (f"{n} open {'answer waits' if n == 1 else 'answers wait'}.",) if n else ()
        for group in (
            AttentionGroup("Files that could not be read", BROKEN, tuple(self.broken.lines())),
            AttentionGroup("Files without an answer", EMPTY, tuple(figures.empty.lines())),
            AttentionGroup("Doubts", DOUBTS, (*self.doubts.lines(), *figures.shorter.lines())),
            AttentionGroup("Answers to read", "Open them in to-read.html, and fill in to-read.csv.", waiting),
            AttentionGroup("Late", "", late),
            AttentionGroup("No answers", NO_ANSWERS, missing),
            AttentionGroup("Who may need help", "", tuple(figures.needs.lines())),
            AttentionGroup("Marks that changed", "", tuple(self._changes())),
            AttentionGroup("Did these two work together?", SIMILAR, tuple(map(self._pair, figures.pairs()))),
        ):
            if group.lines:
                yield group

    def _name(self, key: str) -> str:
        found = self._book.pupil("key", key)
        return found.shown_name(self._anonymous) if found else "somebody"

    def _changes(self) -> Iterator[str]:
        for change in self._book.points_changed(MAX_CHANGES):
            became = f"{float(change.before):g} became {float(change.after):g}"
            yield f"{self._name(change.pupil)}, {change.question}: {became}; {change.why} ({change.time[:10]})."

    def _pair(self, pair: SimilarPair) -> str:
        said = []
        if pair.prose:
            prose = (f"{question} ({percent(share)} of the words in the same order)" for question, share in pair.prose)
            said.append(f"prose in {', '.join(prose)}")
        if pair.wrong:
            said.append(f"the same rare wrong answers to {', '.join(pair.wrong)}")
        one, other = map(self._name, pair.pupils)
        return f"{one} and {other}: {'; '.join(said)}."
