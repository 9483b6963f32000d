"""Two passages that do not go together, side by side: the differing words marked, the reason and the best excuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count, repeat

from kit.finding import Inconsistency
from kit.text import Article, Span
from kit.views.highlight import stylesheet
from kit.views.marks import in_order
from kit.views.passages import as_html, bdi, context_of, whereabouts
from kit.views.phrases import headline, one_line
from kit.views.verdicts import NO_PAIRS, REPORTER, TYPES, VERDICTS

HEAD = ("The one passage", "The other passage")
LINES = ("In the text", "Who says it", "Where")
NOTE = (
    "Look at both passages in the text before you believe the helper: it compares words and does not know the matter."
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of two passages: its pieces, each with whether it is marked, who says it and where it stands."""

    pieces: tuple[tuple[str, bool], ...]
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One finding as the view shows it."""

    title: str
    meaning: str
    sides: tuple[Side, Side]
    reason: str
    excuse: str


@dataclass(frozen=True, slots=True, repr=False)
class Pairs:
    """The pairs of a text: tables in a notebook, blocks of lines elsewhere."""

    title: str
    pairs: tuple[Pair, ...]

    def __repr__(self) -> str:
        return "\n".join(lines_of(self)) if self.pairs else NO_PAIRS

    def _repr_html_(self) -> str:
        return to_html(self) if self.pairs else f"<p>{NO_PAIRS}</p>"


def pairs(article: Article, findings: Iterable[Inconsistency], numbers: Sequence[int] = ()) -> Pairs:
    """Pairs of passages side by side, in the order of the text.

    Takes an article and the inconsistencies found in it. `numbers` are those that the pairs have elsewhere; left out,
    they are counted from 1.
    """
    found = [finding for finding in in_order(findings) if isinstance(finding, Inconsistency)]
    title = " ".join(filter(None, ["Do these go together?", headline(article)]))
    return Pairs(title, tuple(map(pair_of, repeat(article), found, numbers or count(1))))


def pair_of(article: Article, finding: Inconsistency, number: int) -> Pair:
    look = VERDICTS[finding.verdict]
    return Pair(
        f"{number} · {TYPES[finding.type]}: {look.name}",
        look.meaning,
        (
            side_of(article, finding.claim, finding.claim_words, finding.claim_source),
            side_of(article, finding.other, finding.other_words, finding.other_source),
        ),
        rule_of(finding),
        one_line(finding.excuse),
    )


def rule_of(finding: Inconsistency) -> str:
    """The reason without the passages and the excuse, which stand beside it here."""
    reason = finding.reason.removesuffix(f" It may be innocent: {finding.excuse}")
    passages, colon, rule = reason.rpartition("”: ")
    return one_line(rule if colon and passages.startswith("“") else reason)


def side_of(article: Article, span: Span, words: Sequence[Span], source: str) -> Side:
    return Side(tuple(context_of(article, span, words)), one_line(source) or REPORTER, whereabouts(article, span))


def to_html(view: Pairs) -> str:
    return (
        f'<div class="kit-facts kit-pairs"><style>{stylesheet("ledger.css")}</style>'
        f'<p class="kit-facts-title">{bdi(view.title)}</p><p>{NOTE}</p>{tables_of(view)}</div>'
    )


def tables_of(view: Pairs) -> str:
    """The tables alone, for whoever brings the styles along."""
    return "".join(map(pair_html, view.pairs))


def pair_html(pair: Pair) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in HEAD)
    cells = (
        [as_html(side.pieces) for side in pair.sides],
        [bdi(side.source) for side in pair.sides],
        [bdi(side.place) for side in pair.sides],
    )
    body = "".join(
        f'<tr><th scope="row">{line}</th>{"".join(f"<td>{each}</td>" for each in row)}</tr>'
        for line, row in zip(LINES, cells, strict=True)
    )
    excuse = f'<br><span class="kit-asks">It may be innocent:</span> {bdi(pair.excuse)}' if pair.excuse else ""
    return (
        f'<table class="kit-fact kit-pair"><caption><b>{escape(pair.title)}</b>: {pair.meaning}</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{body}</tbody></table>"
        f'<p class="kit-why"><span class="kit-asks">Why:</span> {bdi(pair.reason)}{excuse}</p>'
    )


def lines_of(view: Pairs) -> Iterator[str]:
    """The pairs in plain text; the differing words stand between equals signs."""
    yield view.title
    yield NOTE
    for pair in view.pairs:
        yield f"\n{pair.title}: {pair.meaning}"
        for side in pair.sides:
            words = "".join(f"={words}=" if marked else words for words, marked in side.pieces)
            yield f"  “{words}” ({side.place}, {side.source})"
        yield f"  Why: {pair.reason}"
        if pair.excuse:
            yield f"  It may be innocent: {pair.excuse}"
