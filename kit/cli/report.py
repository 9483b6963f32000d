"""`kit report`: a page about a text, to read in a browser, to print, or to hand in."""

from __future__ import annotations

import argparse
from pathlib import Path

from kit.cli.terminal import say

DEFAULT = "report.html"
BY = " with -o"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit report` takes."""
    parser.add_argument("text", metavar="FILE|ADDRESS", help="the text, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="REPORT", default=DEFAULT, help=f"the file to write (if left out: {DEFAULT})"
    )


def run(args: argparse.Namespace) -> int:
    """Read, look, write. Where the report goes is looked at first: nobody shall wait for what can't be kept."""
    from kit.cli.find import text_named
    from kit.lessons.report_file import page_of, report_place, write_page

    place = report_place(Path(args.output).expanduser(), BY)
    write_page(place, page_of(text_named(args.text)), BY)
    say(f"The report is in {place}. Open it in a browser, and print it from there.")
    return 0
