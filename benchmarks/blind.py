"""What somebody earns who answers without reading: blind strategies over the whole bank, held against chance.

`python benchmarks/blind.py` prints the share of the points that each strategy reaches, by kind of question and by unit,
with chance above them. Chance is what random answers of the right form earn on average: any option; any number
that can be seen; any step for each card; where nothing may be the answer a coin decides whether to say so, and else any
options, any words with any label, or any two sentences with any verdict. A rewritten sentence has no random answer.

Below that stands what the verdicts of pairs test: the share that somebody reaches who finds every pair and gives all of
them the same verdict. There chance is any verdict.

tests/test_blind.py holds that no strategy lies more than 10 points above chance, in any kind and in any unit, and nor
does any verdict.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

from kit.questions.bank import units
from kit.questions.kinds.choice import OptionsKey
from kit.questions.kinds.levels import LevelsKey
from kit.questions.kinds.pairs import PairsKey
from kit.questions.kinds.rewrite import RewriteKey, found_term
from kit.questions.kinds.spans import SpansKey
from kit.questions.marking import mark
from kit.questions.question import Question
from kit.text import Span, read_text

RANDOM_ANSWERS = 100  # to each question, for its chance
MOST_ABOVE_CHANCE = 0.10
NUMBER = re.compile(r"\d+(?:\.\d+)?")
CAPITALISED = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
QUOTED = re.compile(r"“[^”]+”")
ALL_IS_WELL = re.compile(r"\b(nothing|none|no one|nobody|sound|agree|both|yes|can’t (?:know|tell))\b", re.IGNORECASE)

Strategy = Callable[[Question], Any]
Shares = dict[str, float]


# ---- what can be seen of a question


def options(question: Question) -> list[tuple[str, str]]:
    """The letters and words of its options."""
    assert isinstance(question.key, OptionsKey)
    return [(option.id, option.text) for option in question.key.options]


def sentences(question: Question) -> list[Span]:
    """The sentences that are shown."""
    part = question.shown_part
    return [each for each in read_text(question.text).sentences if part.start <= each.start and each.end <= part.end]


def seen_numbers(question: Question) -> list[str]:
    """The numbers in what is asked and in the text that is shown."""
    part = question.shown_part
    return NUMBER.findall(question.prompt.replace(",", "")) or NUMBER.findall(question.text[part.start : part.end])


# ---- answers of each kind, made blindly


def letters(question: Question, wanted: Sequence[str]) -> Any:
    """These options as an answer: a letter or several."""
    return list(wanted) if question.key.nothing else wanted[0]


def place(question: Question, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "words": question.text[span.start : span.end]}


def marked(question: Question, spans: Iterable[Span], every_label: bool = False) -> list[dict[str, Any]]:
    """These words, marked with the first label or with each."""
    assert isinstance(question.key, SpansKey)
    labels = list(question.key.labels)[: None if every_label else 1]
    return [{"label": label, **place(question, span)} for span in spans for label in labels]


def linked(question: Question, pairs: Iterable[tuple[Span, Span]], verdict: int) -> list[dict[str, Any]]:
    """These passages, linked."""
    assert isinstance(question.key, PairsKey)
    said = list(question.key.verdicts)[verdict % len(question.key.verdicts)]
    return [{"first": place(question, a), "second": place(question, b), "verdict": said} for a, b in pairs][:500]


def found(question: Question, pattern: re.Pattern[str]) -> list[Span]:
    part = question.shown_part
    return [Span(*each.span()) for each in pattern.finditer(question.text, part.start, part.end)]


def halves(question: Question) -> tuple[Span, Span]:
    part = question.shown_part
    middle = (part.start + part.end) // 2
    return Span(part.start, middle), Span(middle, part.end)


def on_step(question: Question, step: Callable[[int, int, int], int]) -> dict[str, str]:
    """Each card on a step: `step` is told its place, and how many cards and steps there are."""
    assert isinstance(question.key, LevelsKey)
    cards, steps = question.key.cards, list(question.key.steps)
    return {card.id: steps[step(at, len(cards), len(steps))] for at, card in enumerate(cards)}


def without_soft_words(question: Question) -> str:
    assert isinstance(question.key, RewriteKey)
    said = question.key.sentence
    for term in question.key.gone:
        for piece in found_term(said, term).split(" … "):
            said = said.replace(piece, "")
    return said


def text_without_soft_words(question: Question) -> str:
    """Everything around the sentence, so that nothing can be missing."""
    assert isinstance(question.key, RewriteKey)
    words = question.text
    for term in question.key.gone:
        words = re.sub(re.escape(term), "", words, flags=re.IGNORECASE)
    return words


def sentence(question: Question) -> str:
    assert isinstance(question.key, RewriteKey)
    return question.key.sentence


def by_length(question: Question) -> list[str]:
    return [id for id, _ in sorted(options(question), key=lambda each: -len(each[1]))]


def well(question: Question) -> list[str]:
    return [id for id, words in options(question) if ALL_IS_WELL.search(words)] or [options(question)[-1][0]]


def with_figures(question: Question) -> list[Span]:
    return [each for each in sentences(question) if NUMBER.search(question.text[each.start : each.end])]


# Each strategy has an answer to every kind of question that is not marked by a person.
STRATEGIES: Mapping[str, Mapping[str, Strategy]] = {
    "nothing, and the first": {
        "choice": lambda q: "a",
        "choices": lambda q: [],
        "number": lambda q: 1,
        "spans": lambda q: [],
        "levels": lambda q: on_step(q, lambda at, cards, steps: round(at * (steps - 1) / max(cards - 1, 1))),
        "pairs": lambda q: [],
        "rewrite": without_soft_words,
    },
    "the longest, and everything": {
        "choice": lambda q: by_length(q)[0],
        "choices": lambda q: [id for id, _ in options(q)],
        "number": lambda q: max(seen_numbers(q) or ["100"], key=float),
        "spans": lambda q: marked(q, sentences(q)),
        "levels": lambda q: on_step(q, lambda at, cards, steps: 0),
        "pairs": lambda q: linked(q, combinations(sentences(q), 2), 1),
        "rewrite": text_without_soft_words,
    },
    "the shortest, and the last": {
        "choice": lambda q: by_length(q)[-1],
        "choices": lambda q: [options(q)[-1][0]],
        "number": lambda q: (seen_numbers(q) or ["2"])[-1],
        "spans": lambda q: marked(q, [q.shown_part]),
        "levels": lambda q: on_step(q, lambda at, cards, steps: steps - 1),
        "pairs": lambda q: linked(q, [halves(q)], 0),
        "rewrite": sentence,
    },
    "all is well": {
        "choice": lambda q: well(q)[0],
        "choices": lambda q: [],
        "number": lambda q: 0,
        "spans": lambda q: [],
        "levels": lambda q: on_step(q, lambda at, cards, steps: steps // 2),
        "pairs": lambda q: [],
        "rewrite": without_soft_words,
    },
    "the second, and names": {
        "choice": lambda q: options(q)[1][0],
        "choices": lambda q: [options(q)[0][0], options(q)[1][0]],
        "number": lambda q: (seen_numbers(q) or ["3"])[0],
        "spans": lambda q: marked(q, found(q, CAPITALISED)),
        "levels": lambda q: on_step(q, lambda at, cards, steps: (steps - 1) // 2),
        "pairs": lambda q: linked(q, pairwise(sentences(q)), 0),
        "rewrite": sentence,
    },
    "the third, and every label": {
        "choice": lambda q: options(q)[min(2, len(options(q)) - 1)][0],
        "choices": lambda q: by_length(q)[:2],
        "number": lambda q: 50,
        "spans": lambda q: marked(q, sentences(q), every_label=True),
        "levels": lambda q: on_step(q, lambda at, cards, steps: at % steps),
        "pairs": lambda q: linked(q, [(each, other) for each, other in combinations(with_figures(q), 2)], 0),
        "rewrite": without_soft_words,
    },
    "the last, and quotations": {
        "choice": lambda q: options(q)[-1][0],
        "choices": lambda q: by_length(q)[:1],
        "number": lambda q: 2,
        "spans": lambda q: marked(q, found(q, QUOTED)),
        "levels": lambda q: on_step(q, lambda at, cards, steps: steps - 1 - at % steps),
        "pairs": lambda q: linked(q, [(sentences(q)[0], each) for each in sentences(q)[1:]], 2),
        "rewrite": text_without_soft_words,
    },
    "the second longest, and the first sentence": {
        "choice": lambda q: by_length(q)[1],
        "choices": lambda q: [options(q)[0][0]],
        "number": lambda q: 10,
        "spans": lambda q: marked(q, sentences(q)[:1]),
        "levels": lambda q: on_step(q, lambda at, cards, steps: at * steps // cards),
        "pairs": lambda q: linked(q, [(sentences(q)[0], sentences(q)[-1])], 0),
        "rewrite": sentence,
    },
    "the second shortest, and the last sentence": {
        "choice": lambda q: by_length(q)[-2],
        "choices": lambda q: [options(q)[0][0], options(q)[-1][0]],
        "number": lambda q: 20,
        "spans": lambda q: marked(q, sentences(q)[-1:]),
        "levels": lambda q: on_step(q, lambda at, cards, steps: max(steps - 2, 0)),
        "pairs": lambda q: linked(q, [(sentences(q)[-2], sentences(q)[-1])], 1),
        "rewrite": without_soft_words,
    },
    "whatever is not well, and short sentences": {
        "choice": lambda q: next((id for id, words in options(q) if not ALL_IS_WELL.search(words)), "a"),
        "choices": lambda q: by_length(q)[-1:],
        "number": lambda q: 100,
        "spans": lambda q: marked(q, sorted(sentences(q), key=lambda each: each.end - each.start)[:1]),
        "levels": lambda q: on_step(q, lambda at, cards, steps: min(1, steps - 1)),
        "pairs": lambda q: linked(q, combinations(sentences(q)[:4], 2), 0),
        "rewrite": text_without_soft_words,
    },
}


# ---- chance


def random_answer(question: Question, chance: random.Random) -> Any:
    """An answer of the right form by lot; None where there is none."""
    if question.key.nothing and chance.random() < 0.5:
        return []
    match question.kind:
        case "choice":
            return chance.choice(options(question))[0]
        case "choices":
            offered = [id for id, _ in options(question)]
            return chance.sample(offered, chance.randint(1, len(offered)))
        case "number":
            return chance.choice(seen_numbers(question) or ["1"])
        case "levels":
            return on_step(question, lambda at, cards, steps: chance.randrange(steps))
        case "pairs":
            first, second = sorted(chance.sample(sentences(question), 2))
            return linked(question, [(first, second)], chance.randrange(len(question.key.verdicts)))  # type: ignore[attr-defined]
        case "spans":
            words = found(question, re.compile(r"\S+"))
            some = []
            for _ in range(chance.randint(1, 3)):
                begin = chance.randrange(len(words))
                last = min(begin + chance.randint(0, 5), len(words) - 1)
                label = chance.choice(list(question.key.labels))  # type: ignore[attr-defined]
                some.append({"label": label, **place(question, Span(words[begin].start, words[last].end))})
            return some
    return None


def chance_of(question: Question) -> Fraction:
    """The points that random answers earn on average. The same each time."""
    lot = random.Random(question.id)
    earned = sum(mark(question, random_answer(question, lot)).points for _ in range(RANDOM_ANSWERS))
    return Fraction(earned) / RANDOM_ANSWERS


# ---- shares


def asked() -> list[Question]:
    """All questions of the kit that no person marks."""
    return [question for unit in units() for question in unit.questions if not question.key.by_hand]


def shares(points: Mapping[str, Fraction], questions: Iterable[Question]) -> Shares:
    """The share of the points by kind, and by unit, given the points of each question."""
    earned: dict[str, Fraction] = defaultdict(Fraction)
    most: dict[str, Fraction] = defaultdict(Fraction)
    for question in questions:
        for group in (question.kind, f"unit {question.number}"):
            earned[group] += points[question.id]
            most[group] += question.points
    return {group: float(earned[group] / most[group]) for group in most}


def chances(questions: Sequence[Question]) -> Shares:
    return shares({question.id: chance_of(question) for question in questions}, questions)


def reached(strategy: Mapping[str, Strategy], questions: Sequence[Question]) -> Shares:
    points = {question.id: mark(question, strategy[question.kind](question)).points for question in questions}
    return shares(points, questions)


def with_one_verdict(questions: Iterable[Question]) -> Mapping[str, float]:
    """What each verdict earns on every pair of the key: its share of the points of all questions that have a pair."""
    earned: dict[str, Fraction] = defaultdict(Fraction)
    most = Fraction(0)
    for question in questions:
        if isinstance(question.key, PairsKey) and question.key.pairs:
            most += question.points
            for at, verdict in enumerate(question.key.verdicts):
                pairs = linked(question, (pair.ways[0] for pair in question.key.pairs), at)
                earned[verdict] += mark(question, pairs).points
    return {verdict: float(points / most) for verdict, points in earned.items()}


def main() -> None:
    questions = asked()
    by_chance = chances(questions)
    groups = sorted(by_chance, key=lambda group: (group.startswith("unit"), group))
    print(f"{'share of the points, in 100':44}", *(f"{group:>8}" for group in groups))
    print(f"{'chance':44}", *(f"{100 * by_chance[group]:8.0f}" for group in groups))
    for name, strategy in STRATEGIES.items():
        done = reached(strategy, questions)
        signs = ["!" if done[group] > by_chance[group] + MOST_ABOVE_CHANCE else " " for group in groups]
        print(f"{name:44}", *(f"{100 * done[g]:7.0f}{sign}" for g, sign in zip(groups, signs, strict=True)))
    by_verdict = with_one_verdict(questions)
    any_verdict = sum(by_verdict.values()) / len(by_verdict)
    print(f"\n{'all pairs found, and any verdict':44}{100 * any_verdict:9.0f}")
    for verdict, share in by_verdict.items():
        sign = "!" if share > any_verdict + MOST_ABOVE_CHANCE else " "
        print(f"{f'all pairs found, and “{verdict}” on each':44}{100 * share:9.0f}{sign}")
    print(f"\n! more than {100 * MOST_ABOVE_CHANCE:.0f} points above chance")


if __name__ == "__main__":
    main()
