"""From the files that were handed in to marks in the gradebook.

    SubmittedFile    →   ParsedHandIn   →   MarkedHandIn   →   rows of the Gradebook   →   PupilResult   →   pages
    submitted_files.py   parsing.py         here               gradebook.py                pupil_results.py

A file goes into the gradebook in one piece, so a run that is broken off goes on where it stopped. A file that is there
already, unchanged, is not read again; an answer whose question has changed is marked anew from what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from fractions import Fraction
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from kit.grading.audit_texts import is_report
from kit.grading.gradebook import Gradebook
from kit.grading.known_questions import find_question, mark_json, question_version, read_questions_anew
from kit.grading.limits import Limits, TooLongError, check_time, time_limit
from kit.grading.parsing import ParsedAnswer, ParsedHandIn, UnreadableFileError, parse_hand_in
from kit.grading.pupil_names import PlaceInfo, read_place
from kit.grading.pupil_register import PupilRegister
from kit.grading.records import MarkedAnswer, MarkedHandIn
from kit.grading.submitted_files import SubmittedFile, collect

FILES_PER_TRANSACTION = 50
ANSWERS_PER_TRANSACTION = 1000
MAX_ID_LENGTH = 40  # characters of the number of a question that there is not
NOT_OPENED = "unread "  # begins the hash of what was not even opened; it is that of its place
Progress = Callable[[int], None]


def take_in(source: Path, book: Gradebook, register: PupilRegister, limits: Limits, progress: Progress) -> None:
    """Read and mark what is new below a folder or in a zip. What can't be read goes into the gradebook too, with the
    reason, if it is worth a word."""
    read_questions_anew()
    settings = repr(astuple(limits))
    files = collect(source, limits)
    for first in files:
        with book.transaction():
            for file in chain((first,), islice(files, FILES_PER_TRANSACTION - 1)):
                # Not every page that lies about is an answer.
                wanted = file.worth_telling if file.problem else not file.is_page or is_report(file.data)
                if wanted and not book.is_done(file.place, hash_of(file), settings):
                    keep(mark_file(file, limits), book, register, settings)
                progress(1)


def mark_file(file: SubmittedFile, limits: Limits) -> MarkedHandIn:
    """Read one file and mark its answers; whatever is wrong with it becomes its problem. Nothing tells yet whose it
    is."""
    changed = file.changed.isoformat() if file.changed else ""
    hand_in = MarkedHandIn(file.place, hash_of(file), time=changed, problem=file.problem)
    if file.problem:
        return hand_in
    try:
        with time_limit(limits.seconds):
            parsed = parse_hand_in(file, limits)
            marked = [mark_answer(id, answer) for id, answer in sorted(parsed.answers.items())]
    except UnreadableFileError as error:
        return replace(hand_in, problem=str(error))
    except TooLongError:
        return replace(hand_in, problem=f"reading and marking it took more than {limits.seconds:g} seconds")
    return replace(
        hand_in,
        form=parsed.form,
        name=parsed.name,
        time=parsed.time.isoformat() if parsed.time else changed,
        flags=(*parsed.flags, *_doubts_of_unit(parsed)),
        # Numbers of questions that there are not are cut, and may then be the same.
        answers=tuple({each.question: each for each in marked}.values()),
        texts=parsed.texts,
    )


def mark_answer(id: str, answer: ParsedAnswer) -> MarkedAnswer:
    """One answer with its marks. What can't be read earns nothing, and its message says why."""
    check_time()
    if find_question(id) is None:
        why = "There is no question of this number."
        return MarkedAnswer(id[:MAX_ID_LENGTH], None, Fraction(0), "unknown", why, "")
    if answer.problem:
        why = f"{answer.problem[:1].upper()}{answer.problem[1:]}."
        return MarkedAnswer(id[:MAX_ID_LENGTH], None, Fraction(0), "unreadable", why, question_version(id))
    return mark_kept(id, json.dumps(answer.value, ensure_ascii=False, sort_keys=True))


def mark_kept(id: str, value: str) -> MarkedAnswer:
    """Mark an answer as the gradebook keeps it, in JSON. Raises KeyError if there is no question of that number."""
    result = mark_json(id, value)
    return MarkedAnswer(id, value, Fraction(result.points), result.state, result.message, question_version(id))


def keep(hand_in: MarkedHandIn, book: Gradebook, register: PupilRegister, settings: str) -> None:
    """Put a hand-in into the gradebook, as one of the pupil whose it is."""
    place = read_place(hand_in.place)
    if hand_in.form in ("", "report"):
        # Its place alone tells. A folder is believed to be a pupil's for what could at least be opened.
        match = register.match_by_place(place, hand_in.place, folders=not hand_in.sha256.startswith(NOT_OPENED))
    else:
        match = register.match(hand_in.name, place, hand_in.place)
    if match:
        book.add_pupils([match.pupil])
    book.add(
        replace(
            hand_in,
            pupil=match.pupil.key if match else None,
            platform=place.platform,
            login=place.login,
            delivery=delivery(hand_in.place, place),
            again=place.again,
            late=place.late,
            flags=(*(match.doubts if match and hand_in.form else ()), *hand_in.flags),
            settings=settings,
        )
    )


def delivery(file: str, place: PlaceInfo) -> str:
    """Which files came together: those of one folder, or of one try where the platform counts tries."""
    if place.platform == "Canvas":
        return f"Canvas {place.again}"
    if place.platform in ("Moodle", "nbgrader"):
        return str(PurePosixPath(file).parent)
    return place.folder or file  # a file of its own, next to those of others, is a delivery of its own


def _doubts_of_unit(parsed: ParsedHandIn) -> Iterator[str]:
    """What is odd about the questions that a file answers."""
    numbers = {id.partition(".")[0] for id in parsed.answers}
    if parsed.unit and numbers - {parsed.unit.partition("-")[0]}:
        yield f"it says it is for unit {parsed.unit}, and answers questions of another one too"
    if unknown := sorted(id for id in parsed.answers if find_question(id) is None):
        more = " and others" if len(unknown) > 3 else ""
        yield f"it answers questions that there are not: {', '.join(id[:20] for id in unknown[:3])}{more}"


def mark_changed(book: Gradebook, progress: Progress) -> None:
    """Mark anew what was marked by another version of its question; every change of points is kept."""
    read_questions_anew()
    for question, version in book.versions_marked():
        if question_version(question) in ("", version):  # the question is gone, or as it was
            continue
        while block := book.marked_by(question, version, ANSWERS_PER_TRANSACTION):
            with book.transaction():
                for place, value in block:
                    book.remark(place, mark_kept(question, value), "the question or its key changed")
            progress(len(block))


def hash_of(file: SubmittedFile) -> str:
    """What tells whether a file is still the same."""
    if file.problem:
        return NOT_OPENED + sha256(f"{file.place}\n{file.problem}".encode()).hexdigest()
    return sha256(file.data).hexdigest()
