"""Names: how a platform writes them into file names, how two spellings are held together, how one is shown safely."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MAX_NAME_LENGTH = 100  # characters: a longer name is cut

# What learning platforms make of a hand-in's place. `name` is the pupil, `login` what the platform calls them.
MOODLE = re.compile(r"(?:^|/)(?P<name>[^/]+?)_(?P<login>\d+)_assignsubmission_(?:file|onlinetext)_?[^/]*(?:/|$)")
CANVAS = re.compile(
    r"(?:^|/)(?P<name>[^/_]+)(?P<late>_LATE)?_(?P<login>\d+)_\d+_[^/]+?(?:-(?P<again>\d{1,2}))?\.(?:ipynb|json)$"
)
EXCHANGE = re.compile(r"(?:^|/)(?P<name>[^/+]+)\+[^/+]+\+(?P<when>\d{4}-\d\d-\d\d[^/+]*)(?:\+[^/]*)?/")
SUBMITTED = re.compile(r"(?:^|/)submitted/(?P<name>[^/]+)/[^/]+/")
CLASSROOM = re.compile(r"(?:^|/)(?=[^/]+\.(?:ipynb|json)$)(?P<name>[^/]+?) [-–] [^/]")
# A folder of the course itself is nobody's name; then the one above it may be.
COURSE = r"answers|exercises|notebooks|solutions|lessons|files|who-says-so|submissions?|attachments?"
FOLDER = re.compile(rf"^(?P<folder>(?:[^/]+/)*?(?P<name>[^/]+))(?:/(?:{COURSE}))*/[^/]+$", re.IGNORECASE)
PATTERNS = (
    ("Moodle", MOODLE),
    ("Canvas", CANVAS),
    ("nbgrader", EXCHANGE),
    ("nbgrader", SUBMITTED),
    ("Google Classroom", CLASSROOM),
    ("folder", FOLDER),
)
UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")  # Unicode's classes of characters that are not seen
WORD = re.compile(r"[^\W_]+")  # a shared drive may write Ana_Reyes


@dataclass(frozen=True, slots=True)
class PlaceInfo:
    """What the place of a file tells: by which platform, whose it is, and whether the platform calls it late.

    `again` counts the tries that the platform has numbered, from 0; `folder` is the folder that bears the name.
    """

    platform: str = ""
    name: str = ""
    login: str = ""
    late: bool = False
    again: int = 0
    folder: str = ""


def read_place(place: str) -> PlaceInfo:
    """Whose file it is, by its place in the folder or zip; nothing if its place does not tell."""
    for platform, pattern in PATTERNS:
        if found := pattern.search(place):
            parts = found.groupdict()
            return PlaceInfo(
                platform,
                clean_name(parts["name"])[0],
                parts.get("login") or (parts["name"] if platform == "nbgrader" else ""),
                bool(parts.get("late")),
                int(parts.get("again") or 0),
                parts.get("folder") or "",
            )
    return PlaceInfo()


def clean_name(name: str) -> tuple[str, str]:
    """A name on one line without characters that are not seen, and what had to be mended (empty if nothing had)."""
    seen = "".join(" " if letter.isspace() else letter for letter in name)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in UNSEEN)
    shown = " ".join(kept.split())
    problems = []
    if kept != seen:
        problems.append("characters that are not seen")
    if len(shown) > MAX_NAME_LENGTH:
        problems.append(f"more than {MAX_NAME_LENGTH} characters")
        shown = shown[: MAX_NAME_LENGTH - 1] + "…"
    return shown, " and ".join(problems)


def name_key(name: str) -> str:
    """What two spellings of one name have in common: its words without accents, in small letters, in no order. A name
    of signs alone, such as 🙂, is only itself.

    >>> name_key("Lovelace, Ada") == name_key("ada LOVELACE") == "ada lovelace"
    True
    """
    return " ".join(sorted(name_words(name))) or name


def joined_spellings(name: str) -> set[str]:
    """A name as Canvas writes it, its words in one and in small letters, with each of them in front.

    >>> sorted(joined_spellings("Ada King Lovelace"))
    ['adakinglovelace', 'kinglovelaceada', 'lovelaceadaking']
    """
    words = name_words(name)
    return {"".join(words[at:] + words[:at]) for at in range(len(words))}


def file_name(name: str) -> str:
    """A name as part of a file name: small letters, digits and hyphens, nothing that could lead anywhere.

    >>> file_name("../../Ada Lovelace")
    'ada-lovelace'
    """
    return "-".join(word for word in re.findall(r"[a-z0-9]+", " ".join(name_words(name))))[:60]


def name_words(name: str) -> list[str]:
    """The words of a name without accents, in small letters, in their order."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
