"""What the commands print."""

from __future__ import annotations

from typing import TextIO

from kit.views.control_characters import for_terminal


def say(words: str, *, end: str = "\n", file: TextIO | None = None, flush: bool = False) -> None:
    """Print, as a terminal may see it: the name of a file or an address may hold characters that one would obey."""
    print(for_terminal(words), end=end, file=file, flush=flush)
