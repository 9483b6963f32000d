"""Marks held against each other: the helper's, a careful reader's (the gold of the practice texts) and one's own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kit.compare import Comparison
from kit.errors import KitError, counted, type_in_words
from kit.find import find_attributions
from kit.gold import KINDS, LEVELS, gold
from kit.library import articles, facts_file, names
from kit.measure import compare_phenomenon, found_marks, gold_marks
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.check_result import CheckResult
from kit.questions.marking import is_answered, mark
from kit.questions.points import points_in_words
from kit.questions.question import Question
from kit.text import Article, ReadingError, Span
from kit.views.finding_marks import shortened_pieces
from kit.views.overlap import Overlap, draw_rows, draw_two_rows
from kit.views.picture import Picture
from kit.views.shared_wording import headline
from kit.views.sheet import Cell, Sheet, words_of

THINGS = ("attribution", "source", "euphemism")
MARKED_BY_HELPER = {"source", "cue", "content", "euphemism", *LEVELS}
MARKED, NOT_MARKED, DOUBTFUL = "marked", "–", "can be seen either way"
WHO_DECIDES = "The careful readers decide here, and careful readers make mistakes too."
HEAD = ("Words", "You", "The helper", "Careful readers")


def show_marks(what: str = "", of: str = "attribution") -> Sheet:
    """Who has marked what, as a table: you, the helper, and careful readers; and who has more points.

    Takes the number of a question in which sources, cues, content, levels or euphemisms are to be marked ("6.12"), or
    the name of a practice text: then the table has no column for you, and `of` says what it is about ("attribution",
    "source", "euphemism").
    Raises KitError, in a sentence, if it is given something else.
    """
    if not isinstance(what, str) or not what:
        raise KitError('show_marks needs a question or a text, as in show_marks("6.12") or show_marks("recall").')
    if what[0].isdigit():
        return sheet_of_question(bank.question(what))
    text, comparison = articles(what), compared(what, thing_of(of))
    return Sheet(
        f"Marked as {of}: {headline(text)}",
        f"{in_words(comparison, 'The helper')} {WHO_DECIDES}",
        (HEAD[0], *HEAD[2:]),
        tuple((shortened_pieces(text, spans), *cells) for spans, cells in marks_in(comparison).items()),
        (60, 15, 25),
    )


def plot_marks(*texts: str, of: str = "attribution") -> Picture:
    """What the helper and a careful reader have marked, as a picture: by both, only by the one, only by the other.

    Takes the names of practice texts (all of them, if none is given), and what is to be counted: "attribution",
    "source" or "euphemism". One text gives two rows of squares, several give a row each. Raises KitError, in a
    sentence, if it is given something else.
    """
    odd = next((text for text in texts if not isinstance(text, str)), None)
    if odd is not None:
        raise KitError(f'plot_marks needs the name of a practice text, not {type_in_words(odd)}: plot_marks("recall").')
    thing = thing_of(of)
    chosen = texts or marked_texts()
    if len(chosen) == 1:
        marks = compared(chosen[0], thing)  # a name that is not there is told first
        return draw_two_rows(overlap(headline(articles(chosen[0])), marks), thing)
    return draw_rows([overlap(name, compared(name, thing)) for name in chosen], thing)


def thing_of(of: object) -> str:
    if of not in THINGS:
        raise KitError(f'of has to be one of {", ".join(THINGS)}, as in plot_marks("recall", of="source").')
    return str(of)


def marked_texts() -> tuple[str, ...]:
    """The practice texts that somebody has marked; a text of a teacher's own may have no marks."""
    return tuple(name for name in names() if is_marked(name))


def is_marked(name: str) -> bool:
    """Has somebody said what is to be found in a text? One without a .toml file is open to be read, no more."""
    try:
        facts = facts_file(name)
    except ReadingError:
        return False
    return any(facts.get(kind) for kind in KINDS)


@cache
def compared(name: str, thing: str) -> Comparison:
    """The helper's marks of one kind in a practice text, held against the gold."""
    text = articles(name)  # a name that is not there is told first
    if not is_marked(name):
        raise KitError(
            f"nobody has marked {name} yet, so there is nothing to compare the helper with. docs/annotating.md shows "
            "how a text is marked."
        )
    return compare_phenomenon(text, thing, gold_marks(gold(name)), found_marks(text))


def overlap(name: str, comparison: Comparison) -> Overlap:
    """How many marks both have, only the gold has, only the other has."""
    return Overlap(name, len(comparison.matched), len(comparison.missed), len(comparison.spurious))


def in_words(comparison: Comparison, who: str) -> str:
    marks = overlap("", comparison)
    return (
        f"{who} and the careful readers have {marks.both} marks in common. {who} missed {marks.missed}, and "
        f"{counted(marks.extra, 'mark')} {'was' if marks.extra == 1 else 'were'} marked by mistake."
    )


def marks_in(comparison: Comparison) -> dict[tuple[Span, ...], tuple[str, str]]:
    """Each passage that anybody has marked, in the order of the text: has the one who is tried, has the reader?"""
    return {spans: cells for (spans, _), cells in labelled_marks(comparison).items()}


def labelled_marks(comparison: Comparison) -> dict[tuple[tuple[Span, ...], str], tuple[str, str]]:
    """The same by passage and label: one passage may be marked as two things."""
    rows = [(wanted, (MARKED, MARKED)) for wanted, _ in comparison.matched]
    rows += [(wanted, (NOT_MARKED, MARKED)) for wanted in comparison.missed]
    rows += [(spurious, (MARKED, NOT_MARKED)) for spurious in comparison.spurious]
    rows += [(ignored, (MARKED, DOUBTFUL)) for ignored in comparison.ignored]
    return dict(sorted(((tuple(sorted(each.spans)), each.label), cells) for each, cells in rows))


def sheet_of_question(question: Question) -> Sheet:
    """The table of a question: its kept answer and the helper's marks, both held against the key, and who wins."""
    labels = labels_of(question)
    text = articles(question.article)
    title = f"Question {question.id}: who marked what"
    kept = Answers(question.unit).kept(question.id)
    if kept is None or not is_answered(question, kept.answer):
        return Sheet(
            title, f'You haven’t marked anything yet. Do so in ask("{question.id}"), then run this cell again.'
        )
    yours = mark(question, kept.answer)
    theirs = mark(question, given_by_helper(question, text, labels))
    if yours.comparison is None or theirs.comparison is None:
        return Sheet(title, f"Your answer to {question.id} can’t be read as marks. Mark the text once more.")
    your_marks, helpers = labelled_marks(yours.comparison), labelled_marks(theirs.comparison)
    rows, nobody = [], (NOT_MARKED, "")
    for spans, label in sorted(your_marks.keys() | helpers.keys()):
        mine, judged = your_marks.get((spans, label), nobody)
        found, judged_too = helpers.get((spans, label), nobody)
        words: Cell = shortened_pieces(text, spans)
        if len(labels) > 1:
            words = f"{words_of(words)} ({question.key.tag(0, label)})"
        rows.append((words, mine, found, judged or judged_too))
    return Sheet(title, f"{round_won(yours, theirs)} {WHO_DECIDES}", HEAD, tuple(rows), (40, 15, 15, 30))


def round_won(yours: CheckResult, theirs: CheckResult) -> str:
    """Who has more points, in a sentence or two."""
    score = f"You: {yours.points} of {points_in_words(yours.max_points)}. The helper: {theirs.points}."
    if yours.points > theirs.points:
        return f"{score} This round is yours."
    if yours.points < theirs.points:
        return f"{score} This round goes to the helper. Look at what it has and you don’t: is it right?"
    return f"{score} Nobody wins this round."


def labels_of(question: Question) -> tuple[str, ...]:
    """What is to be marked in a question, if the helper marks all of it too."""
    labels = tuple(getattr(question.key, "labels", ()))
    if question.kind == "spans" and labels and set(labels) <= MARKED_BY_HELPER:
        return labels
    raise KitError(
        f"question {question.id} isn’t about anything that the helper marks, so there is nothing to compare. Try "
        'show_marks("6.12").'
    )


def given_by_helper(question: Question, text: Article, labels: tuple[str, ...]) -> list[dict[str, object]]:
    """The helper's marks in the part of a text that a question shows, in the form of an answer."""
    part = question.shown_part
    places = {
        (label, span)
        for label, spans in (*parts_of_attributions(text), *levels_in(text), *euphemisms_in(text))
        if label in labels
        for span in spans
        if part.start <= span.start and span.end <= part.end
    }
    return [{"label": label, "start": s.start, "end": s.end, "words": text[s]} for label, s in sorted(places)]


def parts_of_attributions(text: Article) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for found in find_attributions(text):
        yield "source", found.source
        yield "cue", found.cue
        yield "content", found.content


def levels_in(text: Article) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for found in found_marks(text)["level"]:
        yield found.label, found.spans


def euphemisms_in(text: Article) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for found in found_marks(text)["euphemism"]:
        yield "euphemism", found.spans
