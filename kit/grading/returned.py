"""Feedback on its way back: zips with each pupil's page, named as the platform reads them.

    return-moodle.zip     Moodle: “Upload multiple feedback files in a zip”
    return-canvas.zip     Canvas: “Re-upload submissions”, which takes files under their old names alone
    return-nbgrader.zip   nbgrader: to unpack in the folder of the course, as it keeps feedback
    return-folders.zip    a shared drive: to unpack where the pupils' folders are

A zip is made for each way in which hand-ins came, and for no other.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from kit.grading.layouts import named_by_platform, read_place
from kit.grading.output_folder import OutputFolder
from kit.grading.owner_records import OwnerRecords
from kit.grading.page_templates import words_on_answer, words_on_unit
from kit.grading.pupil_results import PupilResult
from kit.grading.records import HandedFile

PAGE = "feedback.html"
ONE_DAY = (2026, 1, 1, 0, 0, 0)  # of every file: the same marks give the same zip
MOODLE = re.compile(r"(.*_\d+_assignsubmission_)(?:file|onlinetext).*", re.DOTALL)


class ReturnedFeedback:
    """Takes one pupil after the other and puts the page into the zips of the ways in which hand-ins came.

    No page goes to a place from which somebody else's hand-in came too: not into the folder of a group, nor to the
    account of whoever handed in for another. `settled` are the places of files that a person gave to somebody.
    """

    def __init__(
        self,
        folder: OutputFolder,
        files: ExitStack,
        records: OwnerRecords,
        settled: Collection[str],
        reveal_tests: bool,
    ):
        self._folder, self._files, self._records = folder, files, records
        self._settled, self._reveal_tests = settled, reveal_tests
        self._zips: dict[str, zipfile.ZipFile] = {}

    @property
    def made(self) -> list[str]:
        """The names of the zips that were made."""
        return [f"return-{way}.zip" for way in self._zips]

    def add(self, result: PupilResult, page: str) -> None:
        """One pupil, with the page of feedback."""
        put: set[tuple[str, str]] = set()
        for file in result.hand_ins:
            if file.place.casefold() in self._settled:
                continue
            for way, name in set(ways_back(file)) - put:
                put.add((way, name))
                if not self._records.one_pupils(file.platform, file.login, name.rpartition("/")[0]):
                    continue
                content = page if name.endswith(".html") else self._under_its_old_name(name, result)
                entry = zipfile.ZipInfo(name, ONE_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                self._zip(way).writestr(entry, content.encode("utf-8", "replace"))

    def _zip(self, way: str) -> zipfile.ZipFile:
        if way not in self._zips:
            self._zips[way] = self._files.enter_context(self._folder.zip(f"return-{way}.zip"))
        return self._zips[way]

    def _under_its_old_name(self, name: str, result: PupilResult) -> str:
        """The feedback as a notebook, or as data that a person can read: what the name of the hand-in promises."""
        said = feedback_in_words(result, self._reveal_tests)
        if not name.endswith(".ipynb"):
            return json.dumps(said, ensure_ascii=False, indent=1)
        cell = {"cell_type": "markdown", "id": "feedback", "metadata": {}, "source": as_markdown(said)}
        return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, ensure_ascii=False)


@contextmanager
def returned_feedback(
    folder: OutputFolder, records: OwnerRecords, aliases: Collection[str], reveal_tests: bool
) -> Iterator[ReturnedFeedback]:
    """The zips of a folder, to which the block adds pupils; at its end they take the place of the old ones."""
    settled = {word.casefold() for word in (*aliases, *records.aliases())}
    with ExitStack() as files:
        yield ReturnedFeedback(folder, files, records, settled, reveal_tests)


def ways_back(file: HandedFile) -> Iterator[tuple[str, str]]:
    """The zip in which the feedback on a hand-in goes back, and its name there.

    >>> list(ways_back(HandedFile("Ana_40012_assignsubmission_file_/1.json", "", platform="Moodle")))
    [('moodle', 'Ana_40012_assignsubmission_file_/feedback.html')]
    """
    named = named_by_platform(file.place)
    if file.platform == "Moodle" and named and (found := MOODLE.fullmatch(named[0])):
        yield "moodle", f"{found[1]}file_/{PAGE}"
    elif file.platform == "Canvas" and named:
        yield "canvas", named[0]
    elif file.platform == "nbgrader" and named:
        login, *rest = named[0].split("+")
        unit = rest[0] if rest else named[1] if len(named) > 2 else ""
        stem = named[-1].rpartition(".")[0] or named[-1]
        yield "nbgrader", "/".join(filter(None, ("feedback", login, unit, f"{stem}.html")))
    elif file.platform == "folder" and (folder := read_place(file.place).folder):
        yield "folders", f"{folder}/{PAGE}"


def feedback_in_words(result: PupilResult, reveal_tests: bool) -> dict[str, Any]:
    """What the page of a pupil says, as data; of test questions only the points, unless `reveal_tests`."""
    units = []
    for unit in result.units:
        if not unit.missing:
            points, remarks = words_on_unit(unit)
            questions = {each.question.id: words_on_answer(each, reveal_tests) for each in unit.answers}
            units.append({"unit": unit.unit.title, "points": points, "remarks": remarks, "questions": questions})
    return {"units": units}


def as_markdown(said: dict[str, Any]) -> str:
    """The same as a notebook shows it. Whatever stands in it is shown as it is, and nothing of it is markup."""
    lines = []
    for unit in said["units"]:
        lines += [f"## {_plain(unit['unit'])}", *map(_plain, filter(None, (unit["points"], unit["remarks"])))]
        for id, words in unit["questions"].items():
            lines += [f"**{id}**", *map(_plain, words)]
    return "\n\n".join(lines)


def _plain(words: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>()#+!|$~&-])", r"\\\1", " ".join(words.split()))
