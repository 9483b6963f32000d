"""`kit survey`: a hundred texts, or a million: who speaks in them, and how sure is the count?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.terminal import say
from kit.errors import KitError, counted

if TYPE_CHECKING:
    from kit.surveying.engine import Progress, Tell

DEFAULT = "survey"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit survey` takes."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a folder, a file, or - for standard input")
    parser.add_argument(
        "-o", "--output", metavar="FOLDER", default=DEFAULT, help=f"the folder to write (if left out: {DEFAULT})"
    )
    for name, holds in (
        ("text", "the text"),
        ("id", "its name"),
        ("outlet", "the outlet it is from"),
        ("date", "its date"),
    ):
        parser.add_argument(f"--{name}", metavar="COLUMN", default="", help=f"the column of a table that holds {holds}")
    parser.add_argument("--compare", metavar="OUTLET", nargs=2, help="two outlets to compare on the page")
    parser.add_argument(
        "--workers", metavar="NUMBER", type=int, help="processes to use (if left out: one for each core)"
    )
    parser.add_argument(
        "--scheduler", metavar="ADDRESS", default="", help="the Dask cluster to use, as tcp://HOST:8786"
    )


def run(args: argparse.Namespace) -> int:
    """Read, count, write. The exit status is 2 if a text could not be read."""
    from kit.surveying.columns import Columns
    from kit.surveying.inputs import open_inputs
    from kit.surveying.write import PAGE, write_survey

    if args.workers is not None and args.workers < 1:
        raise KitError(f"--workers is a whole number from 1 up, not {args.workers}.")
    inputs = open_inputs(args.paths, Columns(args.text, args.id, args.outlet, args.date))
    for guess in inputs.guesses:
        say(guess, file=sys.stderr)
    folder = Path(args.output).expanduser()
    compared = tuple(args.compare) if args.compare else None
    with progress_shown() as tell:
        result = write_survey(inputs, folder, tell, args.workers, args.scheduler, compared)
    from kit.surveying.page import in_short

    say("\n".join(in_short(result)))
    if result.unread:
        say(f"{counted(result.unread, 'text')} could not be read: {folder / 'unread.csv'} says why.", file=sys.stderr)
    say(f"The survey is in {folder / PAGE}. Open it in a browser; the tables are beside it.")
    return 2 if result.unread else 0


@contextmanager
def progress_shown() -> Iterator[Tell]:
    """A bar on standard error where a person looks at it, and nothing where not."""
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[texts]}"), TimeRemainingColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("", total=None, texts="")

        def tell(progress: Progress) -> None:
            total = max(progress.size, progress.done) or None
            bar.update(task, completed=progress.done, total=total, texts=counted(progress.texts, "text"))

        yield tell
