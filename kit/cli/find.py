"""`kit find`: what the finders see in a text, in the terminal or as data."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kit.cli.terminal import say
from kit.errors import KitError

if TYPE_CHECKING:
    from kit.finding import Finding
    from kit.text import Article

STYLES = {
    "source": "bold cyan",
    **dict.fromkeys(("named-person", "named-organisation", "described", "vague", "hidden", "other"), "bold cyan"),
    "cue": "bold italic magenta",
    "content": "underline",
    "euphemism": "bold yellow",
    "passage": "underline magenta",
    "differs": "bold magenta",
    "place": "underline yellow",
    "title": "bold",
    "furniture": "dim",
    "number": "bold magenta",
    "ask": "dim",
}
HEAD_BYTES = 4096  # bytes of a file in which one sees whether it is text
MAX_COLUMNS = 100  # columns: longer lines are hard to read


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit find` takes."""
    parser.add_argument(
        "files", metavar="FILE|ADDRESS", nargs="*", help="a file, the address of a web page, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--jsonl", metavar="FILE", help="answer a file (or -) with one text a line, line by line")
    parser.add_argument("--course", metavar="FOLDER", help="a course folder of your own, with words in lexicons/")


def run(args: argparse.Namespace) -> int:
    """Look at one text, or at many. The exit status is 2 if a line could not be read."""
    if args.course:
        from kit.places import course

        course(args.course)
    if len(args.files) > 1:
        raise KitError(advice_on_names(args.files))
    if bool(args.files) == (args.jsonl is not None):
        raise KitError("name one text, as in `kit find article.txt`, or many, as in `kit find --jsonl many.jsonl`.")
    if args.jsonl is not None:
        if args.json:
            raise KitError(
                "--json and --jsonl do not go together: leave --json out, since --jsonl answers in JSON anyway."
            )
        return run_stream(args.jsonl)
    from kit.find import find_everything

    (name,) = args.files
    article = text_named(name)
    findings = find_everything(article)
    if args.json:
        from kit.cli.stream import as_json

        say(as_json(name, findings, indent=1))
    else:
        show(article, findings)
    return 0


def advice_on_names(words: Sequence[str]) -> str:
    """What to say of several names: most often they are one name with spaces, which the terminal has taken apart."""
    whole = " ".join(words)
    if Path(whole).is_file():
        return f'the name of the file has spaces in it, so it needs quotation marks: kit find "{whole}"'
    return (
        "name one text at a time; many go into one file for --jsonl (see `kit find --help`). A name with spaces in it "
        'needs quotation marks, as in: kit find "my article.txt"'
    )


def text_named(name: str) -> Article:
    """The text in a file, at an address, or on standard input, or a sentence that says why there is none."""
    from kit.text import read
    from kit.text.documents import is_web_address
    from kit.text.reading import read_bytes

    if name == "-":
        article = read_bytes(sys.stdin.buffer.read(), "Standard input")
    else:
        article = read(name if is_web_address(name) else Path(name))
    if not article.paragraphs:
        where = "standard input" if name == "-" else f"the file {name}"
        raise KitError(f"there are no words in {where}. Give a text, as in `kit find article.txt`.")
    return article


def run_stream(name: str) -> int:
    """Answer the lines of a file, or of standard input, one by one."""
    from kit.cli.stream import EXAMPLE, stream
    from kit.find import find_everything

    shown = "standard input" if name == "-" else f"the file {name}"
    standard_input = cast(BufferedReader, sys.stdin.buffer)
    with nullcontext(standard_input) if name == "-" else open_for_reading(name) as lines:
        if b"\0" in lines.peek()[:HEAD_BYTES]:
            raise KitError(
                f"{shown} has zero bytes in it, so it isn't UTF-8 text. Save it as UTF-8, a line for each text."
            )
        answered, broken = stream(lines, sys.stdout, sys.stderr, find_everything)
    if not answered and not broken:
        raise KitError(f"{shown} is empty. Give one line of JSON for each text, such as {EXAMPLE}.")
    if broken:
        say(f"kit: {broken} of {answered + broken} lines could not be read.", file=sys.stderr)
    return 2 if broken else 0


def open_for_reading(name: str) -> BufferedReader:
    """A file, open for reading, or a sentence that says why not."""
    try:
        return open(name, "rb")
    except (OSError, ValueError) as error:
        if Path(name).is_dir():
            why = "is a folder. Name a file in it"
        elif not Path(name).exists():
            why = "is not there. Check the name and the folder you are in"
        else:
            why = f"can't be opened: {getattr(error, 'strerror', None) or error}. Check that you may read it"
        raise KitError(f"the file {name} {why}.") from error


def show(article: Article, findings: Sequence[Finding]) -> None:
    """Print a text with its marks: in brackets, and where a person looks at a terminal, in colours and lines too.

    Whoever is only spoken about is left out here: it would be a mark on every second word.
    """
    from kit.views.finding_marks import in_order, marks_in
    from kit.views.plain_text import as_plain_text

    findings = [finding for finding in findings if "mentioned" not in marks_in([finding])]
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        say(as_plain_text(article, findings, headline=True), end="")
    else:
        show_in_colour(article, in_order(findings))


def show_in_colour(article: Article, findings: Sequence[Finding]) -> None:
    """The same with the styles of a terminal, wrapped to its width."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from kit.views.control_characters import for_terminal
    from kit.views.finding_marks import finding_in_words
    from kit.views.plain_text import legend, marked_text, where_from

    console = Console(highlight=False, emoji=False, markup=False)
    width = min(console.width, MAX_COLUMNS)
    for chunks in (where_from(article, headline=True), legend(findings), marked_text(article, findings)):
        drawn = Text()
        for words, roles in chunks:
            drawn.append(for_terminal(words), " ".join(STYLES.get(role, "") for role in roles))
        if drawn:
            console.print(drawn, width=width)
    reasons = Table.grid(padding=(0, 1))
    for number, finding in enumerate(findings, 1):
        lead = Text(f"({number})", STYLES["number"])
        for asks, answer in finding_in_words(article, finding):
            reasons.add_row(lead, Text(f"{asks}:", STYLES["ask"]), Text(for_terminal(answer)))
            lead = Text()
        reasons.add_row()
    console.print(reasons, width=width)
