"""`survey` in a notebook: what it shows, how a row opens its text, and the hundred reports of lesson 8."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit import KitError, survey
from kit.lessons import draw_lots, hundred_reports, show_samples
from kit.lessons.hundred import counts, reports
from kit.surveying.columns import Columns
from kit.surveying.inputs import open_inputs
from kit.surveying.write import write_survey
from kit.widgets.survey import Survey


@pytest.fixture(scope="module")
def hundred() -> Survey:
    return survey(hundred_reports())


def test_a_survey_shows_what_was_counted(hundred: Survey) -> None:
    assert repr(hundred).splitlines()[0] == "100 stories of 3 outlets, 2026-01 to 2026-06."
    assert len(hundred.stories) == 100 and len(hundred.stories[0]) == len(hundred.head) + 1
    for heading in ("All stories", "Outlet by outlet", "Two outlets compared", "Month by month", "How it was counted"):
        assert f"<summary>{heading}</summary>" in hundred.summary
    assert hundred.summary.count("<img ") == len(re.findall(r'alt="[^"]{40,}"', hundred.summary)) == 6


def test_a_row_opens_its_text_with_marks(hundred: Survey) -> None:
    hundred._asked(None, {"number": 1}, None)
    assert hundred.problem == "" and hundred.opened["number"] == 1
    assert "kit-cue" in hundred.opened["text"] and "kit-content" in hundred.opened["text"]
    assert hundred.show("report-002").article.text == reports()[1]["text"]


@pytest.mark.parametrize("message", [{"number": 100}, {"number": "x"}, {}, None, "1"])
def test_a_row_that_is_not_there_is_told(hundred: Survey, message: object) -> None:
    hundred._asked(None, message, None)
    assert hundred.problem


def test_two_outlets_are_compared(hundred: Survey) -> None:
    rows = {row[0]: row[-1] for row in hundred.compare("Brenn Courier", "Hest Evening News").rows}
    assert rows["Stories with an unnamed source, in 100 stories"] == "more than chance would make"
    assert hundred.compare().head[1:3] == ("Brenn Courier", "Hest Evening News")


def test_a_notebook_and_a_folder_give_the_same_figures(hundred: Survey, tmp_path: Path) -> None:
    written = write_survey(open_inputs([hundred_reports()], Columns()), tmp_path / "out", lambda _: None, workers=1)
    assert written == hundred.result
    assert survey(tmp_path / "out").result == hundred.result


def test_neither_dask_nor_pyarrow_is_opened_in_a_notebook() -> None:
    code = (
        "import sys; from kit import survey; from kit.lessons import hundred_reports; survey(hundred_reports())\n"
        "print(*(name for name in ('dask', 'distributed', 'pyarrow', 'pandas') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_what_is_no_collection_is_told(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(json.dumps({"text": "It rained."}) for _ in range(301)))
    for what, said in (
        (None, "survey takes the name of a folder or of a table"),
        (5, "not a thing of the type int"),
        (" ", "not words in quotation marks"),
        (tmp_path / "none", "there is no file or folder"),
        (many, "there are more than 300 texts in"),
    ):
        with pytest.raises(KitError, match=said):
            survey(what)  # type: ignore[arg-type]


def test_the_hundred_reports_are_those_that_are_made() -> None:
    script = Path(__file__).parents[1] / "benchmarks" / "make_reports.py"
    subprocess.run([sys.executable, str(script), "--check"], check=True)
    made = reports()
    assert len(made) == len({report["id"] for report in made}) == len({report["text"] for report in made}) == 100
    assert sum(report["made_from"].startswith("library: ") for report in made) == 12


def test_lots_fall_anew_each_time_and_a_number_repeats_them() -> None:
    assert draw_lots(3, lot=1).rows == draw_lots(3, lot=1).rows != draw_lots(3, lot=2).rows
    assert [len(draw_lots(number).rows) for number in (1, 100)] == [1, 100]
    for wrong in (0, 101, 2.5, True, "ten"):
        for draw in (draw_lots, show_samples):
            with pytest.raises(KitError, match="needs a whole number from 1 to 100, not"):
                draw(wrong)  # type: ignore[arg-type]


def test_larger_samples_have_shorter_intervals() -> None:
    assert len(counts()) == 100

    def lengths(size: int) -> list[float]:
        lines = show_samples(size, lot=1).text.splitlines()[1:-1]
        found = (re.findall(r"\d+(?:\.\d+)?", line.partition(": ")[2]) for line in lines)
        return [float(high) - float(low) for _, low, high in found]

    assert sum(lengths(10)) > 1.5 * sum(lengths(40))
