"""What a class gets: one zip with the lessons, exercises and texts of some units, a README, and the pupils' edition.

No solutions are in it, and no keys of test questions. The keys of practice questions are: the kit gives hints and
explanations with them, and anybody who looks for them finds them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from kit.library import facts_of, text_of
from kit.making.edition import File, wheel_files, wheel_name
from kit.making.exercises import exercise
from kit.questions.question import Unit

MARK = b"Made by kit bundle"  # by this a zip of ours is known
TOP = "who-says-so"
DAY = (2026, 1, 1, 0, 0, 0)  # one day for all files: the same course gives the same zip
HELPFUL = ("glossary.md", "at-home.md")
README = """# Who Says So? — for those who take part

In this folder are lessons, exercises and texts on reading the news:

{titles}

## Starting

1. You need Python, 3.11 or newer, and a terminal: a window in which you type commands. To open one in this folder on
   Windows, click into the address line of the folder’s window, type `cmd` and press Enter. On a Mac, click on the
   folder with the right button and choose New Terminal at Folder. If your school has set everything up, open the
   terminal and go on with 3.
2. Type this, and press Enter. It takes a minute or two, and needs the network once:

       python -m pip install {wheel}

3. In the same folder:

       kit lab .

   Your browser opens with the first lesson; the others stand in the list on its left. Click into a grey cell and press
   Shift + Enter, one cell after the other. If `kit` is not found, type `python -m kit lab .`

To stop, save (Ctrl + S) and press Ctrl + C in the terminal. To go on another day, do 3 again.

## Answering and handing in

Lessons are in the folder `notebooks`; you work through them with your class. The tasks that you hand in are in
`exercises`: in the list on the left, go one folder up, open that folder, and in it the notebook with the number of your
lesson. Some tasks of a lesson come again there, and you answer them there too.

Your answers are kept from the first click on, in a folder `answers` beside the notebook; you can stop at any time and
go on tomorrow. The last cell of an exercise writes one file with your name, in `exercises`. That file is what you hand
in: write your name as your teacher has it on the list. Nothing is sent anywhere by itself.

## The texts

{texts}

The texts are made up for this course, unless their note says something else. The folder `texts` has them to read
without a computer.
"""


def bundle(units: Sequence[Unit], course: Path) -> bytes:
    """The zip for these units. `course` is the folder with the lessons of the kit (`notebooks/`, `docs/`)."""
    files = [*_lessons(units, course), *_exercises(units), *_texts(units), *_helpful(course)]
    travelling = [file for file in files if not file.name.startswith("texts/")]
    packed = [
        File("README.md", _readme(units).encode()),
        *files,
        File(wheel_name(), _zipped(wheel_files(travelling), b"")),
    ]
    return _zipped((File(f"{TOP}/{file.name}", file.content) for file in packed), MARK)


def is_ours(path: Path) -> bool:
    """Is this a zip that was made here, so that it may be written over?"""
    try:
        with zipfile.ZipFile(path) as there:
            return there.comment == MARK
    except (OSError, zipfile.BadZipFile):
        return False


def _lessons(units: Iterable[Unit], course: Path) -> list[File]:
    """The lessons that go with the units: those of the same name."""
    paths = [course / "notebooks" / f"{unit.name}.ipynb" for unit in units]
    return [File(f"notebooks/{path.name}", path.read_bytes()) for path in paths if path.is_file()]


def _exercises(units: Iterable[Unit]) -> list[File]:
    return [
        File(f"exercises/{unit.name}.ipynb", exercise(unit, f"the questions of {unit.title}").encode())
        for unit in units
    ]


def _texts(units: Iterable[Unit]) -> list[File]:
    return [File(f"texts/{name}.txt", text_of(name).encode()) for name in _used(units)]


def _used(units: Iterable[Unit]) -> list[str]:
    """The practice texts that the questions of these units are about."""
    return sorted({name for unit in units for q in unit.questions for name in (q.article, *q.beside) if name})


def _helpful(course: Path) -> list[File]:
    paths = [course / "docs" / name for name in HELPFUL]
    return [File(f"docs/{path.name}", path.read_bytes()) for path in paths if path.is_file()]


def _readme(units: Sequence[Unit]) -> str:
    texts = [f"- {facts_of(name)['title']} ({name}.txt)" for name in _used(units)]
    titles = "\n".join(f"- {_number(unit)}{unit.title}" for unit in units)
    return README.format(titles=titles, wheel=wheel_name(), texts="\n".join(texts) or "None in these units.")


def _number(unit: Unit) -> str:
    return f"{unit.number} · " if unit.number.isdecimal() else ""


def _zipped(files: Iterable[File], comment: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        out.comment = comment
        for file in files:
            entry = zipfile.ZipInfo(file.name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, file.content)
    return buffer.getvalue()
