"""Two passages that do not go together, side by side: the differing words marked, the reason and the best excuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, repeat
from typing import ClassVar

from kit.finding import Inconsistency
from kit.text import Article
from kit.views.finding_marks import in_order
from kit.views.passage_context import PassageInContext, passage_of
from kit.views.rendering import View
from kit.views.shared_wording import headline, one_line
from kit.views.wording import SENTENCES, TYPES, VERDICTS


@dataclass(frozen=True, slots=True)
class PairTable:
    """One finding as the view shows it."""

    title: str
    meaning: str
    sides: tuple[PassageInContext, PassageInContext]
    reason: str
    excuse: str


@dataclass(frozen=True, slots=True, repr=False)
class PairTables(View):
    """The pairs of a text: tables in a notebook, blocks of lines elsewhere."""

    title: str
    pairs: tuple[PairTable, ...]
    part: ClassVar[str] = "pairs"
    none: ClassVar[str] = SENTENCES["no_pairs"]
    note: ClassVar[str] = SENTENCES["pairs"]

    def lines(self) -> Iterator[str]:
        """The pairs in plain text; the differing words stand between equals signs."""
        if not self.pairs:
            yield self.none
            return
        yield self.title
        yield self.note
        for pair in self.pairs:
            yield f"\n{pair.title}: {pair.meaning}"
            for side in pair.sides:
                words = "".join(f"={words}=" if marked else words for words, marked in side.pieces)
                yield f"  “{words}” ({side.place}, {side.source})"
            yield f"  Why: {pair.reason}"
            if pair.excuse:
                yield f"  Innocent reason: {pair.excuse}"


def pair_tables(article: Article, findings: Iterable[Inconsistency]) -> PairTables:
    """Pairs of passages side by side, in the order of the text. Takes an article and what was found in it."""
    found = [finding for finding in in_order(findings) if isinstance(finding, Inconsistency)]
    title = " ".join(filter(None, ["Do these go together?", headline(article)]))
    return PairTables(title, tuple(map(pair_table, repeat(article), found, count(1))))


def pair_table(article: Article, finding: Inconsistency, number: int) -> PairTable:
    look = VERDICTS[finding.verdict]
    return PairTable(
        f"{number} · {TYPES[finding.type]}: {look.name}",
        look.meaning,
        (
            passage_of(article, finding.claim, finding.claim_words, finding.claim_source),
            passage_of(article, finding.other, finding.other_words, finding.other_source),
        ),
        rule_of(finding),
        one_line(finding.excuse),
    )


def rule_of(finding: Inconsistency) -> str:
    """The reason without the passages and the excuse, which stand beside it here."""
    reason = finding.reason.removesuffix(f" Innocent reason: {finding.excuse}")
    passages, colon, rule = reason.rpartition("”: ")
    return one_line(rule if colon and passages.startswith("“") else reason)
