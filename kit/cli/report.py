"""`kit report`: a page about a text, to read in a browser, to print, or to hand in."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import os
import sys
import tempfile
from pathlib import Path

from kit.cli.errors import UserError

HELP = "write a report on a text, as a page to read in a browser or to print"
DESCRIPTION = (
    "Write a report on a news text: the text with its marks, every finding with its reason, pictures of who speaks, "
    "and questions to ask. It is one file (HTML) that needs no network and no script; the browser prints it, also as a "
    "PDF. FILE is a text, a saved web page (.html), a PDF or a Word document (.docx), ADDRESS that of a web page."
)
EPILOG = "An earlier report of that name is replaced; any other file is left as it is."
DEFAULT = "report.html"
ENDINGS = (".html", ".htm")
START = 2000  # bytes in which a report shows that it is one


def add(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell the command line about `kit report`."""
    parser = subparsers.add_parser("report", help=HELP, description=DESCRIPTION, epilog=EPILOG, allow_abbrev=False)
    parser.add_argument("text", metavar="FILE|ADDRESS", help="the text, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="REPORT", default=DEFAULT, help=f"the file to write (if left out: {DEFAULT})"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, look, write. Where the report goes is looked at first: nobody shall wait for what can't be kept."""
    from kit.cli import version
    from kit.cli.find import text_named
    from kit.finders.everything import find_everything
    from kit.measure import measured
    from kit.views.report import report

    place = checked(Path(args.output).expanduser())
    article = text_named(args.text)
    made_by = f"Who Says So? {version()}"
    page = report(article, find_everything(article), measured(), datetime.date.today(), made_by)
    write(place, page.encode("utf-8", errors="replace"))
    print(f"The report is in {place}. Open it in a browser, and print it from there.")
    return 0


def checked(place: Path) -> Path:
    """The place for the report, if a report may go there."""
    try:
        if place.is_dir():
            raise UserError(f"{place} is a folder. Name a file in it, such as {place / DEFAULT}.")
        if place.suffix.lower() not in ENDINGS:
            raise UserError(
                f"a report is a web page, so its name has to end in .html: {place.with_suffix('.html')}. The browser "
                "can print it as a PDF."
            )
        if not place.parent.is_dir():
            raise UserError(f"there is no folder {place.parent} for the report. Make it first, or name another one.")
        if place.exists() and not is_ours(place):
            other = place.with_name(f"{place.stem}-report{place.suffix}")
            raise UserError(f"{place} is there already, and it is no report of the kit. Name another file: -o {other}")
    except OSError as error:
        raise UserError(f"{place} can't be looked at: {error.strerror}. Name another file with -o.") from error
    return place


def is_ours(place: Path) -> bool:
    """Is this an earlier report?"""
    from kit.views.report import MARK

    with place.open("rb") as file:
        return MARK.encode() in file.read(START)


def write(place: Path, page: bytes) -> None:
    """Write the report whole or not at all: into a new file, which then takes the place of the old one."""
    new = ""
    try:
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".report-", suffix=".html", delete=False) as out:
            new = out.name
            out.write(page)
        if place.exists() or sys.platform != "win32":
            os.chmod(new, place.stat().st_mode if place.exists() else 0o666 & ~umask())
        os.replace(new, place)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(new).unlink(missing_ok=True)
        raise UserError(
            f"the report can't be written to {place}: {error.strerror}. Nothing was changed there. Name another file "
            "with -o, or make room."
        ) from error


def umask() -> int:
    """What new files are kept from; it can only be asked by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
