"""How far features of an attribution look: for each limit the last thing that is seen, and the first that isn't."""

from __future__ import annotations

import pytest

from kit import read
from kit.finders.attribution.confidence import judged
from kit.finders.attribution.cues import all_cues
from kit.finders.attribution.extent import Reach
from kit.finders.attribution.find import propose
from kit.finders.attribution.lines import lines_of


@pytest.mark.parametrize(("words", "seen"), [(3, True), (4, False)])
def test_a_cue_so_far_behind_an_end_tells_that_somebody_else_speaks(words: int, seen: bool) -> None:
    [[line]] = lines_of(read(f"Lund said that it leaks, {'old ' * (words - 1)}Hale denied it."))
    names = Reach(line, 2, "that-clause", all_cues()).features(line.tags.index(","))
    assert any(" cue " in name for name in names) == seen


@pytest.mark.parametrize(("number", "seen"), [(12, True), (13, False)])
def test_so_many_candidates_before_another_are_looked_at(number: int, seen: bool) -> None:
    _, candidates = propose(read("; ".join(["Lund praised them"] * 20) + "."))
    one = candidates[number]
    candidates[0].content = list(one.cue)
    (again,) = judged([one], candidates)
    assert any(name.startswith("inside=") for name in again.features) == seen
