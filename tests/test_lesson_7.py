"""Lesson 7: its game, its pictures and its charts do what it says, and what it says about the helper is so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lessons import asked, code, lesson, prose

from kit import articles, find_attributions, find_inconsistencies
from kit.errors import KitError
from kit.lessons import move_axis, show_chart, show_photo, worst_headline
from kit.lessons.headline_game import GOAL, found_out, parts, seen_by_helper
from kit.lessons.lesson_files import lesson_tables
from kit.questions import bank
from kit.questions.kinds.number import NumberKey
from kit.views.sheet import words_of

LESSON = lesson("7-before-you-read-on")
PARTS = parts()


def cheapest(caught: bool) -> list[Any]:
    """The piece of each part that pulls hardest, with those that the report contradicts or without them."""
    return [max((p for p in part.pieces if caught or not p.caught), key=lambda piece: piece.pull) for part in PARTS]


def test_the_game_can_be_won_and_its_fair_headline_pulls_at_nobody() -> None:
    assert sum(piece.pull for piece in cheapest(caught=False)) == GOAL
    assert "you can defend every word" in found_out(cheapest(caught=False)).note
    assert "In 2 places the report says otherwise" in found_out(cheapest(caught=True)).note
    fair = [part.pieces[0] for part in PARTS]
    assert not any(piece.pull or piece.caught for piece in fair) and "Nobody can object" in found_out(fair).note
    assert "Can you make it pull harder" in found_out([PARTS[0].pieces[1], *fair[1:]]).note


def test_whatever_the_game_quotes_stands_in_the_report() -> None:
    text = articles(lesson_tables("headlines")["article"]).text
    for piece in (piece for part in PARTS for piece in part.pieces):
        for words in re.findall(r"“([^“”]+[.a-z])”", piece.report):
            assert words in text or words.lower() in ("soar",), words
    assert "31 of the 52" in PARTS[0].pieces[1].report and "the other 31 went home the same day" in text


def test_the_helper_notices_a_number_and_a_name_that_the_report_does_not_have_and_no_tone() -> None:
    assert "104" in seen_by_helper("Scooter injuries double to 104")
    assert "Marlowe" in seen_by_helper("Marlowe says scooters are deadly")
    assert "can’t hear a tone" in seen_by_helper("Scooter carnage")


def test_the_game_shows_what_was_found_out_when_its_button_is_pressed() -> None:
    *menus, own, button, shown = worst_headline().children
    menus[0].value = 2
    button.click()
    assert "Scooter carnage rise from 41 to 52" in shown.value and "None of the 52 died" in shown.value
    own.value = "Scooters eat 104 children <b>"
    button.click()
    assert "only you and your neighbour" in shown.value and "children &lt;b&gt;" in shown.value


def test_the_helper_takes_the_carnage_for_a_speaker_and_does_not_notice_that_nobody_died() -> None:
    text = articles("scooters-tabloid")
    assert "SCOOTER CARNAGE" in [text[each.source] for each in find_attributions(text)]
    assert not find_inconsistencies(text)


def test_the_axis_can_be_bent_and_the_numbers_stay_what_they_are() -> None:
    slider, first, _, picture = move_axis("courier").children
    assert "1.3 times as tall" in picture.value
    slider.value = slider.max
    assert slider.max == 38 and "4.7 times as tall" in picture.value and "1.3 times as large" in picture.value
    first.value = 20
    assert slider.max == 19 and "The axis begins at 19" in picture.value


def test_the_charts_have_the_numbers_that_the_questions_ask_for() -> None:
    drawn = re.search(r"drawn ([\d.]+) times", show_chart("gull").text)
    for id, value in (("7.5", drawn and drawn[1]), ("7.6", "3.2")):
        key = bank.question(id).key
        assert isinstance(key, NumberKey) and key.value == pytest.approx(float(value or 0), abs=0.05)
    glide, report = lesson_tables("charts")["glide"]["columns"], articles("scooters").text
    assert [f"{number:g}" in report for number in glide.values()] == [True, False]


def test_a_close_picture_is_a_part_of_the_wide_one_and_both_are_told_in_words() -> None:
    close, wide = show_photo("square-close"), show_photo("square-wide")
    assert close.svg != wide.svg and close.svg.partition("<defs>")[2] == wide.svg.partition("<defs>")[2]
    assert 'viewBox="70 150 160 182"' in close.svg
    for photo in (close, wide, show_photo("pavement")):
        assert f'alt="{photo.shows}"' in photo._repr_html_() and photo.caption in repr(photo)


@pytest.mark.parametrize("ask_for", [show_photo, show_chart, move_axis])
def test_a_name_that_is_not_there_is_told_with_those_that_are(ask_for: Any) -> None:
    with pytest.raises(KitError, match=r'knows nothing called "gul"\. .*The names are: '):
        ask_for("gul")
    with pytest.raises(KitError, match=r"needs a name in quotation marks, not a thing of the type int"):
        ask_for(5)


def test_the_institute_stands_in_one_text_alone() -> None:
    (search,) = [cell for cell in code(LESSON) if cell.startswith("search(")]
    words = search.split('"')[1]
    assert [each.name for each in articles() if words in articles(each.name).text] == ["scooters-machine"]


def test_the_kinds_of_text_are_those_of_the_library() -> None:
    cards = bank.question("7.7").key.cards  # type: ignore[attr-defined]
    whole = " ".join(articles(each.name).text for each in articles())
    for card in cards:
        text = re.sub("‘(.+?)’", r"“\1”", card.text.strip("“”"))
        for sentence in re.split(r"(?<=[.”]) ", text):
            assert sentence.strip("“” ,.") in whole, sentence


def test_it_asks_its_first_nine_questions() -> None:
    assert sorted(asked(LESSON)) == [f"7.{number}" for number in range(1, 10)]
    assert "a pull of 6" in prose(LESSON) and GOAL == 6


def test_a_sheet_of_the_game_reads_as_plain_text() -> None:
    sheet = found_out([part.pieces[0] for part in PARTS])
    assert [words_of(row[2]) for row in sheet.rows] == ["Fair."] * 3
