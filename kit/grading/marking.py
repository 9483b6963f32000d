"""From the files that were handed in to marks in the gradebook: collect, read, say whose they are, mark, keep.

Each file goes into the gradebook in one piece, so a run that is broken off goes on where it stopped. A file that is
there already, unchanged, is not read again; an answer whose question has changed is marked anew from what was kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path, PurePosixPath

from kit.grading.audited import is_page, is_report
from kit.grading.bank import forget_the_bank, the_bank
from kit.grading.files import Piece, Unread, collect
from kit.grading.gradebook import Gradebook
from kit.grading.limits import Limits
from kit.grading.names import Placed, placed
from kit.grading.people import Register, Who
from kit.grading.reading import Given, Handed, UnreadableFileError, read_piece
from kit.grading.records import HandIn, Marked
from kit.grading.timing import TooLongError, at_most, look
from kit.places import course, open_course
from kit.questions.marking import mark

MANY = 200  # files from which a second process is worth its start
BLOCK = 50  # files in one transaction, or for a second process
BLOCK_BYTES = 2_000_000  # bytes of such files that are held at a time
REMEMBERED = 1000  # marked answers that are remembered
SHORT = 500  # characters that such an answer has at most
UNREAD = "unread "  # begins the hash of what was not even opened; it is that of its place
ZERO = Fraction(0)
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Read:
    """A file after reading and marking: where it lay, its hash, when it was last changed; what it said, or why it could
    not be read. Its bytes are no longer held."""

    place: str
    sha256: str
    changed: datetime | None
    handed: Handed | None
    problem: str
    marked: tuple[Marked, ...]


def read_the_bank_anew() -> None:
    """Forget the questions as they were: somebody may have changed them since."""
    forget_the_bank()
    _remembered.cache_clear()


def take_in(source: Path, book: Gradebook, register: Register, limits: Limits, progress: Progress) -> None:
    """Read and mark what is new below a folder or in a zip. What can't be read goes into the gradebook too, with the
    reason, if it is worth a word."""
    read_the_bank_anew()
    version = repr(astuple(limits))

    def new() -> Iterator[Piece | Read]:
        for each in collect(source, limits):
            if isinstance(each, Unread):
                sign = UNREAD + sha256(f"{each.place}\n{each.why}".encode()).hexdigest()
                if each.worth_telling and not book.is_done(each.place, sign, version):
                    yield Read(each.place, sign, None, None, each.why, ())
                else:
                    progress(1)
            elif is_page(each.place) and not is_report(each.data):
                progress(1)  # any other page that lies about
            elif book.is_done(each.place, hashed(each), version):
                progress(1)
            else:
                yield each

    waiting = 0
    for read in read_all(new(), limits):
        if not waiting:
            book.begin()
        keep(read, book, register, version)
        waiting += 1
        if waiting == BLOCK:
            book.commit()
            waiting = 0
        progress(1)
    if waiting:
        book.commit()


def read_all(pieces: Iterator[Piece | Read], limits: Limits) -> Iterator[Read]:
    """Read and mark every file; many of them in two processes, in the order in which they came. What is a `Read`
    already is handed through."""
    for piece in islice(pieces, MANY):
        yield read_and_mark(piece, limits)
    one_more = next(pieces, None)
    if one_more is None:
        return
    from concurrent.futures import ProcessPoolExecutor  # only here: one class does not need it
    from multiprocessing import get_context

    # Fresh processes, not forks: a fork of a process with threads, such as a notebook's, may hang.
    fresh = get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=fresh, initializer=course, initargs=(open_course(),)) as pool:
        blocks = in_blocks(chain((one_more,), pieces))
        waiting = [pool.submit(read_block, block, limits) for block in islice(blocks, 4)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(read_block, block, limits) for block in islice(blocks, 1)]


def in_blocks(pieces: Iterable[Piece | Read]) -> Iterator[list[Piece | Read]]:
    """So many at a time; fewer, where they are large."""
    block: list[Piece | Read] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece.data) if isinstance(piece, Piece) else 0
        if len(block) == BLOCK or size > BLOCK_BYTES:
            yield block
            block, size = [], 0
    if block:
        yield block


def read_block(pieces: list[Piece | Read], limits: Limits) -> list[Read]:
    """What a second process does."""
    return [read_and_mark(piece, limits) for piece in pieces]


def read_and_mark(piece: Piece | Read, limits: Limits) -> Read:
    """Read one file and mark its answers; whatever is wrong with it becomes a problem."""
    if isinstance(piece, Read):
        return piece
    known = piece.place, hashed(piece), piece.changed
    try:
        with at_most(limits.seconds):
            handed = read_piece(piece, limits)
            marks = [mark_one(id, given) for id, given in sorted(handed.answers.items())]
    except UnreadableFileError as error:
        return Read(*known, None, str(error), ())
    except TooLongError:
        return Read(*known, None, f"reading and marking it took more than {limits.seconds:g} seconds", ())
    # Numbers of questions that there are not are cut, and may then be the same.
    marked = {each.question: each for each in marks}
    return Read(*known, handed, "", tuple(marked.values()))


def mark_one(id: str, given: Given) -> Marked:
    """One answer with its marks. What can't be read earns nothing, and its message says why."""
    look()
    bank = the_bank()
    shown = id[:40]
    if bank.question(id) is None:
        return Marked(shown, None, ZERO, "unknown", "There is no question of this number.", "")
    if given.problem:
        why = f"{given.problem[:1].upper()}{given.problem[1:]}."
        return Marked(shown, None, ZERO, "unreadable", why, bank.key(id))
    return mark_again(id, json.dumps(given.value, ensure_ascii=False, sort_keys=True))


def mark_again(id: str, value: str) -> Marked:
    """Mark an answer as the gradebook keeps it, in JSON. A class gives many equal answers, so short ones are
    remembered; long ones are prose, and no two are the same.

    Raises KeyError if there is no question of that number.
    """
    return _remembered(id, value) if len(value) <= SHORT else _marked(id, value)


def _marked(id: str, value: str) -> Marked:
    bank = the_bank()
    question = bank.question(id)
    if question is None:
        raise KeyError(id)
    result = mark(question, json.loads(value))
    return Marked(id, value, Fraction(result.points), result.state, result.message, bank.key(id))


_remembered = lru_cache(maxsize=REMEMBERED)(_marked)


def keep(read: Read, book: Gradebook, register: Register, version: str) -> None:
    """Put one file with its marks into the gradebook."""
    handed, there = read.handed, placed(read.place)
    flags: list[str] = []
    if handed and handed.form != "report":
        who: Who | None = register.who(handed.name, there, read.place)
    else:
        # Its place alone tells. A folder is believed to be a pupil's for what could at least be opened.
        who = register.whose(there, read.place, folders=not read.sha256.startswith(UNREAD))
    if who:
        book.add_pupils([who.pupil])
    if handed and who:
        flags = [*handed.flags, *who.doubts, *unit_flags(handed)]
    when = (handed.when if handed else None) or read.changed
    book.add(
        HandIn(
            place=read.place,
            sha256=read.sha256,
            form=handed.form if handed else "",
            pupil=who.pupil.key if who else None,
            platform=there.platform,
            login=there.login,
            delivery=delivery(read.place, there),
            again=there.again,
            time=when.isoformat() if when else "",
            late=there.late,
            problem=read.problem,
            flags=tuple(flags),
            settings=version,
        ),
        read.marked,
        handed.texts if handed else (),
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
        place = ""
        while block := book.marked_so(question, key, place, 1000):
            book.begin()
            for place, value in block:
                book.remark(place, mark_again(question, value), "the question or its key changed")
            book.commit()
            progress(len(block))


def hashed(piece: Piece) -> str:
    """What tells whether a file is still the same."""
    return sha256(piece.data).hexdigest()
