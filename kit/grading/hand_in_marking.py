"""From the files that were handed in to marks in the gradebook.

    SubmittedFile    →   HandedFile, parsed   →   marked   →   rows of the Gradebook   →   PupilResult   →   pages
    submitted_files.py   parsing.py           here         gradebook.py                pupil_results.py

A file goes into the gradebook in one piece, so a run that is broken off goes on where it stopped. A file that is there
already, unchanged, is not read again; an answer whose question has changed is marked anew from what was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from fractions import Fraction
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from kit.grading.audit_texts import is_report
from kit.grading.gradebook import Gradebook
from kit.grading.known_questions import find_question, mark_json, question_version, read_questions_anew
from kit.grading.layouts import PlaceInfo, read_place
from kit.grading.limits import Limits, TooLongError, check_time, time_limit
from kit.grading.parsing import UnreadableFileError, parse_hand_in, unread_hand_in
from kit.grading.records import HandedAnswer, HandedFile
from kit.grading.submitted_files import SubmittedFile, collect

FILES_PER_TRANSACTION = 50
ANSWERS_PER_TRANSACTION = 1000
PAGE = "it is a web page, and answers can't be read from it. Ask for the file that hand_in writes, or the notebook"
MAX_ID_LENGTH = 40  # characters of the number of a question that there is not
Progress = Callable[[int], None]


def take_in(source: Path, book: Gradebook, limits: Limits, progress: Progress) -> None:
    """Read and mark what is new below a folder or in a zip. What can't be read goes into the gradebook too, with the
    reason. Nothing tells yet whose it is."""
    read_questions_anew()
    settings = repr(astuple(limits))
    files = collect(source, limits)
    for first in files:
        with book.transaction():
            for file in chain((first,), islice(files, FILES_PER_TRANSACTION - 1)):
                place = read_place(file.place)
                if not file.problem and file.is_page and not is_report(file.data):
                    file = replace(file, problem=PAGE, worth_telling=False)
                # What is no answer by its kind may be all that somebody handed in.
                wanted = file.worth_telling or file.is_page or place.account
                if wanted and not book.is_done(file.place, file.hash, settings):
                    keep(mark_file(file, limits), place, book, settings, source.name)
                progress(1)


def mark_file(file: SubmittedFile, limits: Limits) -> HandedFile:
    """Read one file and mark its answers; whatever is wrong with it becomes its problem. Nothing tells yet whose it
    is."""
    blank = unread_hand_in(file)
    if file.problem:
        return blank if file.worth_telling else replace(blank, form="other")
    try:
        with time_limit(limits.seconds):
            parsed = parse_hand_in(file, limits)
            marked = [mark_answer(each) for each in sorted(parsed.answers, key=lambda each: each.question)]
    except UnreadableFileError as error:
        return replace(blank, problem=str(error))
    except TooLongError:
        return replace(blank, problem=f"reading and marking it took more than {limits.seconds:g} seconds")
    # Numbers of questions that there are not are cut, and may then be the same.
    answers = {each.question: each for each in marked}
    return replace(parsed, flags=(*parsed.flags, *_doubts_of_unit(parsed)), answers=tuple(answers.values()))


def mark_answer(answer: HandedAnswer) -> HandedAnswer:
    """One answer with its marks. What can't be read earns nothing, and its message says why."""
    check_time()
    id = answer.question
    if find_question(id) is None:
        why = "There is no question with this number."
        # It is kept: the course in which there is one may only have been forgotten.
        return HandedAnswer(id[:MAX_ID_LENGTH], answer.value, state="unknown", message=why)
    return replace(answer, version=question_version(id)) if answer.value is None else mark_kept(id, answer.value)


def mark_kept(id: str, value: str) -> HandedAnswer:
    """Mark an answer as the gradebook keeps it, in JSON. Raises KeyError if there is no question of that number."""
    version = question_version(id)
    result = mark_json(id, value, version)
    return HandedAnswer(id, value, Fraction(result.points), result.state, result.message, version)


def keep(hand_in: HandedFile, place: PlaceInfo, book: Gradebook, settings: str, source: str) -> None:
    """Put a hand-in into the gradebook, with what its place tells, the limits by which it was read, and the name of the
    folder or zip that was given to the kit."""
    book.add(
        replace(
            hand_in,
            platform=place.platform,
            login=place.login,
            delivery=delivery(hand_in.place, place),
            again=place.again,
            late=place.late,
            settings=settings,
            source=source,
        )
    )


def delivery(file: str, place: PlaceInfo) -> str:
    """Which files came together: those of one folder, or of one try where the platform counts tries."""
    if place.platform == "Canvas":
        return f"Canvas {place.again}"
    if place.platform in ("Moodle", "nbgrader"):
        return str(PurePosixPath(file).parent)
    return place.folder or file  # a file of its own, next to those of others, is a delivery of its own


def _doubts_of_unit(parsed: HandedFile) -> Iterator[str]:
    """What is odd about the questions that a file answers."""
    ids = sorted(each.question for each in parsed.answers)
    numbers = {id.partition(".")[0] for id in ids}
    if parsed.unit and numbers - {parsed.unit.partition("-")[0]}:
        yield f"it says it is for unit {parsed.unit}, but it also answers questions of another one"


def mark_changed(book: Gradebook, progress: Progress) -> None:
    """Mark anew what was marked by another version of its question; every change of points is kept."""
    read_questions_anew()
    for question, version in book.versions_marked():
        if question_version(question) in ("", version):  # the question is gone, or as it was
            continue
        while block := book.marked_by(question, version, ANSWERS_PER_TRANSACTION):
            with book.transaction():
                for place, value in block:
                    why = "the question or its key changed" if version else "the question was not known before"
                    book.remark(place, mark_kept(question, value), why)
            progress(len(block))
