"""What a rule hands over: two passages that do not agree, and the words in which they differ."""

from __future__ import annotations

from typing import NamedTuple

from kit.finding import Differ, Verdict
from kit.text import Span


class Clash(NamedTuple):
    """`first` and `second` are the passages, `first_words` and `second_words` what differs in them.

    `rule` is the key of the wording in reasons.py that names the rule; `excuse` that of the innocent explanation.
    """

    first: Span
    second: Span
    first_words: tuple[Span, ...]
    second_words: tuple[Span, ...]
    type: Differ
    verdict: Verdict
    rule: str
    excuse: str
