"""`kit site`: the course as a folder of files that any web space can serve, to be opened with nothing installed."""

from __future__ import annotations

import argparse
from pathlib import Path

from kit.cli.course_folder import shipped
from kit.cli.terminal import say
from kit.errors import KitError

MEGABYTE = 1_000_000
NOTE = "note.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit site` takes."""
    parser.add_argument("-o", "--out", metavar="FOLDER", type=Path, default=Path("public"), help="where to (public)")
    parser.add_argument("--unit", metavar="UNIT", nargs="+", help="the units, by number or name (all of them)")
    parser.add_argument("--course", metavar="FOLDER", help="a course folder of your own, which goes in as well")
    parser.add_argument(
        "--note", metavar="FILE", type=Path, help=f"a note to your class ({NOTE} in your course folder)"
    )
    parser.add_argument(
        "--pyodide", metavar="FOLDER|ADDRESS", help="where Python for the browser is (fetched with npm)"
    )


def run(args: argparse.Namespace) -> int:
    """Make the site and say how large it is and how to look at it."""
    from kit.places import course
    from kit.questions import bank
    from kit.site.build import make_site

    if args.course:
        course(args.course)
    units = [bank.unit(name) for name in args.unit] if args.unit else list(bank.units())
    made = make_site(units, shipped(), args.out, args.pyodide, note_in(args))
    there = ", ".join(unit.name for unit in units)
    say(
        f"{made.folder}: {there}. {made.files} files, {made.size / MEGABYTE:.0f} MB; "
        f"over the wire {made.packed / MEGABYTE:.0f} MB at most."
    )
    if not made.draws:
        say("Pictures are shown in words. With --pyodide and the whole of Pyodide they are drawn.")
    if not made.compiled:
        say("Node.js is missing or has stumbled, so lessons take longer to open. Install it and make the site again.")
    say(f"Look at it: python -m http.server --directory {made.folder} 8000, then open http://localhost:8000")
    return 0


def note_in(args: argparse.Namespace) -> str:
    """The teacher's note, from its file; empty if there is none."""
    file: Path | None = args.note
    if file is None and args.course and Path(args.course, NOTE).is_file():
        file = Path(args.course, NOTE)
    try:
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise KitError(f"the note {file} can't be read: {why}. Name a text file, as in --note note.md") from error
