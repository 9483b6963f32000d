"""What a pupil types to see the sources of a text, and what one is told for typing something else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import kit
from kit import lessons
from kit.errors import KitError

SAID = "“It is late,” said Ana Ruiz. It is said to be safe."


def test_plot_sources_finds_and_draws() -> None:
    picture = lessons.plot_sources(kit.read(SAID))
    assert picture.figure is not None
    assert picture.text.split("\n")[1] == "Nobody is named (hidden, in 1 place): 4 words."
    assert picture.text.split("\n")[2] == "Ana Ruiz (named person): 3 words, all word for word."


def test_plot_levels_takes_texts_one_by_one_or_in_a_list() -> None:
    text = kit.read(SAID)
    assert "named person 1 (50 %)" in lessons.plot_levels(text).text
    assert lessons.plot_levels(text, text).text == lessons.plot_levels([text, text]).text
    assert lessons.plot_levels(text, text).text.count("\n") == 2


def test_show_ladder_finds_and_lays_out() -> None:
    assert [row.name for row in lessons.show_ladder(kit.read(SAID)).rows] == ["Ana Ruiz", "(nobody is named)"]


def test_show_facts_finds_and_lays_out() -> None:
    text = kit.read("The bridge is open. The band played. The bridge is not open.")
    assert [table.subject for table in lessons.show_facts(text).tables] == ["Open or closed"]


def test_pairs_are_found_laid_side_by_side_and_drawn() -> None:
    text = kit.read("The fire killed 12 people in Lorn. The band played.\n\nThe fire killed 15 people in Lorn.")
    (finding,) = kit.find_inconsistencies(text)
    (pair,) = lessons.show_pairs(text).pairs
    assert pair.excuse == finding.excuse
    assert pair.reason in finding.reason
    assert not re.search("[“”]|innocent", pair.reason), "what stands in the table is not told twice"
    assert (
        lessons.plot_pairs(text).text.split("\n")[1]
        == "1. Number, conflict: “12” (paragraph 1) and “15” (paragraph 2)."
    )


FIRST = 'Make one first: text = read("..."), then {name}(text).'


@pytest.mark.parametrize(
    "name", ["plot_sources", "plot_levels", "show_ladder", "show_facts", "show_pairs", "plot_pairs"]
)
@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ([], ""),
        ([None], ""),
        (["It is late, she said."], ", not words in quotation marks"),
        ([3], ", not a thing of the type int"),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(name: str, given: list[object], instead: str) -> None:
    function: Callable[..., object] = getattr(lessons, name)
    sentence = f"{name} needs an article{instead}. {FIRST.format(name=name)}"
    with pytest.raises(KitError, match=f"^{re.escape(sentence)}$") as told:
        function(*given)
    assert told.value._render_traceback_() == [sentence], "a notebook shows the sentence alone"


def test_an_empty_list_of_articles_is_none() -> None:
    with pytest.raises(KitError, match="plot_levels needs an article"):
        lessons.plot_levels([])
