"""`kit build`: make exercises and solutions from the question bank."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.terminal import say
from kit.errors import KitError

if TYPE_CHECKING:
    from kit.making.packing import File
    from kit.questions.question import Unit

EDITED = (
    "{names} {have} been changed by hand. They are made from questions, so make your changes there: {sources}. "
    "To keep such a file, rename it, then run this again. Nothing was written."
)

OTHERS = {
    "worksheets": "make worksheets to print instead, without and with answers",
    "nbgrader": "make exercises for nbgrader instead, with a cell for the points of each task",
    "moodle": "make Moodle XML instead, for Moodle's question bank",
    "qti": "make QTI 2.1 packages instead, for other learning platforms",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit build` takes."""
    parser.add_argument("units", metavar="UNIT", nargs="*", help="only these units, by number or name")
    parser.add_argument("--course", metavar="FOLDER", help="a course folder of your own, with questions/ in it")
    parser.add_argument("--out", metavar="FOLDER", help="where to write (the checkout, or the course folder)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not what the bank gives")
    for name, what in OTHERS.items():
        parser.add_argument(f"--{name}", action="append_const", dest="also", const=name, help=what)


def run(args: argparse.Namespace) -> int:
    """Make the files, or check those that stand there."""
    from kit.making.files import files_of

    units, own = units_to_make(args)
    root = target_folder(args, own)
    made = [made for unit in units for made in files_of(unit, own, args.also or ())]
    if args.check:
        return check(made, () if args.units or args.also else units, root)
    build(made, root)
    if {"moodle", "qti"} & set(args.also or ()):
        say_what_is_left_out(units)
    return 0


def units_to_make(args: argparse.Namespace) -> tuple[tuple[Unit, ...], bool]:
    """The units to make, and whether they are a teacher's own."""
    from kit import course
    from kit.places import entries
    from kit.questions import bank

    own = args.course is not None
    course(None)
    kits = set(entries("questions", ".toml"))
    if own:
        course(args.course)
    there = tuple(unit for unit in bank.units() if (unit.name in kits) != own)
    if not there:
        where = f"{args.course}/questions" if own else "the kit"
        raise KitError(f"there are no questions in {where}. docs/questions.md shows how to write some.")
    if args.units:
        wanted = {bank.unit(name).name for name in args.units}
        there = tuple(unit for unit in there if unit.name in wanted)
        if not there:
            raise KitError("these units belong to the kit itself. Leave --course out, or name units of your own.")
    return there, own


def target_folder(args: argparse.Namespace, own: bool) -> Path:
    """The folder that exercises/ and solutions/ stand in."""
    from kit.cli.course_folder import is_checkout

    if args.out is not None:
        return Path(args.out).expanduser().absolute()
    if own:
        return Path(args.course).expanduser().absolute()
    here = Path.cwd()
    if args.also:
        return here
    for folder in (here, *here.parents):
        if is_checkout(folder):
            return folder
    raise KitError("the kit's own exercises come with it. To make them again, name a folder: kit build --out FOLDER")


def check(made: list[File], units: tuple[Unit, ...], root: Path) -> int:
    """Say which files are not what the bank gives; with all units, also which belong to none."""
    from kit.making.files import orphans, stale

    wrong = [f"{each.name} differs from what {each.made_from} gives." for each in made if stale(each, root)]
    if units:
        wrong += [f"{name} doesn't belong to any unit of the bank. Delete it." for name in orphans(units, root)]
    if wrong:
        raise KitError("\n     ".join([*wrong, "Edit the questions, never the notebooks, and then run: kit build"]))
    say(f"{len(made)} files are up to date.")
    return 0


def build(made: list[File], root: Path) -> None:
    """Write what is new, unless somebody has written into a file that would be lost."""
    from kit.making.files import changed_by_hand, stale, write

    edited = [each for each in made if changed_by_hand(each, root)]
    if edited:
        names, sources = ", ".join(each.name for each in edited), ", ".join({each.made_from: "" for each in edited})
        raise KitError(EDITED.format(names=names, sources=sources, have="has" if len(edited) == 1 else "have"))
    new = [each for each in made if stale(each, root)]
    try:
        for each in new:
            write(each, root)
    except OSError as error:
        raise KitError(f"{error.filename} can't be written: {error.strerror}. Name another folder: --out.") from error
    for each in new:
        say(f"{each.name}   (from {each.made_from})")
    done = f"{len(new)} of {len(made)} files written in {root}." if new else "Nothing to do: everything is up to date."
    say(done)


def say_what_is_left_out(units: tuple[Unit, ...]) -> None:
    """Which questions a platform can't hold."""
    from kit.making.platforms import left_out

    ids = [id for unit in units for id in left_out(unit)]
    if ids:
        say(f"Left out, since words are marked or linked in them: {', '.join(ids)}.")
