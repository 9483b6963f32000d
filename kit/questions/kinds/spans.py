"""spans: passages to mark in a text, each with a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from kit.compare import Annotation, WordsOf, compare
from kit.questions import keys_from_gold
from kit.questions.check_result import ScoredAnswer
from kit.questions.key import (
    ControlPlan,
    Key,
    abbreviated,
    doubt,
    id_of,
    named_choices,
    telling,
    words_at,
)
from kit.questions.keys_from_gold import KeyMark
from kit.questions.passages import (
    FoundMarks,
    Passage,
    PassageFinder,
    compared_in_words,
    f1,
    listed,
    passage_in,
    readable,
)
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.text import Span
from kit.toml import Table

ALL_BUT_EXACT = Fraction(9, 10)  # F1 of words from which a mark counts as exact: a word more or less at its edge


@dataclass(frozen=True, slots=True)
class SpansKey(Key):
    """spans: the labels to mark with, and what is to be marked, which may be nothing."""

    labels: Mapping[str, str]
    marks: tuple[KeyMark, ...]

    to_do = "Mark words in the text, or say that there’s nothing to mark."
    nothing = "There’s nothing to mark here"
    nothing_typed = "to mark"
    text_in_control = True
    shown: ClassVar = {"labels": ()}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        """`key = "gold"` takes the passages from the text's own gold; `key = "nothing"`: there is none."""
        if text is None:
            raise table.wrong('a question of the kind spans needs a text. Add: article = "footbridge"')
        labels = named_choices(table, "labels", example='["source", "cue"]')
        if sealed:
            return cls(labels, ())
        ids = tuple(labels)
        if isinstance(table.data.get("key"), str):
            if table.one_of("key", ("gold", "nothing")) == "nothing":
                return cls(labels, ())
            unknown = [each for each in ids if each not in keys_from_gold.LABELS]
            if unknown:
                raise table.wrong(
                    f'the gold of a text has nothing called "{unknown[0]}". With key = "gold", labels can be: '
                    f"{', '.join(keys_from_gold.LABELS)}"
                )
            return cls(labels, keys_from_gold.marks(text, ids))
        marks: list[KeyMark] = []
        for each in table.tables("key"):
            marks.append(_key_mark(each, ids, text))
            label, first = marks[-1].label, marks[-1].ways[0]
            if (label, first) in [(mark.label, mark.ways[0]) for mark in marks[:-1]]:
                raise each.wrong(f"“{text[first[0]]}” is marked as {label} twice. Take one of the two out")
        if not marks:
            raise table.wrong(
                'it has no key. Add [[question.key]] with the words to mark, or key = "gold", or, if there is nothing '
                'to find, key = "nothing"'
            )
        return cls(labels, tuple(marks))

    def secrets(self, text: str) -> list[str]:
        return telling(text[slice(*span)] for mark in self.marks for way in mark.ways for span in way)

    def parse_answer(self, question: Question, answer: object) -> FoundMarks:
        """The marks, each with its place. Those that say which place they mean go first, so that the order plays no
        part."""
        labels = ", ".join(f'"{label}"' for label in self.labels)
        only = self.only_label() or None
        form = '["the council"]' if only else f'[["{next(iter(self.labels))}", "the council"]]'
        how = f"Give a list, as in {form}, or [] if there’s nothing to mark."
        passages: list[tuple[str, Passage]] = []
        lost: list[str] = []
        for item in listed(answer, how):
            passage = passage_in(item, only)
            label = id_of(self.labels, passage.label) if passage else None
            if passage is None:
                lost.append(f"{abbreviated(item)} can’t be read as a mark. {how}")
            elif label is None:
                lost.append(f"{abbreviated(passage.words)} needs one of these labels: {labels}.")
            else:
                passages.append((label, passage))
        finder = PassageFinder(question.text, question.shown_part, self._wanted())
        marks: list[Annotation] = []
        taken: set[tuple[str, Span]] = set()
        for label, passage in sorted(passages, key=lambda each: not each[1].is_certain):
            span = finder.find(label, passage, taken)
            if span is None:
                lost.append(passage.not_found)
            else:
                taken.add((label, span))
                marks.append(Annotation(label, (span,)))
        return readable(marks, lost)

    def _wanted(self) -> dict[str, list[Span]]:
        wanted: dict[str, list[Span]] = {}
        for mark in self.marks:
            wanted.setdefault(mark.label, []).extend(span for way in mark.ways for span in way)
        return wanted

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """F1 against the key: each mark that meets one of the key counts by the words they share, best way first; one
        word in ten at its edge does not matter.

        Marks without need count against the share, doubtful ones on neither side. Where there is nothing to mark, only
        no mark at all is right.
        """
        found = self.parse_answer(question, answer)
        words = WordsOf(question.text)
        wanted, marks = best_ways(self.marks, found.marks, words)
        compared = compare(question.text, wanted, marks)
        exactness = [words.f1(gold, mark) for gold, mark in compared.matched]
        shares = [Fraction(1) if share >= ALL_BUT_EXACT else share for share in exactness]
        lines = compared_in_words(compared, found.lost, "mark")
        wide = [mark for (_, mark), share in zip(compared.matched, shares, strict=True) if share < 1]
        if wide:
            quoted = ", ".join(
                abbreviated(" … ".join(question.text[slice(*span)] for span in each.spans)) for each in wide
            )
            lines.append(f"A few words too many or too few: {quoted}. Look at where it begins and ends.")
        return ScoredAnswer(f1(sum(shares, Fraction(0)), compared, len(found.lost)), tuple(lines), compared)

    def model_answer(self, question: Question) -> list[Any]:
        pieces = [(mark.label, span) for mark in self.marks if not mark.doubtful for span in mark.ways[0]]
        return [self._typed(question, label, span) for label, span in dict.fromkeys(pieces)]

    def _typed(self, question: Question, label: str, span: Span) -> Any:
        """A mark as it is typed: words, [label, words], or with its number where the words stand several times."""
        words = question.text[slice(*span)]
        places = PassageFinder(question.text, question.shown_part).places(words)
        if len(places) > 1 and span in places:
            return [label, words, places.index(span) + 1]
        return words if len(self.labels) == 1 else [label, words]

    def key_in_words(self, question: Question) -> Iterator[str]:
        for mark in self.marks:
            words = " … ".join(words_at(question, span) for span in mark.ways[0])
            label = f"{self.labels[mark.label]}: " if len(self.labels) > 1 else ""
            yield f"{label}“{words}”{doubt(mark.doubtful)}"
        if not self.marks:
            yield "There’s nothing to mark."

    def choices(self) -> Iterator[str]:
        if len(self.labels) > 1:
            yield f"Labels: {', '.join(self.labels)}"

    def example(self) -> str:
        words = '"words of the text"'
        return f"[{words}]" if len(self.labels) == 1 else f'[["{next(iter(self.labels))}", {words}]]'

    def control(self, question: Question) -> ControlPlan:
        return ControlPlan("marker", {"labels": self.labels})

    def for_control(self, question: Question, answer: Any) -> list[dict[str, Any]]:
        marks = self.parse_answer(question, answer).marks
        return [{"label": mark.label, "start": mark.spans[0].start, "end": mark.spans[0].end} for mark in marks]

    def marks_to_find(self) -> tuple[KeyMark, ...]:
        return self.marks

    def only_label(self) -> str:
        return next(iter(self.labels)) if len(self.labels) == 1 else ""

    def tag(self, number: int, label: str) -> str:
        return self.labels.get(label, label)


def _key_mark(table: Table, labels: tuple[str, ...], text: QuotedText) -> KeyMark:
    """One [[question.key]]: a passage, and other ways to mark the same, inside of the same longer one."""
    label = table.one_of("label", labels, labels[0]) if len(labels) == 1 else table.one_of("label", labels)
    ways = [text.pieces(table)]
    others = table.take("or", [])
    for other in [others] if isinstance(others, str) else others:
        pieces = [other] if isinstance(other, str) else other
        if not isinstance(pieces, list) or not pieces or not all(isinstance(piece, str) for piece in pieces):
            raise table.wrong('or has to be a list of words, as in: or = ["the council", "the city council"]')
        ways.append(tuple(text.place(piece, table, None, text.passage(table)) for piece in pieces))
    mark = KeyMark(label, tuple(ways), table.flag("doubtful"))
    table.words("note", "")  # for whoever reads the file
    table.done()
    return mark


def best_ways(
    key: Sequence[KeyMark], given: Iterable[Annotation], words: WordsOf
) -> tuple[list[Annotation], list[Annotation]]:
    """The key with the way of each mark that fits the answer best; and the answer, in which the pieces of a mark that
    stands in pieces have become one mark."""
    marks = list(dict.fromkeys(given))
    whole = {Annotation(each.label, way) for each in key for way in each.ways if len(way) == 1}
    wanted: list[Annotation] = []
    for each in key:
        near = [mark for mark in marks if mark.label == each.label]
        fits: list[tuple[Fraction, int, list[Annotation]]] = []
        for number, way in enumerate(each.ways):
            gold = Annotation(each.label, way, each.doubtful)
            others = [mark for mark in whole if mark.label == each.label and mark.spans != way] if len(way) > 1 else []
            pieces = pieces_of(gold, near, others, words)
            joined = [together(pieces)] if pieces else near
            fits.append((max((words.f1(gold, mark) for mark in joined), default=Fraction(0)), -number, pieces))
        _, number, pieces = max(fits, key=lambda fit: fit[:2])
        best = each.ways[-number]
        wanted.append(Annotation(each.label, best, each.doubtful))
        # Another place that would have done as well counts on neither side.
        elsewhere = [way for way in each.ways if words.of(way).isdisjoint(words.of(best))]
        wanted += [Annotation(each.label, way, doubtful=True) for way in elsewhere]
        if pieces:
            # A piece that is at the same time a mark of its own in the key stays, beside the joined one.
            marks = [mark for mark in marks if mark not in pieces or mark in whole] + [together(pieces)]
    return wanted, marks


def pieces_of(
    gold: Annotation, marks: Sequence[Annotation], others: Sequence[Annotation], words: WordsOf
) -> list[Annotation]:
    """The marks that stand in the pieces of one gold mark, if that has pieces and they are several. A mark that fits
    another one of the key better is no piece of this one: one content may stand inside of another."""
    if len(gold.spans) < 2:
        return []
    inside = words.of(gold.spans)
    found = []
    for mark in marks:
        own = words.of(mark.spans)
        here = max(words.f1(Annotation(gold.label, (span,)), mark) for span in gold.spans)
        there = max((words.f1(other, mark) for other in others), default=Fraction(0))
        if 2 * len(own & inside) > len(own) and here >= there:
            found.append(mark)
    return found if len(found) > 1 else []


def together(marks: Sequence[Annotation]) -> Annotation:
    """Several marks as one in pieces."""
    return Annotation(marks[0].label, tuple(sorted({span for mark in marks for span in mark.spans})))
