"""`kit grade`: mark what a class handed in. Nothing of it is run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from kit.cli.terminal import say
from kit.errors import KitError, counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit grade` takes."""
    parser.add_argument("source", metavar="FOLDER|ZIP", nargs="?", type=Path, help="what was handed in")
    parser.add_argument(
        "-o", "--out", metavar="FOLDER", type=Path, default=Path("marks"), help="where to write (marks)"
    )
    parser.add_argument("--roster", metavar="CSV", type=Path, help="the pupils: name, and if you like id, login, email")
    parser.add_argument("--course", metavar="FOLDER", type=Path, help="your own questions and texts, and course.toml")
    parser.add_argument("--keep", choices=("last", "best", "first"), help="which of several tries counts (last)")
    parser.add_argument("--title", metavar="WORDS", default="The class", help="what to write above the class page")
    parser.add_argument("--anonymous", action="store_true", help="pages with numbers in place of names")
    parser.add_argument("--reveal-tests", action="store_true", help="pages tell the answers of test questions too")
    parser.add_argument("--open", metavar="CSV", type=Path, help="take in a to-read.csv that you have filled in")
    parser.add_argument("--forget", metavar="NAME", help="remove a pupil, with everything of theirs, from all files")


def run(args: argparse.Namespace) -> int:
    """Mark, and say in a few lines what came of it."""
    from dataclasses import replace

    from kit.grading.grade_class import GradeOptions, forget_pupil, grade, open_class, rules_of, this_user
    from kit.grading.open_answers import take_points
    from kit.grading.output_folder import BOOK, TO_READ
    from kit.grading.roster import read_roster

    if not (args.source or args.open or args.forget):
        raise KitError("name a folder or a zip with hand-ins, as in: kit grade class.zip -o marks")
    settings, rules = rules_of(args.out, args.course)
    settings = replace(settings, keep=args.keep) if args.keep else settings
    roster = read_roster(args.roster) if args.roster else ()
    options = GradeOptions(settings, roster, args.anonymous, args.reveal_tests, args.title, rules, this_user(), print)
    if args.forget or args.open:
        if not (args.out / BOOK).is_file():
            raise KitError(
                f"there is no gradebook {args.out / BOOK}. Name the folder with -o in which the class was marked."
            )
        with open_class(args.out, say) as (book, folder):
            if args.forget:
                say(forget_pupil(book, args.forget))
            if args.open:
                taken, empty = take_points(args.open, book, options.who)
                say(f"Points taken from {args.open}: {taken}. Lines without points: {empty}.")
                if args.open.resolve() == (folder.path / TO_READ).resolve():
                    folder.took(TO_READ)
    done = grade(args.source, args.out, options, _progress())
    say(f"\n{counted(done.pupils, 'pupil')}, {counted(done.files, 'file')}. Open {done.page} in a browser.")
    if args.source and not done.files:
        say(f"There is no hand-in in {args.source}: they are .json files and notebooks (.ipynb), or zips with them.")
    for count, one, more in (
        (done.unread, "file could not be read: the page says which", "files could not be read: the page says which"),
        (done.doubts, "doubt: the page says which", "doubts: the page says which"),
        (
            done.waiting,
            "open answer to read: desk() in a notebook, or to-read.html",
            "open answers to read: desk() in a notebook, or to-read.html",
        ),
        (done.moved, "mark changed since it was first given", "marks changed since they were first given"),
    ):
        if count:
            say(f"{count} {one if count == 1 else more}.")
    return 0


def _progress() -> Callable[[str, int], None]:
    """Shows how many are done, on one line, where a person looks at a terminal."""
    counts: dict[str, int] = {}

    def show(what: str, more: int) -> None:
        counts[what] = counts.get(what, 0) + more
        if sys.stderr.isatty() and (counts[what] % 50 == 0 or more > 1):
            print(f"\r{what}: {counts[what]:,}   ", end="", file=sys.stderr, flush=True)

    return show
