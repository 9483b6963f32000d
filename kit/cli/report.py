"""`kit report`: a page about a text, to read in a browser, to print, or to hand in."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "write a report on a text, as a page to read in a browser or to print"
DESCRIPTION = (
    "Write a report on a news text: the text with its marks, every finding with its reason, pictures of who speaks, "
    "and questions to ask. It is one file (HTML) that needs no network and no script; the browser prints it, also as a "
    "PDF. FILE is a text, a saved web page (.html), a PDF or a Word document (.docx), ADDRESS that of a web page."
)
EPILOG = "An earlier report of that name is replaced; any other file is left as it is."
DEFAULT = "report.html"
BY = " with -o"


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
    from kit.cli.find import text_named
    from kit.lessons.report_file import page_of, report_place, write_page

    place = report_place(Path(args.output).expanduser(), BY)
    write_page(place, page_of(text_named(args.text)), BY)
    print(f"The report is in {place}. Open it in a browser, and print it from there.")
    return 0
