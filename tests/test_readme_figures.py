"""The table in the README is what `kit measure` last measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.gold import gold
from kit.library import names
from kit.measure import measure, measured

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
ROWS = {
    "who says so": "attribution",
    "sources, their place": "source",
    "sources, their rung": "level",
    "soft words": "euphemism",
    "pairs that do not agree": "inconsistency",
}


@pytest.mark.parametrize(("row", "phenomenon"), ROWS.items())
def test_the_table_holds_the_measured_figures(row: str, phenomenon: str) -> None:
    line = re.search(rf"^\| {row} \|(.*)\|$", README, flags=re.MULTILINE)
    assert line
    shares = measured()[phenomenon]
    wanted = [f"{round(100 * shares[key])}" for key in ("precision", "recall", "f1", "readers")]
    assert [cell.strip() for cell in line[1].split("|")] == wanted


def test_nothing_is_marked_in_the_sound_texts() -> None:
    sound = [name for name in names() if gold(name).sound]
    assert len(sound) == 5
    for name in sound:
        assert [measure(name)[kind].spurious for kind in ("euphemism", "inconsistency")] == [0, 0], name
