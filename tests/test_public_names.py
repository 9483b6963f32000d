"""What the package offers: every name opens, older notebooks find theirs, and nothing is brought along unasked."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata
from importlib.resources import files

import pytest

import kit
from kit import lessons
from kit.finding import Finding
from kit.text import ReadingError


@pytest.mark.parametrize("room", [kit, lessons], ids=lambda room: room.__name__)
def test_every_name_opens_and_is_listed_once_in_order(room: object) -> None:
    names: list[str] = room.__all__  # type: ignore[attr-defined]
    assert names == sorted(set(names)) == dir(room)
    assert all(getattr(room, name) is not None for name in names)
    assert set(names) - {"__version__"} == set(room.HOMES)  # type: ignore[attr-defined]


def test_the_names_of_older_notebooks_still_work() -> None:
    code = "".join(f"from kit import {name}\n" for name in kit.EARLIER)
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (said.returncode, said.stderr) == (0, "")
    assert not set(kit.EARLIER) & set(kit.__all__)


def test_the_earlier_names_are_the_things_of_today() -> None:
    assert kit.facts is kit.find_facts
    assert all(getattr(kit, name) is getattr(lessons, name) for name in kit.EARLIER_ROOMS["kit.lessons"].split())
    assert kit.ReadingError is ReadingError and issubclass(ReadingError, kit.KitError)


def test_the_kinds_of_findings_are_public() -> None:
    assert all(issubclass(kind, Finding) for kind in (kit.Attribution, kit.Source, kit.Euphemism, kit.Inconsistency))


def test_a_name_that_there_is_not_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match=r"the kit has nothing called 'reed'\. It has: Article, "):
        kit.reed  # noqa: B018
    with pytest.raises(AttributeError, match=r"kit\.lessons has nothing called 'plot'\. It has: blob, "):
        lessons.plot  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    assert kit.__version__ == metadata.version("who-says-so")


def test_other_programmes_may_check_types_against_the_kit() -> None:
    assert files("kit").joinpath("py.typed").is_file()
