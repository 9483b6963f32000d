"""What a question must not do: give its key away in a hint, or help in a test; and what it must have."""

from __future__ import annotations

import re

from kit.questions.question import Question
from kit.toml import Table


def check(question: Question, table: Table) -> None:
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
    question.key.check(question, table)
    if not question.hints:
        return
    for secret in question.key.secrets(question.text):
        for hint in question.hints:
            if re.search(rf"(?<!\w){re.escape(comparable(secret))}(?!\w)", comparable(hint)):
                raise table.wrong(f"the hint “{hint}” holds the key, “{secret}”. Say where to look, not what is there")


def comparable(words: str) -> str:
    """In small letters, with straight quotation marks, on one line."""
    return " ".join(words.lower().translate(str.maketrans("“”‘’", "\"\"''")).split())
