"""The house as a whole: which room may import what, and that the papers (pins, conda, README) tell the truth."""

from __future__ import annotations

import ast
import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from kit.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = [Requirement(line) for line in PYPROJECT["project"]["dependencies"]]
EXTRAS = {
    name: [Requirement(line) for line in lines] for name, lines in PYPROJECT["project"]["optional-dependencies"].items()
}
TEST_DEPENDENCIES = EXTRAS.pop("test")
for name in ("nbgrader", "otter"):  # large, for one test and a benchmark; what is left a user may want
    EXTRAS.pop(name)
MODULES = sorted((ROOT / "kit").rglob("*.py"))
LONGEST_MODULE = 320

FLOOR = {"errors", "atomic", "toml", "version", "browser", "own_lexicons"}  # what every room may stand on
# What each room may import: rooms of the kit, and packages of others.
ALL = {
    "errors",
    "atomic",
    "toml",
    "version",
    "own_lexicons",
    "browser",
    "text",
    "finding",
    "language",
    "finders",
    "finders.attribution",
    "finders.sources",
    "reading",
    "finders.euphemism",
    "finders.alarm",
    "finders.ledger",
    "find",
    "compare",
    "places",
    "store",
    "library",
    "gold",
    "origins",
    "measure",
    "questions",
    "making",
    "literal",
    "views",
    "show",
    "lessons",
    "surveying",
    "widgets",
    "grading",
    "grading_desk",
    "site",
    "cli",
}
KNOWN_TO_ALL = {"text", "finding", "language", "finders", "finders.attribution", "finders.sources"}
ROOMS: dict[str, tuple[set[str], set[str]]] = {
    "errors": (set(), set()),
    "version": (set(), set()),
    "atomic": (set(), set()),
    "toml": (set(), set()),
    "browser": (set(), {"pyodide_js"}),
    "own_lexicons": ({"errors"}, set()),
    "text": (
        {"errors"},
        {"charset_normalizer", "docx", "nltk", "pypdf", "requests", "textblob", "trafilatura", "urllib3"},
    ),
    "finding": ({"text"}, set()),
    "language": ({"text"}, set()),
    "finders": ({"text"}, set()),  # what several folders of finders share
    "finders.attribution": ({"text", "finding", "language", "finders"}, set()),
    "finders.sources": ({"text", "finding", "language", "finders", "finders.attribution"}, set()),
    "reading": (KNOWN_TO_ALL, set()),
    "finders.euphemism": (KNOWN_TO_ALL | {"reading"}, set()),
    "finders.alarm": (KNOWN_TO_ALL | {"reading"}, set()),
    "finders.ledger": (KNOWN_TO_ALL | {"reading"}, set()),
    "find": (
        {"text", "finding", "reading", "finders.attribution", "finders.euphemism", "finders.alarm", "finders.ledger"},
        set(),
    ),
    "compare": ({"text"}, set()),
    "places": ({"text"}, set()),
    "store": (set(), {"filelock"}),
    "library": ({"text", "places"}, set()),
    "gold": ({"text", "finding", "library"}, set()),
    "origins": ({"text", "library", "gold"}, set()),
    "questions": (
        {"text", "language", "compare", "places", "store", "library", "gold"},
        set(),
    ),
    "making": ({"text", "places", "library", "questions", "views"}, {"jinja2", "tomli_w"}),
    "measure": ({"text", "find", "compare", "library", "gold"}, set()),
    "literal": ({"text", "finding", "find", "finders.euphemism", "store"}, set()),
    "views": ({"text", "finding"}, {"jinja2", "markdown_it", "matplotlib"}),
    "show": ({"text", "find", "views"}, set()),
    "lessons": (
        {
            *("text", "find", "finders.euphemism", "compare", "library", "gold", "origins", "questions", "measure"),
            *("literal", "store", "views", "show", "surveying", "widgets"),
        },
        {"ipywidgets"},
    ),
    "surveying": (
        {"text", "finding", "language", "reading", "find", "compare", "library", "gold", "views"},
        {"matplotlib"},
    ),
    "widgets": (
        {
            "errors",
            "atomic",
            "text",
            "finding",
            "find",
            "compare",
            "store",
            "library",
            "questions",
            "measure",
            "literal",
            "views",
            "surveying",
        },
        {"IPython", "anywidget", "ipywidgets", "traitlets"},
    ),
    "grading": ({"text", "compare", "library", "places", "questions", "views"}, {"filelock", "jinja2"}),
    "grading_desk": ({"questions", "views", "widgets", "grading"}, {"ipywidgets"}),
    "site": ({"making", "questions", "views"}, {"jinja2", "jupyter_core", "packaging"}),
    "cli": (ALL | {"__init__"}, {"ipykernel", "jupyter_core", "jupyterlab", "rich", "zmq"}),
    "__init__": (ALL - {"cli"}, set()),
    "__main__": ({"cli"}, set()),
}
# Packages that are imported under JupyterLab's roof: it can't be without them, so they need no line of their own.
PART_OF_JUPYTERLAB = {"IPython", "ipykernel", "jupyter_core", "traitlets", "zmq"}
PART_OF_PYODIDE = {"pyodide_js"}  # is there in a browser, where the kit asks for it


def room_of(module: Path) -> str:
    """The folder or module below `kit/`; the folders of the finders are rooms of their own."""
    first, *rest = module.relative_to(ROOT / "kit").parts
    return f"{first}.{rest[0]}" if first == "finders" and rest[1:] else first.removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Every module that is imported anywhere in a file, at its top or inside a function, with its full name."""
    package = module.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            name = ".".join(filter(None, (base, node.module)))
            yield from (f"kit.{alias.name}" for alias in node.names) if name == "kit" else (name,)


def kit_room(name: str) -> str:
    """`kit.text.article` is of the room text; `kit` alone, or a public name of it, is of `__init__`."""
    _, second, third, *_ = [*name.split("."), "", ""]
    finder = f"{second}.{third}"
    return finder if finder in ALL else second if second in ALL else "__init__"


def test_imports_run_downward_only() -> None:
    wrong = []
    for module in MODULES:
        room = room_of(module)
        assert room in ROOMS, f"a new room: say in {Path(__file__).name} and CONTRIBUTING.md what {room} may import"
        rooms, packages = ROOMS[room]
        names = set(imported(module))
        ours = {kit_room(name) for name in names if name.partition(".")[0] == "kit"}
        others = {name.partition(".")[0] for name in names} - {"kit"} - set(sys.stdlib_module_names)
        upward = (ours - rooms - {room} - FLOOR) | (others - packages)
        wrong += [f"{module.relative_to(ROOT)} imports {name}" for name in sorted(upward)]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import nltk", "nltk"),
        ("import kit.finders.attribution.find as a", "kit.finders.attribution.find"),
        ("from kit import finders", "kit.finders"),
        ("from kit.finders import x", "kit.finders"),
        ("from . import plain", "kit.views"),
        ("from .. import finders", "kit.finders"),
        ("from ..finders import x", "kit.finders"),
        ("def f():\n    from textblob.en import y", "textblob.en"),
    ],
)
def test_an_import_is_noticed_however_it_is_written(
    line: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    module = tmp_path / "kit" / "views" / "x.py"
    module.parent.mkdir(parents=True)
    module.write_text(line)
    assert list(imported(module)) == [name]


def test_no_two_rooms_import_each_other() -> None:
    assert not [(one, other) for one in ROOMS for other in ROOMS[one][0] - {one} if one in ROOMS[other][0]]


def test_import_kit_alone_is_light() -> None:
    heavy = "matplotlib jinja2 ipywidgets anywidget nltk textblob IPython jupyterlab rich"
    code = f"import sys, kit; print(*(name for name in {heavy.split()} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_a_module_is_short_enough_to_read() -> None:
    lines = {str(each.relative_to(ROOT)): len(each.read_text(encoding="utf-8").splitlines()) for each in MODULES}
    assert {name: count for name, count in lines.items() if count > LONGEST_MODULE} == {}


def test_every_package_that_is_imported_is_declared() -> None:
    homes = metadata.packages_distributions()
    for files, declared in (
        (MODULES, [*DEPENDENCIES, *chain.from_iterable(EXTRAS.values())]),
        ((ROOT / "tests").rglob("*.py"), DEPENDENCIES + TEST_DEPENDENCIES),
    ):
        names = {canonicalize_name(requirement.name) for requirement in declared}
        for module in files:
            for top in {name.partition(".")[0] for name in imported(module)} - set(sys.stdlib_module_names):
                ours = top in {"kit", *PART_OF_JUPYTERLAB, *PART_OF_PYODIDE} or any(
                    (ROOT / room / f"{top}.py").exists() for room in ("tests", "benchmarks")
                )
                assert ours or names & set(map(canonicalize_name, homes.get(top, ()))), f"{module.name} imports {top}"


def pins() -> dict[str, Version]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [line.split("==") for line in lines if not line.startswith("#")]
    return {name: Version(version) for name, version in found}


def test_constraints_are_names_and_versions_and_nothing_else() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        assert re.fullmatch(r"#.*|[a-z0-9-]+==[0-9][0-9.]*", line), line
    names = [line.partition("==")[0] for line in lines if not line.startswith("#")]
    assert names == sorted(set(names)) == [canonicalize_name(name) for name in names]


def test_constraints_pin_all_that_gets_installed() -> None:
    """Whatever the kit and its tests need, and whatever that needs in turn, has a pin that its users accept."""
    pinned, seen = pins(), set()
    waiting = [(requirement, "") for requirement in DEPENDENCIES + TEST_DEPENDENCIES]
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if (name, extra) in seen or (requirement.marker and not requirement.marker.evaluate({"extra": extra})):
            continue
        assert name in pinned, f"{name} is not pinned in constraints.txt"
        assert requirement.specifier.contains(pinned[name]), f"{requirement} does not accept {pinned[name]}"
        for wanted in ("", *requirement.extras):
            seen.add((name, wanted))
            waiting += [(Requirement(line), wanted) for line in metadata.requires(name) or []]


def test_the_tests_install_every_extra() -> None:
    assert {str(line) for extra in EXTRAS.values() for line in extra} <= set(map(str, TEST_DEPENDENCIES))


def test_conda_gets_the_same_packages_with_the_same_ranges() -> None:
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    (by_pip,) = (entry["pip"] for entry in conda["dependencies"] if isinstance(entry, dict))
    by_conda = [entry for entry in conda["dependencies"] if isinstance(entry, str)]
    assert conda["channels"] == ["conda-forge"]
    assert by_pip[-1] == "."  # the project itself, from the folder that environment.yml stands in
    listed = [Requirement(line) for line in by_conda + by_pip[:-1]]
    wanted = [*DEPENDENCIES, Requirement("pip"), Requirement("python" + PYPROJECT["project"]["requires-python"])]
    assert sorted(map(str, listed)) == sorted(map(str, wanted))


def test_no_file_tells_where_to_download_from() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: which files belong to the project is not known")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    registry = re.compile(
        rb"pypi\.|pythonhosted\.|anaconda\.(?:org|com)|npmjs\.|npmmirror|unpkg\.|jsdelivr\.|cdnjs\.|"
        rb"index-url|find-links[ =]+\S*://"
    )
    for name in filter(None, listed.split("\0")):
        file = ROOT / name
        if file.is_file() and name != "tests/test_house.py":
            assert not registry.search(file.read_bytes()), f"{name} names a place to download from"
            assert not name.endswith(".lock") and "lock.json" not in name


COMMAND_1 = "pip install -c constraints.txt . && kit lab"
COMMAND_2 = 'pip install -c constraints.txt ".[test]" && pytest'


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in one language, without their indentation."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", README, flags=re.MULTILINE | re.DOTALL)
    return ["\n".join(line[len(indent) :] for line in text.splitlines()) for indent, text in found]


def test_the_readme_gives_the_two_commands() -> None:
    assert blocks("")[:2] == [COMMAND_1, COMMAND_2]


def test_the_python_example_in_the_readme_is_true() -> None:
    (example,) = blocks("python")
    assert sum(line.startswith((">>>", "...")) for line in example.splitlines()) == 5
    test = doctest.DocTestParser().get_doctest(example + "\n", {}, "README", "README.md", 0)
    runner = doctest.DocTestRunner()
    said: list[str] = []
    runner.run(test, out=said.append)
    assert not runner.failures, "".join(said)


def test_every_kit_command_in_the_texts_exists() -> None:
    texts = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`|&& |-m )kit ([a-z]+)", texts, flags=re.MULTILINE))
    assert "lab" in named and named <= set(COMMANDS)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_what_a_document_points_to_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).is_file(), f"{document} points to {target}"
    for target in re.findall(r"`((?:kit|tests|notebooks|exercises|solutions|docs|\.ci)/[^`\s]*)`", text):
        assert "NAME" in target or (ROOT / target).exists(), f"{document} names {target}"


SKIPPING = {
    "a mark": "import pytest\n@pytest.mark.skip(reason='why')\ndef test(): pass",
    "a call": "import pytest\ndef test(): pytest.skip('why')",
    "a whole file": "import pytest\npytest.skip('why', allow_module_level=True)",
    "a missing package": "import pytest\npytest.importorskip('no_such_package', reason='why')",
    "no Chromium": "def test(chromium): pass",
}


@pytest.mark.parametrize("how", SKIPPING)
@pytest.mark.parametrize("on_ci", [True, False])
def test_a_browser_test_may_be_skipped_at_home_but_not_on_ci(how: str, on_ci: bool, tmp_path: Path) -> None:
    folder = tmp_path / "browser"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (folder / "test_it.py").write_text(SKIPPING[how])
    (tmp_path / "test_other.py").write_text("import pytest\ndef test(): pytest.skip('anyone may')")
    env = {name: value for name, value in os.environ.items() if name not in ("CI", "CHROMIUM")}
    env |= {"PATH": str(tmp_path)} | ({"CI": "true"} if on_ci else {})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-rA",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert ("one was skipped" in done.stdout) is on_ci, done.stdout
    assert (done.returncode != 0) is on_ci
    assert "FAILED test_other" not in done.stdout
