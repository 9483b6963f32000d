"""What a question must not do: give its key away in a hint, or help in a test; and what it must have."""

from __future__ import annotations

import re

from kit.questions.question import NumberKey, OpenKey, OptionsKey, PairsKey, Question, RewriteKey, SpansKey
from kit.questions.quoting import Quoted
from kit.toml import Table

ENOUGH = 3  # words of the key from which quoting them gives it away; "she" or "said" alone do not


def check(question: Question, table: Table, quoted: Quoted | None) -> None:
    """Hints where they are needed, none in a test, none that holds the key; a rule with the one who set it."""
    if question.sealed and question.feedback != "shape":
        raise table.wrong('a sealed question has no key, so it can only be one of a test. Add: feedback = "shape"')
    if question.test and question.feedback != "shape":
        raise table.wrong('it belongs to a test, where nothing is given away. Add: feedback = "shape"')
    if question.feedback == "shape" and question.hints:
        raise table.wrong("hints are never shown in a test. Take them out")
    if question.feedback == "hints" and len(question.hints) != 2:
        raise table.wrong(
            f"it needs two hints and has {len(question.hints)}: one on where to look, one that helps further. "
            'Write: hints = ["…", "…"]'
        )
    if bool(question.rule) != bool(question.rule_by):
        raise table.wrong("a rule and who set it go together. Add rule = … and rule_by = …, or leave both out")
    if isinstance(question.key, OpenKey) and sum(line.points for line in question.key.rubric) != question.points:
        raise table.wrong("the points of its rubric do not add up to the points of the question. Put them right")
    for secret in secrets(question, quoted):
        for hint in question.hints:
            if re.search(rf"(?<!\w){re.escape(plain(secret))}(?!\w)", plain(hint)):
                raise table.wrong(f"the hint “{hint}” holds the key, “{secret}”. Say where to look, not what is there")


def secrets(question: Question, quoted: Quoted | None) -> list[str]:
    """Words that would give the key away."""
    key = question.key
    if isinstance(key, OptionsKey):
        return [option.text for option in key.options if option.right and len(option.text.split()) >= ENOUGH]
    if isinstance(key, NumberKey):
        shown = f"{float(key.value):g}"
        return [shown] if len(shown) > 1 else []  # "2" may well stand in a hint for another reason
    if isinstance(key, SpansKey) and quoted:
        said = [quoted[span] for mark in key.marks for way in mark.ways for span in way]
    elif isinstance(key, PairsKey) and quoted:
        said = [quoted[span] for pair in key.pairs for span in pair.passages]
    elif isinstance(key, RewriteKey):
        return list(key.models)
    else:
        return []
    return [words for words in said if len(words.split()) >= ENOUGH]


def plain(words: str) -> str:
    """In small letters, with straight quotation marks, on one line."""
    return " ".join(words.lower().translate(str.maketrans("“”‘’", "\"\"''")).split())
