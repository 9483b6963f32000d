"""Marking passages that were marked in a text, and pairs of passages that were linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from kit.compare import Annotation, Comparison, WordsOf, compare, compare_pairs
from kit.questions.given import pairs_in, spans_in
from kit.questions.question import KeyMark, PairsKey, SpansKey
from kit.questions.result import Marked
from kit.text import Span

LINKED = Fraction(2, 3)  # of a pair's share: the two passages; the rest is for the verdict


def spans(key: SpansKey, answer: object, text: str, shown: Span) -> Marked:
    """F1 against the key: each mark that meets one of the key counts by the words they share, best way first.

    Marks without need count against the share, doubtful ones on neither side. Where there is nothing to mark, only no
    mark at all is right.
    """
    given = spans_in(key, answer, text, shown)
    words = WordsOf(text)
    wanted, marks = ways_taken(key.marks, given.marks, words)
    held = compare(text, wanted, marks)
    shares = [likeness(words, gold, mark) for gold, mark in held.matched]
    lines = told(held, given.lost, "mark") if wanted or marks or given.lost else ["That is it: nothing to mark here."]
    wide = sum(share < 1 for share in shares)
    if wide:
        lines.append(f"{counted(wide, 'mark')} {'has' if wide == 1 else 'have'} some words too many or too few.")
    return Marked(f1(sum(shares, Fraction(0)), held, len(given.lost)), tuple(lines), held)


def pairs(key: PairsKey, answer: object, text: str, shown: Span) -> Marked:
    """F1 over the pairs: two thirds of a pair's share for the two passages, one third for the verdict.

    Which passage comes first does not matter. To link two passages and call it "none" claims nothing, so it is never
    too much.
    """
    given = pairs_in(key, answer, text, shown)
    verdicts = {pair.passages: pair for pair in key.pairs}
    wanted = [Annotation(pair.verdicts[0], pair.passages, pair.doubtful) for pair in key.pairs]
    held = compare_pairs(text, wanted, given.marks)
    held = Comparison(held.matched, held.missed, tuple(m for m in held.spurious if m.label != "none"), held.ignored)
    agreed = [mark.label in verdicts[passages(gold)].verdicts for gold, mark in held.matched]
    lines = (
        told(held, given.lost, "pair") if wanted or held.spurious or given.lost else ["That is it: nothing to link."]
    )
    off = agreed.count(False)
    if off:
        lines.append(f"Of {counted(off, 'pair')} the verdict is another one. How sure can one be?")
    earned = sum((Fraction(1) if right else LINKED for right in agreed), Fraction(0))
    return Marked(f1(earned, held, len(given.lost)), tuple(lines), held)


def passages(gold: Annotation) -> tuple[Span, Span]:
    first, second = gold.spans
    return first, second


def f1(earned: Fraction, held: Comparison, lost: int) -> Fraction:
    """F1 where each match counts by what it earned. Nothing wanted and nothing given is all right."""
    wanted = len(held.matched) + len(held.missed)
    given = len(held.matched) + len(held.spurious) + lost
    return 2 * earned / (wanted + given) if wanted + given else Fraction(1)


def likeness(words: WordsOf, gold: Annotation, mark: Annotation) -> Fraction:
    """F1 of the words of two marks, exact."""
    a, b = words.of(gold.spans), words.of(mark.spans)
    return Fraction(2 * len(a & b), len(a) + len(b)) if a or b else Fraction(1)


def ways_taken(
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
            fits.append((max((likeness(words, gold, mark) for mark in joined), default=Fraction(0)), -number, pieces))
        _, number, pieces = max(fits, key=lambda fit: fit[:2])
        wanted.append(Annotation(each.label, each.ways[-number], each.doubtful))
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
        here = max(likeness(words, Annotation(gold.label, (span,)), mark) for span in gold.spans)
        there = max((likeness(words, other, mark) for other in others), default=Fraction(0))
        if 2 * len(own & inside) > len(own) and here >= there:
            found.append(mark)
    return found if len(found) > 1 else []


def together(marks: Iterable[Annotation]) -> Annotation:
    listed = list(marks)
    return Annotation(listed[0].label, tuple(sorted({span for mark in listed for span in mark.spans})))


def told(held: Comparison, lost: Sequence[str], thing: str) -> list[str]:
    """How much was found, missed and too much, in sentences."""
    wanted = len(held.matched) + len(held.missed)
    lines = [f"{len(held.matched)} of {wanted} found." if wanted else f"There is no {thing} to find here."]
    if held.spurious:
        lines.append(f"{counted(len(held.spurious), thing)} too much.")
    if held.ignored:
        cost = "costs" if len(held.ignored) == 1 else "cost"
        lines.append(f"{counted(len(held.ignored), thing)} can be seen either way and {cost} nothing.")
    return lines + list(lost)


def counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
