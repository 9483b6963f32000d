"""A detective's board: where each sentence comes from, drawn from a learner's own answer: `show_board`."""

from __future__ import annotations

from kit.errors import KitError
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.kinds.levels import LevelsKey
from kit.questions.marking import is_answered
from kit.views.picture import Picture
from kit.views.threads import draw_threads


def show_board(question: str = "") -> Picture:
    """The cards of a sorting question on the left, its groups on the right, and a thread for each card that was placed.

    Takes the number of the question ("5.1"). The threads are the learner's own; the board says of none whether it is
    right. Gives a picture, whose `.text` holds the same in sentences. Raises KitError, in a sentence, if the question
    is none of that kind.
    """
    asked = bank.question(question)
    key = asked.key
    if not isinstance(key, LevelsKey):
        raise KitError(f'question {asked.id} has no cards to sort, so there is no board for it. Try show_board("5.1").')
    kept = Answers(asked.unit).kept(asked.id)
    if kept is None or not is_answered(asked, kept.answer):
        return Picture(None, f'Your board is empty. Answer ask("{asked.id}") first, then run this cell again.')
    placed = key.parse_answer(asked, kept.answer)
    steps, cards = list(key.steps), list(key.cards)
    threads = [(n, steps.index(placed[card.id])) for n, card in enumerate(cards) if card.id in placed]
    names = [key.steps[step] for step in steps]
    loose = [card.words for card in cards if card.id not in placed]
    lines = [f"“{cards[left].words}” leads to: {names[right]}." for left, right in threads]
    lines += [f"“{words}” has no thread yet." for words in loose]
    title = f"Your board: {len(threads)} of {len(cards)} threads"
    return draw_threads(title, [card.words for card in cards], names, threads, "\n".join([title, *lines]))
