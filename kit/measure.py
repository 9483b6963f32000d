"""How good are the finders on the practice texts, and how far do two careful readers agree? Both by `kit.compare`.

What is compared, by phenomenon:

- attribution: the words of cue and content together;
- source: the mention of a source, or the words that hide one; level: the same with the right rung of the ladder;
- euphemism: the words that soften;
- inconsistency: the two linked passages, decoys (verdict none) left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from kit.compare import Annotation, Comparison, compare, compare_pairs
from kit.find import find_attributions, find_euphemisms, find_inconsistencies, find_sources
from kit.gold import Gold, gold, gold_in
from kit.library import articles, text_of
from kit.text import Article
from kit.toml import load_toml

MEASURED: Final = "measured.toml"  # in kit/data
UNSEEN: Final = "unseen.toml"  # in kit/data, written by hand
PHENOMENA: Final = ("attribution", "source", "level", "euphemism", "inconsistency")
READINGS = files("kit").joinpath("data", "readings")  # what two readers marked before they settled their differences


@dataclass(frozen=True, slots=True)
class Score:
    """How many marks were matched, missed and spurious (see `kit.compare`), over one text or many."""

    matched: int
    missed: int
    spurious: int

    def __add__(self, other: Score) -> Score:
        return Score(self.matched + other.matched, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def precision(self) -> float | None:
        """The share of what was marked that is right, from 0 to 1; None if nothing was marked."""
        return _share(self.matched, self.matched + self.spurious)

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found, from 0 to 1; None if there is none."""
        return _share(self.matched, self.matched + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two, from 0 to 1; None if there was nothing on either side."""
        return _share(2 * self.matched, 2 * self.matched + self.missed + self.spurious)


Scores = Mapping[str, Score]


def measure(name: str) -> Scores:
    """The finders held against the gold of a practice text: a score for each phenomenon."""
    article = articles(name)
    return scores(article, gold_marks(gold(name)), found_marks(article))


def measure_readers(wanted: Iterable[str]) -> dict[str, Scores]:
    """The agreement of the two readers of each of these texts that has two first readings in kit/data/readings."""
    found = {}
    for name in wanted:
        first, second = (READINGS.joinpath(which, f"{name}.toml") for which in ("first", "second"))
        if first.is_file() and second.is_file():
            found[name] = agreement(articles(name), _reading(name, first), _reading(name, second))
    return found


def measured() -> dict[str, dict[str, float]]:
    """The figures of the last `kit measure --write`, by phenomenon: precision, recall, f1 (shares from 0 to 1, left
    out where there is nothing to divide by), the number of texts, and readers: the F1 of two readers.

    Where news that nobody had read was scored as well, its figures begin with "unseen".
    """
    own, unseen = (load_toml(files("kit").joinpath("data", name).read_bytes(), name) for name in (MEASURED, UNSEEN))
    return {phenomenon: {**figures, **unseen.get(phenomenon, {})} for phenomenon, figures in own.items()}


def as_toml(by_text: Mapping[str, Scores], readers: Mapping[str, Scores]) -> str:
    """The figures as they stand in kit/data/measured.toml."""
    lines = ["# Made by `kit measure --write`, which holds the finders against the gold of the practice texts."]
    ours, theirs = total(by_text.values()), total(readers.values())
    for phenomenon in PHENOMENA:
        score = ours[phenomenon]
        shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
        shares["readers"] = theirs[phenomenon].f1
        lines += ["", f"[{phenomenon}]"]
        lines += [f"{key} = {share:.3f}" for key, share in shares.items() if share is not None]
        lines.append(f"texts = {len(by_text)}")
    return "\n".join(lines) + "\n"


def agreement(article: Article, first: Gold, second: Gold) -> Scores:
    """One reading of a text held against the other: F1 tells how far the two agree.

    What either reader called doubtful counts on no side.
    """
    return scores(article, gold_marks(first), gold_marks(second))


def total(each: Iterable[Scores]) -> dict[str, Score]:
    """Many scores in one, phenomenon by phenomenon."""
    sums = dict.fromkeys(PHENOMENA, Score(0, 0, 0))
    for one in each:
        sums = {phenomenon: sums[phenomenon] + one[phenomenon] for phenomenon in PHENOMENA}
    return sums


def scores(
    article: Article, wanted: Mapping[str, list[Annotation]], given: Mapping[str, list[Annotation]]
) -> dict[str, Score]:
    """A score for each phenomenon. Doubtful marks count on no side, whoever made them."""
    return {phenomenon: _score(compare_phenomenon(article, phenomenon, wanted, given)) for phenomenon in PHENOMENA}


def compare_phenomenon(
    article: Article, phenomenon: str, wanted: Mapping[str, list[Annotation]], given: Mapping[str, list[Annotation]]
) -> Comparison:
    """The comparison behind a score: which marks met, which were missed, which were too much."""
    if phenomenon == "inconsistency":
        return compare_pairs(article.text, wanted[phenomenon], given[phenomenon])
    return compare(article.text, wanted[phenomenon], given[phenomenon], by_label=phenomenon == "level")


def found_marks(article: Article) -> dict[str, list[Annotation]]:
    """What the kit's finders mark in a text, by phenomenon."""
    attributions, sources = find_attributions(article), find_sources(article)
    return _marks(attributions, sources, find_euphemisms(article), find_inconsistencies(article))


def gold_marks(marked: Gold) -> dict[str, list[Annotation]]:
    """What a reader marked in a text, by phenomenon."""
    return _marks(marked.attributions, marked.sources, marked.euphemisms, marked.inconsistencies)


def _marks(
    attributions: Iterable[Any], sources: Iterable[Any], euphemisms: Iterable[Any], pairs: Iterable[Any]
) -> dict[str, list[Annotation]]:
    """Findings and gold have the same fields, so one way leads from either to marks."""
    heard = list(sources)
    return {
        "attribution": [_mark("attribution", each.cue + each.content, each) for each in attributions],
        "source": [_mark("source", (each.span,), each) for each in heard],
        "level": [_mark(each.level, (each.span,), each) for each in heard],
        "euphemism": [_mark("euphemism", each.pieces, each) for each in euphemisms],
        "inconsistency": [
            _mark("inconsistency", (each.claim, each.other), each) for each in pairs if each.verdict != "none"
        ],
    }


def _mark(label: str, spans: tuple[Any, ...], each: object) -> Annotation:
    return Annotation(label, spans, getattr(each, "doubtful", False))


def _reading(name: str, file: Traversable) -> Gold:
    where = f"readings: {file.name}"
    return gold_in(text_of(name), load_toml(file.read_bytes(), where), where)


def _score(done: Comparison) -> Score:
    return Score(len(done.matched), len(done.missed), sum(not mark.doubtful for mark in done.spurious))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
