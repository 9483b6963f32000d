"""The page about a class: what to look at first, who reached what, how each question went, where the class marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kit.grading.attention import AttentionGroup
from kit.grading.class_figures import ClassFigures, HeatMap, UnitFigures
from kit.grading.pages import page, percent
from kit.grading.statistics import QuestionFigures
from kit.library import text_of
from kit.questions.marking import shown
from kit.questions.points import Points
from kit.questions.question import OptionsKey, Question
from kit.text import Span

MAX_ROWS = 500  # pupils in the table of the page: a longer one is a job for the spreadsheet
HARD_BELOW, EASY_FROM = 0.3, 0.95  # mean shares of the points
MIN_DISCRIMINATION = 0.1
# Pupils from which a low discrimination is worth a note. A fair question has about 0.3 (Ebel and Frisbie, Essentials of
# Educational Measurement), and the standard error of a correlation is about (1 − r²) / √(n − 1). With 25 pupils that is
# 0.19: a fair question falls below 0.1 by chance in one case of seven. With five it is 0.46, which says nothing.
MIN_PUPILS = 25
ABOUT = (
    "“Points reached” is the mean share of a question’s points over all who handed in: near 100 % it was easy, near "
    "0 % hard.",
    "“Discrimination” is the correlation of a question with the rest of its unit, from −1 to 1. Near 0 it does not "
    "tell who knows the rest. Below 0 those who know the rest get it wrong: look at its key, and at how it is asked. "
    "It is left out for fewer than five pupils, and with fewer than 25 chance alone may bring it near 0: until then no "
    "question is called out for it.",
    "“Reliability” (Cronbach’s alpha) says how far the questions of a unit measure one thing. Below 0.6, do not read "
    "much into small differences between pupils.",
    "“Agreement” (Krippendorff’s alpha over the words of the text) says how far the class marked alike, right or "
    "wrong: 1 is all alike, 0 is chance.",
    "In the texts, darker words were marked by more pupils, and a double line stands under the words of the key.",
)


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A line of the table of pupils."""

    name: str
    page: str
    cells: tuple[str, ...]
    total: str


def class_page(
    title: str,
    figures: ClassFigures,
    pupils: Sequence[PupilRow],
    of_pupils: int,
    groups: Sequence[AttentionGroup],
    summary: str,
) -> str:
    """The page as HTML; `pupils` are the first MAX_ROWS of so many."""
    units = [_unit(each, figures) for each in figures.units.values()]
    spread = figures.spread
    n, before, after, won = figures.mean_growth()
    growth = []
    if n:
        growth.append(
            f"{n} {'pupil' if n == 1 else 'pupils'} took both tests. On average they reached {percent(before)} before "
            f"and {percent(after)} after."
        )
        if won is not None:
            growth.append(f"Of what could still be won, {percent(max(won, 0.0))} was won (normalised gain {won:.2f}).")
    contents = [("look", "To look at first"), ("spread", "The class"), *([("growth", "Growth")] if growth else [])]
    contents += [(f"u{number}", unit["title"]) for number, unit in enumerate(units, 1)]
    contents += [("pupils", "Pupils"), ("about", "How to read this page")]
    return page(
        "class.html",
        title=title,
        summary=summary,
        contents=contents,
        to_look_at=groups,
        units=units,
        pupils=pupils,
        cut=f"The first {len(pupils)} of {of_pupils}; grades.csv has all of them." if of_pupils > len(pupils) else "",
        spread=[
            {"label": f"{10 * step} to {10 * step + 10} %", "count": count, "share": count / max(1, *spread)}
            for step, count in enumerate(spread)
        ],
        growth=growth,
        about=ABOUT,
    )


def _unit(figures: UnitFigures, whole: ClassFigures) -> dict[str, Any]:
    unit = figures.unit
    n = figures.handed_in
    mean = figures.reached / n if n else 0.0
    say = f"{n} handed in. The mean is {percent(mean)} of the points."
    if figures.reliability is not None and n >= 5:
        say += f" Reliability {figures.reliability:.2f}.".replace("-", "−")
    heats = [_heat(q, whole.heats[q.id]) for q in unit.questions if q.id in whole.heats and whole.heats[q.id].readers]
    return {
        "title": unit.title,
        "most": str(Points(unit.points)),
        "say": say,
        "questions": [_question(question, figures.items[question.id]) for question in unit.questions],
        "heats": heats,
    }


def _question(question: Question, item: QuestionFigures) -> dict[str, Any]:
    share, apart = item.difficulty, item.discrimination
    words = " ".join(question.prompt.replace("*", "").split())
    return {
        "id": question.id,
        "prompt": words if len(words) <= 60 else words[:59].rsplit(" ", 1)[0] + " …",
        "answered": f"{item.answered} of {item.pupils}",
        "difficulty": "–" if share is None else percent(share),
        "share": share or 0.0,
        "discrimination": "–" if apart is None else f"{apart:.2f}".replace("-", "−"),
        "note": " ".join(_notes(question, item)),
    }


def _notes(question: Question, item: QuestionFigures) -> Iterator[str]:
    """What a teacher may want to know of a question, in sentences."""
    share, apart = item.difficulty, item.discrimination
    if question.kind == "open" and not item.pupils:
        yield "Waits to be read."
    if share is not None and share < HARD_BELOW:
        yield "Hard: talk about it."
    if share is not None and share >= EASY_FROM:
        yield "Nearly everybody knew it."
    telling = item.pupils >= MIN_PUPILS and share is not None and HARD_BELOW <= share < EASY_FROM
    if telling and apart is not None and apart < MIN_DISCRIMINATION:
        yield "It does not go with the rest: look at its key."
    if isinstance(question.key, OptionsKey) and item.wrong:
        letter, count = min(item.wrong.items(), key=lambda pair: (-pair[1], pair[0]))
        option = next(each for each in question.key.options if each.id == letter)
        often = "once" if count == 1 else f"{count} times"
        yield f"Commonest wrong option, chosen {often}: “{option.text.removesuffix('.')}”. {option.message}"


def _heat(question: Question, heat: HeatMap) -> dict[str, Any]:
    """A text with its words shaded by how many marked them."""
    text, part = text_of(question.article), shown(question)
    shares = [counts.total() / heat.readers for counts in heat.counts]
    agreement = heat.agreement
    say = f"{heat.readers} marked this text."
    if agreement is not None and heat.readers > 1:
        say += f" Agreement {agreement:.2f}.".replace("-", "−")
    return {
        "id": question.id,
        "say": say,
        "paragraphs": list(_paragraphs(text, part, heat, shares)),
        "in_words": _in_words(text, heat, shares),
    }


def _paragraphs(text: str, part: Span, heat: HeatMap, shares: Sequence[float]) -> Iterator[list[dict[str, Any]]]:
    """The lines of the text in pieces, each with its step of shade (0 to 4) and whether it is of the key."""
    paragraph: list[dict[str, Any]] = []
    at = part.start
    for number, span in enumerate(heat.words):
        between = text[at : span.start]
        if "\n" in between:
            if paragraph:
                yield paragraph
            paragraph, between = [], between.rpartition("\n")[2]
        if between:
            paragraph.append({"words": between, "step": 0, "gold": False})
        share = shares[number]
        step = 0 if share < 0.05 else min(4, 1 + int(share * 4))
        paragraph.append({"words": text[span.start : span.end], "step": step, "gold": number in heat.gold})
        at = span.end
    paragraph.append({"words": text[at : part.end].rstrip(), "step": 0, "gold": False})
    yield paragraph


def _in_words(text: str, heat: HeatMap, shares: Sequence[float]) -> str:
    """The same in words: what of the key was found least, and what beside it was marked most."""
    of_key = [shares[word] for word in heat.gold]
    beside = [(share, word) for word, share in enumerate(shares) if word not in heat.gold and share >= 0.2]
    said = []
    if of_key:
        said.append(f"On average {percent(sum(of_key) / len(of_key))} of the class marked a word of the key.")
    if beside:
        share, word = max(beside, key=lambda pair: (pair[0], -pair[1]))
        span = heat.words[word]
        said.append(f"Outside of it, most marked “{text[span.start : span.end]}” ({percent(share)}).")
    return " ".join(said)
