"""The keys of questions about places in a text (spans, levels, pairs), read from the bank or from the text's gold."""

from __future__ import annotations

from string import ascii_lowercase

from kit.questions import golden
from kit.questions.question import Card, KeyMark, KeyPair, LevelsKey, Named, PairsKey, SpansKey
from kit.questions.quoting import Quoted, numbers
from kit.text import Span
from kit.toml import Table

VERDICTS = ("conflict", "tension", "unsupported", "none")
LADDER = ("named_person", "named_organisation", "described", "vague", "hidden")


def spans(table: Table, quoted: Quoted) -> SpansKey:
    """Passages to mark. `key = "gold"` takes them from the text's own gold; `key = "nothing"`: there is none."""
    labels = several_named(table, "labels", example='["source", "cue"]')
    ids = tuple(label.id for label in labels)
    if isinstance(table.data.get("key"), str):
        if table.one_of("key", ("gold", "nothing")) == "nothing":
            return SpansKey(labels, ())
        unknown = [each for each in ids if each not in golden.LABELS]
        if unknown:
            raise table.wrong(
                f'the gold of a text has nothing called "{unknown[0]}". With key = "gold", labels can be: '
                f"{', '.join(golden.LABELS)}"
            )
        return SpansKey(labels, golden.marks(quoted, ids))
    marks: list[KeyMark] = []
    for each in table.tables("key"):
        label = each.one_of("label", ids, ids[0]) if len(ids) == 1 else each.one_of("label", ids)
        first = quoted.pieces(each)
        others = each.take("or", [])
        ways = (first, *(way(each, quoted, other) for other in ([others] if isinstance(others, str) else others)))
        marks.append(KeyMark(label, ways, each.flag("doubtful"), each.words("note", "")))
        each.done()
        if (label, first) in [(mark.label, mark.ways[0]) for mark in marks[:-1]]:
            raise each.wrong(f"“{quoted[first[0]]}” is marked as {label} twice. Take one of the two out")
    if not marks:
        raise table.wrong(
            'it has no key. Add [[question.key]] with the words to mark, or key = "gold", or, if there is nothing to '
            'find, key = "nothing"'
        )
    return SpansKey(labels, tuple(marks))


def way(table: Table, quoted: Quoted, other: object) -> tuple[Span, ...]:
    """Another way to mark the same: words, or a list of words in pieces, inside of the same passage."""
    pieces = [other] if isinstance(other, str) else other
    if not isinstance(pieces, list) or not pieces or not all(isinstance(piece, str) for piece in pieces):
        raise table.wrong('or has to be a list of words, as in: or = ["the council", "the city council"]')
    return tuple(quoted.place(piece, table, None, quoted.passage(table)) for piece in pieces)


def levels(table: Table, quoted: Quoted | None) -> LevelsKey:
    """Cards to put on steps. A card has a text, or quotes words of the article."""
    steps = several_named(table, "steps", LADDER)
    ids = tuple(step.id for step in steps)
    if len(ids) < 2:
        raise table.wrong("it has fewer than two steps. Give them from one end to the other")
    from_gold = table.words("key", "") == "gold"
    if table.has("key") and not from_gold:
        raise table.wrong('key can only be "gold" here; otherwise each card says its step')
    cards: list[Card] = []
    for each, letter in zip(table.tables("cards", least=1), ascii_lowercase, strict=False):
        span = quoted.pieces(each)[0] if quoted and each.has("words") else None
        text = each.words("text", quoted[span] if quoted and span else None) if span else each.words("text")
        if from_gold:
            if span is None or quoted is None:
                raise each.wrong('with key = "gold" a card has to quote words of the article: words = "…"')
            right, doubtful = golden.level(quoted, span, each)
            accepted, doubtful = (right, *each.several("or", ())), doubtful or each.flag("doubtful")
        else:
            accepted = (each.words("step", example=f'"{ids[0]}"'), *each.several("or", ()))
            doubtful = each.flag("doubtful")
        for step in accepted:
            if step not in ids:
                raise each.wrong(f'there is no step called "{step}". The steps are: {", ".join(ids)}')
        cards.append(Card(letter, text, span, accepted, doubtful, each.words("message", "")))
        each.done()
    if len(cards) < len(table.data["cards"]):
        raise table.wrong(f"it has more than {len(ascii_lowercase)} cards. Nobody sorts so many: take some out")
    return LevelsKey(steps, table.take("ordered", True) is True, tuple(cards))


def pairs(table: Table, quoted: Quoted) -> PairsKey:
    """Two passages and how they relate. `key = "gold"` takes the inconsistencies of the text's own gold."""
    verdicts = several_named(table, "verdicts", VERDICTS)
    ids = tuple(verdict.id for verdict in verdicts)
    if isinstance(table.data.get("key"), str):
        if table.one_of("key", ("gold", "nothing")) == "nothing":
            return PairsKey(verdicts, ())
        return PairsKey(verdicts, golden.pairs(quoted, ids))
    found: list[KeyPair] = []
    for each in table.tables("key"):
        words = each.several("passages")
        if len(words) != 2:
            raise each.wrong(f"passages has to quote two places, and quotes {len(words)}")
        within = quoted.passage(each)
        first, second = (quoted.place(one, each, nth, within) for one, nth in zip(words, numbers(each, 2), strict=True))
        accepted = (each.one_of("verdict", ids), *each.several("or", ()))
        if not set(accepted) <= set(ids):
            raise each.wrong(f"or has a verdict that the question does not offer. It offers: {', '.join(ids)}")
        found.append(KeyPair((first, second), accepted, each.flag("doubtful"), each.words("note", "")))
        each.done()
    if not found:
        raise table.wrong(
            'it has no key. Add [[question.key]] with two passages, or key = "gold", or, if everything fits together, '
            'key = "nothing"'
        )
    return PairsKey(verdicts, tuple(found))


def several_named(
    table: Table, key: str, default: tuple[str, ...] | None = None, example: str = ""
) -> tuple[Named, ...]:
    """Labels, steps or verdicts: the words are shown with blanks for underscores."""
    ids = table.several(key, default, example) if default is not None else table.several(key, example=example)
    if not ids or len(set(ids)) < len(ids):
        raise table.wrong(f"{key} is empty, or names one of them twice. Give each once")
    return tuple(Named(each, each.replace("_", " ")) for each in ids)
