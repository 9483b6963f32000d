"""What marking does not need it does not open: most of the time of a class of thirty would go there."""

from __future__ import annotations

import random
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from grading_class import hand_in, put, run, the_course

from kit.errors import KitError
from kit.grading import storage
from kit.grading.gradebook import Gradebook
from kit.questions.errors import QuestionError

HEAVY = ("textblob", "nltk", "email.message", "concurrent.futures", "matplotlib", "IPython", "kit.text.reading")
WORDS = "mayor council said bridge water figures nobody told report sources claim who asked when".split()
PLAIN = {"1.2": "a", "3.6": "The firm dismissed forty people."}


def test_marking_brings_no_tagger_and_nothing_that_opens_pages(tmp_path: Path) -> None:
    handed = put(tmp_path / "handed", {"Ada.json": hand_in("Ada", PLAIN, unit="1")})
    code = (
        "import sys; from kit.cli import main; "
        f"main(['grade', {str(handed)!r}, '-o', {str(tmp_path / 'marks')!r}]); "
        f"print(*(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[1])
    assert done.stderr.split() == []
    with Gradebook(tmp_path / "marks" / "gradebook.sqlite") as book:
        (ada,) = book.hand_ins()
    states = {each.question: each.state for each in ada.answers}
    assert set(states) == set(PLAIN)
    assert not {"unknown", "unreadable"} & set(states.values())


def test_a_slip_in_a_unit_that_nobody_answered_stops_nobody(tmp_path: Path) -> None:
    with the_course(tmp_path) as course:
        (course / "questions" / "8-later.toml").write_text("title = ", encoding="utf-8")
        handed = put(tmp_path / "handed", {"Ada.json": hand_in("Ada", {"12.1": "a"})})
        assert run(handed, tmp_path / "marks").pupils == 1
        put(handed, {"Bo.json": hand_in("Bo", {"8.1": "a"})})
        with pytest.raises(QuestionError, match=r"8-later\.toml is not valid TOML"):
            run(handed, tmp_path / "marks")


def class_of(count: int, dice: random.Random) -> dict[str, str]:
    """Hand-ins of which no two have an answer in common, with much to read in each."""
    return {
        f"{n}.json": hand_in(
            f"Pupil {n}",
            {
                "12.3": dice.random(),
                "12.4": [["source", " ".join(dice.sample(WORDS, 3))]],
                "12.8": " ".join(dice.choices(WORDS, k=40)),
                "12.9": " ".join(dice.choices(WORDS, k=900)),
            },
        )
        for n in range(count)
    }


def test_memory_does_not_grow_with_the_class(tmp_path: Path) -> None:
    dice, peaks = random.Random(3), []
    with the_course(tmp_path):
        for count in (5, 20, 70):  # the first fills what is read once
            handed = put(tmp_path / f"handed-{count}", class_of(count, dice))
            tracemalloc.start()
            run(handed, tmp_path / f"marks-{count}")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    # Bytes a pupil, of 5,000 handed in; what is left are memories of a fixed size, which are filling up.
    assert (peaks[2] - peaks[1]) / 50 < 5_000, peaks


def test_a_table_that_breaks_off_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with the_course(tmp_path):
        handed = put(tmp_path / "handed", {"Ada.json": hand_in("Ada", {"12.1": "a"})})
        run(handed, tmp_path / "marks")
        before = {path.name: path.read_bytes() for path in (tmp_path / "marks").glob("*.csv")}
        put(handed, {"Bo.json": hand_in("Bo", {"12.1": "a", "12.9": "Why?"})})

        def full(path: Path, content: bytes) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(storage, "write_atomic", full)
        with pytest.raises(KitError, match=r"0002-bo\.html can't be written: No space left"):
            run(handed, tmp_path / "marks")
        assert {path.name: path.read_bytes() for path in (tmp_path / "marks").glob("*.csv")} == before
        assert not list((tmp_path / "marks").glob(".*.part"))
