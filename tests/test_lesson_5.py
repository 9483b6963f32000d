"""Lesson 5: what it says about its texts and about the helper is so."""

from __future__ import annotations

from pathlib import Path

from kit import Article, articles, find_attributions, plot_sources, read
from kit.lessons import look_up, show_origins
from kit.views.sheet import words_of

LESSON = (Path(__file__).parents[1] / "notebooks" / "5-leave-the-page.ipynb").read_text(encoding="utf-8")
REPORTS = ("harbour", "harbour-agency", "harbour-radio")


def marked_in(text: Article, sentence: str) -> list[str]:
    """The cues that the helper marks in a sentence."""
    start = text.text.index(sentence)
    end = start + len(sentence)
    return [text[each.cue] for each in find_attributions(text) if start < each.span.end and each.span.start < end]


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


def test_the_helper_misses_a_question_and_marks_a_silence() -> None:
    text = articles("harbour-patchwork")
    assert marked_in(text, "Many in the town now ask whether such a plant belongs beside homes.") == []
    assert marked_in(text, "Frostline has not answered a question about the detector.") == ["has not answered"]
    assert marked_in(text, "They pulled the plug on it in August.") == []


def test_the_ready_made_trap_is_one() -> None:
    trap = read("A worn valve caused the leak, said Marit Quill.\nA worn valve caused the leak.\n")
    assert all(line in LESSON for line in trap.text.splitlines())
    (found,) = find_attributions(trap)
    assert found.span.end <= trap.text.index("\n")


def test_the_ferry_explains_the_two_figures() -> None:
    rows = look_up("ferry", *REPORTS).rows
    assert len(rows) == 3
    assert any("126 passengers" in words_of(row[1]) for row in rows) and 380 + 126 == 506
    assert "380 and 126 are 506" in LESSON
