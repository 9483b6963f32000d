"""What marking does not need it does not open: most of the time of a class of thirty would go there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from grading_class import hand_in, put, run, the_course

from kit.grading.gradebook import Gradebook
from kit.questions.errors import QuestionError

HEAVY = ("textblob", "nltk", "email.message", "concurrent.futures", "matplotlib", "IPython", "kit.text.reading")
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
        states = {each.question: each.state for each in book.answers("Ada.json")}
    assert set(states) == set(PLAIN)
    assert not {"unknown", "unreadable"} & set(states.values())


def test_a_slip_in_a_unit_that_nobody_answered_stops_nobody(tmp_path: Path) -> None:
    with the_course(tmp_path) as course:
        (course / "questions" / "8-later.toml").write_text("title = ", encoding="utf-8")
        handed = put(tmp_path / "handed", {"Ada.json": hand_in("Ada", {"9.1": "a"})})
        assert run(handed, tmp_path / "marks").pupils == 1
        put(handed, {"Bo.json": hand_in("Bo", {"8.1": "a"})})
        with pytest.raises(QuestionError, match=r"8-later\.toml is not valid TOML"):
            run(handed, tmp_path / "marks")
