"""What pupils get holds lessons, exercises, texts and a kit that works, and nothing that gives a test away."""

from __future__ import annotations

import io
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import question_bank

from kit.cli import main
from kit.places import course
from kit.questions.bank import units

ROOT = Path(__file__).parents[1]
TESTS = [q for unit in units() for q in unit.questions if q.feedback == "shape"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bundle") / "class.zip"
    assert main(["bundle", "-o", str(out)]) == 0
    return out


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
    assert "on reading the news:\n\n- 0 · Start\n- 1 · Who says so?\n\n## Starting" in readme
    order = (
        "type `cmd`",
        "python -m pip install who_says_so",
        "kit lab .",
        "`notebooks`",
        "`exercises`",
        "answers`",
        "write your name",
    )
    at = [readme.index(words) for words in order]
    assert at == sorted(at)
    assert "{" not in readme


def test_the_same_course_gives_the_same_zip(whole: Path, tmp_path: Path) -> None:
    assert main(["bundle", "-o", str(tmp_path / "again.zip")]) == 0
    assert (tmp_path / "again.zip").read_bytes() == whole.read_bytes()


def test_the_pupils_edition_answers_and_does_not_mark_tests(whole: Path, tmp_path: Path) -> None:
    (wheel,) = [content for name, content in contents(whole.read_bytes()) if name.endswith(".whl")]
    with zipfile.ZipFile(io.BytesIO(wheel)) as there:
        there.extractall(tmp_path / "site")
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
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
        check=True,
    )
    where, head, said, *_ = done.stdout.splitlines()
    assert where.startswith(str(tmp_path / "site"))
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


def test_a_course_of_ones_own_goes_in_with_its_tests_sealed(tmp_path: Path) -> None:
    folder = question_bank.course_in(tmp_path / "course")
    file = folder / "questions" / "12-footbridge.toml"
    secret = "The inspection report speaks three times"
    assert secret in file.read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace('id = "12.4"', 'id = "12.4"\nfeedback = "shape"')
    start = text.index("hints", text.index('id = "12.4"'))
    end = text.index("]", start) + 1
    file.write_text(text[:start] + text[end:], encoding="utf-8")
    try:
        out = tmp_path / "own.zip"
        assert main(["bundle", "--unit", "12", "--course", str(folder), "-o", str(out)]) == 0
    finally:
        course(None)
    everything = dict(contents(out.read_bytes()))
    assert "who-says-so/exercises/12-footbridge.ipynb" in everything
    assert not [name for name, content in everything.items() if secret.encode() in content]


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
