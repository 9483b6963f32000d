"""Two sentences that say the same thing, but for one slot: a number, a time, a negation, an opposite, a name.

The sentences are laid along each other word by word. What stands before the first and behind the last word that they
share is a frame ("To recap, ...") or was left out; what differs in between has to be one slot, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

from kit.finders.alarm.clash import Clash
from kit.finders.alarm.statements import GENERIC, Index, Statement, candidates, same_source, stands_apart
from kit.finders.attribution.cues import all_cues
from kit.finding import Attribution, Differ, Verdict
from kit.language import load
from kit.language.agreement import agree, same_measure, times_agree
from kit.language.morphology import stem
from kit.language.quantities import Quantity
from kit.language.thesaurus import NEGATIONS, opposite
from kit.language.times import Time
from kit.text import Span

DIFFER: dict[str, Differ] = {
    "number": "number", "date": "date", "negation": "negation", "antonym": "antonym", "name": "name",
}  # fmt: skip
PLACES = ("in", "at", "near", "from", "outside", "to", "of", "through", "towards", "behind")  # before a place
NUMBER, TIME = "#", "@"
NOT = "not"
LEAST = 3  # words of content that two restatements share, numbers and times not counted
SURE = 0.75  # of the words of content between the frames that stand in both
LOOSE = 1  # words of content between the frames that may differ besides the slot, for every
PER = 6  # of those that are shared
LONGEST = 120  # words: what is longer is no sentence
SHORT = 2  # words before the first shared one, in which a "not" still belongs to the sentence and to no frame
NAME_LEAST = 5  # words of content shared where a name differs: parallel sentences about two people are common
NAME_SURE = 0.9


@dataclass(slots=True)
class Token:
    """A word, a number or a time: what it is compared by, its rows, and the quantity or time itself."""

    key: str
    first: int
    end: int
    content: bool
    thing: Quantity | Time | None = None


@dataclass(slots=True)
class Laid:
    """Two sentences laid along each other.

    `pairs` are tokens that stand at the same place, `mine` and `yours` the tokens between the frames that stand in one
    sentence alone, by gap: a gap holds what the one has and what the other has in its place.
    """

    pairs: list[tuple[Token, Token]] = field(default_factory=list)
    gaps: list[tuple[list[Token], list[Token]]] = field(default_factory=list)
    frames: tuple[list[Token], list[Token]] = field(default_factory=lambda: ([], []))
    tails: tuple[list[Token], list[Token]] = field(default_factory=lambda: ([], []))


def find_restated(index: Index) -> Iterator[Clash]:
    """Every pair of sentences that say the same but for one slot."""
    for one, other in candidates(index):
        if one.question or other.question or max(one.end - one.first, other.end - other.first) > LONGEST:
            continue
        laid = lay(tokens(index, one), tokens(index, other))
        if laid is not None:
            clash = _compare(index, one, other, laid)
            if clash is not None:
                yield clash


def tokens(index: Index, statement: Statement) -> list[Token]:
    """The words of a sentence, with each number and time as one token, marks left out."""
    low, keys = index.article.words.lower, index.keys
    found = []
    row = statement.first
    while row < statement.end:
        quantity, time = statement.numbers.get(row), statement.times.get(row)
        if time is not None:
            found.append(Token(TIME + time.kind, row, time.end, False, time))
            row = time.end
            continue
        if quantity is not None:
            found.append(Token(NUMBER, row, quantity.stop, False, quantity))
            row = quantity.stop
            continue
        word = low[row]
        if word in NEGATIONS:
            found.append(Token(NOT, row, row + 1, False))
        elif word[0].isalnum():
            found.append(Token(keys[row] or word, row, row + 1, keys[row] != ""))
        row += 1
    return found


def lay(one: list[Token], other: list[Token]) -> Laid | None:
    """Lay two sentences along each other; None if they share too little."""
    matcher = SequenceMatcher(None, [t.key for t in one], [t.key for t in other], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    laid = Laid(frames=(one[: blocks[0].a], other[: blocks[0].b]))
    before = blocks[0]
    for block in blocks:
        gap = (one[before.a + before.size : block.a], other[before.b + before.size : block.b])
        if block is not before and (gap[0] or gap[1]):
            laid.gaps.append(gap)
        laid.pairs += zip(one[block.a : block.a + block.size], other[block.b : block.b + block.size], strict=True)
        before = block
    tails = (one[before.a + before.size :], other[before.b + before.size :])
    laid.tails = tails
    if tails[0] and tails[1]:  # both go on, and differently
        laid.gaps.append(tails)
    if laid.frames[0] or laid.frames[1]:
        laid.gaps.insert(0, laid.frames)
    return laid


def _compare(index: Index, one: Statement, other: Statement, laid: Laid) -> Clash | None:
    """The clash of two sentences, if they differ in one slot and in nothing else that matters."""
    shared = sum(a.content for a, _ in laid.pairs)
    if shared < LEAST and not (shared >= LEAST - 1 and len(laid.pairs) >= 2 * LEAST):
        return None
    slots = [*_numbers(laid), *_times(laid), *_words(index, laid)]
    if all(frame and frame[-1].content for frame in laid.frames):
        return None  # "heating oil rose", "gasoline rose": two subjects
    loose = _loose(index, laid, slots)
    if not slots and not loose and shared > LEAST:
        return _unattributed(index, one, other, laid)
    if len(slots) != 1 or loose > LOOSE + shared // PER or shared < SURE * (shared + loose):
        return None
    kind, mine, yours = slots[0]
    if kind in ("negation", "antonym") and _said(index, one, laid) > max(0, shared - LEAST):
        return None  # they share little but "the mayor said"
    if kind == "name" and (shared < NAME_LEAST or shared < NAME_SURE * (shared + loose)):
        return None
    return _clash(index, one, other, laid, kind, mine, yours)


@cache
def _claiming() -> frozenset[str]:
    """The verbs with which somebody only claims, from `clauses.toml`."""
    entries = load("clauses", ("kind", "words"))
    return frozenset(word for entry in entries if entry.data["kind"] == "claim" for word in entry.data["words"])


def _unattributed(index: Index, one: Statement, other: Statement, laid: Laid) -> Clash | None:
    """One sentence gives a claim to somebody who only believes it, the other states it as known."""
    frames = [_frame(index, statement, laid.pairs[0][side]) for side, statement in enumerate((one, other))]
    says = [index.sources.at(_heart(index, statement)) for statement in (one, other)]
    if (frames[0] is None) == (frames[1] is None) or all(says):
        return None
    claimed = frames[0] or frames[1]
    bases = {stem(word) for word in _claiming()}
    words = index.article[claimed.cue].lower().split() if claimed else []
    if not claimed or not stands_apart(index.article, claimed) or not any(stem(word) in bases for word in words):
        return None
    mine, yours = (claimed.cue, ()) if frames[0] else ((), claimed.cue)
    kind: Differ = "unattributed"
    return Clash(one.span, other.span, mine, yours, kind, "tension", kind, kind)


def _said(index: Index, one: Statement, laid: Laid) -> int:
    """How many of the words of content that both share only name a source or say that it speaks."""
    starts = index.article.words.start
    places = index.sources.speaking(one.span)
    return sum(a.content and any(s <= starts[a.first] < e for s, e in places) for a, _ in laid.pairs)


Slot = tuple[str, tuple[Token, ...], tuple[Token, ...]]


def _numbers(laid: Laid) -> Iterator[Slot]:
    """Numbers that stand at the same place and can't both be right."""
    for a, b in laid.pairs:
        if isinstance(a.thing, Quantity) and isinstance(b.thing, Quantity):
            if not same_measure(a.thing, b.thing):
                yield "other", (a,), (b,)
            elif not agree(a.thing, b.thing):
                yield "number", (a,), (b,)


def _times(laid: Laid) -> Iterator[Slot]:
    """Times at the same place, or moved to another one, that can't both be right."""
    for a, b in laid.pairs:
        if isinstance(a.thing, Time) and isinstance(b.thing, Time) and not times_agree(a.thing, b.thing):
            yield "date", (a,), (b,)
    ones = [t for gap in (laid.frames, laid.tails, *laid.gaps) for t in gap[0] if isinstance(t.thing, Time)]
    others = [t for gap in (laid.frames, laid.tails, *laid.gaps) for t in gap[1] if isinstance(t.thing, Time)]
    ones, others = list({id(t): t for t in ones}.values()), list({id(t): t for t in others}.values())
    for a in ones:
        for b in others:
            if a.key == b.key and isinstance(a.thing, Time) and isinstance(b.thing, Time):
                if not times_agree(a.thing, b.thing):
                    yield "date", (a,), (b,)
                break


def _words(index: Index, laid: Laid) -> Iterator[Slot]:
    """A negation that stands in one sentence alone, opposites, or one name for another."""
    low = index.article.words.lower
    nots = ([], [])  # type: tuple[list[Token], list[Token]]
    for gap in laid.gaps:
        far = gap is laid.frames and max(map(len, gap)) > SHORT
        for side in (0, 1):
            here = (t for t in gap[side] if t.key == NOT and not far)
            nots[side].extend(t for t in here if gap is not laid.frames or low[t.first] != "no")
        a, b = ([t for t in side if t.content] for side in gap)
        words = [[t for t in side if t.thing is None and t.key != NOT] for side in gap]
        pairs = [(x, y) for x in words[0] for y in words[1] if opposite(low[x.first], low[y.first])]
        if pairs and not far:
            yield "antonym", (pairs[0][0],), (pairs[0][1],)
        elif all(any(_is_name(index, t) for t in side) for side in (a, b)):
            one_name = max(len(a), len(b)) <= SHORT and all(_is_name(index, t) for t in (*a, *b))
            yield ("name" if one_name and gap is not laid.frames else "other"), tuple(a), tuple(b)
        elif not (a and b) and any(_is_name(index, t) for t in (*a, *b)) and not _apart(index, laid, gap):
            yield "other", tuple(a), tuple(b)  # "the Republican nomination" and "the nomination"
    if (len(nots[0]) + len(nots[1])) % 2:
        yield "negation", tuple(nots[0]), tuple(nots[1])


def _is_name(index: Index, token: Token) -> bool:
    """A word in capitals that is no common word at the start of a sentence."""
    words, row = index.article.words, token.first
    return words.form[row][:1].isupper() and words.tag[row].startswith("NNP")


def _loose(index: Index, laid: Laid, slots: list[Slot]) -> int:
    """Words of content between the frames that stand in one sentence alone, besides those of the slots."""
    used = {id(t) for _, mine, yours in slots for t in (*mine, *yours)}
    count = 0
    for gap in laid.gaps:
        if gap is laid.frames:
            continue
        left = [sum(t.content and id(t) not in used for t in side) for side in gap]
        if min(left) or not _aside(index, gap[0] or gap[1]):
            count += max(left)
    return count


def _apart(index: Index, laid: Laid, gap: tuple[list[Token], list[Token]]) -> bool:
    """Does this stand before the sentence, or between commas?"""
    return gap is laid.frames or _aside(index, gap[0] or gap[1])


def _aside(index: Index, gone: list[Token]) -> bool:
    """Is this set off by commas, dashes or brackets, so that a restatement may well leave it out?"""
    low = index.article.words.lower
    before, behind = low[gone[0].first - 1 : gone[0].first], low[gone[-1].end : gone[-1].end + 1]
    return before != [] and behind != [] and not (before[0][0].isalnum() or behind[0][0].isalnum())


def _clash(
    index: Index,
    one: Statement,
    other: Statement,
    laid: Laid,
    kind: str,
    mine: tuple[Token, ...],
    yours: tuple[Token, ...],
) -> Clash | None:
    """The clash, unless two sources are each given their own claim: only two figures are worth a look then."""
    if kind == "other":
        return None
    article = index.article
    frames = [_frame(index, s, laid.pairs[0][side]) for side, s in enumerate((one, other))]
    disputed = any(stands_apart(article, f) for f in frames) and not same_source(article, *frames)
    disputed = disputed or any(_claimed(index, frame) for frame in laid.frames)
    if disputed and kind != "number":
        return None
    first = tuple(index.words(t.first, t.end) for t in mine)
    second = tuple(index.words(t.first, t.end) for t in yours)
    differ = DIFFER[kind]
    verdict: Verdict = "conflict"
    rule = f"restated-{kind}"
    if kind == "name" and all(index.article.words.lower[t.first - 1] in PLACES for t in (mine[0], yours[0])):
        differ, rule = "place", "restated-place"
    says = [index.sources.at(_place(index, s, w)) for s, w in ((one, first), (other, second))]
    if disputed or not same_source(article, *says):
        verdict = "tension"
        if kind == "number" and all(says) and all(s and s.source for s in says):
            differ, rule = "sources_disagree", "sources_disagree"
    return Clash(one.span, other.span, first, second, differ, verdict, rule, differ)


def _frame(index: Index, statement: Statement, shared: Token) -> Attribution | None:
    """Who is said to say so before the first word that both sentences share."""
    return index.sources.framing(Span(statement.span.start, index.article.words.start[shared.first]))


def _claimed(index: Index, frame: list[Token]) -> bool:
    """ "One rival later argued that": a verb of saying, and "that", where nobody generic speaks."""
    low = [index.article.words.lower[t.first] for t in frame]
    return low[-1:] == ["that"] and GENERIC.isdisjoint(low) and any(word in all_cues() for word in low)


def _place(index: Index, statement: Statement, words: tuple[Span, ...]) -> Span:
    """Where the differing words stand; where one is missing, the last word: it is said, if anything is."""
    return words[0] if words else _heart(index, statement)


def _heart(index: Index, statement: Statement) -> Span:
    """The last word of a sentence: it stands in what is said, if anything is."""
    row = statement.end - 1
    words = index.article.words
    while row > statement.first and not words.lower[row][0].isalnum():
        row -= 1
    return Span(words.start[row], words.end[row])
