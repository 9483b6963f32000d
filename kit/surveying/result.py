"""The result of a survey: the figures of every group of texts, its speakers, and two outlets side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kit.errors import did_you_mean
from kit.surveying.accuracy import accuracy
from kit.surveying.bootstrap import Sums
from kit.surveying.counting import Row
from kit.surveying.difference import Difference, differences
from kit.surveying.figures import Estimate, Figure, Told, estimate, figures, told
from kit.surveying.groups import Group, add_up
from kit.surveying.text_records import SurveyError

SPEAKER = Figure(
    "speaker_words",
    "Words given to one speaker",
    "words_given",
    ("quoted_words", "reported_words"),
    100,
    "in 100 words of speech",
    "words of speech",
    "words that are given to somebody under the same full name",
)


@dataclass(frozen=True, slots=True)
class SpeakerTold:
    """Somebody who speaks in some texts of a group: in how many, and the share of all words of speech."""

    name: str
    level: str
    texts: int
    words: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class GroupTold:
    """A group of texts with its figures, by key, and those who speak most in it."""

    group: Group
    texts: int
    figures: dict[str, Told]
    speakers: list[SpeakerTold]

    @property
    def name(self) -> str:
        return ", ".join(filter(None, self.group)) or "all stories"


@dataclass(frozen=True, slots=True)
class Result:
    """All that a survey says. `unread` texts are not in it; `left_out` is how many groups were too small to be shown;
    `guesses` say how the texts were read."""

    groups: dict[Group, GroupTold]
    unread: int
    left_out: int
    guesses: tuple[str, ...]

    @property
    def all(self) -> GroupTold:
        return self.groups[Group()]

    @property
    def outlets(self) -> list[GroupTold]:
        """The outlets, the largest first."""
        found = [told for group, told in self.groups.items() if group.outlet and not group.month]
        return sorted(found, key=lambda told: (-told.texts, told.name))

    @property
    def months(self) -> list[GroupTold]:
        """The months, in order."""
        return [told for group, told in sorted(self.groups.items()) if group.month and not group.outlet]

    def compare(self, first: str = "", second: str = "") -> list[Difference]:
        """Every figure of two outlets side by side; of the two largest if none are named. Raises SurveyError if there
        is no such outlet."""
        names = [each.name for each in self.outlets]
        chosen = [first or next((n for n in names if n != second), ""), second]
        chosen[1] = second or next((name for name in names if name != chosen[0]), "")
        for name in chosen:
            if name not in names:
                known = ", ".join(names) or "none: nothing tells where the texts are from"
                raise SurveyError(
                    f"there is no outlet “{name}” in this survey. {did_you_mean(name, names)}The outlets are: {known}."
                    if name
                    else f"a comparison needs two outlets. In this survey there is {known}."
                )
        if chosen[0] == chosen[1]:
            raise SurveyError(f"“{chosen[0]}” is compared with itself. Name two outlets.")
        one, other = (self.groups[Group(name)].figures for name in chosen)
        return differences(list(one.values()), list(other.values()))


def result_of(texts: Iterable[Row], unread: int, guesses: Sequence[str]) -> Result:
    """The figures of some texts, given as their rows, which are gone through three times. Raises SurveyError if there
    is none."""
    sums = add_up(texts)
    if Group() not in sums.groups:
        raise SurveyError(f"none of the {unread} texts could be read. unread.csv, or .unread, says why.")
    known, every = accuracy(), figures()
    groups = {}
    for group, each in sums.groups.items():
        speakers = [
            speaker_told(name, sums.levels[name], said, each) for name, said in sums.speakers.get(group, {}).items()
        ]
        speakers.sort(key=lambda speaker: (-speaker.words, speaker.name))
        found = {figure.key: told(figure, each, known) for figure in every}
        groups[group] = GroupTold(group, each.texts, found, speakers)
    return Result(groups, unread, sums.left_out, tuple(guesses))


def speaker_told(name: str, level: str, said: Sums, group: Sums) -> SpeakerTold:
    words = said.of(*SPEAKER.bottom)
    return SpeakerTold(
        name, level, said.texts, words[0], estimate(SPEAKER, group.texts, words, group.of(*SPEAKER.bottom))
    )
