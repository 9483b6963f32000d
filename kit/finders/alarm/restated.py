"""Two sentences that say the same thing, but for one slot: a number, a time, a negation, an opposite.

The sentences are laid along each other word by word. What stands before the first and behind the last word that they
share is a frame ("To recap, ...") or was left out; what differs in between has to be one slot, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from kit.finders.alarm.alignment import NOT, Alignment, Gap, Token, align, alike, tokens
from kit.finders.alarm.rule import GENERIC, Candidate, Rule, same_source, stands_apart
from kit.finders.attribution.cues import all_cues
from kit.finding import Attribution, Differ, Verdict
from kit.language.agreement import agree, same_measure, times_agree
from kit.language.grammar import POSSESSIVES
from kit.language.quantities import Quantity
from kit.language.thesaurus import opposite
from kit.language.times import Time
from kit.reading import ArticleIndex, IndexedSentence
from kit.text import Span

MIN_SHARED = 3  # words of content that two restatements share, numbers and times not counted
MIN_SURE = 0.75  # of the words of content between the frames that stand in both
MAX_FRAME = 10  # words before the first that both share; more are no "To recap", and may tell whose claim it is
MAX_WORDS = 120  # what is longer is no sentence


Kind = Literal["number", "date", "negation", "antonym", "other"]


class Slot(NamedTuple):
    """What differs: words of the one sentence and of the other; "other" is what no rule is sure of."""

    kind: Kind
    one: tuple[Token, ...]
    other: tuple[Token, ...]


def find_restated(index: ArticleIndex) -> Iterator[Candidate]:
    """Every pair of sentences that say the same but for one slot."""
    read: dict[int, list[Token]] = {}
    for one, other in alike(index):
        if one.is_question or other.is_question or max(one.end - one.first, other.end - other.first) > MAX_WORDS:
            continue
        for sentence in (one, other):
            if sentence.number not in read:
                read[sentence.number] = tokens(index, sentence)
        laid = align(read[one.number], read[other.number])
        found = laid and _compare(index, one, other, laid)
        if found:
            yield found


def _compare(index: ArticleIndex, one: IndexedSentence, other: IndexedSentence, laid: Alignment) -> Candidate | None:
    """The candidate of two sentences, if they differ in one slot and in nothing else that matters."""
    shared = laid.shared
    if shared < MIN_SHARED and not (shared == MIN_SHARED - 1 and len(laid.pairs) >= 2 * MIN_SHARED):
        return None
    if max(map(len, laid.frames)) > MAX_FRAME or all(frame and frame[-1].content for frame in laid.frames):
        return None  # "heating oil rose", "gasoline rose": two subjects
    if any(index.words.lower[token.first] == "else" for side in (0, 1) for token in laid.outside(side)):
        return None  # "67 percent will vote for Hale", "26 percent will vote for someone else"
    slots = [*_numbers(laid), *_times(laid), *_words(index, laid)]
    loose = _loose(index, laid, slots)
    if len(slots) != 1 or slots[0].kind == "other" or shared < MIN_SURE * (shared + loose):
        return None
    return _candidate(index, (one, other), laid, slots[0].kind, (slots[0].one, slots[0].other))


# ---- one slot -------------------------------------------------------------------------------------------------------


def _numbers(laid: Alignment) -> Iterator[Slot]:
    """Numbers that stand at the same place and can't both be right."""
    for a, b in laid.pairs:
        if isinstance(a.thing, Quantity) and isinstance(b.thing, Quantity):
            if not same_measure(a.thing, b.thing):
                yield Slot("other", (a,), (b,))
            elif not agree(a.thing, b.thing):
                yield Slot("number", (a,), (b,))


def _times(laid: Alignment) -> Iterator[Slot]:
    """Times at the same place, or moved to another one, that can't both be right."""
    for a, b in laid.pairs:
        if isinstance(a.thing, Time) and isinstance(b.thing, Time) and not times_agree(a.thing, b.thing):
            yield Slot("date", (a,), (b,))
    ones, others = (laid.outside(side) for side in (0, 1))
    for a in ones:
        for b in others:
            if a.key == b.key and isinstance(a.thing, Time) and isinstance(b.thing, Time):
                if not times_agree(a.thing, b.thing):
                    yield Slot("date", (a,), (b,))
                break


def _words(index: ArticleIndex, laid: Alignment) -> Iterator[Slot]:
    """A negation that stands in one sentence alone, opposites; or other names, of which no rule is sure."""
    low = index.words.lower
    nots: tuple[list[Token], list[Token]] = ([], [])
    for gap in laid.gaps:
        a, b = ([t for t in side if t.content] for side in gap)
        named = [any(_is_name(index, t) for t in side) for side in (a, b)]
        if gap is laid.frames:  # "To recap", "Critics deny that"; but two people are two
            if all(named):
                yield Slot("other", tuple(a), tuple(b))
            continue
        for side in (0, 1):
            nots[side].extend(t for t in gap[side] if t.key == NOT)
        words = [[t for t in side if t.thing is None and t.key != NOT] for side in gap]
        pairs = [(x, y) for x in words[0] for y in words[1] if opposite(low[x.first], low[y.first])]
        if pairs:
            yield Slot("antonym", pairs[0][:1], pairs[0][1:])
        elif all(named) or (any(named) and not (a and b) and not _set_off(index, gap)):
            yield Slot("other", tuple(a), tuple(b))  # two people; or "the Republican nomination" and "the nomination"
        owners = [POSSESSIVES.intersection(low[t.first] for t in side) for side in gap]
        if all(owners) and owners[0].isdisjoint(owners[1]):
            yield Slot("other", tuple(gap[0]), tuple(gap[1]))  # "their job" and "my job"
    tail = [] if all(laid.tails) else laid.tails[0] or laid.tails[1]
    if any(t.content and _is_name(index, t) for t in tail) and not _set_off(index, laid.tails):
        yield Slot("other", tuple(laid.tails[0]), tuple(laid.tails[1]))  # "It takes 12 to win", "… to win the Oake cup"
    if (len(nots[0]) + len(nots[1])) % 2:
        yield Slot("negation", tuple(nots[0]), tuple(nots[1]))


def _is_name(index: ArticleIndex, token: Token) -> bool:
    """A word in capitals that is no common word at the start of a sentence."""
    words, row = index.words, token.first
    return words.form[row][:1].isupper() and words.tag[row].startswith("NNP")


def _loose(index: ArticleIndex, laid: Alignment, slots: list[Slot]) -> int:
    """Words of content between the frames that stand in one sentence alone, besides those of the slots."""
    used = {id(t) for slot in slots for t in (*slot.one, *slot.other)}
    count = 0
    for gap in laid.gaps:
        if gap is not laid.frames:
            left = [sum(t.content and id(t) not in used for t in side) for side in gap]
            if min(left) or not _set_off(index, gap):
                count += max(left)
    return count


def _set_off(index: ArticleIndex, gap: Gap) -> bool:
    """Is this set off by commas, dashes or brackets, so that a restatement may well leave it out?"""
    low, gone = index.words.lower, gap[0] or gap[1]
    before, behind = low[gone[0].first - 1 : gone[0].first], low[gone[-1].end : gone[-1].end + 1]
    return before != [] and behind != [] and not (before[0][0].isalnum() or behind[0][0].isalnum())


# ---- who says it ----------------------------------------------------------------------------------------------------


def _frames(index: ArticleIndex, both: tuple[IndexedSentence, ...], laid: Alignment) -> list[Attribution | None]:
    """Who is said to say so before the first word that both sentences share."""
    starts, shared = index.words.start, laid.pairs[0]
    return [index.claimed_in(Span(s.span.start, starts[shared[side].first])) for side, s in enumerate(both)]


def _claimed(index: ArticleIndex, frame: list[Token]) -> bool:
    """ "One rival later argued that": a verb of saying, and "that", where nobody generic speaks."""
    low = [index.words.lower[t.first] for t in frame]
    return low[-1:] == ["that"] and GENERIC.isdisjoint(low) and any(word in all_cues() for word in low)


def _candidate(
    index: ArticleIndex,
    both: tuple[IndexedSentence, IndexedSentence],
    laid: Alignment,
    kind: Differ,
    slot: tuple[tuple[Token, ...], tuple[Token, ...]],
) -> Candidate | None:
    """The candidate, unless two sources are each given their own claim: only two figures are worth a look then."""
    article = index.article
    frames = _frames(index, both, laid)
    disputed = any(stands_apart(article, frame) for frame in frames) and not same_source(article, *frames)
    disputed = disputed or any(_claimed(index, frame) for frame in laid.frames)
    if disputed and kind != "number":
        return None
    words = tuple(tuple(index.span(token.first, token.end) for token in side) for side in slot)
    says = [index.who_says(spans[0] if spans else _last_word(index, s)) for s, spans in zip(both, words, strict=True)]
    verdict: Verdict = "tension" if disputed or not same_source(article, *says) else "conflict"
    rule = f"restated-{kind}"
    if verdict == "tension" and kind == "number" and all(found and found.source for found in says):
        kind = rule = "sources_disagree"
    return Candidate((both[0].span, both[1].span), (words[0], words[1]), kind, verdict, rule)


def _last_word(index: ArticleIndex, sentence: IndexedSentence) -> Span:
    """The last word of a sentence: it stands in what is said, if anything is."""
    low = index.words.lower
    rows = range(sentence.end - 1, sentence.first, -1)
    row = next((row for row in rows if low[row][0].isalnum()), sentence.first)
    return index.span(row, row + 1)


RULES = (
    Rule(
        "restated-number",
        find_restated,
        "Both say the same about the same thing, but with different numbers.",
        "The second figure may be from another day, or count a different group.",
        ("The mill burned *four* tonnes of straw in one night. To recap, the mill burned *nine* tonnes of straw in "
         "one night.",),
        ("The mill burned 41 tonnes of straw in one night. In short, the mill burned about 40 tonnes of straw in one "
         "night.",),
    ),
    Rule(
        "restated-date",
        find_restated,
        "Both describe the same event, but at different times.",
        "There may have been two events, or the time may have changed.",
        ("The ferry struck the old pier on *Monday* in thick fog. As noted, the ferry struck the old pier on "
         "*Thursday* in thick fog.",),
        ("The ferry struck the pier at 9 in thick fog. The ferry struck the pier at 9 a.m. in thick fog.",),
    ),
    Rule(
        "restated-negation",
        find_restated,
        "Both say the same, except that one has a “not” or something like it.",
        "Things may have changed between the two, or somebody else is speaking.",
        ("The new pump has passed its last test in the harbour. It remains the case that the new pump has *not* "
         "passed its last test in the harbour.",),
        ("The new pump has passed its last test in the harbour. Critics insist that the new pump has not passed its "
         "last test in the harbour.",),
    ),
    Rule(
        "restated-antonym",
        find_restated,
        "Both say the same, except for two words that are opposites.",
        "Things may have changed between the two, or the words may be about different parts of it.",
        ("The harbour board *approved* the sale of the dairy. In short, the harbour board *rejected* the sale of the "
         "dairy.",),
        ("The harbour board approved the sale of the dairy. Has the harbour board rejected the sale of the dairy?",),
    ),
)  # fmt: skip
