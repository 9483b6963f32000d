"""Which files are made from the bank, and how they get to their places without running over anybody's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kit.atomic import write_atomic
from kit.making.exercises import exercise, solutions
from kit.making.notebook import was_changed
from kit.making.packing import File
from kit.making.platforms import moodle, qti
from kit.making.worksheet import worksheet
from kit.questions.question import Unit

BANK = "kit/data/questions"


def files_of(unit: Unit, own: bool = False, also: Iterable[str] = ()) -> Iterator[File]:
    """The exercise and the solution of a unit; or, if `also` names some, other files made from it.

    `own` is true for a unit of a teacher's own course. `also` can name worksheets, nbgrader, moodle and qti.
    """
    made_from = f"questions/{unit.file}" if own else f"{BANK}/{unit.file}"
    course = ".." if own else ""
    if also:
        if "nbgrader" in also:
            notebook = exercise(unit, made_from, course, nbgrader=True)
            yield File(f"nbgrader/{unit.name}.ipynb", notebook.encode(), made_from)
        for name, content in others(unit, set(also)):
            yield File(name, content, made_from)
        return
    makers: dict[str, Callable[[Unit, str, str], str]] = {"exercises": exercise, "solutions": solutions}
    for folder, make in makers.items():
        yield File(f"{folder}/{unit.name}.ipynb", make(unit, made_from, course).encode(), made_from)


def others(unit: Unit, also: set[str]) -> Iterator[tuple[str, bytes]]:
    """Worksheets without and with answers, and files for learning platforms."""
    if "worksheets" in also:
        yield f"worksheets/{unit.name}.html", worksheet(unit).encode()
        yield f"worksheets/{unit.name}-answers.html", worksheet(unit, answers=True).encode()
    if "moodle" in also:
        yield f"platforms/{unit.name}.moodle.xml", moodle(unit)
    if "qti" in also:
        yield f"platforms/{unit.name}.qti.zip", qti(unit)


def stale(made: File, root: Path) -> bool:
    """Is the file that stands there another one, or none?"""
    try:
        return (root / made.name).read_bytes() != made.content
    except OSError:
        return True


def changed_by_hand(made: File, root: Path) -> bool:
    """Has somebody written into the notebook that stands there? Then it must not be written over."""
    try:
        there = (root / made.name).read_bytes()
    except OSError:
        return False
    return made.name.endswith(".ipynb") and there != made.content and was_changed(there.decode("utf-8", "replace"))


def write(made: File, root: Path) -> None:
    """Write a file whole or not at all. Raises OSError."""
    target = root / made.name
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(target, made.content)


def orphans(units: tuple[Unit, ...], root: Path) -> list[str]:
    """File notebooks whose unit is not in the bank any more."""
    names = {f"{unit.name}.ipynb" for unit in units}
    return [
        f"{folder}/{path.name}"
        for folder in ("exercises", "solutions")
        for path in sorted((root / folder).glob("*.ipynb"))
        if path.name not in names
    ]
