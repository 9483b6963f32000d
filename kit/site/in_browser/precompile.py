"""Compiles what a lesson imports, so that no browser has to. Run by the Pyodide of a site while the site is made.

Only bytecode of this very Python can be read there. What lessons hardly ever import stays as it is, which is smaller.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path
from py_compile import PycInvalidationMode
from py_compile import compile as write_bytecode

SITE, MADE, SCRATCH = Path("/mnt/site"), Path("/mnt/made"), Path("/tmp/module.py")
LOCK = "pyodide-lock.json"
AS_A_LESSON = """
import pyodide_kernel
from kit import *
from kit.lessons import plot_sources, show_text
show_text("footbridge")._repr_html_()
plot_sources(articles("footbridge"))._repr_html_()
"""


def imported() -> set[str]:
    """The files of all modules that are imported now, as their archives name them."""
    origins = (getattr(module.__spec__, "origin", None) or "" for module in list(sys.modules.values()))
    return {origin.rpartition("site-packages/")[2].rpartition(".zip/")[2] for origin in origins}


def bytecode(name: str, source: bytes) -> bytes:
    """A module, compiled so that nobody looks for its source."""
    SCRATCH.write_bytes(source)
    made = SCRATCH.with_suffix(".pyc")
    never = PycInvalidationMode.UNCHECKED_HASH
    write_bytecode(str(SCRATCH), str(made), name, doraise=True, invalidation_mode=never)
    return made.read_bytes()


def write_compiled(archive: Path, wanted: set[str]) -> None:
    """An archive whose wanted modules, and all of the kit, are bytecode; one without any is left alone."""
    with zipfile.ZipFile(archive) as old:
        names = old.namelist()
        chosen = {name for name in names if name in wanted or (name.startswith("kit/") and name.endswith(".py"))}
        if not chosen:
            return
        with zipfile.ZipFile(MADE / archive.name, "w", zipfile.ZIP_DEFLATED) as new:
            for name in names:
                content = old.read(name)
                if name in chosen:
                    content, name = bytecode(name, content), f"{name}c"
                new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)


exec(AS_A_LESSON, {})
wanted = imported()
lock = json.loads((SITE / LOCK).read_bytes())
for file in sorted(SITE.iterdir()):
    if file.suffix in (".whl", ".zip"):
        write_compiled(file, wanted)
for each in lock["packages"].values():
    if (MADE / each["file_name"]).exists():
        each["sha256"] = hashlib.sha256((MADE / each["file_name"]).read_bytes()).hexdigest()
(MADE / LOCK).write_text(json.dumps(lock))
