"""From paths to records: folders of texts, tables of texts, and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from kit.errors import counted
from kit.language.times import NUMERIC_DATE
from kit.surveying.columns import KNOWN, Columns
from kit.surveying.table_files import TableFile, open_table
from kit.surveying.text_records import Record, SurveyError

TEXTS, TABLES = (frozenset(KNOWN["endings"][kind]) for kind in ("texts", "tables"))
MAX_FILE_BYTES = 20_000_000  # of one text; a news story has a few thousand
STANDARD_INPUT = "-"
KINDS_IN_WORDS = ", ".join(sorted(TEXTS | TABLES))


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is one text. `name` is what the survey calls it: its path below what was named."""

    path: Path
    name: str
    outlet: str

    def records(self) -> Iterator[Record]:
        date = NUMERIC_DATE.search(self.path.stem)
        about = Record(0, self.name, self.name, -1, self.outlet, date[0].replace("_", "-") if date else "", b"")
        try:
            if self.path.stat().st_size > MAX_FILE_BYTES:
                yield replace(
                    about, problem=f"more than {MAX_FILE_BYTES // 1_000_000} million bytes: too long for a single story"
                )
                return
            yield replace(about, content=self.path.read_bytes())
        except OSError as error:
            yield replace(about, problem=f"can't be opened: {error.strerror}")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a survey reads, in a fixed order, and what was guessed about it, in sentences.

    `skipped` is the number of files of other kinds; `size` the bytes in all, 0 if nobody can tell.
    """

    files: tuple[TextFile | TableFile, ...]
    guesses: tuple[str, ...]
    skipped: int
    size: int
    fingerprint: str

    def records(self) -> Iterator[Record]:
        """All texts, numbered."""
        every = (record for file in self.files for record in file.records())
        return (replace(record, number=number) for number, record in enumerate(every))


def open_inputs(paths: Sequence[str | os.PathLike[str]], asked: Columns) -> Inputs:
    """What stands behind some paths. Raises SurveyError if one is missing, of another kind, or nothing is in it."""
    given = [Path(path).expanduser() for path in paths]
    alike = len({path.name for path in given}) < len(given)
    names = {path: path.as_posix() if alike else path.name if len(given) > 1 else "" for path in given}
    files: list[TextFile | TableFile] = []
    skipped = 0
    for path in given:
        if str(path) == STANDARD_INPUT:
            files.append(open_table(STANDARD_INPUT, None, asked, sys.stdin.buffer))
        elif path.is_dir():
            found, other = files_in(path, names[path], asked)
            files += found
            skipped += other
        elif path.is_file():
            files.append(file_of(path, path.name, names[path] and path.parent.name, asked))
        else:
            raise SurveyError(f"there is no file or folder {path}. Check the name and the folder you are in.")
    if not files:
        only = f", only {skipped} of other kinds" if skipped else ""
        raise SurveyError(
            f"there is no text in {' or '.join(map(str, given))}{only}. A survey reads files that end in "
            f"{KINDS_IN_WORDS}."
        )
    return Inputs(
        tuple(files), tuple(guesses_about(files, skipped)), skipped, size_of(files), fingerprint_of(files, asked)
    )


def files_in(folder: Path, prefix: str, asked: Columns) -> tuple[list[TextFile | TableFile], int]:
    """The texts and tables in a folder and below it, in order, and how many files of other kinds there are."""
    found: list[TextFile | TableFile] = []
    skipped = 0
    for path in sorted(walk(folder), key=lambda path: path.relative_to(folder).as_posix()):
        name = path.relative_to(folder)
        if path.suffix.lower() not in TEXTS | TABLES:
            skipped += 1
            continue
        outlet = prefix or (name.parts[0] if len(name.parts) > 1 else "")
        found.append(file_of(path, f"{prefix}/{name.as_posix()}".lstrip("/"), outlet, asked))
    return found, skipped


def walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, without hidden ones and without the results of an earlier survey."""
    for place, folders, names in os.walk(folder):
        folders[:] = [
            name for name in folders if not name.startswith(".") and not (Path(place) / name / "survey.json").exists()
        ]
        yield from (Path(place) / name for name in names if not name.startswith("."))


def file_of(path: Path, name: str, outlet: str, asked: Columns) -> TextFile | TableFile:
    """One file. Raises SurveyError if it is of another kind."""
    ending = path.suffix.lower()
    if ending in TABLES:
        return open_table(name, path, asked)
    if ending in TEXTS:
        return TextFile(path, name, outlet)
    raise SurveyError(f"{path} is a file of another kind. A survey reads files that end in {KINDS_IN_WORDS}.")


def guesses_about(files: Sequence[TextFile | TableFile], skipped: int) -> Iterator[str]:
    """How the texts are read, in sentences, so that a wrong guess is seen."""
    single = [file for file in files if isinstance(file, TextFile)]
    if single:
        outlets = sorted({file.outlet for file in single} - {""})
        number = counted(len(single), "file")
        yield f"{number}, each one text; its date is in its name or, of a web page, in the page."
        if outlets:
            shown = ", ".join(outlets[:6]) + (" …" if len(outlets) > 6 else "")
            yield f"The outlet of a text is the folder it is in: {shown}."
        else:
            yield "The texts are in one folder, so only a web page can tell its outlet. A folder for each outlet would."
    told: dict[str, list[str]] = {}
    for file in files:
        if isinstance(file, TableFile):
            told.setdefault(file.columns.in_words(), []).append(file.name)
    for columns, names in told.items():
        some = ", ".join(names[:3]) + (f" and {len(names) - 3:,} more" if len(names) > 3 else "")
        yield f"{'Standard input' if some == STANDARD_INPUT else some}: {columns}."
    if skipped:
        yield f"{counted(skipped, 'file')} of other kinds left out."


def size_of(files: Iterable[TextFile | TableFile]) -> int:
    """The bytes of all files; 0 if one of them is standard input, or can't be looked at."""
    total = 0
    for file in files:
        try:
            total += file.path.stat().st_size if file.path else 0
        except OSError:
            continue
        if file.path is None:
            return 0
    return total


def fingerprint_of(files: Iterable[TextFile | TableFile], asked: Columns) -> str:
    """What tells these inputs from others: the names and sizes of the files, and the columns. What is in them, each
    partition tells for itself."""
    told = sha256(repr(asked).encode())
    for file in files:
        size = file.path.stat().st_size if file.path and file.path.exists() else -1
        told.update(f"{file.name}\0{size}\0{file.outlet}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()[:16]
