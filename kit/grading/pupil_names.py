"""Names: how a platform writes them into file names, how two spellings are held together, how one is shown safely."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from kit.grading.storage import class_data
from kit.toml import load_toml

MAX_NAME_LENGTH = 100  # characters: a longer name is cut
MIN_LOGIN_LENGTH = 3  # letters: shorter ones are made of many names

UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")  # Unicode's classes of invisible characters
WORD = re.compile(r"[^\W_]+")  # a shared drive may write Ana_Reyes


def clean_name(name: str) -> tuple[str, str]:
    """A name on one line without invisible characters, and what had to be mended (empty if nothing had)."""
    seen = "".join(" " if letter.isspace() else letter for letter in name)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in UNSEEN)
    shown = " ".join(kept.split())
    problems = []
    if kept != seen:
        problems.append("invisible characters")
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
    """The words of a name without accents, in small letters, in their order; a surname before a comma goes last.

    >>> name_words("Łukasiewicz, Søren")
    ['soren', 'lukasiewicz']
    """
    last, comma, first = name.partition(",")
    return WORD.findall(_plain(f"{first} {last}" if comma and "," not in first else name))


def name_order(name: str, surname: str = "") -> str:
    """By what names are sorted as people do: by surname, then by the others. Case, accents and apostrophes don't count,
    and 2 comes before 10. Without a `surname` it is what stands before a comma, or else the last word that is neither a
    number, nor in brackets, nor the like of Jr.

    >>> sorted(["Zoe Ask", "Jo Ek 10", "Ana Özil", "Pe Ek 2", "Ek, Jo 2", "Ed O’Neil (he)"], key=name_order)
    ['Zoe Ask', 'Ek, Jo 2', 'Jo Ek 10', 'Pe Ek 2', 'Ed O’Neil (he)', 'Ana Özil']
    """
    others = name.removesuffix(surname)
    if not surname and "," in name:
        surname, _, others = name.partition(",")
    elif not surname:
        words = re.sub(r"\([^()]*\)", "", name).split()
        surnames = (at for at in range(len(words) - 1, -1, -1) if _can_be_surname(words[at]))
        at = next(surnames, 0)
        surname, others = " ".join(words[at : at + 1]), " ".join(words[:at] + words[at + 1 :])
    return f"{_sortable(surname)}\t{_sortable(others)}"  # a tab: Ek comes before Ek Berg


def _can_be_surname(word: str) -> bool:
    plain = _plain(word).strip(".")
    return any(letter.isalpha() for letter in plain) and plain not in _names()["after_surname"]


def _sortable(words: str) -> str:
    found = re.findall(r"\d+|[^\W\d_]+", re.sub("['’]", "", _plain(words)))
    return " ".join(each.zfill(MAX_NAME_LENGTH) if each.isdecimal() else each for each in found)


def is_login_of(login: str, name: str) -> bool:
    """Is this made of that name, as schools make logins: a part of it, or initials and a part?

    >>> is_login_of("alove", "Ada Lovelace"), is_login_of("bek", "Bo Ek"), is_login_of("x17", "Bo Ek")
    (True, True, False)
    """
    bare = re.sub(r"\d+$", "", "".join(name_words(login)))
    words = name_words(name)
    if len(bare) < MIN_LOGIN_LENGTH or not words:
        return False
    return any(
        "".join([each[:length] for each in order[:-1]] + [order[-1]]).startswith(bare)
        for order in (words, words[::-1], words[1:] + words[:1])
        for length in (1, None)
    )


def agree(one: str, other: str) -> bool:
    """Are these two ways to write one name? A shorter form, Ada for Ada Lovelace, is one."""
    first, second = set(name_words(one)), set(name_words(other))
    return first <= second or second <= first or bool(joined_spellings(one) & joined_spellings(other))


def _plain(words: str) -> str:
    """Words in small letters without accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_letters())


@cache
def _letters() -> dict[int, str]:
    """What is written for letters that have no accent to take away."""
    return str.maketrans(_names()["letters"])


@cache
def _names() -> dict[str, Any]:
    return load_toml(class_data("names.toml"), "names.toml")
