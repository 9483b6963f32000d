"""The kinds of questions, each in a file of its own; docs/questions.md shows them all."""

from __future__ import annotations

from kit.questions.key import Key
from kit.questions.kinds.choice import ChoiceKey, ChoicesKey
from kit.questions.kinds.levels import LevelsKey
from kit.questions.kinds.number import NumberKey
from kit.questions.kinds.open import OpenKey
from kit.questions.kinds.pairs import PairsKey
from kit.questions.kinds.rewrite import RewriteKey
from kit.questions.kinds.spans import SpansKey

KINDS: dict[str, type[Key]] = {
    "choice": ChoiceKey,
    "choices": ChoicesKey,
    "number": NumberKey,
    "spans": SpansKey,
    "levels": LevelsKey,
    "pairs": PairsKey,
    "rewrite": RewriteKey,
    "open": OpenKey,
}
