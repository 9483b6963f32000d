"""The pages for teachers and contributors tell the truth: commands run, and names, numbers and files are the kit's."""

from __future__ import annotations

import argparse
import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
import test_house

import kit
from kit.cli import COMMANDS, build_parser
from kit.cli.course_folder import PARTS
from kit.gold import gold
from kit.library import articles, names, text_of
from kit.measure import measured
from kit.places import course
from kit.questions import bank
from kit.questions.errors import QuestionError
from kit.questions.question import Unit

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
    hand_ins(tmp_path / "class")
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
    for line in re.findall(r"`(kit grade [^`]+)`", page(name)):
        run(" ".join(line.split()))
    course(None)


def hand_ins(folder: Path) -> None:
    """What two pupils have handed in."""
    folder.mkdir()
    for pupil in ("Ana Reyes", "Bo Lindt"):
        kit.check("1.2", "c")
        kit.hand_in(pupil, "1").file.replace(folder / f"{pupil}.json")  # type: ignore[union-attr]
    shutil.rmtree("answers")
    (folder.parent / "class.csv").write_text("name\nAna Reyes\nBo Lindt\n", encoding="utf-8")


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
    """Run a command of the kit. One that serves until it is stopped, or needs npm, is only parsed: test_lab.py starts
    the first, tests/browser/test_site.py makes a site."""
    words = shlex.split(line, comments=True)[1:]
    if words[0] == "site" or (words[0] == "lab" and "--only-files" not in words):
        build_parser().parse_args(words)
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
        assert path.relative_to(ROOT).parts[0] in PARTS, f"{name} points to {target}, which a pupil’s folder has not"
        assert not part or part in anchors(path.read_text(encoding="utf-8")), f"{name} points to {target}"
    for target in re.findall(r"`((?:kit|tests|notebooks|exercises|solutions|docs|benchmarks|\.ci)/[^`\s]*)`", text):
        assert "NAME" in target or (ROOT / target).exists(), f"{name} names {target}"


def test_the_page_for_pupils_needs_no_other_page_but_the_glossary() -> None:
    """`kit bundle` packs these two."""
    assert set(re.findall(r"\]\(([^)#]+)", page("at-home.md"))) == {"glossary.md"}


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
    parser = build_parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {option for action in commands.choices[command]._actions for option in action.option_strings}


# Lessons


UNITS = {unit.number: unit for unit in bank.units()}
LESSONS = {part[:1]: part for part in page("lessons.md").split("\n## ")[1:]}
CALLED = re.compile(r"(all parts|parts|all tasks|tasks) ?([\d., toand]*?) ?\((\d+) minutes\)")


def minutes_of_parts(unit: Unit) -> dict[int, int]:
    """The parts of a lesson and their minutes, from the table at its head; none if it has no notebook or no table."""
    file = ROOT / "notebooks" / f"{unit.name}.ipynb"
    if not file.exists():
        return {}
    cells = nbformat.read(file, as_version=4).cells
    rows = re.findall(r"^\| (\d+) [^|]+\| (\d+) \|", "\n".join(cell.source for cell in cells), flags=re.M)
    return {int(part): int(minutes) for part, minutes in rows}


def listed(words: str) -> list[str]:
    """“6.1 to 6.3 and 6.8” as numbers, one by one."""
    found: list[str] = []
    for first, last in re.findall(r"(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))?", words):
        unit, _, start = first.rpartition(".")
        end = last.rpartition(".")[2] or start
        found += [f"{unit}.{at}" if unit else str(at) for at in range(int(start), int(end) + 1)]
    return found


def test_numbers_in_a_list_are_read() -> None:
    assert listed("6.1 to 6.3, 6.8 and 6.11") == ["6.1", "6.2", "6.3", "6.8", "6.11"]
    assert listed("1, 2 and 5") == ["1", "2", "5"]


def test_every_unit_has_a_plan() -> None:
    heads = re.findall(r"^## (\d) · (.+)$", page("lessons.md"), flags=re.M)
    assert heads == [(number, UNITS[number].title) for number in UNITS]


@pytest.mark.parametrize("number", LESSONS)
def test_the_minutes_of_a_plan_are_those_of_the_lesson_and_its_questions(number: str) -> None:
    unit, plan = UNITS[number], LESSONS[number]
    parts, tasks = minutes_of_parts(unit), {question.id: question.minutes for question in unit.questions}
    called = CALLED.findall(plan)
    assert len(called) >= 2
    for what, which, minutes in called:
        known: Mapping[str, int] = {str(part): at for part, at in parts.items()} if "parts" in what else tasks
        if known:
            assert sum(known[each] for each in (known if "all" in what else listed(which))) == int(minutes), which
    stated = int(re.findall(r"^(\d+) minutes\. Text", plan, flags=re.M)[0])
    assert not parts or sum(parts.values()) == stated


@pytest.mark.parametrize("number", LESSONS)
def test_the_texts_of_a_plan_are_there_and_what_it_calls_sound_is(number: str) -> None:
    head = LESSONS[number].partition("**By the end")[0]
    assert set(re.findall(r"`([\w-]+)`", head)) <= set(names())
    for text in re.findall(r"`([\w-]+)` \(a sound report\)", head):
        assert gold(text).sound
    for task in re.findall(r"in (\d\.\d+) there is nothing to find", LESSONS[number]):
        key = bank.question(task).key
        assert not getattr(key, "marks", ()) and not getattr(key, "pairs", ())


# Teaching


TEACHING = page("teaching.md")
EIGHT = re.compile(r"tasks (\S+ to \S+) and (\S+ to \S+)\) have eight questions each, of the same form, (\d+) points")


def test_the_course_at_a_glance_is_the_course() -> None:
    rows = re.findall(r"^\| (\d) ([^|]+) \| (\d+) \|", TEACHING, flags=re.M)
    stated = {number: re.findall(r"^(\d+) minutes\. Text", plan, flags=re.M)[0] for number, plan in LESSONS.items()}
    assert rows == [(number, unit.title, stated[number]) for number, unit in UNITS.items()]


def test_an_exercise_is_no_longer_than_its_lesson_and_the_table_says_how_long() -> None:
    rows = re.findall(r"^\| (\d) [^|]+ \| (\d+) \| (\d+) \|", TEACHING, flags=re.M)
    assert {number: int(exercise) for number, _, exercise in rows} == {n: u.exercise.minutes for n, u in UNITS.items()}
    assert [number for number, lesson, exercise in rows if int(exercise) > int(lesson)] == []
    audit = sum(question.minutes for question in UNITS["9"].questions if question.kind == "open")
    assert f"In lesson 9 the audit alone takes {audit} minutes" in TEACHING


def test_how_many_texts_there_are_and_which_are_sound() -> None:
    invented = [text for text in articles() if "nvented" in text.note and "econstruct" not in text.note]
    assert (len(articles()), len(invented)) == (28, 27)
    assert "There are 28 practice texts" in TEACHING and "Twenty-seven are about invented towns" in TEACHING
    assert [name for name in names() if gold(name).sound] == [
        *("recall", "schoolboard", "schoolboard-interview", "scooters", "scooters-agency"),
    ]
    assert (
        "five of them,\n`recall`, `schoolboard`, `schoolboard-interview`, `scooters` and `scooters-agency`, are sound"
        in TEACHING
    )


def test_the_figures_of_the_helper_are_the_measured_ones() -> None:
    kinds = measured()
    percent = {
        kind: [round(100 * kinds[kind][share]) for share in ("precision", "recall")]
        for kind in ("attribution", "level")
    }
    right, found = percent["attribution"]
    told = " ".join(TEACHING.split())
    assert (
        f"of 100 attributions that it marked {right} were right, and of 100 that there were it found {found}." in told
    )
    assert "({} and {})".format(*percent["level"]) in told
    assert 0.45 < kinds["euphemism"]["recall"] < 0.55 and "it finds about half of the soft words" in told


def test_the_tests_before_and_after_are_alike() -> None:
    found = EIGHT.search(" ".join(TEACHING.split()))
    assert found
    before, after = (listed(found[at]) for at in (1, 2))
    for which, tasks in (("pre", before), ("post", after)):
        assert [q.id for unit in bank.units() for q in unit.questions if q.test == which] == tasks
        assert sum(bank.question(task).points for task in tasks) == int(found[3])
        assert len(tasks) == 8


def test_the_rubric_of_the_audit_is_the_one_of_its_questions() -> None:
    told = " ".join(TEACHING.split())
    names = ("finds", "classifies", "justifies", "calibrates", "rewrites")
    rubric = ", ".join(f"{what} {bank.question(f'9.{at}').points}" for at, what in enumerate(names, 7))
    assert "**The audit** (tasks 9.7 to 9.11)" in told and f"{rubric}, together 100 points" in told


def test_what_may_hurt_is_named_with_every_task_on_it() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| [^|]+ \| (?:lessons? ([^;|]+); )?tasks? ([^|]+) \| ([^|]+) \|$", TEACHING, flags=re.M
    )
    assert len(rows) >= 6
    for name, lessons, tasks, instead in rows:
        about = [q.id for unit in bank.units() for q in unit.questions if name in (q.article, *q.beside)]
        assert about == listed(tasks), name
        there = {number for number, unit in UNITS.items() if (ROOT / "notebooks" / f"{unit.name}.ipynb").exists()}
        assert {number for number in there if f'"{name}"' in code_of(UNITS[number])} == set(listed(lessons)) & there, (
            name
        )
        assert set(re.findall(r"`(\w+)`", instead)) <= set(names()) - {row[0] for row in rows}


def code_of(unit: Unit) -> str:
    cells = nbformat.read(ROOT / "notebooks" / f"{unit.name}.ipynb", as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code")


def test_the_mixed_texts_of_unit_4_are_counted() -> None:
    assert len({q.article for q in UNITS["4"].questions if q.article}) == 11
    assert "passages from eleven reports" in LESSONS["4"]


def test_every_page_is_reached_from_the_front() -> None:
    for front in ("README.md", "CONTRIBUTING.md"):
        assert "](docs/teaching.md)" in (ROOT / front).read_text(encoding="utf-8")
    assert set(re.findall(r"\]\(([\w-]+\.md)", TEACHING)) >= set(PAGES) - {"teaching.md"}
