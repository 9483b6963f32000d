"""The Python packages that travel in a site: those installed here, packed as wheels without their compiled parts.

A browser runs pure Python. Of the packages that the kit needs each has a pure twin for every compiled module, so the
versions in a site are the very ones that the kit was tested with, and making a site downloads none of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.metadata import Distribution
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from kit.errors import KitError
from kit.making import edition
from kit.making.packing import File, zipped
from kit.questions.question import Unit

# What a browser does without: a server, drawing (it comes with the whole of Pyodide, if at all), NLTK (the
# kit tags without it), locks between processes, the terminal, the widgets' front end, which is part of the page.
NOT_IN_BROWSERS = frozenset(
    "jupyterlab matplotlib nltk filelock rich jupyterlab-widgets widgetsnbextension pexpect psutil jedi".split()
)
KERNEL_NEEDS = ("ipython", "comm")
STAND_INS = ("micropip", "piplite", "jedi")  # the kernel asks for them: two would fetch packages, one completes code
ENVIRONMENT = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "os_name": "posix",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "extra": "",
}
COMPILED = (".so", ".pyd", ".dylib", ".c", ".pyi", ".pyc")
UNUSED_FOLDERS = {"tests", "test", "__pycache__", "__pyinstaller"}
UNUSED_ROOMS = ("cli", "grading", "grading_desk", "making", "site", "data/jupyter", "data/classes", "data/pages")


@dataclass(frozen=True, slots=True)
class Wheel:
    """A package as it travels: its name, version and what it needs, the modules it brings, and the file."""

    name: str
    version: str
    needs: tuple[str, ...]
    imports: tuple[str, ...]
    content: bytes

    @property
    def file(self) -> str:
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"

    def in_lock(self) -> dict[str, Any]:
        """Its entry in Pyodide's list of packages."""
        return {
            "name": self.name,
            "version": self.version,
            "file_name": self.file,
            "sha256": hashlib.sha256(self.content).hexdigest(),
            "depends": list(self.needs),
            "imports": list(self.imports),
            "install_dir": "site",
            "package_type": "package",
            "unvendored_tests": False,
        }


def wheels(units: Sequence[Unit], kernel: Iterable[Wheel]) -> list[Wheel]:
    """All wheels of a site for these units: the pupils' edition of the kit, what it needs, and what the `kernel` needs
    and is. Raises KitError if pupils would get the key of a test in them."""
    needed = _closure([*_names(edition.requires()), *KERNEL_NEEDS])
    return [_kit(units, needed), *map(_installed, needed), *kernel, *map(_stand_in, STAND_INS)]


def _closure(names: Iterable[str]) -> list[str]:
    """These packages and all that they need in a browser."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found and name not in NOT_IN_BROWSERS:
            found[name] = None
            waiting += _needs(_distribution(name))
    return sorted(found)


def _needs(package: Distribution) -> list[str]:
    """The names of what a package needs in a browser."""
    return _names(package.requires or ())


def _names(requirements: Iterable[str]) -> list[str]:
    """The packages that are wanted in a browser, by their names."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    wanted = map(Requirement, requirements)
    return [canonicalize_name(each.name) for each in wanted if not each.marker or each.marker.evaluate(ENVIRONMENT)]


def _distribution(name: str) -> Distribution:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise KitError(
            f"the package {name} is not installed here, and a site needs it. Install the kit again, as its README says."
        ) from None


def _installed(name: str) -> Wheel:
    """An installed package as a wheel: its Python, its data, and what it says of itself."""
    package = _distribution(name)
    chosen = [each for each in package.files or () if _travels(each)]
    content = [File(each.as_posix(), package.locate_file(each).read_bytes()) for each in chosen]  # type: ignore[attr-defined]  # a path in fact
    needs = tuple(sorted({*_needs(package)} - NOT_IN_BROWSERS))
    return Wheel(name, package.version, needs, _imports(each.name for each in content), zipped(content))


def _travels(path: PurePosixPath) -> bool:
    """Does a file of an installed package go into a site? Scripts and what belongs to JupyterLab stand outside."""
    inside = ".." not in path.parts and not path.is_absolute()
    return inside and path.suffix not in COMPILED and not UNUSED_FOLDERS & set(path.parts)


def _imports(names: Iterable[str]) -> tuple[str, ...]:
    """The modules at the top of a wheel."""
    tops = (PurePosixPath(name).parts[0] for name in names)
    return tuple(sorted({top.removesuffix(".py") for top in tops if not top.endswith((".dist-info", ".data"))}))


def _kit(units: Sequence[Unit], needed: Iterable[str]) -> Wheel:
    """The pupils' edition, without what only teachers and terminals use, and what a browser needs besides."""
    unused = tuple(f"kit/{room}/" for room in UNUSED_ROOMS)
    kept = [file for file in edition.wheel_files([], units) if not file.name.startswith(unused)]
    return Wheel("who-says-so", edition.version(), tuple(needed), ("kit",), zipped(kept))


def _stand_in(name: str) -> Wheel:
    """A package with nothing in it but what the kernel asks of it."""
    version = "0"
    folder = files("kit.site").joinpath("in_browser", name)
    content = [*_modules(folder, name)] if folder.is_dir() else []
    told = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: Stands in for {name} in a site.\n"
    content.append(File(f"{name}-{version}.dist-info/METADATA", told.encode()))
    return Wheel(name, version, (), _imports(each.name for each in content), zipped(content))


def _modules(folder: Any, name: str) -> Iterator[File]:
    yield from (
        File(f"{name}/{each.name}", each.read_bytes()) for each in folder.iterdir() if each.name.endswith(".py")
    )
