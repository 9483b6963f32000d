"""How long marking takes, beside nbgrader and otter on the same hand-ins, and what happens to damaged ones.

    python benchmarks/grading.py [--hand-ins 30 10000] [--unit 1] [--others] [--worst] [--fuzz SECONDS]

Hand-ins of one whole unit are made up (right, half right and wrong answers) and marked with `kit grade` in a process of
its own, start-up included; a second run shows what it costs when nothing is new. With --others, nbgrader's autograde
and `otter run` mark the first thirty as notebooks, where they are installed (pip install ".[nbgrader,otter]"). With
--worst, hand-ins that are made to take long are marked where one second is allowed. With --fuzz, hand-ins are damaged
at random for so many seconds; whatever the reader raises is counted and shown.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kit.grading.gradebook import Gradebook
from kit.grading.hand_in_marking import keep, mark_file
from kit.grading.layouts import read_place
from kit.grading.limits import Limits
from kit.grading.submitted_files import SubmittedFile
from kit.making.exercises import exercise, literal
from kit.questions.bank import unit as unit_of
from kit.questions.marking import model_answer
from kit.questions.question import Unit

ROOT = Path(__file__).parents[1]
THIRTY = 30
PATIENCE = 60.0  # seconds for one hand-in of nbgrader or otter
CONFIG = 'c = get_config()\nc.CourseDirectory.course_id = "press"\nc.Exchange.root = "exchange"\n'
Answers = dict[str, Any]


def answers(unit: Unit, dice: random.Random) -> Answers:
    """One pupil's answers: each right, half right, or none."""
    made: Answers = {}
    for question in unit.questions:
        right = model_answer(question)
        luck = dice.random()
        if luck < 0.5:
            made[question.id] = right
        elif luck < 0.8:
            made[question.id] = right[: len(right) // 2] if isinstance(right, list) else "a"
        elif luck < 0.9:
            made[question.id] = f"Something else, {dice.randrange(1000)}."
    return made


def as_file(name: str, unit: Unit, given: Answers) -> str:
    entries = {id: {"answer": answer} for id, answer in given.items()}
    when = "2026-11-20T10:00:00+00:00"
    return json.dumps({"hand_in": 1, "name": name, "unit": unit.name, "written": when, "answers": entries})


def as_notebook(unit: Unit, given: Answers, released: str) -> str:
    """The exercise with answers typed into it."""
    notebook = json.loads(released)
    for cell in notebook["cells"]:
        for id, answer in given.items():
            if cell.get("id") == f"answer-{id.replace('.', '-')}":
                cell["source"] = [f'check("{id}", {literal(answer)})']
    return json.dumps(notebook)


def timed(command: list[str], folder: Path, path: str = "", patience: float | None = None) -> tuple[float, float]:
    """Seconds that a command takes, start-up included, and the most memory that it or a process of it took, in MB. Its
    output is shown if it fails; after `patience` seconds it is broken off."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PATH": os.pathsep.join(filter(None, (path, os.environ["PATH"])))}
    said = folder / "said.txt"
    began = time.perf_counter()
    with said.open("w") as out:
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=out)
        alarm = threading.Timer(patience, process.kill) if patience else None
        if alarm:
            alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if alarm:
            alarm.cancel()
    seconds = time.perf_counter() - began
    if process.returncode:
        why = f"was broken off after {seconds:.0f} s" if process.returncode < 0 else "failed"
        print(f"  {' '.join(command[:3])} {why}:\n{said.read_text(errors='replace')[-2000:]}", flush=True)
    return seconds, used.ru_maxrss / 1024


def ours(count: int, unit: Unit, folder: Path) -> None:
    """Mark so many hand-ins, twice."""
    handed = folder / f"handed-{count}"
    handed.mkdir()
    dice = random.Random(count)
    for number in range(count):
        name = f"Pupil {number:05}"
        (handed / f"{unit.name} {name}.json").write_text(as_file(name, unit, answers(unit, dice)), encoding="utf-8")
    command = [sys.executable, "-m", "kit", "grade", str(handed), "-o", str(folder / f"marks-{count}")]
    for what in ("first run", "again   "):
        seconds, peak = timed(command, folder)
        each = 1000 * seconds / count
        print(
            f"  kit grade, {count:6,} hand-ins, {what}: {seconds:7.2f} s, {each:7.2f} ms each, peak {peak:.0f} MB",
            flush=True,
        )


def others(unit: Unit, folder: Path) -> None:
    """nbgrader and otter on thirty notebooks of the same kind."""
    place = Path(sys.executable).parent
    released = exercise(unit, "a benchmark")
    dice = random.Random(THIRTY)
    books = {f"pupil{n}": as_notebook(unit, answers(unit, dice), released) for n in range(THIRTY)}
    if (place / "nbgrader").exists():
        nbgrader(unit, folder / "nbgrader", books, place)
    else:
        print("  nbgrader is not installed here.")
    if (place / "otter").exists():
        otter(unit, folder / "otter", books, place)
    else:
        print("  otter-grader is not installed here.")


def nbgrader(unit: Unit, folder: Path, books: dict[str, str], place: Path) -> None:
    put(folder / "nbgrader_config.py", CONFIG)
    put(folder / "source" / "unit" / f"{unit.name}.ipynb", exercise(unit, "a benchmark"))
    timed([str(place / "nbgrader"), "generate_assignment", "unit", "--create"], folder, str(place))
    for pupil, book in books.items():
        put(folder / "submitted" / pupil / "unit" / f"{unit.name}.ipynb", book)
    command = [str(place / "nbgrader"), "autograde", "unit", "--create"]
    with alive(lambda: len(list(folder.glob("autograded/*/unit/*.ipynb")))):
        seconds, _ = timed(command, folder, str(place), PATIENCE * THIRTY)
    done = len(list(folder.glob("autograded/*/unit/*.ipynb")))
    each = 1000 * seconds / max(1, done)
    print(f"  nbgrader autograde, {done} hand-ins: {seconds:7.2f} s, {each:7.0f} ms each", flush=True)


@contextmanager
def alive(done: Callable[[], int]) -> Iterator[None]:
    """Tells now and then how far a command is that says nothing."""
    over = threading.Event()

    def tell() -> None:
        while not over.wait(15):
            print(f"  … {done()} of {THIRTY}", flush=True)

    thread = threading.Thread(target=tell)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def otter(unit: Unit, folder: Path, books: dict[str, str], place: Path) -> None:
    """A test for each question asks whether the saved answer earned all points."""
    for question in unit.questions:
        if not question.key.by_hand:
            slug = f"q{question.id.replace('.', '_')}"
            code = f">>> from kit import check\n>>> float(check({question.id!r})) == {float(question.points)}\nTrue"
            test = {"name": slug, "points": 1, "suites": [{"cases": [{"code": code}], "type": "doctest"}]}
            put(folder / "tests" / f"{slug}.py", f"OK_FORMAT = True\ntest = {test!r}\n")
    timed([str(place / "otter"), "generate", "-t", "tests", "-o", "autograder.zip"], folder, str(place))
    seconds = []
    for pupil, book in books.items():
        put(folder / pupil / f"{unit.name}.ipynb", book)
        command = [str(place / "otter"), "run", "-a", "../autograder.zip", f"{unit.name}.ipynb"]
        seconds.append(timed(command, folder / pupil, str(place), PATIENCE)[0])
        tell("otter run", seconds)


def tell(what: str, seconds: list[float]) -> None:
    """How far it is: a line every fifth hand-in, and what it came to at the end."""
    n, whole = len(seconds), sum(seconds)
    if n == THIRTY or n % 5 == 0:
        said = f"{n:3} hand-ins: {whole:7.2f} s, {1000 * whole / n:7.0f} ms each, the slowest {max(seconds):.1f} s"
        print(f"  {what:20} {said}", flush=True)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def damaged(data: bytes, dice: random.Random) -> bytes:
    """A file with some bytes cut out, doubled, swapped or made up."""
    raw = bytearray(data)
    for _ in range(dice.randrange(1, 6)):
        at, length = dice.randrange(len(raw) + 1), dice.randrange(1, 40)
        match dice.randrange(5):
            case 0:
                del raw[at : at + length]
            case 1:
                raw[at:at] = raw[at : at + length]
            case 2:
                raw[at:at] = bytes(dice.randrange(256) for _ in range(length))
            case 3:
                raw[at:at] = dice.choice(
                    (b"[", b"{", b'"', b"\\u", b"\\ud800", b"NaN", b"1e999", b"null", b"check(", b"'''", b"\n")
                )
            case _:
                other = dice.randrange(len(raw) + 1)
                raw[at : at + length] = raw[other : other + length]
        raw = raw or bytearray(b" ")
    return bytes(raw)


def heavy() -> dict[str, str]:
    """Hand-ins that are made to take long, each as large as the limits allow."""

    def file(answers: Answers) -> str:
        return json.dumps({"name": "Eve", "answers": answers})

    def notebook(cell: str, times: int) -> str:
        cells = [{"cell_type": "code", "source": cell}] * times
        return json.dumps({"nbformat": 4, "nbformat_minor": 5, "cells": cells})

    marks = {f"1.{n}": [["source", "a " * 490 + str(k)] for k in range(450)] for n in range(1, 10)}
    figures = {f"3.{n}": " ".join(map(str, range(3900))) for n in range(1, 14)}
    return {
        "a quotation mark without a partner.json": '{"answers": "' + '\\"' * 2_000_000,
        "brackets.json": '{"answers": {"1.2":[' + "[]," * 1_500_000 + "[]]}}",
        "keys.json": '{"answers": {' + ",".join(f'"{n}":1' for n in range(300_000)) + ',"1":1}}',
        "long marks.json": file(marks),
        "new figures.json": file(figures),
        "checks.ipynb": notebook('check("1.2", "a")\n' * 2000, 130),
        "numbers.ipynb": notebook('check("1.2", [' + "1," * 19_000 + "])", 120),
        "strings.ipynb": notebook('check("1.2", ' + "'a' " * 9_000 + ")", 120),
        "quotation marks.ipynb": notebook("check " + "'''a" * 9_000, 120),
    }


def worst() -> None:
    """How long heavy hand-ins take where one second is allowed."""
    for name, text in heavy().items():
        began = time.perf_counter()
        mark_file(SubmittedFile(name, text.encode()), Limits(seconds=1.0))
        print(f"  {name:40} {time.perf_counter() - began:5.2f} s where one second is allowed")


def fuzz(seconds: float, unit: Unit) -> None:
    """Damage hand-ins and notebooks for a while. Reading, marking and keeping may say no; they may never raise."""
    dice = random.Random(9)
    released = exercise(unit, "a benchmark")
    whole = [as_file("Ada", unit, answers(unit, dice)).encode() for _ in range(20)]
    books = [as_notebook(unit, answers(unit, dice), released).encode() for _ in range(20)]
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    book = Gradebook(Path(tempfile.mkdtemp()) / "gradebook.sqlite")
    end = time.perf_counter() + seconds
    with book.transaction():
        while time.perf_counter() < end:
            name, pool = dice.choice((("1.json", whole), ("1.ipynb", books)))
            piece = SubmittedFile(name, damaged(dice.choice(pool), dice))
            began = time.perf_counter()
            try:
                hand_in = mark_file(piece, Limits())
                keep(hand_in, read_place(name), book, "", "")
                outcomes["could not be read" if hand_in.problem else "was marked"] += 1
            except Exception as error:  # that is what is looked for
                outcomes[f"RAISED {type(error).__name__}: {error}"[:100]] += 1
            slowest = max(slowest, time.perf_counter() - began)
    print(f"  {outcomes.total():,} damaged hand-ins in {seconds:.0f} s; the slowest took {1000 * slowest:.0f} ms:")
    for what, count in outcomes.most_common():
        print(f"    {count:8,} {what}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hand-ins", type=int, nargs="*", default=[30, 10_000])
    parser.add_argument("--unit", default="1")
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--fuzz", type=float, default=0.0, metavar="SECONDS")
    args = parser.parse_args()
    unit = unit_of(args.unit)
    print(f"Unit {unit.name}, {len(unit.questions)} questions:")
    folder = Path(tempfile.mkdtemp())
    try:
        for count in args.hand_ins:
            ours(count, unit, folder)
        if args.others:
            others(unit, folder)
        if args.worst:
            worst()
        if args.fuzz:
            fuzz(args.fuzz, unit)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
