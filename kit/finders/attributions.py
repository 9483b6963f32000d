"""Who says so? Find source, cue and content of every attribution."""

from __future__ import annotations

from kit.finding import Attribution
from kit.text import Article


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Every place in the article where the text says that somebody says, thinks or wants something."""
    return ()
