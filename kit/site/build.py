"""A whole site: Pyodide, the packages, JupyterLab, the lessons and the first page, in one folder of files."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kit.errors import KitError
from kit.making.bundle import course_files
from kit.making.packing import File
from kit.questions.question import Unit
from kit.site import jupyterlite, pyodide, start_page
from kit.site.wheels import Wheel, wheels

MARK = "who-says-so-site.json"  # by this file a folder of ours is known, and what is in it
PACKED = (".js", ".mjs", ".css", ".html", ".json", ".wasm", ".svg", ".ipynb", ".md")
WORTH_PACKING = 1500  # bytes: below this a twin saves nothing
LAB = "lab/index.html"
NEVER_ASKED = ("rspack.config", "jupyterlite.schema", "package.json")
NOT_LATER = (".svg", ".woff", ".woff2", ".ttf", ".eot", ".png", ".ico", ".webmanifest")
OWN_WORKER = "service-worker.js"


@dataclass(frozen=True, slots=True)
class Site:
    """What was made: how many files, their bytes as they are and as they travel, whether pictures are drawn, and
    whether Python's modules are compiled already."""

    folder: Path
    files: int
    size: int
    packed: int
    draws: bool
    compiled: bool


def make_site(units: Sequence[Unit], course: Path, out: Path, pyodide_from: str | None = None, note: str = "") -> Site:
    """Make the site for these units in the folder `out`; an earlier site there is replaced.

    `course` is the folder with the lessons of the kit. `pyodide_from` is a folder or an address of Pyodide; without it
    npm is asked. `note` is a teacher's, in Markdown, for the first page. Raises KitError, in a sentence, if something
    that a site needs is missing, or the folder is not ours.
    """
    check_place(out)
    with tempfile.TemporaryDirectory(prefix="kit-site-") as place:
        work, made = Path(place, "work"), Path(place, "site")
        draws, travelling = _lay_out_python(work / jupyterlite.PYODIDE, units, pyodide_from)
        preload = [wheel.name for wheel in travelling]
        compiled = pyodide.precompile(work / jupyterlite.PYODIDE, preload)
        files = course_files(units, course)
        jupyterlite.lay_out(work, made, files, preload)
        _prune(made)
        _add_pages(made, start_page.page(units, files, note, draws))
        names = _pack(made)
        ahead = [*pyodide.CORE, pyodide.LOCK, *(wheel.file for wheel in travelling)]
        _add_worker(made, names, ahead, {f"files/{file.name}" for file in files})
        site = _count(made, out, names, draws, compiled)
        _put(made, out)
    return site


def check_place(out: Path) -> None:
    """Raises KitError if there is something in the folder that was not made here."""
    if out.is_file():
        raise KitError(f"{out} is a file, and a site is a folder. Name another one: -o public")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise KitError(
            f"{out} isn't empty, and it isn't a site that the kit made. Name another folder, or an empty one: -o public"
        )


def _lay_out_python(folder: Path, units: Sequence[Unit], pyodide_from: str | None) -> tuple[bool, list[Wheel]]:
    """Pyodide and all packages in a folder. Gives whether pictures can be drawn, and what is loaded at the start."""
    folder.mkdir(parents=True)
    with pyodide.source(pyodide_from) as get:
        files, entries = pyodide.drawing(get)
        travelling = wheels(units, jupyterlite.kernel_wheels())
        lock = json.loads(get(pyodide.LOCK) or b"{}")
        lock["packages"] = entries | {wheel.name: wheel.in_lock() for wheel in travelling}
        for file in [
            *(File(name, get(name) or b"") for name in pyodide.CORE),
            *files,
            *(File(wheel.file, wheel.content) for wheel in travelling),
            File(pyodide.LOCK, json.dumps(lock).encode()),
        ]:
            (folder / file.name).write_bytes(file.content)
    return bool(files), travelling


def _prune(made: Path) -> None:
    """Take away what JupyterLite lays out for its developers."""
    for each in made.iterdir():
        if each.name.startswith(NEVER_ASKED):
            each.unlink()


def _add_pages(made: Path, pages: Iterable[File]) -> None:
    """The first page and its scripts, and ours in JupyterLab's page."""
    for file in pages:
        (made / file.name).write_bytes(file.content)
    lab = made / LAB
    own = '<link rel="stylesheet" href="../lab.css"><script src="../lab.js"></script></head>'
    lab.write_text(lab.read_text(encoding="utf-8").replace("</head>", own, 1), encoding="utf-8")


def _pack(made: Path) -> dict[str, bool]:
    """Lay a packed twin beside each file that becomes smaller by it. Gives all files, and whether each has one."""
    names: dict[str, bool] = {}
    for path in sorted(path for path in made.rglob("*") if path.is_file()):
        content = path.read_bytes()
        twin = path.suffix in PACKED and len(content) > WORTH_PACKING
        names[path.relative_to(made).as_posix()] = twin
        if twin:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return names


def _add_worker(made: Path, names: dict[str, bool], ahead: Iterable[str], contents: set[str]) -> None:
    """The service worker, which has to know every file; a change in one of them is another build."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + (made / name).read_bytes())
    text = [name for name in names if not name.endswith(NOT_LATER) and name != OWN_WORKER]
    later = sorted(text, key=lambda name: (name not in contents and not name.startswith("api/"), name))
    known = {name: packed for name, packed in names.items() if name != OWN_WORKER}
    first = [f"{jupyterlite.PYODIDE}/{name}" for name in ahead]
    facts = {"build": digest.hexdigest()[:16], "files": known, "ahead": first, "later": later}
    worker = (made / OWN_WORKER).read_text(encoding="utf-8")
    (made / OWN_WORKER).write_text(f"const SITE = {json.dumps(facts)};\n{worker}", encoding="utf-8")


def _count(made: Path, out: Path, names: dict[str, bool], draws: bool, compiled: bool) -> Site:
    """Count the files, and write the mark by which the folder is known as ours."""
    size = sum((made / name).stat().st_size for name in names)
    packed = sum((made / (f"{name}.gz" if twin else name)).stat().st_size for name, twin in names.items())
    (made / MARK).write_text(json.dumps({"made_by": "kit site", "files": len(names)}), encoding="utf-8")
    return Site(out, len(names), size, packed, draws, compiled)


def _put(made: Path, out: Path) -> None:
    """Put the site in its place. The earlier one goes only when the new one is whole."""
    old = out.with_name(f".{out.name}.before")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        new = out.with_name(f".{out.name}.new")
        for left in (old, new):
            shutil.rmtree(left, ignore_errors=True)
        shutil.copytree(made, new)
        if out.exists():
            out.rename(old)
        new.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise KitError(
            f"the site can't be written to {out}: {error.strerror}. Name another place: -o public"
        ) from error
