"""The pupils' edition of the kit: a wheel of this very kit with every test question sealed and no solutions in it.

A teacher's own course goes into it too, so that pupils need no folder beside it: practice questions as they are, test
questions sealed, and texts without their gold where only test questions are about them.

A sealed question is one without its key: it can be shown and answered, not marked. It has `sealed = true`, what is
shown of it (options, labels, cards, verdicts), and nothing that tells what is right.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib import metadata
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

import tomli_w

from kit.errors import KitError
from kit.library import FACTS
from kit.making.packing import File
from kit.places import open_course
from kit.questions.bank import units
from kit.questions.kinds import KINDS
from kit.questions.question import Unit
from kit.toml import load_toml

PROJECT = "who_says_so"
LEFT_OUT = ("__pycache__", "readings", "course", "js", "cli/grade.py")  # in the package: nobody who learns needs them
# What is shown of a test question, and where it is asked.
SHOWN_KEYS = ("id", "kind", "prompt", "points", "minutes", "test", "article", "passage", "beside", "in_lesson")


def wheel_name() -> str:
    """The name of the wheel's file."""
    return f"{PROJECT}-{version()}-py3-none-any.whl"


def wheel_files(course: list[File], units: Sequence[Unit]) -> list[File]:
    """Everything in the wheel, in order. `course` holds the lessons and exercises that travel in it; of a teacher's own
    course only these units and their texts do.

    Raises KitError if pupils would get the key of a test in them.
    """
    files = [*package_files(), *_own(units), *(File(f"kit/data/course/{file.name}", file.content) for file in course)]
    info = f"{PROJECT}-{version()}.dist-info"
    files += [
        File(f"{info}/METADATA", _metadata().encode()),
        File(f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: kit bundle\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
        File(f"{info}/entry_points.txt", b"[console_scripts]\nkit = kit.cli:main\n"),
    ]
    record = "".join(f"{file.name},sha256={_hash(file.content)},{len(file.content)}\n" for file in files)
    return [*files, File(f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode())]


def package_files() -> Iterator[File]:
    """The files of the package as pupils get them."""
    package = Path(str(resources("kit"))).resolve()
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)  # the folder that the package lies in may have any name
        name = inside.as_posix()
        if path.is_file() and not any(part in inside.parts for part in LEFT_OUT) and name not in LEFT_OUT:
            content = path.read_bytes()
            yield File(f"kit/{name}", sealed_file(path) if name.startswith("data/questions/") else content)


def _own(units: Sequence[Unit]) -> Iterator[File]:
    """The questions and texts of a teacher's own course, as far as these units need them. What the files say beside
    that, in comments and notes, may tell what is right and stays out."""
    folder = open_course()
    files = {path.stem: path for path in folder.glob("questions/*.toml")} if folder else {}
    asked = [unit for unit in units if unit.name in files]
    practised = {q.article for unit in units for q in unit.questions if q.feedback == "hints"}
    for unit in asked:
        refuse_known_keys(unit, files[unit.name], practised)
        yield File(f"kit/data/questions/{unit.file}", sealed_file(files[unit.name], own=True))
    for path in sorted((folder / "lexicons").glob("*.toml") if folder else ()):
        yield File(f"kit/data/own_lexicons/{path.name}", path.read_bytes())
    used = {name for unit in asked for q in unit.questions for name in (q.article, *q.beside) if name}
    for path in sorted((folder / "articles").glob("*") if folder else ()):
        if path.stem in used and path.suffix in (".txt", ".toml"):
            content = path.read_bytes()
            if path.suffix == ".toml":
                kept = load_toml(content, path.name)
                if path.stem not in practised:
                    kept = {key: value for key, value in kept.items() if key in FACTS} | {"note": ""}
                content = tomli_w.dumps(kept, multiline_strings=True).encode()
            yield File(f"kit/data/articles/{path.name}", content)


def refuse_known_keys(unit: Unit, path: Path, practised: Collection[str]) -> None:
    """Raises KitError if the key of a test question is the gold of a text, and pupils get that gold: it is a text of
    the kit, or one that they practise with."""
    own = {each.stem for each in path.parents[1].glob("articles/*.txt")}
    for question, table in zip(unit.questions, load_toml(path.read_bytes(), path.name)["question"], strict=True):
        if question.feedback != "shape" or table.get("key") != "gold":
            continue
        if question.article in practised or question.article not in own:
            why = "it is a text of the kit" if question.article not in own else "they practise with it"
            raise KitError(
                f"the key of {question.id}, a test question, is the gold of “{question.article}”, which pupils get: "
                f"{why}. Ask about a text of your own that is in no practice question, or write the key out. No bundle "
                "was made."
            )


def sealed_file(path: Path, own: bool = False) -> bytes:
    """A file of questions in which those of a test are sealed; one of a teacher's `own` has no comments either."""
    content = path.read_bytes()
    whole = load_toml(content, path.name)
    questions = next(unit.questions for unit in units() if unit.name == path.stem)
    if not own and all(question.feedback == "hints" for question in questions):
        return content
    pairs = zip(whole["question"], questions, strict=True)
    tables = [seal(table) if question.feedback == "shape" else table for table, question in pairs]
    return tomli_w.dumps(whole | {"question": tables}, multiline_strings=False).encode()


def seal(table: Mapping[str, Any]) -> dict[str, Any]:
    """The [[question]] table of a file as pupils get it. Only keys that are known to be shown are left in it.

    >>> seal({"id": "1.1", "kind": "number", "key": 12, "units": ["%"]})
    {'id': '1.1', 'kind': 'number', 'units': ['%'], 'feedback': 'shape', 'sealed': True}
    """
    shown = {**dict.fromkeys(SHOWN_KEYS, ()), **KINDS[table["kind"].strip()].shown}
    left = {key: _without_key(value, shown[key]) for key, value in table.items() if key in shown}
    return left | {"feedback": "shape", "sealed": True}


def _without_key(value: Any, shown: tuple[str, ...]) -> Any:
    """What stands under a key; of tables only the keys that are shown."""
    if isinstance(value, list) and shown:
        return [{key: each[key] for key in shown if key in each} for each in value]
    return value


def version() -> str:
    """The version of this kit."""
    return str(_project()["version"]) if _project() else metadata.version("who-says-so")


def requires() -> list[str]:
    """The packages that the kit needs, as they are declared."""
    return list(_project()["dependencies"] if _project() else metadata.requires("who-says-so") or ())


def _project() -> dict[str, Any]:
    """The project file around a checkout: truer than what was once installed from it. Empty in an installed kit."""
    file = Path(str(resources("kit"))).resolve().parent / "pyproject.toml"
    return dict(load_toml(file.read_bytes(), file.name)["project"]) if file.is_file() else {}


def _metadata() -> str:
    lines = ["Metadata-Version: 2.1", "Name: who-says-so", f"Version: {version()}", "Requires-Python: >=3.11"]
    lines += [f"Requires-Dist: {each}" for each in requires() if "extra ==" not in each]
    return "\n".join(lines) + "\n\nThe pupils' edition of Who Says So?: test questions are sealed.\n"


def _hash(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode("ascii")
