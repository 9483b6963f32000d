"""Names: how a platform writes them into file names, how two spellings are held together, how one is shown safely."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from kit.grading.storage import class_data
from kit.toml import load_toml

MAX_NAME_LENGTH = 100  # characters: a longer name is cut

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
    for platform, pattern in _layouts():
        if found := pattern.search(place):
            parts = found.groupdict()
            return PlaceInfo(
                platform,
                clean_name(parts["name"])[0],
                parts.get("login") or "",
                bool(parts.get("late")),
                int(parts.get("again") or 0),
                parts.get("folder") or "",
            )
    return PlaceInfo()


@cache
def _layouts() -> list[tuple[str, re.Pattern[str]]]:
    """The platforms with the patterns of their places, in the order in which they are tried."""
    tables = load_toml(class_data("layouts.toml"), "layouts.toml")["layout"]
    return [(table["platform"], re.compile(table["place"])) for table in tables]


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
