"""The ladder as a table: each source of a text once, from a named person down to a hidden one, and what one is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, get_args

from kit.errors import counted
from kit.finding import Source, What
from kit.text import Article
from kit.views.finding_marks import shortened
from kit.views.rendering import View
from kit.views.shared_wording import headline
from kit.views.tally import Voice, voices
from kit.views.wording import DISCLOSURE_NAMES, ORDER, RUNGS, SENTENCES

YES, NOT_TOLD = "yes", "not told"
MAX_OTHER_NAMES = 8  # other names of one source that are listed


@dataclass(frozen=True, slots=True)
class Step:
    """One source as the table shows it.

    `also` are other names under which the text speaks of it, or the words that hide it, each with "a guess" where it
    may stand for somebody else. `told` are the words that tell each of the five things.
    """

    name: str
    rung: str
    steps: str
    also: tuple[str, ...]
    told: dict[What, tuple[str, ...]]
    anonymity_stated: bool
    mentions: str

    def cells(self) -> Iterator[tuple[list[str], str]]:
        """The words that tell each thing, and what a dash stands for where there are none."""
        for what in DISCLOSURE_NAMES:
            yield [f"“{words}”" for words in self.told[what]], self.untold(what)
        yield [YES] if self.anonymity_stated else [], self.untold("reason") and "no"

    def untold(self, what: What) -> str:
        """What a dash stands for. Nobody has to be told why a source has no name if it has one."""
        return "" if what == "reason" and self.rung.startswith("named") else NOT_TOLD


@dataclass(frozen=True, slots=True, repr=False)
class Ladder(View):
    """The sources of a text, from the most to the least that one is told: a table in a notebook, lines elsewhere."""

    title: str
    rows: tuple[Step, ...]
    levels: tuple[str, ...]  # what the levels mean that occur
    part: ClassVar[str] = "ladder"
    none: ClassVar[str] = SENTENCES["no_sources"]
    head: ClassVar[tuple[str, ...]] = ("Source", "Level", *DISCLOSURE_NAMES.values(), "Anonymity stated")

    def lines(self) -> Iterator[str]:
        """The table in plain text: a block of lines for each source."""
        if not self.rows:
            yield self.none
            return
        yield self.title
        for step in self.rows:
            yield f"\n{step.steps} {step.name} ({step.rung})"
            yield f"     {step.mentions}{': ' if step.also else ''}{', '.join(step.also)}"
            missing = []
            for head, (words, dash) in zip(self.head[2:], step.cells(), strict=True):
                if words:
                    yield f"     ✓ {head}{'' if words == [YES] else ': ' + '; '.join(words)}"
                elif dash == NOT_TOLD:
                    missing.append(head)
            if missing:
                yield f"     – not told: {', '.join(missing)}"


def ladder(article: Article, sources: Iterable[Source]) -> Ladder:
    """Every source of a text once, with what the reader is told of it.

    Takes an article and its sources; mentions of one person or body become one row, places where a source is hidden
    become one row together, and whoever is only talked about is left out.
    """
    found = sorted(voices(article, sources), key=lambda voice: ORDER[voice.level])  # equals: in the order of the text
    occur = dict.fromkeys(voice.level for voice in found)
    return Ladder(
        " ".join(
            filter(None, ["How much we’re told about the sources", headline(article) and f"in {headline(article)}"])
        ),
        tuple(step_of(article, voice) for voice in found),
        tuple(f"{RUNGS[level].steps} {RUNGS[level].name}: {RUNGS[level].meaning}" for level in occur),
    )


def step_of(article: Article, voice: Voice) -> Step:
    told: dict[What, dict[str, None]] = {what: {} for what in get_args(What)}
    for mention in voice.mentions:
        for piece in mention.disclosures:
            told[piece.what][shortened(article, piece.span)] = None
        if mention.anonymity_reason:
            told["reason"][shortened(article, mention.anonymity_reason)] = None
    return Step(
        voice.name,
        RUNGS[voice.level].name,
        RUNGS[voice.level].steps,
        tuple(other_names(article, voice)),
        {what: tuple(words) for what, words in told.items()},
        any(mention.anonymity_stated for mention in voice.mentions),
        mentions_of(voice),
    )


def other_names(article: Article, voice: Voice) -> Iterator[str]:
    """What the text calls a source, each name once, unless it is always the same; of a hidden one what hides it."""
    guesses: dict[str, bool] = {}
    shown: dict[str, str] = {}
    for mention in voice.mentions:
        words = shortened(article, mention.span)
        key = words.casefold()
        shown.setdefault(key, words)
        guesses[key] = guesses.get(key, False) or mention.guess
    if list(shown) == [voice.name.casefold()]:
        return
    names = [f"“{words}”{' (a guess)' if guesses[key] else ''}" for key, words in shown.items()]
    yield from names[:MAX_OTHER_NAMES]
    if len(names) > MAX_OTHER_NAMES:
        yield f"{len(names) - MAX_OTHER_NAMES} more"


def mentions_of(voice: Voice) -> str:
    """How often a source is mentioned, and how many of the mentions are guesses."""
    guesses = sum(mention.guess for mention in voice.mentions)
    number = counted(len(voice.mentions), "place" if voice.level == "hidden" else "mention")
    return f"{number}, {guesses} by a guess" if guesses else number
