"""What a text tells, and further on takes for the opposite: "the council threw it out", "now that it has its blessing";
"nobody was hurt", "the injured driver".

The second passage has to take its side as known, and the text must never tell that side outright: then it does not go
on from the one to the other, as a report does in which a plan is first refused and then allowed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kit.finders.inconsistency.clash import Clash
from kit.finders.inconsistency.statements import Index, same_source, verdict_of
from kit.finders.inconsistency.themes import Phrase, phrases, stand_in, turned_entries
from kit.finding import Differ
from kit.lexicon import Entry
from kit.text import Span

TURNED = (("one", "known_other"), ("other", "known_one"))
REACH = 8  # words on both sides in which a word makes it another time or matter
NO = ("no", "nobody", "not", "none")


def find_turned(index: Index) -> Iterator[Clash]:
    """Every theme of which the text tells one side and takes the other one as known."""
    found = phrases(index.article)
    for entry in turned_entries():
        sides: dict[str, list[Phrase]] = {}
        for phrase in found.get(("turned", entry.term), ()):
            if not index.statements[phrase.sentence].question:
                sides.setdefault(phrase.side, []).append(phrase)
        looked_at = len(sides) > 1 and (index.brief or not entry.data.get("once"))
        clash = _turned(index, entry, sides) if looked_at else None
        whole = range(len(index.article.words.lower))
        if clash and not stand_in(index.article, entry.data.get("unless", ()), whole):
            yield clash


def _turned(index: Index, entry: Entry, sides: dict[str, list[Phrase]]) -> Clash | None:
    """The first telling of one side and the first passage that takes the other one as known."""
    for told, known in TURNED:
        outright = sides.get(known.removeprefix("known_"), [])
        if not sides.get(told) or not sides.get(known):
            continue
        if any(not _inside(phrase, chain(sides[told], sides[known])) for phrase in outright):
            continue
        first = next((p for p in sides[told] if not index.statements[p.sentence].title), sides[told][0])
        second = next((p for p in sides[known] if p.sentence > first.sentence), None)
        if second and not _apart(index, entry, first, second):
            return _clash(index, first, second)
    return None


def _inside(phrase: Phrase, others: chain[Phrase]) -> bool:
    """Are these words only a part of a longer phrase: "rejected" in "the rejected"?"""
    return any(other.first <= phrase.first and phrase.end <= other.end for other in others)


def _apart(index: Index, entry: Entry, *pair: Phrase) -> bool:
    """Is one of the two of another time or matter, or are they the words of two sources?"""
    for phrase in pair:
        first, end = index.article.rows[phrase.sentence]
        for around in (
            range(max(first, phrase.first - REACH), phrase.first),
            range(phrase.end, min(end, phrase.end + REACH)),
        ):
            if stand_in(index.article, entry.data.get("apart", ()), around):
                return True
    says = [index.sources.at(_span(index, phrase)) for phrase in pair]
    return None not in says and not same_source(index.article, *says)


def _span(index: Index, phrase: Phrase) -> Span:
    return index.words(phrase.first, phrase.end)


def _clash(index: Index, first: Phrase, second: Phrase) -> Clash:
    passages = [index.statements[phrase.sentence].span for phrase in (first, second)]
    kind: Differ = "negation" if index.article.words.lower[first.first] in NO else "antonym"
    one, other = _span(index, first), _span(index, second)
    verdict = verdict_of(index, one, other)
    return Clash(passages[0], passages[1], (one,), (other,), kind, verdict, "turned", "turned")
