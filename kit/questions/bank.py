"""The question bank: the files of kit/data/questions, and those of a teacher's own course, read and checked.

docs/questions.md says how a question is written. Whatever is wrong with one is told with file, question and remedy.
"""

from __future__ import annotations

import re
from collections.abc import Container
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, cast

from kit.library import names, text_of
from kit.places import entries
from kit.questions.errors import QuestionError
from kit.questions.kinds import KINDS
from kit.questions.points import Points
from kit.questions.question import Feedback, Question, Test, Unit, number_of
from kit.questions.quoted_text import QuotedText
from kit.text import ReadingError, Span
from kit.toml import Table, load_toml

NAME = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
NUMBER = re.compile(r"[A-Za-z0-9]+\.[1-9][0-9]{0,2}")


def numbers() -> frozenset[str]:
    """The numbers of all units, by the names of their files: nothing is read."""
    return frozenset(map(number_of, entries("questions", ".toml")))


def units(wanted: Container[str] | None = None) -> tuple[Unit, ...]:
    """All units of the bank, or those with the wanted numbers, those of an open course included, in the order of their
    numbers.

    Raises QuestionError, with file, question and remedy, if something in them can't be used.
    """
    try:
        found = entries("questions", ".toml")
        read = tuple(
            _unit(name, entry.read_bytes())
            for name, entry in found.items()
            if wanted is None or number_of(name) in wanted
        )
    except (ReadingError, OSError) as error:
        raise QuestionError(str(error)) from None
    return tuple(sorted(no_two_alike(read), key=in_order))


def question(id: str) -> Question:
    """The question of that number, such as "1.3". Raises QuestionError, with the nearest one, if there is none."""
    if not isinstance(id, str):
        raise QuestionError('Put the number of the question between quotation marks, as in ask("1.3").')
    wanted = id.strip()
    there = {each.id: each for unit in units() for each in unit.questions}
    if wanted in there:
        return there[wanted]
    near = get_close_matches(wanted, there, n=1)
    guess = f"Did you mean {near[0]}? " if near else ""
    kits = ", ".join(f"{unit.number} ({unit.title})" for unit in units()) or "none so far"
    raise QuestionError(f"There is no question {wanted or '“”'}. {guess}The units are: {kits}.")


def unit(name: str) -> Unit:
    """The unit of that name ("1-attribution") or number ("1"). Raises QuestionError, with the units there are."""
    there = units()
    wanted = str(name).strip()
    for each in there:
        if wanted in (each.name, each.number):
            return each
    raise QuestionError(
        f"There is no unit {wanted or '“”'}. The units are: {', '.join(each.name for each in there) or 'none so far'}."
    )


def read_unit(name: str, content: str | bytes) -> Unit:
    """The unit in a file NAME.toml, given its text or its bytes, checked."""
    file = f"{name}.toml"
    if not NAME.fullmatch(name):
        raise QuestionError(
            f"{file}: the name of a file of questions has letters, digits and hyphens, as in 1-attribution.toml. "
            "Rename it."
        )
    head = Table(load_toml(content, file, QuestionError), file, QuestionError)
    title, about = head.words("title"), head.words("about", "")
    tables = head.take("question", [], "[[question]]")
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise head.wrong("write [[question]] in two pairs of square brackets above each question")
    head.done()
    questions = tuple(read_question(each, name, number) for number, each in enumerate(tables, 1))
    return Unit(name, title, about, file, questions)


def read_question(data: dict[str, Any], unit: str, number: int = 1) -> Question:
    """One [[question]] of a file, checked; `number` is its place in the file, for messages before its id is known."""
    table = Table(data, f"{unit}.toml, question {data.get('id', f'at place {number}')}", QuestionError)
    id = table.words("id", example=f'"{number_of(unit)}.1"')
    if not NUMBER.fullmatch(id) or not id.startswith(f"{number_of(unit)}."):
        raise table.wrong(
            f'id can\'t be "{id}": in this file ids go {number_of(unit)}.1, {number_of(unit)}.2, and so on'
        )
    kind = table.one_of("kind", tuple(KINDS))
    points = table.exact("points")
    if points <= 0 or points * 4 % 1:
        raise table.wrong("points have to be more than 0, in whole quarters, as in: points = 1.5")
    text = quoted_text(table)
    is_sealed = table.has("sealed") and table.flag("sealed")
    made = Question(
        id=id,
        unit=unit,
        kind=kind,
        prompt=table.words("prompt"),
        points=Points(points),
        minutes=table.whole("minutes", least=1),
        article=text.name if text else "",
        passage=None if text is None or text.shown == Span(0, len(text.text)) else text.shown,
        beside=beside(table),
        key=KINDS[kind].read(table, text, is_sealed),
        hints=table.several("hints", ()),
        explanation="" if is_sealed else table.words("explanation"),
        rule=table.words("rule", ""),
        rule_by=table.words("rule_by", ""),
        feedback=cast(Feedback, table.one_of("feedback", ("hints", "shape"), "hints")),
        test=cast(Test, table.one_of("test", ("", "pre", "post"), "")),
        sealed=is_sealed,
        in_lesson=table.flag("in_lesson"),
    )
    table.done()
    check_question(made, table)
    return made


def check_question(question: Question, table: Table) -> None:
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
    if not question.hints:
        return
    for secret in question.key.secrets(question.text):
        for hint in question.hints:
            if re.search(rf"(?<!\w){re.escape(comparable(secret))}(?!\w)", comparable(hint)):
                raise table.wrong(f"the hint “{hint}” holds the key, “{secret}”. Say where to look, not what is there")


def comparable(words: str) -> str:
    """In small letters, with straight quotation marks, on one line."""
    return " ".join(words.lower().translate(str.maketrans("“”‘’", "\"\"''")).split())


def quoted_text(table: Table) -> QuotedText | None:
    """The text that a question is about, and the part of it that is shown."""
    name = table.words("article", "")
    passage = table.several("passage", ())
    if not name:
        if passage:
            raise table.wrong("it has a passage and no article. Say which text it is in: article = …")
        return None
    try:
        text = text_of(name)
    except ReadingError as error:
        raise table.wrong(str(error).rstrip(".")) from None
    whole = QuotedText(name, text, Span(0, len(text)))
    if len(passage) > 2:
        raise table.wrong("passage is one piece of the text, or its first and its last words: two texts at most")
    places = [whole.place(words, table) for words in passage]
    if not places:
        return whole
    if places[0].start >= places[-1].end:
        raise table.wrong("the last words of the passage come before its first words. Swap them round")
    return QuotedText(name, text, Span(places[0].start, places[-1].end))


def beside(table: Table) -> tuple[str, ...]:
    """The texts that are shown beside the question."""
    listed = table.several("beside", ())
    for name in listed:
        if name not in names():
            raise table.wrong(f'beside names a text "{name}" that is not there. There are: {", ".join(names())}')
    return listed


def no_two_alike(read: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """No id stands there twice."""
    seen: dict[str, str] = {}
    for unit in read:
        for each in unit.questions:
            if each.id in seen:
                where = "twice in it" if seen[each.id] == unit.file else f"in {seen[each.id]} as well"
                raise QuestionError(
                    f"{unit.file}: the id {each.id} comes up {where}. Give one of the two another number."
                )
            seen[each.id] = unit.file
    return read


def in_order(unit: Unit) -> tuple[bool, int, str]:
    """Numbered units first, by their numbers."""
    number = unit.number
    return (not number.isdecimal(), int(number) if number.isdecimal() else 0, unit.name)


@lru_cache(maxsize=64)
def _remembered(name: str, content: bytes, texts: tuple[bytes, ...]) -> Unit:
    return read_unit(name, content)


def _unit(name: str, content: bytes) -> Unit:
    """A unit is read once, as long as its file and the texts that it names stay the same."""
    named = set(re.findall(r'"([^"\s]+)"', content.decode("utf-8", "replace")))
    files = [
        entry for ending in (".txt", ".toml") for name, entry in entries("articles", ending).items() if name in named
    ]
    return _remembered(name, content, tuple(file.read_bytes() for file in files))
