"""Files for learning platforms: Moodle XML, for Moodle's question bank, and QTI 2.1, which many others import."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from kit.making.templates import fill, of_kind, slug
from kit.questions.question import Question, Unit

BEGINNING = (1980, 1, 1, 0, 0, 0)  # the same questions give the same zip, whenever it is made


def portable(unit: Unit) -> list[Question]:
    """The questions of a unit that a platform can hold: not those in which words of a text are marked or linked."""
    return [question for question in unit.questions if question.key.moodle and not question.sealed]


def left_out(unit: Unit) -> list[str]:
    """The ids of the others."""
    return [question.id for question in unit.questions if question not in portable(unit)]


def moodle(unit: Unit) -> bytes:
    """A file in Moodle XML: a category named after the unit, and in it the questions that Moodle can hold."""
    number = f"{unit.number} " if unit.number.isdecimal() else ""
    return _xml(fill("moodle.xml", unit=unit, number=number, questions=portable(unit)))


def qti(unit: Unit) -> bytes:
    """A package in QTI 2.1, a zip: a manifest, a test of all questions, and an item for each that QTI can hold."""
    questions = portable(unit)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        files = {
            "imsmanifest.xml": fill("qti_manifest.xml", unit=unit, questions=questions),
            "test.xml": fill("qti_test.xml", unit=unit, questions=questions),
            **{f"{slug(question)}.xml": of_kind("qti", question) for question in questions},
        }
        for name, content in files.items():
            whole.writestr(zipfile.ZipInfo(name, BEGINNING), _xml(content))
    return packed.getvalue()


def _xml(text: str) -> bytes:
    """XML as a file, read once to be sure that it is well-formed."""
    ET.fromstring(text)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.strip()}\n'.encode()
