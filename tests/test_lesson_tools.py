"""What lessons 5 to 7 put together: a patchwork beside its reports, marks side by side, a threshold, scores, growth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kit
from kit import lessons
from kit.errors import KitError
from kit.find import attribution_threshold
from kit.lessons import growth
from kit.lessons.growth import SKILLS
from kit.lessons.patchwork import lost_words
from kit.measure import measured
from kit.questions import bank
from kit.questions.answers import Answers
from kit.questions.marking import model_answer
from kit.text import ReadingError
from kit.views.overlap import Overlap, draw_rows, draw_two_rows
from kit.views.sheet import Sheet, words_of

REPORTS = ("harbour", "harbour-agency", "harbour-radio")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, outside of a notebook."""
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    place = tmp_path / "exercises"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def cells(sheet: Sheet) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in sheet.rows]


# A patchwork beside its reports


@pytest.mark.parametrize(
    ("words", "where", "found"),
    [
        ("loud and clear", REPORTS, ["harbour, paragraph 6"]),
        ("LOUD  and\nclear", REPORTS, ["harbour, paragraph 6"]),
        ("“loud and clear”", REPORTS, ["harbour, paragraph 6"]),
        ('"loud and clear"', REPORTS, ["harbour, paragraph 6"]),
        ("out loud", REPORTS, []),
        ("oud and clea", REPORTS, []),
        ("Many in the town", REPORTS, []),
        ("without a reason", (), ["harbour-agency, paragraph 5", "harbour-patchwork, paragraph 4"]),
        ("Ammonia leak", (), ["harbour-agency, headline"]),
    ],
)
def test_look_up_finds_the_very_words(words: str, where: tuple[str, ...], found: list[str]) -> None:
    sheet = lessons.look_up(words, *where)
    assert [row[0] for row in cells(sheet)] == found
    marked = [piece.lower() for row in sheet.rows if not isinstance(row[1], str) for piece, marked in row[1] if marked]
    assert marked == [words.lower() if words[0] == "“" else marked_words(words)] * len(found)


def marked_words(words: str) -> str:
    """The words as the text has them: in one line, with its quotation marks."""
    return " ".join(words.lower().split()).replace('"', "“", 1).replace('"', "”")


def test_look_up_says_that_nothing_is_a_result_too() -> None:
    assert lessons.look_up("Many in the town", "harbour").note.startswith(
        "These words aren’t in harbour. That’s a result too."
    )


def test_look_up_does_not_flood_the_page() -> None:
    sheet = lessons.look_up("the")
    assert len(sheet.rows) == 30 and "rarer words find less" in sheet.note


def test_show_origins_lays_each_piece_beside_its_report() -> None:
    sheet = lessons.show_origins("harbour-patchwork")
    assert len(sheet.rows) == 31 and sheet.note.startswith("31 pieces, 10 of which came through whole.")
    assert cells(lessons.show_origins("harbour-patchwork", "brought to safety")) == [
        [
            "Around 500 people were brought to safety.",
            "Around 500 people were brought to safety, the town’s crisis team told us. (harbour-radio)",
            "who said it, and that the ferry’s passengers are counted",
        ]
    ]
    (added,) = cells(lessons.show_origins("harbour-patchwork", "Many in the town"))
    assert added[1:] == ["in none of the reports", "It was added, and there is nobody to ask."]
    assert lessons.show_origins("harbour-patchwork", "volcano").rows == ()


@pytest.mark.parametrize(
    ("there", "here", "lost"),
    [
        ("The gas came, he said.", "The gas came.", ["he said"]),
        ("It may be worn, and it may not.", "It is worn.", ["may be", "and it may not"]),
        ("It is thought to be spoiled.", "All of it is spoiled.", ["thought to be"]),
        ("The same words.", "The same words.", []),
        ("All is new.", "Nothing stayed.", ["All is new"]),
    ],
)
def test_the_words_that_fell_out_are_marked(there: str, here: str, lost: list[str]) -> None:
    pieces = list(lost_words(there, here))
    assert "".join(words for words, _ in pieces) == there
    assert [words for words, marked in pieces if marked] == lost


# Marks side by side


def test_show_marks_lists_a_text() -> None:
    sheet = lessons.show_marks("border", of="euphemism")
    assert sheet.head == ("Words", "The helper", "Careful readers")
    assert cells(sheet) == [["neutralised", "–", "marked"], ["collateral damage", "–", "marked"]]


def test_show_marks_waits_for_your_answer(folder: Path) -> None:
    assert lessons.show_marks("6.12").note == (
        'You haven’t marked anything yet. Do so in ask("6.12"), then run this cell again.'
    )


def test_show_marks_holds_you_and_the_helper_against_the_reader(folder: Path) -> None:
    Answers("6-machine").keep("6.12", ["Marta Reese", "He", "the department"])
    sheet = lessons.show_marks("6.12")
    assert sheet.head == ("Words", "You", "The helper", "Careful readers")
    assert cells(sheet) == [
        ["He", "marked", "–", "–"],
        ["Marta Reese", "marked", "marked", "marked"],
        ["she", "–", "marked", "marked"],
        ["The department’s public register", "–", "marked", "marked"],
        ["prosecutors", "–", "marked", "marked"],
        ["the department", "marked", "–", "can be seen either way"],
        ["Denise Okoro, who sits on the city council,", "–", "marked", "marked"],
        ["she", "–", "marked", "marked"],
    ]
    assert sheet.note.startswith("You: ½ of 2 points. The helper: 1¾.")
    assert "This round goes to the helper." in sheet.note


def test_plot_marks_counts_as_the_measure_does() -> None:
    one = lessons.plot_marks("harbour-agency")
    assert one.figure is not None and "The helper found 13 of them and missed 1: 93 in 100" in one.text
    lines = lessons.plot_marks().text.splitlines()[1:]
    assert [line.partition(":")[0] for line in lines] == [text.name for text in kit.articles()]
    both, missed, extra = (
        sum(numbers) for numbers in zip(*(map(int, re.findall(r"\d+", line)) for line in lines), strict=True)
    )
    figures = measured()["attribution"]
    assert round(both / (both + extra), 3) == figures["precision"]
    assert round(both / (both + missed), 3) == figures["recall"]


def test_a_text_that_nobody_has_marked_counts_on_no_side(folder: Path) -> None:
    mine = folder / "my-course" / "articles"
    mine.mkdir(parents=True)
    (mine / "pump.txt").write_text("Pump stands still\n\n“It is late,” said Ana Ruiz.\n", encoding="utf-8")
    try:
        kit.course(folder / "my-course")
        assert "pump" in [text.name for text in kit.articles()]
        assert "pump" not in lessons.plot_marks().text
        with pytest.raises(KitError, match="nobody has marked pump yet"):
            lessons.plot_marks("pump")
    finally:
        kit.course(None)


def test_the_picture_of_marks_has_a_square_for_each_and_says_the_same_in_words() -> None:
    picture = draw_two_rows(Overlap("A text", 3, 2, 1), "source")
    assert picture.text.splitlines()[1:] == [
        "The careful reader marked 5 sources. The helper found 3 of them and missed 2: 60 in 100 were found.",
        "The helper marked 4: 3 right and 1 false alarm. 75 in 100 were right.",
    ]
    assert picture.figure is not None
    kinds = [patch.get_gid() for patch in picture.figure.axes[0].patches if patch.get_gid()]
    assert kinds == ["both"] * 3 + ["missed"] * 2 + ["both"] * 3 + ["extra"]
    (key,) = picture.figure.legends
    means = ["marked by both", "only the reader: missed", "only the helper: a false alarm"]
    assert [text.get_text() for text in key.texts] == means
    assert 'alt="Marks: sources' in picture._repr_html_()


def test_a_picture_of_nothing_divides_by_nothing() -> None:
    assert "nothing to count" in draw_two_rows(Overlap("Empty", 0, 0, 0), "source").text
    assert draw_rows([Overlap("a", 0, 0, 0), Overlap("b", 0, 0, 0)], "source").figure is not None


# A threshold


def shares(at_least: float) -> tuple[int, int]:
    """Found and right, in a hundred."""
    found, right = re.findall(r"(\d+) in 100 were", lessons.plot_threshold(at_least).text)
    return int(found), int(right)


def test_a_higher_threshold_finds_less_and_is_more_often_right() -> None:
    steps = [shares(at_least) for at_least in range(0, 91, 10)]
    assert [found for found, _ in steps] == sorted((found for found, _ in steps), reverse=True)
    assert [right for _, right in steps] == sorted(right for _, right in steps)
    figures = measured()["attribution"]
    assert shares(100 * attribution_threshold()) == (round(100 * figures["recall"]), round(100 * figures["precision"]))
    assert steps[-1][1] >= 98 and steps[-1][0] < 50


def test_the_slider_draws_anew() -> None:
    box = lessons.move_threshold()
    slider, picture = box.children
    first = picture.value
    slider.value = 70
    assert picture.value != first and "threshold 70" in picture.value


# Scores for feeling


def test_show_feelings_shows_both_ends_and_the_words_that_count() -> None:
    text = kit.read("None of the seats failed. Great Coombe was dark. The pump is red. It was a happy day.")
    assert cells(lessons.show_feelings(text)) == [
        ["None of the seats failed.", "−0.5", "0.3", "failed (−0.5)"],
        ["Great Coombe was dark.", "+0.3", "0.6", "great (+0.8), dark (−0.1)"],
        ["It was a happy day.", "+0.8", "1.0", "happy (+0.8)"],
    ]


def test_show_feelings_says_so_where_no_word_counts() -> None:
    assert lessons.show_feelings(kit.read("The pump stands there.")).rows == ()


# Growth


def keep(unit: str, test: str, folder: Path, right: int) -> None:
    """Answer a test: so many questions right, the others wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = Answers(unit, folder)
    for number, question in enumerate(growth.tested(unit, test)):
        good = model_answer(question)
        if number >= right:
            good = dict.fromkeys(good, "vague") if isinstance(good, dict) else ("b" if good == "a" else "a")
        answers.keep(question.id, good)


def test_growth_waits_until_all_eight_are_answered(folder: Path) -> None:
    keep("0-start", "pre", folder, 8)
    assert lessons.show_growth().note.startswith("Answer all eight questions first. Still open: 9.12, 9.13,")


def test_growth_shows_then_and_now_skill_by_skill(folder: Path) -> None:
    keep("0-start", "pre", folder.parent / "notebooks", 3)
    keep("9-audit", "post", folder, 7)
    sheet = lessons.show_growth()
    assert sheet.head == ("Question of the course", "Before", "Now", "To read again")
    assert [row[0] for row in cells(sheet)] == list(SKILLS)
    assert cells(sheet)[0] == ["Who says so?", "4 of 4 points", "4 of 4 points", ""]
    assert cells(sheet)[2] == ["What is it called?", "0 of 4 points", "4 of 4 points", ""]
    assert cells(sheet)[3] == ["Does it hold together?", "0 of 4 points", "2 of 4 points", "lesson 4"]
    assert "Now: 14 of 16 points." in sheet.note


def test_growth_without_the_first_test_shows_what_is_known_now(folder: Path) -> None:
    keep("9-audit", "post", folder, 8)
    sheet = lessons.show_growth()
    assert sheet.head == ("Question of the course", "Now", "To read again")
    assert "16 of 16 points" in sheet.note and "aren’t here" in sheet.note


def test_growth_writes_nothing(folder: Path) -> None:
    keep("9-audit", "post", folder, 8)
    before = {path: path.read_bytes() for path in folder.rglob("*.json")}
    lessons.show_growth()
    assert {path: path.read_bytes() for path in folder.rglob("*.json")} == before


def test_both_tests_have_the_same_form() -> None:
    before, after = growth.tested("0-start", "pre"), growth.tested("9-audit", "post")
    assert len(before) == len(after) == 2 * len(SKILLS)
    assert [(each.kind, each.points) for each in before] == [(each.kind, each.points) for each in after]
    assert {each.number for each in bank.unit("0-start").questions} == {"0"}


# A report from a notebook


def test_write_report_writes_the_page_and_says_where(folder: Path) -> None:
    done = kit.write_report(kit.articles("bank"), "bank.html")
    assert repr(done) == "The report is in bank.html. Open it in a browser, and print it from there."
    assert 'href="bank.html"' in done._repr_html_()
    assert "Ferrow Savings Bank" in Path("bank.html").read_text(encoding="utf-8")


def test_write_report_leaves_other_files_alone(folder: Path) -> None:
    Path("mine.html").write_text("My homework.")
    with pytest.raises(KitError, match=r"the kit didn't write it\. Name another file: mine-report\.html"):
        kit.write_report(kit.read("“No,” said Ortiz."), "mine.html")
    assert Path("mine.html").read_text() == "My homework."


# Slips


@pytest.mark.parametrize(
    ("slip", "says"),
    [
        ("look_up()", "look_up needs a few words in quotation marks, as in"),
        ("look_up(3)", "look_up needs a few words in quotation marks, not a thing of the type int, as in"),
        ("look_up('gas', 'harbor')", 'there is no practice text called "harbor". Did you mean "harbour"?'),
        ("show_origins()", "show_origins needs the name of a patchwork, as in"),
        ("show_origins('recall')", "recall isn’t a patchwork that the kit knows."),
        ("show_marks()", "show_marks needs a question or a text, as in"),
        ("show_marks('6.1')", "question 6.1 isn’t about anything that the helper marks"),
        ("show_marks('recall', of='lies')", "of has to be one of attribution, source, euphemism, as in"),
        (
            "plot_marks(read('It rained.'))",
            "plot_marks needs the name of a practice text, not a thing of the type Article: plot_marks",
        ),
        ("plot_threshold('much')", "plot_threshold needs a number from 0 to 100, not words in quotation marks"),
        ("plot_threshold(101)", "plot_threshold needs a number from 0 to 100, not 101"),
        ("show_feelings('sad')", "show_feelings needs an article, not words in quotation marks."),
        ("write_report('recall')", "write_report needs an article, not words in quotation marks."),
        ("write_report(read('It rained.'), 'x.pdf')", "a report is a web page, so its name has to end in .html"),
    ],
)
def test_a_slip_gets_a_sentence(slip: str, says: str, folder: Path) -> None:
    with pytest.raises((KitError, ReadingError)) as raised:
        eval(slip, {name: getattr(room, name) for room in (kit, lessons) for name in room.__all__})
    assert str(raised.value).startswith(says)
