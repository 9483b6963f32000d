"""Prints every regular expression that the kit makes, as JSON: run by test_pattern_safety.py in a process of its own.

All modules are opened, everything that is read from data files is read, and one text is looked through: whatever is
compiled on the way is noted, with the module that asked for it and whether it is searched for.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import sys
from pathlib import Path
from typing import Any

import kit

ROOT = str(Path(kit.__file__).parent)
SEARCHES = ("search", "finditer", "findall", "sub", "subn", "split")
TEXT = (
    "Council says bridge is safe\n\nBy Ann Lund\n\nAnn Lund, 34, said on Monday 3 May that 40 people were let go. "
    "“It’s a euphemism,” she said, who asked not to be named. Half of the 600 pupils came.\n\nA second paragraph, 12."
)
made: dict[tuple[str, int, str], str] = {}  # expression, flags, module: by what it was made
compile_pattern = re._compile  # type: ignore[attr-defined]


def noted(pattern: Any, flags: int) -> re.Pattern[Any]:
    frame = sys._getframe(2)
    path = frame.f_code.co_filename
    if path.startswith(ROOT) and isinstance(pattern, (str, bytes)):
        words = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        key = words, int(flags) & ~int(re.UNICODE), path.removeprefix(ROOT).lstrip("/")
        made[key] = sys._getframe(1).f_code.co_name
    return compile_pattern(pattern, flags)


def read_everything() -> list[Any]:
    """Open all modules, and call what takes no argument and keeps its answer: it reads a file of data."""
    found = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(kit.__path__, "kit.")
        if not module.name.endswith("__main__")
    ]
    for module in found:
        for value in list(vars(module).values()):
            made_once = hasattr(value, "cache_info") and not isinstance(value, type)
            if made_once and not inspect.signature(value).parameters:
                value()
    from kit.text.furniture_lexicon import furniture_lexicon

    lexicon = furniture_lexicon()
    for word in [*lexicon._lines, *lexicon._patterns]:
        lexicon._beginning_with(word)
    text = kit.read(TEXT)
    for find in (
        kit.find_attributions,
        kit.find_sources,
        kit.find_euphemisms,
        kit.find_inconsistencies,
        kit.find_facts,
    ):
        find(text)
    assert kit.lessons.blob(TEXT).noun_phrases
    return found


def main() -> None:
    re._compile = noted  # type: ignore[attr-defined]
    modules = read_everything()
    re._compile = compile_pattern  # type: ignore[attr-defined]
    named, searched = set(), set()
    for module in modules:
        source = Path(module.__file__).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                words = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
                named.add(words)
                if re.search(rf"\b{name}\.(?:{'|'.join(SEARCHES)})\b", source):
                    searched.add(words)
    print(
        json.dumps(
            [
                {
                    "pattern": pattern,
                    "flags": flags,
                    "module": module,
                    "searched": how in SEARCHES or (how == "compile" and (pattern not in named or pattern in searched)),
                }
                for (pattern, flags, module), how in made.items()
            ]
        )
    )


if __name__ == "__main__":
    main()
