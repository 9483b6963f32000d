"""How good the finders are at what a survey counts, by their marks in the practice texts: what a correction rests on.

Measured by `kit measure --write`, kept in kit/data/measured_survey.toml.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from kit.compare import Annotation, compare, compare_pairs
from kit.find import UNNAMED, find_attributions, find_euphemisms, find_inconsistencies, find_sources
from kit.gold import Gold, gold
from kit.library import articles
from kit.surveying.bootstrap import share_draws
from kit.text import Article, Span
from kit.toml import load_toml

FILE = "measured_survey.toml"  # in kit/data
HEAD = """\
# Made by `kit measure --write`: how good the finders are at what a survey counts, by the gold of the practice texts.
# matched, missed and spurious are marks. Of passages, `both` have an unnamed source to readers and finders alike.
"""
PASSAGE_WORDS = 110  # words of the passages that stand for short stories: whole paragraphs until there are so many
MIN_GOLD = 20  # marks of careful readers, below which nothing is corrected
MIN_RECALL = 0.33  # of which the finders found so many: who finds less can't tell how much there is
MIN_PASSAGES = 15  # of each kind
MIN_YOUDEN = 0.4  # sensitivity + specificity - 1
MAX_STORY_WORDS = 330  # three passages: longer stories have more places to go wrong in than the passages had


@dataclass(frozen=True, slots=True)
class Marks:
    """How many marks were matched, missed and spurious."""

    matched: int
    missed: int
    spurious: int

    @property
    def allows(self) -> bool:
        """Is that enough to correct a count by?"""
        return self.matched + self.missed >= MIN_GOLD and self.matched >= MIN_RECALL * (self.matched + self.missed)

    @cache  # noqa: B019  # a handful of frozen values, the same ones for every group
    def corrections(self, name: str) -> list[float]:
        """What a count is multiplied by, and behind it what each replicate is: precision by recall."""
        precision = share_draws(f"{name} right", self.matched, self.spurious)
        recall = share_draws(f"{name} found", self.matched, self.missed)
        return [right / found for right, found in zip(precision, recall, strict=True)]


@dataclass(frozen=True, slots=True)
class Passages:
    """How many passages have an unnamed source to careful readers and to the finders."""

    both: int
    missed: int
    spurious: int
    neither: int

    @cache  # noqa: B019  # one frozen value
    def draws(self) -> tuple[list[float], list[float]]:
        """Sensitivity and specificity, and behind each what it might be in each replicate."""
        return (
            share_draws("sensitivity", self.both, self.missed),
            share_draws("specificity", self.neither, self.spurious),
        )

    @property
    def allows(self) -> bool:
        """Is that enough to correct a share by?"""
        enough = min(self.both + self.missed, self.neither + self.spurious) >= MIN_PASSAGES
        return enough and sum(draws[0] for draws in self.draws()) - 1 >= MIN_YOUDEN


@dataclass(frozen=True, slots=True)
class Accuracy:
    """What was measured: by column of counts, and for whole stories."""

    columns: Mapping[str, Marks]
    stories: Passages


@cache
def accuracy() -> Accuracy:
    """The figures of the last `kit measure --write`."""
    read: dict[str, Any] = load_toml(files("kit").joinpath("data", FILE).read_bytes(), FILE)
    return Accuracy({name: Marks(**counts) for name, counts in read["column"].items()}, Passages(**read["passages"]))


def measure_survey(texts: Iterable[str]) -> str:
    """The figures as they stand in the file, measured anew on these practice texts."""
    columns: Counter[tuple[str, str]] = Counter()
    passages: Counter[str] = Counter()
    for name in texts:
        if not gold(name).empty:
            columns.update(compared(articles(name), gold(name)))
            passages.update(judged(articles(name), gold(name)))
    lines = [HEAD.rstrip()]
    for column in dict.fromkeys(column for column, _ in sorted(columns)):
        lines += ["", f"[column.{column}]"]
        lines += [f"{kind} = {columns[column, kind]}" for kind in ("matched", "missed", "spurious")]
    lines += ["", "[passages]", *(f"{kind} = {passages[kind]}" for kind in ("both", "missed", "spurious", "neither"))]
    return "\n".join(lines) + "\n"


def compared(article: Article, marked: Gold) -> Iterator[tuple[str, str]]:
    """One pair of column and outcome for each mark of a practice text."""
    pairs: tuple[tuple[Iterable[Any], Iterable[Any]], ...] = (
        (marked.attributions, find_attributions(article)),
        (marked.sources, find_sources(article)),
        (marked.euphemisms, find_euphemisms(article)),
        (marked.inconsistencies, find_inconsistencies(article)),
    )
    for wanted, given in pairs:
        gold_marks, found = ([mark for each in marks for mark in as_mark(each)] for marks in (wanted, given))
        linked = any(mark.label == "alarms" for mark in (*gold_marks, *found))
        done = (compare_pairs if linked else compare)(article.text, gold_marks, found, True)
        yield from ((mark.label, "matched") for mark, _ in done.matched)
        yield from ((mark.label, "missed") for mark in done.missed)
        yield from ((mark.label, "spurious") for mark in done.spurious)


def as_mark(each: Any) -> Iterator[Annotation]:
    """A finding, or a mark of gold, under the column that counts it."""
    doubtful = getattr(each, "doubtful", False)
    if hasattr(each, "style"):
        yield Annotation(
            "quoted_words" if each.style == "direct" else "reported_words", each.cue + each.content, doubtful
        )
    elif hasattr(each, "level"):
        yield Annotation(each.level, (each.span,), doubtful)
    elif hasattr(each, "pieces"):
        yield Annotation("soft_words", each.pieces, doubtful)
    elif each.verdict != "none":
        yield Annotation("alarms", (each.claim, each.other), doubtful)


def judged(article: Article, marked: Gold) -> Iterator[str]:
    """For each passage: is there an unnamed source to careful readers, and to the finders? Not the doubtful ones."""
    sources = find_sources(article)
    for passage in passages_of(article):
        inside = [
            each for each in marked.sources if each.level in UNNAMED and passage.start <= each.span.start < passage.end
        ]
        if inside and all(each.doubtful for each in inside):
            continue
        found = any(each.level in UNNAMED and passage.start <= each.span.start < passage.end for each in sources)
        yield ("both" if found else "missed") if inside else ("spurious" if found else "neither")


def passages_of(article: Article) -> Iterator[Span]:
    """A text cut into runs of whole paragraphs; what is left at its end is too short to count."""
    start, words = None, 0
    for paragraph in article.paragraphs:
        start = paragraph.start if start is None else start
        words += len(article[paragraph].split())
        if words >= PASSAGE_WORDS:
            yield Span(start, paragraph.end)
            start, words = None, 0
