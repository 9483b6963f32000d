"""Files for learning platforms: Moodle XML, for Moodle's question bank, and QTI 2.1, which many others import."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from kit.making.packing import File, zipped
from kit.making.templates import fill, has_part, part, slug
from kit.questions.question import Question, Unit


def portable(unit: Unit) -> list[Question]:
    """The questions of a unit that a platform can hold: not those in which words of a text are marked or linked."""
    return [question for question in unit.questions if has_part(question, "moodle.xml") and not question.sealed]


def left_out(unit: Unit) -> list[str]:
    """The ids of the others."""
    held = portable(unit)
    return [question.id for question in unit.questions if question not in held]


def moodle(unit: Unit) -> bytes:
    """A file in Moodle XML: a category named after the unit, and in it the questions that Moodle can hold."""
    return _xml("moodle.xml", unit=unit, questions=portable(unit))


def qti(unit: Unit) -> bytes:
    """A package in QTI 2.1, a zip: a manifest, a test of all questions, and an item for each that QTI can hold."""
    questions = portable(unit)
    files = [
        File("imsmanifest.xml", _xml("qti_manifest.xml", unit=unit, questions=questions)),
        File("test.xml", _xml("qti_test.xml", unit=unit, questions=questions)),
    ]
    for question in questions:
        item = _xml(part(question, "qti.xml"), question=question, key=question.key)
        files.append(File(f"{slug(question)}.xml", item))
    return zipped(files)


def _xml(template: str, **values: Any) -> bytes:
    """A file of XML, read once to be sure that it is well-formed."""
    text = fill(template, **values)
    ET.fromstring(text)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.strip()}\n'.encode()
