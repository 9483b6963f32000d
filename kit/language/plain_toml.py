"""The plain part of TOML, read many times as fast as `tomllib` reads it: a first find waits for 500 KB of lexicons.

Plain are tables [[entry]] with keys whose value is a string, true or false, a list of strings, or a table of strings on
one line. Whatever else stands in a text, `tomllib` has to read it, and to say what is wrong with it.
"""

from __future__ import annotations

import re
from typing import Any

STRING = r"""(?:"[^"\\\x00-\x08\n-\x1f\x7f]*"|'[^'\x00-\x08\n-\x1f\x7f]*')"""
LIST = rf"\[\s*(?:{STRING}\s*(?:,\s*{STRING}\s*)*,?\s*)?\]"
TABLE = rf"\{{ *(?:\w+ = {STRING}(?:, \w+ = {STRING})*)? *\}}"
BLANK = r"(?:[ \t]*(?:#[^\n]*)?\n)*"
PIECE = re.compile(
    rf"{BLANK}(?:(?P<entry>\[\[entry\]\])|(?P<key>\w+) = "
    rf"(?:(?P<string>{STRING})|(?P<list>{LIST})|(?P<table>{TABLE})|(?P<flag>true|false)))[ \t]*(?:#[^\n]*)?(?:\n|\Z)"
)
REST = re.compile(rf"{BLANK}[ \t]*(?:#[^\n]*)?\Z")
STRINGS = re.compile(STRING)
PAIRS = re.compile(rf"(\w+) = ({STRING})")


def plain_toml(text: str) -> dict[str, Any] | None:
    """What `tomllib.loads` gives for this text, or None if it is not plain.

    >>> plain_toml('[[entry]]\\nterm = "praise"\\nverbs = ["laud", "hail"]\\n')
    {'entry': [{'term': 'praise', 'verbs': ['laud', 'hail']}]}
    >>> plain_toml("size = 12") is None
    True
    """
    tables: list[dict[str, Any]] = []
    at = 0
    for piece in PIECE.finditer(text):
        if piece.start() != at:
            return None
        at = piece.end()
        entry, key, string, words, table, flag = piece.groups()
        if entry:
            tables.append({})
        elif not tables or key in tables[-1]:
            return None
        elif string:
            tables[-1][key] = string[1:-1]
        elif words:
            tables[-1][key] = [string[1:-1] for string in STRINGS.findall(words)]
        elif table:
            pairs = PAIRS.findall(table)
            tables[-1][key] = {name: string[1:-1] for name, string in pairs}
            if len(tables[-1][key]) < len(pairs):
                return None
        else:
            tables[-1][key] = flag == "true"
    return {"entry": tables} if tables and REST.match(text, at) else None
