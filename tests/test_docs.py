"""The pages for teachers and contributors tell the truth: commands run, and names, numbers and files are the kit's."""

from __future__ import annotations

import argparse
import doctest
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import test_house

import kit
from kit.cli import COMMANDS, build_parser
from kit.library import text_of
from kit.places import course
from kit.questions.errors import QuestionError

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "row"),
    [
        ([], "| what either called doubtful counts on no side |"),
        (["--strict"], "| every doubtful mark counts like a plain one (`--strict`) |"),
    ],
)
def test_how_far_two_readers_agree_is_what_the_benchmark_prints(options: list[str], row: str) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "agreement.py"), *options]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    figures = printed[-1].split()[2:]
    assert f"{row} {' | '.join(figures)} |" in page("annotating.md").splitlines()
    quoted = f"{figures[0]} if doubtful" if options else f"({figures[0]} of 100 attributions"
    assert quoted in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


# Commands and examples


FENCE = re.compile(r"(?:^`(?P<file>[^`\n]+)`:\n\n)?^```(?P<language>\w*)\n(?P<body>.*?)^```", flags=re.M | re.S)
NETWORK = ("pip ", "python -m venv", "conda ", "source ", "git ")  # .ci/run gives these


@dataclass(frozen=True)
class Block:
    """A fenced block of a page, and the file that the line above it says it is."""

    language: str
    body: str
    file: str


def blocks(name: str) -> list[Block]:
    return [Block(found["language"], found["body"], found["file"] or "") for found in FENCE.finditer(page(name))]


def commands(name: str) -> list[str]:
    """Every line that a reader is asked to give in a terminal."""
    plain = (block.body.splitlines() for block in blocks(name) if not block.language)
    return [line.strip() for lines in plain for line in lines if line.strip().startswith(("kit ", *NETWORK))]


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_asks_for_can_be_done_in_its_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are written, commands run and examples held against what they print, from the top of the page down."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctest, "ELLIPSIS_MARKER", r"\u2026")  # "…", as doctest sees it when it compares
    (tmp_path / "article.txt").write_text(text_of("footbridge"), encoding="utf-8")
    shared: dict[str, object] = {}
    for at, block in enumerate(blocks(name)):
        if block.file:
            file = tmp_path / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.body, encoding="utf-8")
        elif block.language == "python":
            told = example(block.body, f"{name}, block {at + 1}", shared)
            assert not told, told
        elif not block.language:
            for line in block.body.splitlines():
                if line.strip().startswith("kit "):
                    run(line.strip())
    course(None)


def example(body: str, where: str, shared: dict[str, object]) -> str:
    """Hold an example against what Python prints, and give what went wrong."""
    test = doctest.DocTestParser().get_doctest(body, shared, where, where, 0)
    assert test.examples, f"{where} holds no example with >>>"
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    runner.run(test, out=said.append, clear_globs=False)
    shared.update(test.globs)
    return "".join(said) if runner.failures else ""


def run(line: str) -> None:
    """Run a command of the kit; one that serves until it is stopped is only parsed (test_lab.py starts it)."""
    words = shlex.split(line, comments=True)[1:]
    if words[0] == "lab" and "--only-files" not in words:
        build_parser()[0].parse_args(words)
        return
    done = subprocess.run([sys.executable, "-m", "kit", *words], env=ENV, capture_output=True, text=True)
    assert done.returncode == 0, f"{line}\n{done.stderr}"


@pytest.mark.parametrize("name", PAGES)
def test_a_command_that_needs_the_network_is_given_by_ci(name: str) -> None:
    """`.ci/run` takes the README's first commands out of the README itself."""
    given = {line.strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()}
    given.add(test_house.COMMAND_1.partition(" && ")[0])
    for line in commands(name):
        assert line.startswith("kit ") or line in given, f"{name}: nobody tries {line}"


# A question in ten minutes


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ('words = "It is said"', 'words = "it is said"', 0),
        ('words = "It is said"', 'words = "said"', 1),
        ('explanation = "“It is said” names', 'explanation = "“It" is "said” names', 2),
    ],
)
def test_the_slips_of_a_first_question_are_told_as_the_page_says(old: str, new: str, row: int, tmp_path: Path) -> None:
    text = page("own-texts.md")
    table = re.findall(r"^\| (.+?) \| .+ \|$", text.partition("| it says |")[2], flags=re.M)
    for block in filter(lambda block: block.file, blocks("own-texts.md")):
        file = tmp_path / block.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.body.replace(old, new, 1), encoding="utf-8")
    course(tmp_path / "my-course")
    with pytest.raises(QuestionError) as refused:
        kit.check("market.1", [])
    course(None)
    said = "".join(re.escape(piece) if piece != "…" else ".*" for piece in re.split("(…)", table[row]))
    assert re.search(said, str(refused.value)), str(refused.value)


# Names


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_points_to_is_there(name: str) -> None:
    text = page(name)
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text):
        file, _, part = target.partition("#")
        path = (DOCS / file).resolve() if file else DOCS / name
        assert path.is_file(), f"{name} points to {target}"
        assert not part or part in anchors(path.read_text(encoding="utf-8")), f"{name} points to {target}"
    for target in re.findall(r"`((?:kit|tests|notebooks|exercises|solutions|docs|benchmarks|\.ci)/[^`\s]*)`", text):
        assert "NAME" in target or (ROOT / target).exists(), f"{name} names {target}"


def anchors(text: str) -> set[str]:
    """What a heading is called in an address."""
    heads = re.findall(r"^#+ (.+)$", text, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_what_an_installation_weighs_is_said_the_same() -> None:
    house = test_house.README.partition("Carry the folder `wheels` (about ")[2].partition(")")[0]
    assert house == "95 MB" and f"about {house}" in page("setting-up.md")


@pytest.mark.parametrize("name", PAGES)
def test_commands_functions_and_questions_that_a_page_names_exist(name: str) -> None:
    text = page(name)
    assert set(re.findall(r"(?:^|`)kit ([a-z]+)", text, flags=re.M)) <= set(COMMANDS)
    assert set(re.findall(r"\bkit\.(\w+)\(", text)) <= set(kit.__all__)
    options = set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", " ".join(re.findall(r"`(kit [^`]+)`", text))))
    known = {option for command in COMMANDS for option in options_of(command)}
    assert options <= known, f"{name} names {options - known}"


def options_of(command: str) -> set[str]:
    parser, _ = build_parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {option for action in commands.choices[command]._actions for option in action.option_strings}
