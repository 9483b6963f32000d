"""From the files that were handed in to marks in the gradebook: collect, read, say whose they are, mark, keep.

Each file goes into the gradebook in one piece, so a run that is broken off goes on where it stopped. A file that is
there already, unchanged, is not read again; an answer whose question has changed is marked anew from what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TypeVar

from kit.grading.bank import forget_the_bank, the_bank
from kit.grading.files import Piece, Unread, collect
from kit.grading.gradebook import Gradebook, HandIn, Marked
from kit.grading.limits import Limits
from kit.grading.names import Placed, placed
from kit.grading.people import Register
from kit.grading.reading import Given, Handed, UnreadableFileError, read_piece
from kit.grading.timing import TooLongError, at_most
from kit.places import course, open_course
from kit.questions.marking import mark

MANY = 200  # files from which a second process is worth its start
BLOCK = 50  # files in one transaction
ZERO = Fraction(0)
Progress = Callable[[int], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read:
    """A file after reading and marking: what it said, or why it could not be read."""

    piece: Piece
    handed: Handed | None
    problem: str
    marked: tuple[Marked, ...]


def read_the_bank_anew() -> None:
    """Forget the questions as they were: somebody may have changed them since."""
    forget_the_bank()
    mark_again.cache_clear()


def take_in(source: Path, book: Gradebook, register: Register, limits: Limits, progress: Progress) -> list[Unread]:
    """Read and mark what is new below a folder or in a zip. Gives the files that were not read and are worth a word."""
    read_the_bank_anew()
    known, version = book.known(), repr(astuple(limits))
    unread: list[Unread] = []

    def new() -> Iterator[Piece]:
        for each in collect(source, limits):
            if isinstance(each, Unread):
                if each.worth_telling:
                    unread.append(each)
                progress(1)
            elif known.get(each.place) == (hashed(each), version) or book.is_forgotten(hashed(each)):
                progress(1)
            else:
                yield each

    for block in batched(read_all(new(), limits), BLOCK):
        book.begin()
        for read in block:
            keep(read, book, register, version)
        book.commit()
        progress(len(block))
    return unread


def read_all(pieces: Iterator[Piece], limits: Limits) -> Iterator[Read]:
    """Read and mark every file; many of them in two processes, in the order in which they came."""
    first = tuple(islice(pieces, MANY))
    yield from (read_and_mark(piece, limits) for piece in first)
    if len(first) < MANY:
        return
    from concurrent.futures import ProcessPoolExecutor  # only here: one class does not need it
    from multiprocessing import get_context

    # Fresh processes, not forks: a fork of a process with threads, such as a notebook's, may hang.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=fresh, initializer=course, initargs=(open_course(),)) as pool:
        blocks = batched(pieces, BLOCK)
        waiting = [pool.submit(read_block, block, limits) for block in islice(blocks, 4)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(read_block, block, limits) for block in islice(blocks, 1)]


def batched(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """So many at a time; the last ones are fewer."""
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch


def read_block(pieces: tuple[Piece, ...], limits: Limits) -> list[Read]:
    """What a second process does."""
    return [read_and_mark(piece, limits) for piece in pieces]


def read_and_mark(piece: Piece, limits: Limits) -> Read:
    """Read one file and mark its answers; whatever is wrong with it becomes a problem."""
    try:
        with at_most(limits.seconds):
            handed = read_piece(piece, limits)
            marked = tuple(mark_one(id, given) for id, given in sorted(handed.answers.items()))
    except UnreadableFileError as error:
        return Read(piece, None, str(error), ())
    except TooLongError:
        return Read(piece, None, f"reading and marking it took more than {limits.seconds:g} seconds", ())
    return Read(piece, handed, "", marked)


def mark_one(id: str, given: Given) -> Marked:
    """One answer with its marks. What can't be read earns nothing, and its message says why."""
    bank = the_bank()
    shown = id[:40]
    if bank.question(id) is None:
        return Marked(shown, None, ZERO, "unknown", "There is no question of this number.", "")
    if given.problem:
        why = f"{given.problem[:1].upper()}{given.problem[1:]}."
        return Marked(shown, None, ZERO, "unreadable", why, bank.key(id))
    return mark_again(id, json.dumps(given.value, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=8192)
def mark_again(id: str, value: str) -> Marked:
    """Mark an answer as the gradebook keeps it, in JSON. A class gives many equal answers, so they are remembered.

    Raises KeyError if there is no question of that number.
    """
    bank = the_bank()
    question = bank.question(id)
    if question is None:
        raise KeyError(id)
    result = mark(question, json.loads(value))
    return Marked(id, value, Fraction(result.points), result.state, result.message, bank.key(id))


def keep(read: Read, book: Gradebook, register: Register, version: str) -> None:
    """Put one file with its marks into the gradebook."""
    piece, handed = read.piece, read.handed
    there = placed(piece.place)
    flags: list[str] = []
    who = None
    if handed or there.name:
        who = register.who(handed.name if handed else "", there, piece.place)
        book.add_pupils([who.pupil])
    if handed and who:
        flags = [*handed.flags, *who.doubts, *unit_flags(handed)]
    when = (handed.when if handed else None) or piece.changed
    book.add(
        HandIn(
            place=piece.place,
            sha256=hashed(piece),
            form=handed.form if handed else "",
            pupil=who.pupil.key if who else None,
            platform=there.platform,
            login=there.login,
            delivery=delivery(piece.place, there),
            again=there.again,
            time=when.isoformat() if when else "",
            late=there.late,
            problem=read.problem,
            flags=tuple(flags),
            settings=version,
        ),
        read.marked,
    )


def delivery(place: str, there: Placed) -> str:
    """Which files came together: those of one folder, or of one try where the platform counts tries."""
    if there.platform == "Canvas":
        return f"Canvas {there.again}"
    if there.platform in ("Moodle", "nbgrader"):
        return str(PurePosixPath(place).parent)
    return there.folder or place  # a file of its own, next to those of others, is a delivery of its own


def unit_flags(handed: Handed) -> Iterator[str]:
    """What is odd about the questions that a file answers."""
    numbers = {id.partition(".")[0] for id in handed.answers}
    if handed.unit and numbers - {handed.unit.partition("-")[0]}:
        yield f"it says it is for unit {handed.unit}, and answers questions of another one too"
    bank = the_bank()
    if unknown := sorted(id for id in handed.answers if bank.question(id) is None):
        more = " and others" if len(unknown) > 3 else ""
        yield f"it answers questions that there are not: {', '.join(id[:20] for id in unknown[:3])}{more}"


def mark_changed(book: Gradebook, progress: Progress) -> None:
    """Mark anew what was marked by another version of its question; every change of points is kept as a move."""
    read_the_bank_anew()
    bank = the_bank()
    for question, key in book.marked_by():
        if bank.key(question) in ("", key):  # the question is gone, or as it was
            continue
        while block := book.marked_so(question, key, 1000):
            book.begin()
            for place, value in block:
                book.remark(place, mark_again(question, value), "the question or its key changed")
            book.commit()
            progress(len(block))


def hashed(piece: Piece) -> str:
    """What tells whether a file is still the same."""
    return sha256(piece.data).hexdigest()
