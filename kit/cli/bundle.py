"""`kit bundle`: one zip with what pupils need, without solutions and without the keys of test questions."""

from __future__ import annotations

import argparse
from pathlib import Path

from kit.atomic import write_atomic
from kit.cli.course_folder import shipped
from kit.cli.terminal import say
from kit.errors import KitError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit bundle` takes."""
    parser.add_argument("--unit", metavar="UNIT", nargs="+", help="the units, by number or name (all of them)")
    parser.add_argument("-o", "--out", metavar="ZIP", type=Path, default=Path("class.zip"), help="where to (class.zip)")
    parser.add_argument("--course", metavar="FOLDER", help="a course folder of your own, which goes in as well")


def run(args: argparse.Namespace) -> int:
    """Make the zip and say what is in it."""
    from kit.making.bundle import bundle, is_ours
    from kit.places import course
    from kit.questions import bank

    out: Path = args.out
    if out.exists() and not is_ours(out):
        raise KitError(f"{out} is there already and was not made by `kit bundle`. Name another file: -o other.zip")
    if args.course:
        course(args.course)
    units = [bank.unit(name) for name in args.unit] if args.unit else list(bank.units())
    data = bundle(units, shipped())
    _write(out, data)
    tests = sum(question.feedback == "shape" for unit in units for question in unit.questions)
    said = f"{out}: {', '.join(unit.name for unit in units)}."
    if tests:
        said += f" {tests} test {'question is' if tests == 1 else 'questions are'} sealed: their keys stay with you."
    say(said)
    return 0


def _write(out: Path, data: bytes) -> None:
    try:
        write_atomic(out, data)
    except OSError as error:
        raise KitError(f"{out} can't be written: {error.strerror}. Name another place: -o other.zip") from error
