"""What the place of a file tells: which platform put it there, and what it calls the pupil whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kit.grading.pupil_names import clean_name
from kit.grading.storage import class_data
from kit.toml import load_toml

MAX_SEGMENT_LENGTH = 255  # characters: no file system gives a longer name to a file or folder


@dataclass(frozen=True, slots=True)
class PlaceInfo:
    """What the place of a file tells: the platform, what it calls the pupil, and whether it calls the file late.

    `name` is what it calls the pupil for people, `login` that by which it tells two pupils apart (Moodle's participant,
    Canvas's user id, nbgrader's login); `again` counts the tries that it has numbered, from 0; `folder` is the folder
    around the one that the platform named, or around the file, without those that the course itself makes.
    """

    platform: str = ""
    name: str = ""
    login: str = ""
    late: bool = False
    again: int = 0
    folder: str = ""

    @property
    def account(self) -> str:
        """By what the pupil is known again: the platform's own number, or else a folder; "" if there is neither."""
        if self.login:
            return f"{self.platform} {self.login}"
        return f"folder {self.folder}" if self.folder else ""


@dataclass(frozen=True, slots=True)
class _Layout:
    platform: str
    named: re.Pattern[str]
    within: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class _Layouts:
    """The layouts in the order in which they are tried, and words that stand for nobody."""

    tried: tuple[_Layout, ...]
    of_the_course: frozenset[str]
    nameless: frozenset[str]


def read_place(place: str) -> PlaceInfo:
    """Whose file it is, by its place in the folder or zip; nothing if its place does not tell.

    >>> read_place("unit 1/Ana Reyes_40012_assignsubmission_file_/1.json").account
    'Moodle 40012'
    """
    segments = place.split("/")
    if found := _find(segments):
        layout, match, at = found
        return _told(layout.platform, match.groupdict(), _folder(segments[:at]))
    folder = _folder(segments[:-1])
    return PlaceInfo("folder", clean_name(last_of(folder))[0], folder=folder) if folder else PlaceInfo()


def named_by_platform(place: str) -> list[str]:
    """The part of a place that begins with the folder or file that a platform has named; empty if none has.

    >>> named_by_platform("unit 1/Ana Reyes_40012_assignsubmission_file_/1.json")
    ['Ana Reyes_40012_assignsubmission_file_', '1.json']
    """
    segments = place.split("/")
    found = _find(segments)
    return segments[found[2] :] if found else []


def _find(segments: list[str]) -> tuple[_Layout, re.Match[str], int] | None:
    """The outermost folder or file that a platform has named, and where it stands."""
    for at, segment in enumerate(segments):
        is_last, around = at == len(segments) - 1, segments[at - 1] if at else ""
        for layout in _layouts().tried if len(segment) <= MAX_SEGMENT_LENGTH else ():
            # What lies within a certain folder is a folder itself: nbgrader's login is never a file.
            fits = (around == layout.within and not is_last) if layout.within else (is_last or not layout.last)
            if fits and (match := layout.named.fullmatch(segment)):
                return layout, match, at
    return None


def last_of(folder: str) -> str:
    """The name of a folder, or of a zip, without those around it.

    >>> last_of("10b/Ada Lovelace.zip")
    'Ada Lovelace'
    """
    return re.sub(r"(?i)\.zip$", "", folder.rpartition("/")[2])


def participant(cell: str) -> str:
    """The number in what Moodle's grading worksheet calls a pupil; "" if this is something else.

    >>> participant("Participant 40012"), participant("Teilnehmer/in40012"), participant("4b 17")
    ('40012', '40012', '')
    """
    found = re.fullmatch(r"(\D{4,30}?)\s*(\d{1,18})", cell.strip())
    if not found:
        return ""
    word = "".join(letter for letter in found[1].casefold() if letter.isalpha())
    return found[2] if word in {each.replace(" ", "") for each in _layouts().nameless} else ""


def _told(platform: str, parts: dict[str, str | None], folder: str) -> PlaceInfo:
    login = parts.get("number") or ""
    name = clean_name(parts["name"] or "")[0]
    if login and name.casefold() in _layouts().nameless:
        name = f"{name} {login}"
    return PlaceInfo(platform, name, login, bool(parts.get("late")), int(parts.get("again") or 0), folder)


def _folder(segments: list[str]) -> str:
    """The folders around a place, up to the last one that the course did not make."""
    while segments and (not segments[-1] or segments[-1].casefold() in _layouts().of_the_course):
        segments = segments[:-1]
    return "/".join(segments)


@cache
def _layouts() -> _Layouts:
    read = load_toml(class_data("layouts.toml"), "layouts.toml")
    tried = (
        _Layout(each["platform"], re.compile(each["named"]), each.get("within", ""), each.get("last", False))
        for each in read["layout"]
    )
    return _Layouts(tuple(tried), frozenset(read["of_the_course"]), frozenset(read["nameless"]))
