"""Lesson 5: what it says about its texts and about the helper is so."""

from __future__ import annotations

from pathlib import Path

import pytest
from lessons import lesson, set_trap

from kit import articles, find_attributions, read
from kit.errors import KitError
from kit.lessons import look_up, plot_sources, show_board, show_origins, small_web
from kit.lessons.offline_pages import links_of, pages
from kit.questions.answers import Answers
from kit.views.sheet import words_of

LESSON = (Path(__file__).parents[1] / "notebooks" / "5-leave-the-page.ipynb").read_text(encoding="utf-8")
REPORTS = ("harbour", "harbour-agency", "harbour-radio")


def speakers(name: str) -> set[str]:
    return {line.partition(" (named person)")[0] for line in plot_sources(articles(name)).text.splitlines()[1:]}


def test_the_words_of_task_2_stand_in_the_newspaper_alone() -> None:
    (row,) = look_up("loud and clear", *REPORTS).rows
    assert words_of(row[0]) == "harbour, paragraph 6"
    assert "remember it differently" in words_of(row[1])


def test_the_three_reports_have_the_names_that_the_lesson_gives_them() -> None:
    for name, outlet in zip(REPORTS, ("Skellhaven Mercury", "Coast Press", "Radio Skell"), strict=True):
        assert outlet in articles(name).text[:120] and f"`{name}`" in LESSON and outlet in LESSON


def test_the_pieces_of_task_4_lost_what_the_lesson_says() -> None:
    def lost(words: str) -> str:
        (row,) = show_origins("harbour-patchwork", words).rows
        return words_of(row[2])

    assert lost("The cause was a worn valve") == "who said it, and that it is only possible"
    assert lost("a bench in the town hall") == "the shopping bag"
    assert lost("has not answered a question") == "whose question it was"
    assert lost("They got tea and a film") == "nothing"
    assert sum(words_of(row[2]) == "nothing" for row in show_origins("harbour-patchwork").rows) >= 3


def test_three_speakers_with_a_name_are_gone() -> None:
    gone = {"Marit Quill", "Enzo Barr", "Pavel Horn"}
    assert gone <= speakers("harbour-agency")
    assert not gone & speakers("harbour-patchwork")
    assert "Nils Garland" in speakers("harbour-agency") & speakers("harbour-patchwork")


def test_the_ready_made_trap_is_one() -> None:
    trap = read(set_trap(lesson("5-leave-the-page"), "worn-valve"))
    (found,) = find_attributions(trap)
    assert found.span.end <= trap.text.index("\n")


def test_the_small_web_holds_together_and_every_page_can_be_reached() -> None:
    seen, waiting = set(), ["search"]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += [target for _, target in links_of(page)]
    assert seen == set(pages())


def test_what_the_small_web_says_is_what_the_texts_say() -> None:
    web = {name: page["text"] for name, page in pages().items()}
    lantern = articles("harbour-patchwork").text
    assert lantern.startswith("Gas alarm was off for weeks before harbour leak")
    assert "Gas alarm was off for weeks before harbour leak" in web["archive"]
    assert "It shows that the bell was switched on again" in articles("harbour").text and "its log" in web["factcheck"]
    assert "advertising agency" in " ".join(web["encyclopaedia"].split()) and "gas alarms" in web["encyclopaedia"]


def test_the_small_web_goes_on_and_back_and_knows_its_pages() -> None:
    head, shown, links = small_web().children
    back, address = head.children
    assert back.disabled and "find.example" in address.value and "<u>" in shown.value
    links.children[0].click()
    assert not back.disabled and "about us" in shown.value and "<a " not in shown.value
    back.click()
    assert back.disabled and "5 results" in shown.value
    with pytest.raises(KitError, match="there is no page "):
        small_web("serch")


def test_the_board_has_a_thread_for_each_card_that_was_placed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert show_board("5.1").text == 'Your board is empty. Answer ask("5.1") first, then run this cell again.'
    Answers("5-leave-the-page").keep("5.1", {"a": "the_agency", "b": "the_radio"})
    board = show_board("5.1")
    assert board.title == "Your board: 2 of 6 threads" and board.figure is not None
    assert board.text.count("leads to: the ") == 2 and board.text.count("has no thread yet") == 4
    with pytest.raises(KitError, match="no cards to sort"):
        show_board("5.8")
