"""A class that hands in, for the tests of marking: the questions of docs/questions.md, and answers to them."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import question_bank

from kit.grading.grade_class import GradeOptions, GradeSummary, grade
from kit.grading.gradebook import Gradebook
from kit.places import course

UNIT = "12-footbridge"
HANDED_IN = 1_795_168_800  # 2026-11-20, 10:00, when `hand_in` says that its file was written
RIGHT: dict[str, Any] = {
    "12.1": "a",
    "12.2": ["a", "d"],
    "12.3": 17.4,
    "12.8": "The bakery dismissed one of its three assistants.",
    "12.9": "Who told you that the damage was a year old? The report does not say, and I should like to know.",
}


def without_waiting(path: Path | str, *args: Any, connect: Any = sqlite3.connect, **options: Any) -> sqlite3.Connection:
    """A database that does not wait for the disk: that is for when the power fails, and most of a test's time."""
    base: sqlite3.Connection = connect(path, *args, **options)
    base.execute("PRAGMA synchronous = OFF")
    return base


@contextmanager
def the_course(folder: Path) -> Iterator[Path]:
    """A teacher's folder with those questions, open while the block runs."""
    place = question_bank.course_in(folder / "course")
    course(place)
    try:
        with mock.patch.object(sqlite3, "connect", without_waiting):
            yield place
    finally:
        course(None)


def hand_in(name: str, answers: dict[str, Any], when: str = "2026-11-20T10:00:00+00:00", unit: str = UNIT) -> str:
    """A hand-in file as `hand_in` writes it."""
    entries = {id: {"asked": "…", "answer": answer, "changed": when} for id, answer in answers.items()}
    return json.dumps({"hand_in": 1, "name": name, "unit": unit, "written": when, "answers": entries})


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        os.utime(path, (HANDED_IN, HANDED_IN))
    return folder


def run(source: Path | None, out: Path, **options: Any) -> GradeSummary:
    """Mark what lies in a folder, without a word on the terminal."""
    return grade(source, out, GradeOptions(**options), lambda what, more: None)


def notebook(*cells: str) -> str:
    """A notebook with these code cells."""
    made: list[dict[str, Any]] = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": cell} for cell in cells
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": made})


HONEST = {
    "Ada Lovelace/1.json": hand_in("Ada Lovelace", RIGHT),
    "Bo Ek/1.json": hand_in("Bo Ek", {"12.1": "a", "12.3": "5.75"}),
}


def marks_of(out: Path, name: str) -> list[tuple[str, str]]:
    """The marks of a pupil, whatever else is in the book."""
    with Gradebook(out / "gradebook.sqlite") as book:
        (pupil,) = [each for each in book.pupils() if each.name == name]
        return [(a.question, str(a.points)) for h in book.hand_ins(pupil.key) for a in h.answers]
