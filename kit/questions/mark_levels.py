"""Marking cards that were put on steps."""

from __future__ import annotations

from fractions import Fraction

from kit.questions.given import named
from kit.questions.question import Card, LevelsKey
from kit.questions.result import Marked, UnreadableError


def levels(key: LevelsKey, answer: object) -> Marked:
    """Every card has the same share: all of it on the right step, half of it on a neighbouring one if the steps have
    an order. Doubtful cards count for nobody. A card that was not placed earns nothing."""
    placed = steps_in(key, answer)
    counting = [card for card in key.cards if not card.doubtful] or list(key.cards)
    earned = {card.id: worth(key, card, placed.get(card.id)) for card in counting}
    right = sum(part == 1 for part in earned.values())
    lines = [f"{right} of {len(counting)} {'is' if right == 1 else 'are'} right."]
    near = sum(part == Fraction(1, 2) for part in earned.values())
    if near:
        lines.append(f"{near} {'is' if near == 1 else 'are'} one step off and earn{'s' if near == 1 else ''} half.")
    open_cards = [card for card in key.cards if card.id not in placed]
    if open_cards:
        lines.append(f"Not placed yet: {', '.join(card.id for card in open_cards)}.")
    for card in counting:
        if card.id in placed and earned[card.id] < 1:
            lines.append(f"{card.id} (“{card.words}”): {card.message}" if card.message else f"Look again at {card.id}.")
    return Marked(sum(earned.values(), Fraction(0)) / len(counting), tuple(lines))


def worth(key: LevelsKey, card: Card, step: str | None) -> Fraction:
    """How much of its share a card earns on this step."""
    if step is None:
        return Fraction(0)
    if step in card.steps:
        return Fraction(1)
    order = [each.id for each in key.steps]
    off = min(abs(order.index(step) - order.index(right)) for right in card.steps)
    return Fraction(1, 2) if key.ordered and off == 1 else Fraction(0)


def steps_in(key: LevelsKey, answer: object) -> dict[str, str]:
    """The step of each card. Raises UnreadableError if there is none that can be read."""
    steps = ", ".join(f'"{step.id}"' for step in key.steps)
    how = f'Give a step for each card, as in {{"a": "{key.steps[0].id}"}}. The steps are {steps}.'
    if not isinstance(answer, dict) or len(answer) > 100:
        raise UnreadableError(f"The answer can't be read. {how}")
    cards = {card.id for card in key.cards}
    placed: dict[str, str] = {}
    for card, said in answer.items():
        id = str(card).strip().lower()
        step = named(key.steps, said)
        if id not in cards or (step is None and said not in (None, "")):
            raise UnreadableError(f"“{str(card)[:40]}: {str(said)[:40]}” can't be read. {how}")
        if step is not None:
            placed[id] = step
    return placed
