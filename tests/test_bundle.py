"""What pupils get holds lessons, exercises, texts and a kit that works, and nothing that gives a test away."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import question_bank

from kit.cli import main
from kit.making import edition as edition_module
from kit.places import course
from kit.questions.bank import units

ROOT = Path(__file__).parents[1]
TESTS = [q for unit in units() for q in unit.questions if q.feedback == "shape"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bundle") / "class.zip"
    assert main(["bundle", "-o", str(out)]) == 0
    return out


@pytest.fixture(scope="module")
def edition(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit as pupils have it installed."""
    site = tmp_path_factory.mktemp("site")
    (wheel,) = [content for name, content in contents(whole.read_bytes()) if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(wheel)) as there:
        there.extractall(site)
    return site


def contents(data: bytes, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file in a zip, and in the wheel inside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as there:
        for name in there.namelist():
            content = there.read(name)
            yield f"{above}{name}", content
            if name.endswith((".whl", ".zip")):
                yield from contents(content, f"{name}!")


def test_there_are_tests_to_keep_secret() -> None:
    assert len(TESTS) >= 16


def test_no_key_of_a_test_question_is_anywhere_in_it(whole: Path) -> None:
    secrets = {
        secret.strip()
        for q in TESTS
        for secret in (
            q.explanation,
            q.rule if len(q.rule) > 400 else "",
            *(option.message for option in getattr(q.key, "options", ())),
            *(card.message for card in getattr(q.key, "cards", ())),
            *getattr(q.key, "models", ()),
        )
        if secret.strip()
    }
    assert len(secrets) > len(TESTS)
    for name, content in contents(whole.read_bytes()):
        text = content.decode("utf-8", "replace")
        # Quotation marks may be written as \\u201c in a notebook; both ways are looked for.
        for secret in secrets:
            assert secret not in text, (name, secret)
            assert secret.encode("ascii", "backslashreplace").decode() not in text, (name, secret)


def test_the_test_questions_in_it_are_sealed(whole: Path) -> None:
    found = 0
    for name, content in contents(whole.read_bytes()):
        if "kit/data/questions/" in name and name.endswith(".toml"):
            for table in tomllib.loads(content.decode())["question"]:
                if table.get("feedback") == "shape":
                    found += 1
                    assert table["sealed"] is True
                    assert not {"key", "explanation", "gone", "keep", "models", "rule"} & set(table)
                    assert all(set(option) == {"text"} for option in table.get("options", ()))
                    assert all("step" not in card and "message" not in card for card in table.get("cards", ()))
    assert found == len(TESTS)


def test_no_solutions_and_no_readings_are_in_it(whole: Path) -> None:
    names = [name for name, _ in contents(whole.read_bytes())]
    assert not [name for name in names if "solutions" in name or "data/readings" in name]
    assert "who-says-so/README.md" in names
    for unit in units():
        assert f"who-says-so/exercises/{unit.name}.ipynb" in names
    assert "who-says-so/texts/footbridge.txt" in names


def test_the_readme_leads_from_the_folder_to_the_file_that_is_handed_in(tmp_path: Path) -> None:
    file = tmp_path / "class.zip"
    assert main(["bundle", "--unit", "0", "1", "-o", str(file)]) == 0
    with zipfile.ZipFile(file) as there:
        readme = there.read("who-says-so/README.md").decode("utf-8")
    assert "about reading the news:\n\n- 0 · Start\n- 1 · Who says so?\n\n## Starting" in readme
    order = (
        "type `cmd`",
        "python -m pip install who_says_so",
        "kit lab .",
        "`notebooks`",
        "`exercises`",
        "answers`",
        "Write your name",
    )
    at = [readme.index(words) for words in order]
    assert at == sorted(at)
    assert "{" not in readme


def test_the_same_course_gives_the_same_zip(whole: Path, tmp_path: Path) -> None:
    assert main(["bundle", "-o", str(tmp_path / "again.zip")]) == 0
    assert (tmp_path / "again.zip").read_bytes() == whole.read_bytes()


def test_the_pupils_edition_answers_and_does_not_mark_tests(edition: Path, tmp_path: Path) -> None:
    test = next(q for q in TESTS if q.kind == "choice")
    code = (
        f"import kit\nprint(kit.__file__)\nprint(kit.check({test.id!r}, 'a'))\nprint(kit.check('1.1', 'a').state)\n"
        "print(len(kit.articles()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(edition), "PATH": ""},
        check=True,
    )
    where, head, said, *_ = done.stdout.splitlines()
    assert where.startswith(str(edition))
    assert head == f"{test.id}: your answer is saved."
    assert said == "Your answer is complete. You’ll see your points later."


def test_the_wheel_has_a_record_of_every_file(whole: Path) -> None:
    (wheel,) = [content for name, content in contents(whole.read_bytes()) if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(wheel)) as there:
        names = set(there.namelist())
        (record,) = [name for name in names if name.endswith("RECORD")]
        listed = {
            line.rpartition(",sha256=")[0] or line.rstrip(",") for line in there.read(record).decode().splitlines()
        }
        assert listed == names
        meta = there.read(record.replace("RECORD", "METADATA")).decode()
    assert "Requires-Dist: ipywidgets" in meta
    assert "extra ==" not in meta


TEXT = """The Mill

The mill will close, the owner said. It is believed that nobody minds."""
MARKED = """# The answer to mill.1 is the owner.
title = "The Mill"
topic = "work"
minutes = 1
difficulty = 1
good_for = "sources"
made_by = "me"
licence = "CC0"
note = "The second source hides: that is the answer."

[[source]]
words = "the owner"
level = "described"
"""
QUESTION = """[[question]]
id = "{id}"
kind = "spans"
prompt = "Mark each source."
points = 1
minutes = 1
article = "mill"
labels = ["source"]
explanation = "The owner speaks, and then somebody hides."
{rest}
"""
# What is asked, and whether pupils would get the key of the test in it.
GOLD_KEYS = [
    ("a test by the gold of one's own text", "mill", 'key = "gold"\nfeedback = "shape"', "", ""),
    ("a test by gold that they practise with", "mill", 'key = "gold"\nfeedback = "shape"',
     'key = "gold"\nhints = ["Who?", "Where?"]', "they practise with it"),
    ("a test by the gold of the kit", "footbridge", 'key = "gold"\nfeedback = "shape"', "", "it is a text of the kit"),
    ("practice by the gold of the kit", "footbridge", 'key = "gold"\nhints = ["Who?", "Where?"]', "", ""),
]  # fmt: skip


def own_course(folder: Path, *questions: str) -> Path:
    (folder / "articles").mkdir(parents=True)
    (folder / "questions").mkdir()
    (folder / "articles" / "mill.txt").write_text(TEXT, encoding="utf-8")
    (folder / "articles" / "mill.toml").write_text(MARKED, encoding="utf-8")
    (folder / "questions" / "mill.toml").write_text(
        'title = "The mill"\n# mill.1: the owner\n' + "\n".join(questions), encoding="utf-8"
    )
    return folder


def bundled(folder: Path, out: Path, *units: str) -> dict[str, bytes]:
    try:
        assert main(["bundle", "--unit", *units, "--course", str(folder), "-o", str(out)]) == 0
    finally:
        course(None)
    return dict(contents(out.read_bytes()))


def test_a_course_of_ones_own_goes_in_with_its_tests_sealed(tmp_path: Path) -> None:
    folder = question_bank.course_in(tmp_path / "course")
    file = folder / "questions" / "12-footbridge.toml"
    secret = "400 / 2,300 = 0.174"
    assert secret in file.read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace('id = "12.3"', 'id = "12.3"\nfeedback = "shape"')
    start = text.index("hints", text.index('id = "12.3"'))
    end = text.index("]", start) + 1
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    everything = bundled(folder, tmp_path / "own.zip", "12")
    assert "who-says-so/exercises/12-footbridge.ipynb" in everything
    assert not [name for name, content in everything.items() if secret.encode() in content]


@pytest.mark.parametrize(("what", "article", "first", "second", "why"), GOLD_KEYS, ids=[each[0] for each in GOLD_KEYS])
def test_a_test_whose_key_pupils_would_get_is_not_bundled(
    what: str, article: str, first: str, second: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [QUESTION.format(id=f"mill.{n}", rest=rest) for n, rest in enumerate((first, second), 1) if rest]
    folder = own_course(tmp_path / "mine", asked[0].replace('"mill"', f'"{article}"'), *asked[1:])
    if not why:
        bundled(folder, tmp_path / "own.zip", "mill")
        return
    try:
        assert main(["bundle", "--unit", "mill", "--course", str(folder), "-o", str(tmp_path / "own.zip")]) == 2
    finally:
        course(None)
    assert capsys.readouterr().err == (
        f"kit: the key of mill.1, a test question, is the gold of “{article}”, which pupils get: {why}. Ask about a "
        "text of your own that is in no practice question, or write the key out. No bundle was made.\n"
    )
    assert not (tmp_path / "own.zip").exists()


def test_of_ones_own_course_only_what_was_asked_for_goes_in(tmp_path: Path) -> None:
    folder = own_course(tmp_path / "mine", QUESTION.format(id="mill.1", rest='key = "gold"\nfeedback = "shape"'))
    (folder / "questions" / "later.toml").write_text(
        (folder / "questions" / "mill.toml").read_text(encoding="utf-8").replace("mill.1", "later.1"), encoding="utf-8"
    )
    (folder / "lexicons").mkdir()
    (folder / "lexicons" / "names.toml").write_text("", encoding="utf-8")
    (folder / "articles" / "spring.txt").write_text("Spring\n\nThe secret text of the next test.", encoding="utf-8")
    everything = bundled(folder, tmp_path / "own.zip", "mill")
    wheel = [name.partition("!")[2] for name in everything if "!" in name]
    assert {"kit/data/questions/mill.toml", "kit/data/articles/mill.txt", "kit/data/articles/mill.toml"} <= set(wheel)
    assert "kit/data/own_lexicons/names.toml" in wheel
    assert not [name for name in everything if "later" in name or "spring" in name]
    for secret in (b"that is the answer", b"The answer to mill.1", b"# mill.1", b"somebody hides", b"level ="):
        assert not [
            name for name, content in everything.items() if secret in content and Path(name).stem in ("mill", "later")
        ]


@pytest.mark.parametrize("command", [[], ["-h"], ["--version"], ["grade"]])
def test_in_the_pupils_edition_the_command_works(command: list[str], edition: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kit", *command],
        capture_output=True,
        text=True,
        cwd=edition,
        env={"PYTHONPATH": str(edition), "PATH": ""},
    )
    assert "Traceback" not in done.stderr
    if command == ["grade"]:
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("kit: there is no command 'grade'. ")
    else:
        assert done.returncode == 0
        assert re.match(r"kit \d" if command == ["--version"] else r"usage: kit ", done.stdout)


def test_the_folder_around_the_kit_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "readings" / "course" / "kit"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "readings").mkdir()
    (package / "readings" / "left-out.toml").write_text("")
    monkeypatch.setattr(edition_module, "resources", lambda name: package)
    assert [file.name for file in edition_module.package_files()] == ["kit/__init__.py"]


def test_a_zip_of_somebody_else_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "class.zip"
    out.write_bytes(b"mine")
    assert main(["bundle", "-o", str(out)]) == 2
    assert out.read_bytes() == b"mine"
    assert capsys.readouterr().err == (
        f"kit: {out} is there already and was not made by `kit bundle`. Name another file: -o other.zip\n"
    )


def test_a_unit_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bundle", "--unit", "77", "-o", str(tmp_path / "x.zip")]) == 2
    assert capsys.readouterr().err.startswith("kit: There is no unit 77. The units are: 0-start, ")
