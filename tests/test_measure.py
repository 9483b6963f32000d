"""The finders held against gold, two readers against each other, and the command that prints and keeps the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.cli import main
from kit.cli import measure as command
from kit.compare import Annotation
from kit.gold import gold_in
from kit.library import names
from kit.measure import (
    PHENOMENA,
    READINGS,
    Score,
    agreement,
    as_toml,
    found_marks,
    gold_marks,
    measure_readers,
    measured,
    scores,
    total,
)
from kit.text import Span, read_text

TEXT = "The mayor said the road was safe. Officials let 40 staff go, the mayor added, and 50 staff stayed at home."
ARTICLE = read_text(TEXT)
FIRST = gold_in(
    TEXT,
    {
        "attribution": [
            {
                "within": "The mayor said the road was safe",
                "source": "The mayor",
                "cue": "said",
                "content": "the road was safe",
                "style": "indirect",
            },
        ],
        "source": [{"words": "The mayor", "level": "described"}],
        "euphemism": [{"within": "let 40 staff go", "words": ["let", "go"], "voice": "narrator"}],
        "inconsistency": [
            {"passages": ["40 staff", "50 staff"], "differ": ["40", "50"], "type": "number", "verdict": "none"}
        ],
    },
    "first",
)
SECOND = gold_in(
    TEXT,
    {
        "attribution": [{"source": [], "cue": "said", "content": "the road was safe", "style": "indirect"}],
        "source": [{"words": "The mayor", "level": "named_person"}, {"words": "the mayor", "level": "named_person"}],
        "inconsistency": [
            {"passages": ["40 staff", "50 staff"], "differ": ["40", "50"], "type": "number", "verdict": "tension"}
        ],
    },
    "second",
)


def test_two_readings_are_held_against_each_other() -> None:
    assert agreement(ARTICLE, FIRST, SECOND) == {
        "attribution": Score(1, 0, 0),
        "source": Score(1, 0, 1),  # the place is right, whatever the rung
        "level": Score(0, 1, 2),
        "euphemism": Score(0, 1, 0),
        "inconsistency": Score(0, 0, 1),  # a decoy is no inconsistency
    }


def test_doubtful_marks_count_on_no_side() -> None:
    sure, unsure = (Annotation("euphemism", (Span(0, 9),), doubtful) for doubtful in (False, True))
    empty: dict[str, list[Annotation]] = {phenomenon: [] for phenomenon in PHENOMENA}
    assert scores(ARTICLE, empty, {**empty, "euphemism": [unsure]})["euphemism"] == Score(0, 0, 0)
    assert scores(ARTICLE, {**empty, "euphemism": [unsure]}, empty)["euphemism"] == Score(0, 0, 0)
    assert scores(ARTICLE, empty, {**empty, "euphemism": [sure]})["euphemism"] == Score(0, 0, 1)


def test_findings_and_gold_become_the_same_marks() -> None:
    found = found_marks(read_text("“We saw it,” said Ortiz."))
    assert found["attribution"] == [Annotation("attribution", (Span(13, 17), Span(0, 12)))]
    assert found["level"] == [Annotation("named_person", (Span(18, 23),))]
    assert gold_marks(FIRST)["euphemism"] == [Annotation("euphemism", (Span(44, 47), Span(57, 59)))]
    assert gold_marks(FIRST)["inconsistency"] == []


@pytest.mark.parametrize(
    ("score", "shares"),
    [(Score(3, 1, 3), (0.5, 0.75, 0.6)), (Score(0, 0, 0), (None, None, None)), (Score(0, 2, 0), (None, 0.0, 0.0))],
)
def test_a_score_has_no_share_of_nothing(score: Score, shares: tuple[float | None, ...]) -> None:
    assert (score.precision, score.recall, score.f1) == shares


def test_the_file_of_figures_is_what_the_readme_and_the_lessons_quote() -> None:
    one = dict(total([agreement(ARTICLE, FIRST, SECOND)]))
    made = as_toml({"a": one}, {"a": one})
    assert made.splitlines()[:8] == [
        "# Made by `kit measure --write`, which holds the finders against the gold of the practice texts.",
        "",
        "[attribution]",
        "precision = 1.000",
        "recall = 1.000",
        "f1 = 1.000",
        "readers = 1.000",
        "texts = 1",
    ]
    assert set(measured()) == set(PHENOMENA)


def test_one_text_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "footbridge"]) == 0
    head, marks, row, blank, whole, *_ = capsys.readouterr().out.splitlines()
    assert head.split() == list(PHENOMENA)
    assert marks.split() == ["P", "R", "F1"] * 5
    assert row.startswith("footbridge  ")
    assert blank == ""
    assert whole.startswith("all texts (1)  ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["footbrige"],
            'kit: there is no practice text called "footbrige". Did you mean "footbridge"? The ',
        ),
        (["footbridge", "--write"], "kit: --write and --check are about all practice texts: leave the names out.\n"),
    ],
)
def test_slips_get_a_sentence(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", *arguments]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_the_file_is_written_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "measured.toml"
    monkeypatch.setattr(command, "FILE", file)
    monkeypatch.setattr(command, "SURVEY_FILE", tmp_path / "measured_survey.toml")
    monkeypatch.setattr("kit.library.names", lambda: ["footbridge"])
    assert main(["measure", "--check"]) == 2
    assert "After a change to a finder or a practice text, run: kit measure --write" in capsys.readouterr().err
    assert main(["measure", "--write"]) == 0
    assert main(["measure", "--check"]) == 0
    file.write_text(file.read_text().replace("texts = 1", "texts = 2"))
    assert main(["measure", "--check"]) == 2
    monkeypatch.setattr(command, "FILE", tmp_path)
    capsys.readouterr()
    assert main(["measure", "--write"]) == 2
    assert capsys.readouterr().err.endswith("can't be written: Is a directory. Check that you may write there.\n")


@pytest.mark.parametrize("name", names())
def test_the_head_of_a_text_says_how_far_its_two_readers_agreed(name: str) -> None:
    agreed = measure_readers([name])[name]
    shares = {phenomenon: agreed[phenomenon].f1 for phenomenon in PHENOMENA}
    figures = ", ".join(f"{each} {'–' if share is None else f'{100 * share:.0f}'}" for each, share in shares.items())
    head = (Path(str(READINGS)).parent / "articles" / f"{name}.toml").read_text(encoding="utf-8").splitlines()[:5]
    assert f"{figures}." in " ".join(line.removeprefix("# ") for line in head)
