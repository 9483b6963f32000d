"""What has been opened before it is read: the words, and where they are from."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from kit.text.decoding import ReadingError

PASTE = 'Open it, copy the words of the article, and paste them into read("""...""") instead.'


class Opened(NamedTuple):
    """A text and what is told of it. `fetched` is the day on which it came from the network ("2026-11-23")."""

    text: str
    outlet: str = ""
    date: str = ""
    url: str = ""
    fetched: str = ""


def package(module: str, install: str, what: str) -> ModuleType:
    """A package that not everybody has installed. Raises ReadingError, which says how to get it, if it is missing.

    `what` says what it is needed for ("The file a.pdf is a PDF").
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ReadingError(
            f"{what}, and the package {install}, which opens such things, is not installed. {PASTE} "
            f"Or install it: pip install {install}"
        ) from error
