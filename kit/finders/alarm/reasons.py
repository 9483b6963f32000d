"""What an inconsistency tells its reader: both passages, the rule, and the best innocent explanation."""

from __future__ import annotations

from collections.abc import Iterator

from kit.text import Article, Span

LONGEST = 22  # words of a passage that are shown: those around the words that differ
OPEN, SHUT = "[", "]"

# The rule, after the two passages. Nothing here says that a passage is false.
RULES = {
    "restated-number": "Both say the same of the same thing, but with another number.",
    "restated-date": "Both tell the same event, but at another time.",
    "restated-negation": "Both say the same, but one of them with a “not” or its like.",
    "restated-antonym": "Both say the same, but for two words that are opposites.",
    "restated-name": "Both say the same, but with another name.",
    "restated-place": "Both tell the same event, but in another place.",
    "sources_disagree": "Two sources give two figures for one thing. Good reporting shows that openly.",
    "unattributed": "One passage says whose claim this is, the other states it as known.",
    "cause": "What is the cause in one passage is the effect in the other.",
    "direction": "The one says that it goes up, the other takes as known that it goes down, or the other way round.",
    "turned": "The one says it outright, the other takes the opposite as known.",
    "both-sides": "One person is put on two sides that hardly go together.",
    "harm": "One passage says that it happened to nobody, the other counts to whom it happened.",
    "taken-up": "The second passage takes up what the first has counted, but with another number.",
    "left": "So many are left as do not remain of the whole.",
    "rank": "The second passage counts further than there are.",
    "that-figure": "The text points back to a figure that it has not given.",
    "parts": "The parts do not add up to the whole.",
    "margin": "The margin is not the difference between the votes.",
    "vote": "What is said of the vote does not fit its figures.",
    "turnout": "The share of those who voted is told twice, and differs.",
    "sum": "The second passage takes up the sum of the first, but with another value.",
    "misfit": "This date was another day of the week.",
    "length": "One thing is said to have taken two lengths of time.",
    "two-days": "The text puts one event on two days.",
    "who-said": "The same words are given to two people.",
    "remark": "One remark is quoted from one person and told of another.",
    "role": "One person is given two parts that hardly go together.",
    "age": "One person is given two ages.",
    "slip": "The two names differ by one letter, and one of them stands here only once.",
    "nearly": "The two names are alike but for a letter or two, and one of them stands here only once.",
    "first-name": "The same last name stands with two first names that begin alike.",
    "two-labels": "Two names for one and the same thing.",
    "headline-number": "The headline has a number that the report does not bear out.",
    "headline-not": "The headline says no to what the report says, and the report nowhere does.",
    "headline-opposite": "Headline and report use opposite words for the same thing.",
    "headline-name": "The headline has a name that does not occur in the report.",
    "headline-passing": "The headline names somebody whom the report names only in passing, and not at its top.",
}

EXCUSES = {
    "number": "The second figure may be of another day, or count another group.",
    "date": "There may have been two events, or a time was moved.",
    "negation": "Things may have changed between the two, or somebody else is speaking.",
    "antonym": "Things may have changed between the two, or the words are meant of another part of it.",
    "cause": "Each may have made the other worse, one after the other.",
    "name": "They may be two different people.",
    "place": "One of the places may lie in the other, or there were two events.",
    "sources_disagree": "The two may have counted at different times or in different ways.",
    "unattributed": "The claim may have been confirmed in the meantime.",
    "sum": "The two sums may be for different things, or of different days.",
    "parts": "The list may leave some of them out.",
    "margin": "The margin may be of another vote.",
    "length": "One of the two may tell of a part of it, or of another one.",
    "vote": "There may have been two votes.",
    "turned": "Things may have changed between the two, or the second passage speaks of somebody or something else.",
    "misfit": "The date may be of another year.",
    "who_said": "One may have quoted the other.",
    "role": "People can have two jobs, or have changed from one to the other.",
    "age": "There may have been years between the two.",
    "headline": "Headlines are written in haste and shortened, often by somebody else than the reporter.",
    "two-labels": "Both names are in use for it, so nothing is wrong here.",
}
BY_RULE = {
    "two-days": "date",
    "slip": "name",
    "first-name": "name",
    "taken-up": "number",
    "that-figure": "number",
    "who-said": "who_said",
}


def excuse_for(key: str) -> str:
    """The best innocent explanation for a clash."""
    return EXCUSES[BY_RULE.get(key, key)]


def reason_for(
    article: Article,
    passages: tuple[Span, Span],
    words: tuple[tuple[Span, ...], tuple[Span, ...]],
    rule: str,
    excuse: str,
) -> str:
    """Both passages with the differing words in brackets, the rule, and the innocent explanation."""
    first, second = (marked(article, passage, spans) for passage, spans in zip(passages, words, strict=True))
    return f"“{first}” and “{second}”: {RULES[rule]} It may be innocent: {excuse}"


def marked(article: Article, passage: Span, spans: tuple[Span, ...]) -> str:
    """A passage in one line with some of its words in brackets, shortened around them."""
    pieces: list[tuple[str, bool]] = []
    at = passage.start
    for span in sorted(spans):
        if span.start >= at and span.end <= passage.end:
            pieces += [(article[at : span.start], False), (article[span], True)]
            at = span.end
    pieces.append((article[at : passage.end], False))
    return "".join(_pieces(pieces)).strip()


def _pieces(pieces: list[tuple[str, bool]]) -> Iterator[str]:
    room = LONGEST // (len(pieces) - 1 or 1)
    for number, (text, is_marked) in enumerate(pieces):
        words = text.split()
        if is_marked:
            yield f"{OPEN}{' '.join(words)}{SHUT}"
            continue
        shown = _shortened(words, room, begins=number == 0, ends=number == len(pieces) - 1)
        before = " " if text[:1].isspace() else ""
        behind = " " if text[-1:].isspace() and words else ""
        yield f"{before if number else ''}{shown}{behind}"


def _shortened(words: list[str], room: int, begins: bool, ends: bool) -> str:
    """The words next to what is marked: the last of the beginning, the first of the end."""
    if len(words) <= room:
        return " ".join(words)
    if begins and ends:
        return " ".join([*words[: LONGEST - 4], "…", *words[-4:]])
    if begins:
        return " ".join(["…", *words[-room // 2 :]])
    if ends:
        return " ".join([*words[: room // 2], "…"])
    return " ".join([*words[: room // 2], "…", *words[-room // 2 :]])
