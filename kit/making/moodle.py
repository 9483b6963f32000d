"""A unit as Moodle XML, for Moodle's question bank (Import, format Moodle XML)."""

from __future__ import annotations

from fractions import Fraction
from xml.etree import ElementTree as ET

from kit.making.platforms import asked, options, portable, rubric, told
from kit.questions.question import LevelsKey, NumberKey, OpenKey, OptionsKey, Question, RewriteKey, Unit
from kit.views.prose import prose_in_line

TYPES = {
    "choice": "multichoice",
    "choices": "multichoice",
    "number": "numerical",
    "levels": "matching",
    "rewrite": "essay",
    "open": "essay",
}


def moodle(unit: Unit) -> bytes:
    """The file: a category named after the unit, and in it the questions that Moodle can hold."""
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    number = f"{unit.number} " if unit.number.isdecimal() else ""
    plain(ET.SubElement(category, "category"), f"$course$/top/Who Says So/{number}{unit.title.replace('/', '//')}")
    for question in portable(unit):
        quiz.append(element(question))
    ET.indent(quiz, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(quiz, encoding="utf-8") + b"\n"


def element(question: Question) -> ET.Element:
    """One question."""
    made = ET.Element("question", type=TYPES[question.kind])
    plain(ET.SubElement(made, "name"), f"{question.id} {' '.join(question.prompt.replace('*', '').split())[:60]}")
    html(made, "questiontext", asked(question))
    html(made, "generalfeedback", told(question))
    ET.SubElement(made, "defaultgrade").text = repr(question.points)
    ET.SubElement(made, "penalty").text = "0"
    ET.SubElement(made, "hidden").text = "0"
    match question.key:
        case OptionsKey() as key:
            with_options(made, key, question.kind == "choice")
        case NumberKey() as key:
            with_numbers(made, key)
        case LevelsKey(cards=cards, steps=steps):
            ET.SubElement(made, "shuffleanswers").text = "false"
            names = {step.id: step.name for step in steps}
            for card in cards:
                part = html(made, "subquestion", prose_in_line(card.text))
                plain(ET.SubElement(part, "answer"), names[card.steps[0]])
            used = {card.steps[0] for card in cards}
            for step in steps:
                if step.id not in used:  # a step without a card is an answer without a question
                    plain(ET.SubElement(html(made, "subquestion", ""), "answer"), step.name)
        case OpenKey() | RewriteKey() as prose_key:
            ET.SubElement(made, "responseformat").text = "plain"
            ET.SubElement(made, "responserequired").text = "1"
            ET.SubElement(made, "responsefieldlines").text = "3" if question.kind == "rewrite" else "15"
            html(made, "graderinfo", rubric(prose_key))
    for hint in question.hints:
        html(made, "hint", prose_in_line(hint))
    return made


def with_options(made: ET.Element, key: OptionsKey, single: bool) -> None:
    """Each right option earns its share, each wrong one takes one share away, as in the kit."""
    ET.SubElement(made, "single").text = "true" if single else "false"
    ET.SubElement(made, "shuffleanswers").text = "false"
    ET.SubElement(made, "answernumbering").text = "abc"
    listed = options(key)
    right = sum(each[2] for each in listed)
    for _, text, is_right, message in listed:
        part = Fraction(100, right) if is_right else Fraction(0 if single else -100, right)
        answer = html(made, "answer", text, fraction=f"{float(part):.5f}".rstrip("0").rstrip("."))
        html(answer, "feedback", message)


def with_numbers(made: ET.Element, key: NumberKey) -> None:
    """The right number with its tolerance, and the wrong ones that have a message."""
    numbers = [(key.value, "100", ""), *((slip.value, "0", slip.message) for slip in key.slips)]
    for value, fraction, message in numbers:
        answer = ET.SubElement(made, "answer", fraction=fraction, format="moodle_auto_format")
        ET.SubElement(answer, "text").text = f"{float(value):.10g}"
        html(answer, "feedback", prose_in_line(message))
        ET.SubElement(answer, "tolerance").text = f"{float(key.tolerance):.10g}"
    ET.SubElement(made, "unitgradingtype").text = "0"
    ET.SubElement(made, "showunits").text = "3"


def plain(parent: ET.Element, words: str) -> None:
    ET.SubElement(parent, "text").text = words


def html(parent: ET.Element, name: str, words: str, **attributes: str) -> ET.Element:
    """An element with HTML in it, which Moodle wants as text."""
    made = ET.SubElement(parent, name, {**attributes, "format": "html"})
    plain(made, words)
    return made
