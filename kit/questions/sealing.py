"""Sealed questions: a test question without its key, as pupils get it. It can be shown and answered, not marked.

`seal` makes one out of a question with its key; `kit bundle` does that for every test question. A sealed question has
`sealed = true`, what is shown of it (options, labels, cards, verdicts), and nothing that tells what is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kit.questions.kinds import KINDS

SHOWN = ("id", "kind", "prompt", "points", "minutes", "test", "article", "passage", "beside")  # of every kind


def seal(table: Mapping[str, Any]) -> dict[str, Any]:
    """The [[question]] table of a file as pupils get it. Only keys that are known to be shown are left in it.

    >>> seal({"id": "1.1", "kind": "number", "key": 12, "units": ["%"]})
    {'id': '1.1', 'kind': 'number', 'units': ['%'], 'feedback': 'shape', 'sealed': True}
    """
    shown = {**dict.fromkeys(SHOWN, ()), **KINDS[table["kind"].strip()].shown}
    left = {key: _without_key(value, shown[key]) for key, value in table.items() if key in shown}
    return left | {"feedback": "shape", "sealed": True}


def _without_key(value: Any, shown: tuple[str, ...]) -> Any:
    """What stands under a key; of tables only the keys that are shown."""
    if isinstance(value, list) and shown:
        return [{key: each[key] for key in shown if key in each} for each in value]
    return value
