"""levels: cards to put on the steps of a ladder, or into any other few groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from string import ascii_lowercase
from typing import Any, ClassVar, Self

from kit.gold import LEVELS
from kit.questions import keys_from_gold
from kit.questions.check_result import ScoredAnswer, UnreadableError
from kit.questions.key import AnswerLine, ControlPlan, Key, doubt, id_of, named_choices
from kit.questions.question import Question
from kit.questions.quoted_text import QuotedText
from kit.text import Span
from kit.toml import Table

LADDER = LEVELS[:-1]  # without "other", which is no step of it
MOST_CARDS = 100  # in one answer


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to put on a step. `id` is its letter; `steps` are those that are right, the best one first; `span` is
    its place in the article if it quotes one; `message` is for whoever put it elsewhere."""

    id: str
    text: str
    span: Span | None
    steps: tuple[str, ...]
    doubtful: bool
    message: str

    @property
    def words(self) -> str:
        """The text without the asterisks around bold words, for where nothing can be bold."""
        return self.text.replace("**", "")


@dataclass(frozen=True, slots=True)
class LevelsKey(Key):
    """levels: the steps from one end to the other, and the cards. `ordered` steps have neighbours, which earn half."""

    steps: Mapping[str, str]
    ordered: bool
    cards: tuple[Card, ...]

    to_do = "Put each card on a step."
    shown: ClassVar = {"steps": (), "ordered": (), "cards": ("text", "words", "within", "nth")}

    @classmethod
    def read(cls, table: Table, text: QuotedText | None, sealed: bool) -> Self:
        steps = named_choices(table, "steps", LADDER)
        if len(steps) < 2:
            raise table.wrong("it has fewer than two steps. Give them from one end to the other")
        from_gold = table.words("key", "") == "gold"
        if table.has("key") and not from_gold:
            raise table.wrong('key can only be "gold" here; otherwise each card says its step')
        tables = shuffled(table.tables("cards", least=1), table.words("id", ""))
        cards = [
            _card(each, letter, text, None if sealed else steps, from_gold)
            for each, letter in zip(tables, ascii_lowercase, strict=False)
        ]
        if len(cards) < len(tables):
            raise table.wrong(f"it has more than {len(ascii_lowercase)} cards, too many to sort. Take some out")
        return cls(steps, table.take("ordered", True) is True, tuple(cards))

    def parse_answer(self, question: Question, answer: object) -> dict[str, str]:
        """The step of each card that has one."""
        steps = ", ".join(f'"{step}"' for step in self.steps)
        how = f'Give a step for each card, as in {{"a": "{next(iter(self.steps))}"}}. The steps are {steps}.'
        if not isinstance(answer, dict) or len(answer) > MOST_CARDS:
            raise UnreadableError(f"The answer can’t be read. {how}")
        cards = {card.id for card in self.cards}
        placed: dict[str, str] = {}
        for card, said in answer.items():
            id = str(card).strip().lower()
            step = id_of(self.steps, said)
            if id not in cards or (step is None and said not in (None, "")):
                raise UnreadableError(f"“{str(card)[:40]}: {str(said)[:40]}” can’t be read. {how}")
            if step is not None:
                placed[id] = step
        return placed

    def is_answered(self, answer: object) -> bool:
        if isinstance(answer, dict):
            return any(step not in (None, "") for step in answer.values())
        return Key.is_answered(self, answer)

    def unfinished(self, question: Question, answer: object) -> str:
        placed = self.parse_answer(question, answer)
        waiting = [card.id for card in self.cards if card.id not in placed]
        return f"Not placed yet: {', '.join(waiting)}." if waiting else ""

    def mark(self, question: Question, answer: object) -> ScoredAnswer:
        """Every card has the same share: all of it on the right step, half of it on a neighbouring one if the steps
        have an order. Doubtful cards count for nobody. A card that was not placed earns nothing."""
        placed = self.parse_answer(question, answer)
        counting = [card for card in self.cards if not card.doubtful] or list(self.cards)
        earned = {card.id: self._worth(card, placed.get(card.id)) for card in counting}
        right = sum(part == 1 for part in earned.values())
        lines = [f"{right} of {len(counting)} {'is' if right == 1 else 'are'} right."]
        near = sum(part == Fraction(1, 2) for part in earned.values())
        if near:
            lines.append(f"{near} {'is' if near == 1 else 'are'} one step off, which earns half.")
        lines.append(self.unfinished(question, answer))
        for card in counting:
            if card.id in placed and earned[card.id] < 1:
                lines.append(f"Card {card.id}: {card.message}" if card.message else f"Look at card {card.id} again.")
        return ScoredAnswer(sum(earned.values(), Fraction(0)) / len(counting), tuple(filter(None, lines)))

    def _worth(self, card: Card, step: str | None) -> Fraction:
        """How much of its share a card earns on this step."""
        if step is None:
            return Fraction(0)
        if step in card.steps:
            return Fraction(1)
        order = list(self.steps)
        off = min(abs(order.index(step) - order.index(right)) for right in card.steps)
        return Fraction(1, 2) if self.ordered and off == 1 else Fraction(0)

    def model_answer(self, question: Question) -> dict[str, str]:
        return {card.id: card.steps[0] for card in self.cards}

    def key_in_words(self, question: Question) -> Iterator[str]:
        for card in self.cards:
            names = " or ".join(self.steps[step] for step in card.steps)
            yield f"{card.id}) {card.text}: **{names}**{doubt(card.doubtful)}"

    def choices(self) -> Iterator[str]:
        yield from (f"    {card.id}) {card.words}" for card in self.cards)
        yield f"Steps: {', '.join(self.steps)}"

    def example(self) -> str:
        return f'{{"{self.cards[0].id}": "the name of a step"}}'

    def answer_in_words(self, answer: Any) -> dict[str, Any] | None:
        if not isinstance(answer, dict):
            return None
        cards = {card.id: card.words for card in self.cards}
        return {cards[each]: step for each, step in answer.items() if each in cards}

    def answer_lines(self, question: Question, answer: object, reveal: bool) -> Iterator[AnswerLine]:
        placed = self.parse_answer(question, answer)
        for card in self.cards:
            step = placed.get(card.id)
            said = self.steps[step] if step else "not placed"
            if not reveal or card.doubtful:
                yield AnswerLine(card.words, said, "free" if reveal else "", card.id)
            elif step in card.steps:
                yield AnswerLine(card.words, said, "found", card.id)
            else:
                right = self.steps[card.steps[0]]
                yield AnswerLine(card.words, f"{said}; the key has: {right}", "extra", card.id)

    def control(self, question: Question) -> ControlPlan:
        cards = {card.id: f"{card.id} · {card.text}" for card in self.cards}
        return ControlPlan("ladder", {"cards": cards, "rungs": self.steps})


def shuffled(cards: Sequence[Table], id: str) -> list[Table]:
    """The cards in an order that tells nothing of their steps, and is always the same: by a number made of the
    question's id and the card's words."""
    return sorted(
        cards, key=lambda each: sha256(f"{id} {each.data.get('text', each.data.get('words'))}".encode()).digest()
    )


def _card(table: Table, letter: str, text: QuotedText | None, steps: Mapping[str, str] | None, from_gold: bool) -> Card:
    """One card. It has a text, or quotes words of the article; its step stands with it, or in the text's gold. Without
    `steps` it is one of a sealed question."""
    span = text.pieces(table)[0] if text and table.has("words") else None
    words = table.words("text", text[span]) if text and span else table.words("text")
    if steps is None:
        table.done()
        return Card(letter, words, span, (), False, "")
    doubtful = table.flag("doubtful")
    if not from_gold:
        right = table.words("step", example=f'"{next(iter(steps))}"')
    elif span is None or text is None:
        raise table.wrong('with key = "gold" a card has to quote words of the article: words = "…"')
    else:
        right, in_doubt = keys_from_gold.level(text, span, table)
        doubtful = doubtful or in_doubt
    accepted = (right, *table.several("or", ()))
    for step in accepted:
        if step not in steps:
            raise table.wrong(f'there is no step called "{step}". The steps are: {", ".join(steps)}')
    card = Card(letter, words, span, accepted, doubtful, table.words("message", ""))
    table.done()
    return card
