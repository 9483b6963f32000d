"""`kit measure`: how good the finders are on the practice texts, as a table and as a file that the lessons quote."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.terminal import say
from kit.errors import KitError

if TYPE_CHECKING:
    from kit.measure import Scores

DATA = Path(str(files("kit"))) / "data"
FILE, SURVEY_FILE = DATA / "measured.toml", DATA / "measured_survey.toml"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `kit measure` takes."""
    parser.add_argument("names", metavar="NAME", nargs="*", help="only these practice texts")
    parser.add_argument("--write", action="store_true", help="write the figures to kit/data")
    parser.add_argument("--check", action="store_true", help="fail if kit/data has other figures")


def run(args: argparse.Namespace) -> int:
    """Measure, print, and write or check the file."""
    # Here, and not at the top: the other commands shall not wait until the finders are loaded.
    from kit.library import names
    from kit.measure import as_toml, measure, measure_readers
    from kit.surveying.accuracy import measure_survey

    if args.names and (args.write or args.check):
        raise KitError("--write and --check are about all practice texts: leave the names out.")
    by_text = {name: measure(name) for name in args.names or names()}
    readers = measure_readers(by_text)
    say(table(by_text, readers))
    if args.check or args.write:
        keep({FILE: as_toml(by_text, readers), SURVEY_FILE: measure_survey(by_text)}, args.write)
    return 0


def keep(new: dict[Path, str], write: bool) -> None:
    """Write the files, or raise KitError if one of them holds something else."""
    for file, content in new.items():
        if write:
            try:
                file.write_text(content, encoding="utf-8")
            except OSError as error:
                raise KitError(f"{file} can't be written: {error.strerror}. Check that you may write there.") from error
        elif not file.exists() or file.read_text(encoding="utf-8") != content:
            raise KitError(
                f"{file} has other figures. After a change to a finder or a practice text, run: kit measure --write"
            )


def table(by_text: dict[str, Scores], readers: dict[str, Scores]) -> str:
    """The figures by text and phenomenon, one line a text."""
    from kit.gold import gold
    from kit.measure import PHENOMENA, total

    lines = [f"{'':<20}" + "".join(f"{phenomenon:^19}" for phenomenon in PHENOMENA)]
    lines.append(f"{'':<20}" + f"{'P':>5}{'R':>5}{'F1':>5}    " * len(PHENOMENA))
    lines += [table_row(name, scores) for name, scores in by_text.items()]
    sound = [name for name in by_text if gold(name).sound]
    groups = [("all texts", list(by_text)), *([("sound texts", sound)] if sound else [])]
    lines += [
        "",
        *(table_row(f"{label} ({len(group)})", total(by_text[name] for name in group)) for label, group in groups),
    ]
    if readers:
        lines.append(table_row(f"two readers ({len(readers)})", total(readers.values())))
    if sound:
        alarms = {name: sum(by_text[name][kind].spurious for kind in ("euphemism", "inconsistency")) for name in sound}
        marks = ", ".join(f"{number} in {name}" for name, number in alarms.items())
        lines += ["", f"Soft words and inconsistencies marked in sound texts, which have none: {marks}."]
    return "\n".join(line.rstrip() for line in lines)


def table_row(name: str, scores: Scores) -> str:
    """A row of the table; a dash stands where there is nothing to divide by."""
    from kit.measure import PHENOMENA

    cells = (
        f"{percent(score.precision)}{percent(score.recall)}{percent(score.f1)}    "
        for score in (scores[phenomenon] for phenomenon in PHENOMENA)
    )
    return f"{name:<20}" + "".join(cells)


def percent(share: float | None) -> str:
    return f"{'–' if share is None else round(100 * share):>5}"
