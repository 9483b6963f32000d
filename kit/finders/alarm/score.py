"""A score against the goals told: "won 2-0", and three goals are told of; "drew 2-1"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.alarm.sums import slip, words_in
from kit.reading import ArticleIndex, IndexedSentence
from kit.text import Span

NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
NAMES = rf"{NAME}(?:(?:, and |, | and ){NAME})*"
BOTH = r"(?P<home>\d{1,2})[-–](?P<away>\d{1,2})"
RESULT = re.compile(
    r"\b(?P<how>w[io]ns?|beat|beats|defeated|lost|loses?|dr[ae]ws?|ended|finished)\b(?P<gap>[^.;:,\d]{0,40}) "
    rf"{BOTH}\b(?![-–]\d)"
)
NAMED = re.compile(rf"(?P<gap>)\b{BOTH} (?P<how>win|victory|defeat|draw)\b")
SCORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")
TELLS_GOALS = re.compile(r"\b(?:goals?|scored|scores|netted|hat-trick)\b")
SCORERS = re.compile(
    rf"\b(?P<winners>(?:thanks to|with|through) )?goals (?:by|from) (?P<names>{NAME}(?:(?:, and |, | and ){NAME})*)"
)
MINUTE = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b(?= minute|[,.;]| and |$)")
NTH = r"(third|fourth|fifth|sixth|seventh)"
NTH_GOAL = re.compile(
    rf"\b(?:added|adding|scored|scoring|got|netted) (?:a|the) {NTH}(?: and (?:a|the) {NTH})?\b(?! time| of)"
)
ORDINALS = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
SEVERAL = re.compile(r"\b(?:(?:scored|netted|got) (twice|two|three|four|five)|(hat-trick))\b")
HOW_MANY = {"hat-trick": 3, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5}
NOT_IN_GAP = frozenset(
    "after following before despite from with draw drew win lead level again their its his her".split()
)
OTHER_GAMES = words_in("other_games")
MAX_BEHIND = 3  # sentences behind a score that tell its goals


def find_scores(index: ArticleIndex) -> Iterator[Candidate]:
    """Every score that does not go with the goals told, or with the word for it."""
    scores = {index.sentence_at(score.start()) for score in SCORE.finditer(index.article.text)}
    for sentence in (index.sentences[number] for number in sorted(scores) if number >= 0):
        text = index.article[sentence.span]
        result = RESULT.search(text) or NAMED.search(text)
        if (
            result is None
            or sentence.is_question
            or _another_kind(text)
            or not NOT_IN_GAP.isdisjoint(result["gap"].split())
        ):
            continue
        how, home, away = result["how"], int(result["home"]), int(result["away"])
        place, word = (
            Span(sentence.span.start + result.start(first), sentence.span.start + result.end(last))
            for first, last in (("home", "away"), ("how", "how"))
        )
        if how not in ("ended", "finished") and (how[:2] == "dr") != (home == away):
            more = "one side has more goals" if home != away else "both sides have the same number of goals"
            yield slip("score", "number", word, place, f"The word is “{how}”, but {more}: {home}–{away}.")
        else:
            yield from _goals(index, sentence, place, home, away)


def _goals(index: ArticleIndex, sentence: IndexedSentence, place: Span, home: int, away: int) -> Iterator[Candidate]:
    """The goals told behind a score, where they are more than it has."""
    told, first = 0, None
    behind = index.sentences[sentence.number : sentence.number + 1 + MAX_BEHIND]
    pieces = [(max(each.span.start, place.end), each.span.end) for each in behind]
    for begin, end in ((sentence.span.start, place.start), *pieces):
        text = index.article.text[begin:end]
        if SCORE.search(text) or _another_kind(text) or "\n" in index.article.text[place.end : begin]:
            break
        count, match, highest = _count(text)
        if highest and highest[0] > max(home, away):
            goal = Span(begin + highest[1].start(), begin + highest[1].end())
            reckoned = f"One side is given {highest[0]} goals, but in {home}–{away} neither side has that many."
            yield slip("score", "number", place, goal, reckoned)
            return
        told += count
        first = first or (match and Span(begin + match.start(), begin + match.end()))
    if first and told > home + away:
        yield slip("score", "number", place, first, f"{home} + {away} = {home + away}, but {told} goals are described.")


def _count(text: str) -> tuple[int, re.Match[str] | None, tuple[int, re.Match[str]] | None]:
    """How many goals some words tell of, with the place; and the highest that is counted ("a fourth")."""
    if not TELLS_GOALS.search(text) and not NTH_GOAL.search(text):
        return 0, None, None
    nth = [(ORDINALS[word], match) for match in NTH_GOAL.finditer(text) for word in match.groups() if word]
    highest = max(nth, key=lambda each: each[0], default=None)
    if by := SCORERS.search(text):
        count = len(re.split(r", and |, | and ", by["names"]))
        return count, by, (count, by) if by["winners"] else highest
    minutes = list(MINUTE.finditer(text)) if " minute" in text else []
    if minutes:
        return len({match[1] for match in minutes}), minutes[0], highest
    several = [(HOW_MANY[match[1] or match[2]], match) for match in SEVERAL.finditer(text)]
    highest = max([*several, *filter(None, [highest])], key=lambda each: each[0], default=None)
    return sum(number for number, _ in several), several[0][1] if several else None, highest


def _another_kind(text: str) -> bool:
    """Does the sentence speak of other games, or of a game in which more is counted than goals?"""
    return not OTHER_GAMES.isdisjoint(re.findall(r"[a-z-]+", text.lower()))


RULES = (
    Rule(
        "score",
        find_scores,
        "The score doesn’t fit the goals that are described, or the word for it.",
        "Some of the goals may be from another game, or may not have counted.",
        ("Malden won *2-0*. Petersen scored in the *12th* minute, Olin in the 40th and Reyes in the 88th.",
         "Harrow beat Tarrow *3-1*. Lund scored twice and Voss *added a third and a fourth* after the break.",
         "Lorn won *2-1* on Sunday, and it was a *hat-trick* that did it.",
         "The Swans won *1-0* *thanks to goals by Mira Holt and Jana Reese*.",
         "Lund’s *hat-trick* gave Malden a *2-1* win.",
         "Lorn *drew* *2-1* with Ansby in front of nobody."),
        ("Malden won 2-0. Petersen scored in the 12th minute and Olin in the 40th.",
         "Lorn drew 2-2 with Ansby, having been 2-1 down.",
         "Lund’s hat-trick gave Malden a 3-2 win.",
         "Ansby won 5-4 on penalties after a 1-1 draw in which Hale scored.",
         "The Swans won 1-0 thanks to a goal by Mira Holt, who had scored twice in midweek."),
    ),
)  # fmt: skip
