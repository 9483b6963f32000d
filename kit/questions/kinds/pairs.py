"""pairs: two passages to link at a time, with a verdict on how they go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from kit.compare import MIN_TOKEN_OVERLAP, Annotation, WordsOf, compare_pairs
from kit.errors import counted
from kit.gold import VERDICTS
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
from kit.questions.keys_from_gold import KeyPair
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
from kit.questions.quoted_text import QuotedText, numbers
from kit.toml import Table

ON_OFFER = VERDICTS[:-1]  # without "none": who links two passages says that something is the matter with them
SHARE_OF_PASSAGES = Fraction(2, 3)  # of what a pair earns; the rest is for the verdict


@dataclass(frozen=True, slots=True)
class PairsKey(Key):
    """pairs: the verdicts to choose from, and the pairs to find, which may be none."""

    verdicts: Mapping[str, str]
    pairs: tuple[KeyPair, ...]

    to_do = "Link two passages, or say that there’s nothing to link."
    nothing = "There’s nothing to link here"
    nothing_typed = "to link"
    text_in_control = True
    shown: ClassVar = {"verdicts": ()}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        """`key = "gold"` takes the inconsistencies of the text's own gold; `key = "nothing"`: there is none."""
        if text is None:
            raise table.wrong('a question of the kind pairs needs a text. Add: article = "footbridge"')
        verdicts = named_choices(table, "verdicts", ON_OFFER)
        if sealed:
            return cls(verdicts, ())
        ids = tuple(verdicts)
        if isinstance(table.data.get("key"), str):
            nothing = table.one_of("key", ("gold", "nothing")) == "nothing"
            return cls(verdicts, () if nothing else keys_from_gold.pairs(text, ids))
        found = table.read_tables("key", lambda each: _key_pair(each, ids, text))
        if not found:
            raise table.wrong(
                'it has no key. Add [[question.key]] with two passages, or key = "gold", or, if everything fits '
                'together, key = "nothing"'
            )
        return cls(verdicts, found)

    def secrets(self, text: str) -> list[str]:
        return telling(text[slice(*span)] for pair in self.pairs for way in pair.ways for span in way)

    def parse_answer(self, question: Question, answer: object) -> FoundMarks:
        """The pairs: each a mark of two spans, with the verdict as its label ("" if it has none yet)."""
        how = 'Give a list, as in [["first words", "second words", "conflict"]], or [] if there’s nothing to link.'
        verdicts = ", ".join(f'"{each}"' for each in self.verdicts)
        wanted = {"": [span for pair in self.pairs for way in pair.ways for span in way]}
        finder = PassageFinder(question.text, question.shown_part, wanted)
        marks: list[Annotation] = []
        lost: list[str] = []
        for item in listed(answer, how):
            passages, said = _two_passages(item)
            verdict = id_of(self.verdicts, said) if said else ""
            if passages is None:
                lost.append(f"{abbreviated(item)} can’t be read as a pair. {how}")
            elif verdict is None:
                lost.append(f"{abbreviated(said)} isn’t one of the verdicts. They are {verdicts}.")
            else:
                found = [finder.find("", passage) for passage in passages]
                lost += [each.not_found for each, span in zip(passages, found, strict=True) if span is None]
                spans = tuple(sorted(span for span in found if span is not None))
                if len(spans) == 2:
                    marks.append(Annotation(verdict, spans))
        return readable(marks, lost)

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """F1 over the pairs: two thirds of a pair's share for the two passages, one third for the verdict.

        Which passage comes first does not matter. A pair that is linked without need counts against the share, whatever
        its verdict; another way to link a pair of the key counts on neither side.
        """
        found = self.parse_answer(question, answer)
        compared = compare_pairs(question.text, self._wanted(found, WordsOf(question.text)), found.marks)
        agreed = [self.agrees(gold, mark) for gold, mark in compared.matched]
        lines = compared_in_words(compared, found.lost, "pair")
        open_ones = sum(not mark.label for _, mark in compared.matched)
        off = agreed.count(False) - open_ones
        if open_ones:
            lines.append(_choose_a_verdict(open_ones))
        if off:
            lines.append(f"Look again at the verdict of {counted(off, 'pair')}: how sure can you be?")
        earned = sum((Fraction(1) if right else SHARE_OF_PASSAGES for right in agreed), Fraction(0))
        return ScoredAnswer(f1(earned, compared, len(found.lost)), tuple(lines), compared)

    def unfinished(self, question: Question, answer: object) -> str:
        open_ones = sum(not mark.label for mark in self.parse_answer(question, answer).marks)
        return _choose_a_verdict(open_ones) if open_ones else ""

    def hint(self, question: Question, answer: object) -> str:
        """Where the passages are found and only the verdict is off, the hint is about the verdict."""
        compared = self.mark(question, answer).comparison
        if compared is None or compared.missed or compared.spurious or not compared.matched:
            return ""
        return "You’ve found the passages, so think about the verdict. The list of verdicts says what each one means."

    def _wanted(self, found: FoundMarks, words: WordsOf) -> list[Annotation]:
        """Of each pair the way that fits the answer best, and beside it the other ways, which nobody has to find."""
        wanted: list[Annotation] = []
        for pair in self.pairs:
            ways = [Annotation(pair.verdicts[0], way, pair.doubtful) for way in pair.ways]
            fits = [max((words.linked_alike(way, mark) for mark in found.marks), default=0.0) for way in ways]
            best = fits.index(max(fits)) if max(fits) >= MIN_TOKEN_OVERLAP else 0
            others = (way.spans for at, way in enumerate(ways) if at != best)
            wanted += [ways[best], *(Annotation("", spans, doubtful=True) for spans in others)]
        return wanted

    def agrees(self, gold: Annotation, mark: Annotation) -> bool:
        return any(mark.label in pair.verdicts for pair in self.pairs if gold.spans in pair.ways)

    def model_answer(self, question: Question) -> list[list[str]]:
        return [
            [*(question.text[slice(*span)] for span in pair.ways[0]), pair.verdicts[0]]
            for pair in self.pairs
            if not pair.doubtful
        ]

    def key_in_words(self, question: Question) -> Iterator[str]:
        for pair in self.pairs:
            first, second = (words_at(question, span) for span in pair.ways[0])
            names = " or ".join(self.verdicts[verdict] for verdict in pair.verdicts)
            yield f"“{first}” and “{second}”: **{names}**{doubt(pair.doubtful)}"
        if not self.pairs:
            yield "There’s nothing to link."

    def choices(self) -> Iterator[str]:
        yield f"Verdicts: {', '.join(self.verdicts)}"

    def example(self) -> str:
        return f'[["words of the text", "other words of it", "{next(iter(self.verdicts))}"]]'

    def control(self, question: Question) -> ControlPlan:
        return ControlPlan("linker", {"verdicts": self.verdicts})

    def for_control(self, question: Question, answer: Any) -> list[dict[str, Any]]:
        pairs = []
        for mark in self.parse_answer(question, answer).marks:
            first, second = ({"start": span.start, "end": span.end} for span in mark.spans)
            pairs.append({"first": first, "second": second, "verdict": mark.label})
        return pairs

    def tag(self, number: int, label: str) -> str:
        return f"{number} {self.verdicts.get(label, label)}"


def _choose_a_verdict(open_ones: int) -> str:
    return f"Choose a verdict for each pair: {open_ones} still {'has' if open_ones == 1 else 'have'} none."


def _key_pair(table: Table, verdicts: tuple[str, ...], text: QuotedText) -> KeyPair:
    """One [[question.key]]: two passages and how they relate, and other passages that show the same."""
    words = table.several("passages")
    if len(words) != 2:
        raise table.wrong(f"passages has to quote two places, and quotes {len(words)}")
    within = text.passage(table)
    first, second = (text.place(one, table, nth, within) for one, nth in zip(words, numbers(table, 2), strict=True))
    ways = [(first, second)]
    for other in table.take("or_passages", []):
        if not isinstance(other, list) or len(other) != 2 or not all(isinstance(each, str) for each in other):
            raise table.wrong('or_passages has to be a list of pairs, as in: [["three", "four"], ["3", "four"]]')
        ways.append((text.place(other[0], table, None, within), text.place(other[1], table, None, within)))
    accepted = (table.one_of("verdict", verdicts), *table.several("or", ()))
    if not set(accepted) <= set(verdicts):
        raise table.wrong(f"or has a verdict that the question does not offer. It offers: {', '.join(verdicts)}")
    table.words("note", "")  # for whoever reads the file
    return KeyPair(tuple(ways), accepted, table.flag("doubtful"))


def _two_passages(item: object) -> tuple[tuple[Passage, Passage] | None, object]:
    """The two passages of a pair and its verdict ("" if it has none yet): [words, words, verdict], or what the widget
    keeps."""
    verdict: object = ""
    if isinstance(item, dict):
        verdict = item.get("verdict", "") or ""
        item = [item.get("first"), item.get("second")]
    elif isinstance(item, list | tuple) and len(item) == 3:
        *item, verdict = item
    if not isinstance(item, list | tuple) or len(item) != 2:
        return None, verdict
    first, second = passage_in(item[0], ""), passage_in(item[1], "")
    return ((first, second) if first and second else None), verdict
