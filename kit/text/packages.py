"""Packages of others: those that not everybody has installed, and those of which one module is enough."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from kit.browser import IN_BROWSER
from kit.text.decoding import ReadingError

PASTE = 'Open it, copy the words of the article, and paste them into read("""...""") instead.'


def optional_package(module: str, install: str, needed_for: str) -> ModuleType:
    """A package that not everybody has installed, to open what `needed_for` names ("The file a.pdf is a PDF").

    Raises ReadingError, which says how to get it, if it is missing.
    """
    try:
        return import_module(module)
    except ImportError as error:
        if IN_BROWSER:
            raise ReadingError(
                f"{needed_for}, and the course in the browser can't open such things. {PASTE}"
            ) from error
        raise ReadingError(
            f"{needed_for}, and the package {install}, which opens such things, is not installed. {PASTE} "
            f"Or install it: pip install {install}"
        ) from error


def package_folder(package: str) -> Path:
    """The folder of an installed package, which is not imported. Raises ReadingError if it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ReadingError(
            f"The package {package} is not installed, and the kit needs it for every text. "
            f"Install it: pip install {package}"
        )
    return Path(spec.submodule_search_locations[0])


@cache
def single_module(package: str, module: str) -> ModuleType:
    """One module of a package without the package's own `__init__`, which brings far more: all of NLTK, 36 languages.

    The module gets a name of its own, so that `import package` means the whole package, earlier or later. It may
    import its neighbours by relative names. Raises ReadingError if the package is not installed.

    >>> single_module("textblob", "_text").find_tags(["rained"], {"rained": "VBD"})
    [['rained', 'VBD']]
    """
    alone = f"_kit_{package}"
    stand_in = ModuleType(alone)
    stand_in.__path__ = [str(package_folder(package))]
    sys.modules.setdefault(alone, stand_in)
    return import_module(f"{alone}.{module}")
