"""Every number by which marking decides something that somebody sees: what happens just below it, and just above."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from grading_class import RIGHT, hand_in, notebook, put, run, the_course

from kit.errors import KitError
from kit.grading.class_figures import ClassFigures, TruncatedList, notes
from kit.grading.heat_map import HeatMap
from kit.grading.limits import Limits
from kit.grading.literals import typed_calls
from kit.grading.parsing import UnreadableFileError, parse_hand_in
from kit.grading.pupil_register import PupilRegister
from kit.grading.pupil_results import AnswerResult, PupilResult, UnitResult
from kit.grading.records import Doubt, HandedAnswer, HandedFile, Pupil
from kit.grading.settings import settings_from
from kit.grading.similarity import SimilarityFinder
from kit.grading.statistics import Correlation, QuestionFigures
from kit.grading.submitted_files import SubmittedFile
from kit.questions.bank import question, units

PROSE = [f"word{n}" for n in range(25)]


def named(*answers: tuple[str, str, str, bool], others: int = 0) -> list[tuple[tuple[str, ...], float]]:
    """The pairs that are named, with the share of prose of the first question, in a class with so many others."""
    finder = SimilarityFinder()
    for answer in (*answers, *((f"x{n}", "1.1", f"own {n}", False) for n in range(others))):
        finder.add(*answer)
    return [(pair.pupils, pair.prose[0][1] if pair.prose else 0.0) for pair in finder.pairs()]


@pytest.mark.parametrize(
    ("sharers", "others", "pairs"),
    [(3, 0, 3), (4, 0, 0), (4, 195, 0), (4, 196, 6), (10, 490, 45), (11, 539, 0)],
    ids=lambda value: str(value),
)
def test_a_wrong_answer_is_rare(sharers: int, others: int, pairs: int) -> None:
    answers = [(f"p{n:02}", f"1.{k}", "odd", False) for n in range(sharers) for k in range(2, 6)]
    assert len(named(*answers, others=others)) == pairs


@pytest.mark.parametrize(("length", "pairs"), [(24, 0), (25, 1)])
def test_short_prose_says_nothing(length: int, pairs: int) -> None:
    words = " ".join(PROSE[:length])
    assert len(named(("ada", "7.1", words, True), ("bo", "7.1", words, True))) == pairs


@pytest.mark.parametrize(("shared", "pairs"), [(14, []), (15, [(("ada", "bo"), 0.5)])])
def test_half_of_the_prose_is_shared(shared: int, pairs: list[Any]) -> None:
    other = " ".join(PROSE[:shared] + [f"other{n}" for n in range(25 - shared)])
    assert named(("ada", "7.1", " ".join(PROSE), True), ("bo", "7.1", other, True)) == pairs


@pytest.mark.parametrize(("sharers", "pairs"), [(6, 15), (7, 0)])
def test_what_many_write_stands_in_the_task(sharers: int, pairs: int) -> None:
    assert len(named(*((f"p{n}", "7.1", " ".join(PROSE), True) for n in range(sharers)))) == pairs


@pytest.mark.parametrize(("twos", "pairs"), [(50, 50), (51, 50)])
def test_no_more_pairs_are_named_than_anybody_reads(twos: int, pairs: int) -> None:
    answers = [(f"{two}{one}", f"1.{k}", f"odd {two}", False) for two in range(twos) for one in "ab" for k in range(4)]
    assert len(named(*answers)) == pairs


def figures(share: float, discrimination: float = 0.5, pupils: int = 100) -> QuestionFigures:
    squares = (share**2 + 0.25) * pupils  # both vary by a half on either side of their means
    products = (share * 0.5 + discrimination * 0.25) * pupils
    shares = Correlation(pupils, share * pupils, 0.5 * pupils, squares, 0.5 * pupils, products)
    return QuestionFigures(pupils, shares)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (figures(0.29), ["Hard: talk about it."]),
        (figures(0.3), []),
        (figures(0.94), []),
        (figures(0.95), ["Nearly everybody knew it."]),
        (figures(0.5, -0.09), []),  # from −0.28 to 0.11
        (figures(0.5, -0.1), ["It doesn’t fit the rest: look at its key."]),  # from −0.29 to 0.098
        (figures(0.5, -0.1, 98), []),
        (figures(0.5, 0.09, 10_000), []),
        (figures(0.5, 0.08, 10_000), ["It doesn’t fit the rest: look at its key."]),
        (figures(0.29, -0.5), ["Hard: talk about it."]),
        (figures(0.95, -0.5), ["Nearly everybody knew it."]),
    ],
)
def test_what_is_worth_knowing_of_a_question(item: QuestionFigures, said: list[str]) -> None:
    assert list(notes(question("1.2"), item)) == said


@pytest.mark.parametrize(
    ("readers", "marked", "shade"),
    [(21, 1, 0), (20, 1, 1), (100, 24, 1), (4, 1, 2), (4, 2, 3), (4, 3, 4), (4, 4, 4)],
)
def test_a_word_is_darker_the_more_marked_it(readers: int, marked: int, shade: int) -> None:
    heat = heat_map()
    first = min(heat.words)
    for reader in range(readers):
        heat.add([("source", frozenset({first}))] if reader < marked else [])
    assert next(heat.paragraphs())[0].shade == shade


@pytest.mark.parametrize(
    "id", [each.id for unit in units({"1", "2"}) for each in unit.questions if each.key.marks_to_find()]
)
def test_a_marked_text_is_whole_to_its_last_sign(id: str) -> None:
    asked = question(id)
    heat = HeatMap(asked)
    heat.add([])
    shown = "\n".join("".join(piece.words for piece in paragraph) for paragraph in heat.paragraphs())
    text = asked.text[asked.shown_part.start : asked.shown_part.end]
    assert shown == "\n".join(line.strip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize(("readers", "said"), [(5, True), (6, False)])
def test_what_many_marked_beside_the_key_is_named(readers: int, said: bool) -> None:
    heat = heat_map()
    first_beside = min(heat.words.keys() - heat.gold)
    for reader in range(readers):
        heat.add([("source", frozenset({first_beside}))] if not reader else [])
    assert ("Outside of it, most marked" in heat.in_words()) is said


@pytest.mark.parametrize(("readers", "agree"), [(1, False), (2, True)])
def test_one_alone_agrees_with_nobody(readers: int, agree: bool) -> None:
    heat = heat_map()
    for _ in range(readers):
        heat.add([("source", frozenset({min(heat.words)}))])
    assert (heat.agreement is not None) is agree


def heat_map() -> HeatMap:
    found = next(each for unit in units({"1"}) for each in unit.questions if each.key.marks_to_find())
    return HeatMap(found)


@pytest.mark.parametrize(("points", "listed"), [(Fraction(1, 2), []), (Fraction(1, 4), ["Who says so?"])])
def test_who_may_need_help(points: Fraction, listed: list[str]) -> None:
    (unit,) = units({"1"})
    asked = next(each for each in unit.questions if each.points == 1)
    answer = AnswerResult(asked, HandedAnswer(asked.id, '"a"', points, "partly", "", ""), None)
    done = UnitResult(unit, (answer,), Fraction(1), 0, Fraction(0), ("1.json",))
    whole = ClassFigures([unit], compare_hand_ins=False)
    whole.add(PupilResult(Pupil("ada", "Ada"), (done,), points, ()), "Ada")
    assert [title for _, titles in whole.needs.kept for title in titles] == listed


def test_a_list_is_cut_and_says_how_much_is_left() -> None:
    names = TruncatedList(2)
    said = []
    for name in ("Ada", "Bo", "Cy", "Dee"):
        names.add(name)
        said.append((list(names.kept), names.count, names.left))
    assert said == [(["Ada"], 1, 0), (["Ada", "Bo"], 2, 0), (["Ada", "Bo"], 3, 1), (["Ada", "Bo"], 4, 2)]


@pytest.mark.parametrize(("pupils", "others"), [(40, ""), (41, " and 1 other"), (42, " and 2 others")])
def test_a_list_of_names_is_cut_on_the_page(pupils: int, others: str, handed: Path, tmp_path: Path) -> None:
    roster = tuple(Pupil(str(n), f"P {n:02}", str(n), listed=True) for n in range(pupils))
    run(handed, tmp_path / "marks", roster=roster)
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert f"<li>The footbridge: {', '.join(f'P {n:02}' for n in range(40))}{others}.</li>" in page


@pytest.mark.parametrize(("pupils", "more"), [(60, 0), (61, 1)])
def test_a_list_of_lines_is_cut_on_the_page(pupils: int, more: int, tmp_path: Path) -> None:
    with the_course(tmp_path):
        handed = put(tmp_path / "handed", {f"{n}.json": hand_in(f"P {n}", {"12.1": "b"}) for n in range(pupils)})
        run(handed, tmp_path / "marks")
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert page.count(": less than half of the points in “The footbridge”.</li>") == 60
    assert page.count("<li>And 1 more.</li>") == page.count("<li>And ") == more


@pytest.mark.parametrize(("count", "left"), [(1000, 0), (1001, 1)])
def test_so_many_files_are_named(count: int, left: int) -> None:
    whole = ClassFigures([], compare_hand_ins=False)
    for n in range(count):
        whole.add_file(HandedFile(f"{n}.json", "", problem="it is empty"), "")
        whole.add_doubt(Doubt(0, "odd", "", (f"{n}.json",), 1))
    assert (whole.broken.left, whole.doubts.left) == (left, left)


@pytest.mark.parametrize(("count", "left"), [(100, 0), (101, 1)])
def test_so_many_files_without_an_answer_are_named(count: int, left: int) -> None:
    (unit,) = units({"1"})
    whole = ClassFigures([unit], compare_hand_ins=False)
    for n in range(count):
        done = UnitResult(unit, (), Fraction(1), 0, Fraction(0), (f"{n}.json",), came="empty")
        whole.add(PupilResult(Pupil(str(n), str(n)), (done,), Fraction(0), ()), str(n))
    assert whole.empty.left == left


@pytest.mark.parametrize(("count", "left"), [(40, 0), (41, 1)])
def test_so_many_who_were_late_are_named(count: int, left: int) -> None:
    (unit,) = units({"1"})
    whole = ClassFigures([unit], compare_hand_ins=False)
    for n in range(count):
        done = UnitResult(unit, (), Fraction(1), 1, Fraction(0), (f"{n}.json",))
        whole.add(PupilResult(Pupil(str(n), str(n)), (done,), Fraction(0), ()), str(n))
    assert whole.late["1"].left == left


@pytest.mark.parametrize(("changes", "told"), [(100, 100), (101, 100)])
def test_the_newest_points_that_changed_are_told(changes: int, told: int, handed: Path, tmp_path: Path) -> None:
    run(handed, tmp_path / "marks")
    with sqlite3.connect(tmp_path / "marks" / "gradebook.sqlite") as base:
        row = ("", "a.json", "12.1", "0", "1", "why", "2026-11-20T10:00:00+00:00")
        base.executemany("INSERT INTO move VALUES (?, ?, ?, ?, ?, ?, ?)", [row] * changes)
    run(None, tmp_path / "marks")
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert page.count("<li>Ada, 12.1: 0 became 1; why (2026-11-20).</li>") == told


def of_file(data: dict[str, Any]) -> str:
    return json.dumps(data)


def nested(brackets: int) -> str:
    return '{"answers": {"1.2": ' + "[" * (brackets - 2) + "]" * (brackets - 2) + "}}"


FITS: list[tuple[str, str, str]] = [
    (nested(40), nested(41), "more than 40 brackets"),
    (of_file({"answers": {str(n): 1 for n in range(500)}}), of_file({"answers": {str(n): 1 for n in range(501)}}),
     "more than 500 answers"),
    (notebook(*["x"] * 2000), notebook(*["x"] * 2001), "more than 2000 cells"),
]  # fmt: skip
ANSWERS_THAT_FIT: list[tuple[object, object, str]] = [
    ("x" * 20_000, "x" * 20_001, "more than 20,000 characters"),
    ([1] * 1_000, [1] * 1_001, "more than 1,000 entries"),
    ([[1] * 999] * 7 + [[1] * 998], [[1] * 999] * 7 + [[1] * 1000], "more than 8,000 values"),
    (10**18, 10**18 + 1, "more than 18 digits"),
]


@pytest.mark.parametrize(("fits", "not_any_more", "says"), FITS, ids=[says for *_, says in FITS])
def test_a_file_is_within_the_limits(fits: str, not_any_more: str, says: str) -> None:
    parse_hand_in(SubmittedFile("1.json", fits.encode()), Limits())
    with pytest.raises(UnreadableFileError, match=says):
        parse_hand_in(SubmittedFile("1.json", not_any_more.encode()), Limits())


@pytest.mark.parametrize(("fits", "not_any_more", "says"), ANSWERS_THAT_FIT, ids=[row[-1] for row in ANSWERS_THAT_FIT])
def test_an_answer_is_within_the_limits(fits: object, not_any_more: object, says: str) -> None:
    problems = []
    for value in (fits, not_any_more):
        data = of_file({"answers": {"1.2": {"answer": value}}})
        (answer,) = parse_hand_in(SubmittedFile("1.json", data.encode()), Limits()).answers
        problems.append(answer.message)
    assert problems[0] == ""
    assert says in problems[1]


@pytest.mark.parametrize(
    ("fits", "not_any_more"),
    [
        ("9" * 40, "9" * 41),
        ("[" * 40 + "]" * 40, "[" * 41 + "]" * 41),
        (f'"{"x" * 20_000}"', f'"{"x" * 20_001}"'),
        ("[" + "1, " * 7_998 + "1]", "[" + "1, " * 7_999 + "1]"),
    ],
    ids=["digits", "brackets", "characters", "values"],
)
def test_a_typed_value_is_within_the_limits(fits: str, not_any_more: str) -> None:
    (one,), (other,) = (typed_calls(f'check("1.2", {value})', Limits()) for value in (fits, not_any_more))
    assert (one.problem, one.given, other.given) == ("", True, False)


@pytest.mark.parametrize(
    ("cells", "texts", "flags"),
    [
        (['read("' + "x" * 199 + '")'], 0, 0),
        (['read("' + "x" * 200 + '")'], 1, 0),
        ([f'read("{n}' + "x" * 200 + '")' for n in range(4)], 3, 0),
        (["check(x)"] * 19, 0, 19),
        (["check(x)"] * 21, 0, 20),
    ],
)
def test_so_much_of_a_notebook_is_kept(cells: list[str], texts: int, flags: int) -> None:
    parsed = parse_hand_in(SubmittedFile("1.ipynb", notebook(*cells).encode()), Limits())
    assert (len(parsed.texts), len(parsed.flags)) == (texts, flags)


@pytest.mark.parametrize(("when", "flags"), [("2020-01-01T00:00:00", 1), ("2020-01-01T00:00:01", 0)])
def test_a_clock_that_is_years_behind_is_told(when: str, flags: int) -> None:
    parsed = parse_hand_in(SubmittedFile("1.json", of_file({"written": when, "answers": {}}).encode()), Limits())
    assert len(parsed.flags) == flags


@pytest.mark.parametrize(("words", "found"), [(8, True), (9, False)])
def test_a_long_name_is_looked_for_in_the_name_of_a_file(words: int, found: bool) -> None:
    name = " ".join("abcdefghi"[:words])
    register = PupilRegister([Pupil("17", name, listed=True)])
    assert (register.named_in(["12", "footbridge", *name.split()]) is not None) is found


@pytest.mark.parametrize(
    ("late", "says"),
    [
        ({"per_day": 100, "most": 100}, ""),
        ({"per_day": 101}, "course.toml, late: per_day is in percent, so it can't be more than 100."),
        ({"per_day": -1}, "course.toml, late: per_day has to be a number from 0 on."),
        ({"grace_minutes": 999_999}, ""),
        ({"grace_minutes": 1_000_000}, "course.toml, late: grace_minutes has to be a number from 0 on."),
        ({"due": {"1": "soon"}}, "course.toml, late, due: the time for unit 1 has to be a date and a time: 1 = "),
        ({"due": 3}, "course.toml, late: due has to be a table, as in: [due]."),
    ],
)
def test_what_being_late_may_take(late: dict[str, Any], says: str) -> None:
    try:
        settings_from({"late": late}, "course.toml")
        said = ""
    except KitError as error:
        said = str(error)
    assert said.startswith(says)
    assert bool(said) is bool(says)


@pytest.fixture
def handed(tmp_path: Path) -> Iterator[Path]:
    with the_course(tmp_path):
        yield put(tmp_path / "handed", {"a.json": hand_in("Ada", RIGHT)})


@pytest.mark.parametrize(("pupils", "cut"), [(500, False), (501, True)])
def test_a_long_table_of_pupils_is_cut(pupils: int, cut: bool, handed: Path, tmp_path: Path) -> None:
    roster = tuple(Pupil(str(n), f"Pupil {n}", str(n), listed=True) for n in range(1, pupils))
    run(handed, tmp_path / "marks", roster=roster)
    page = (tmp_path / "marks" / "class.html").read_text(encoding="utf-8")
    assert page.count('<tr><th scope="row"><a href="feedback/') == 500
    assert (f"The first 500 of {pupils}; grades.csv has all of them." in page) is cut
