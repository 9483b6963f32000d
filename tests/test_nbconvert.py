"""A lesson as a page that nbconvert makes: the marks stand, and in place of a control a sentence says what to do."""

from __future__ import annotations

import pytest
from lessons import NOTEBOOKS, asked, executed, load

nbconvert = pytest.importorskip("nbconvert", reason="nbconvert is not installed")


def test_lesson_1_as_a_page() -> None:
    path = next(path for path in NOTEBOOKS if path.stem == "1-attribution")
    page, _ = nbconvert.HTMLExporter().from_notebook_node(executed(path))
    assert 'class="kit-view' in page
    for mark in ("kit-source", "kit-cue", "kit-content"):
        assert f'class="{mark}' in page
    beside = 2  # explore() and trap() sleep as questions do
    assert page.count('<div class="kit-asleep">') == len(asked(load(path))) + beside
    assert "run this cell with Shift+Enter" in page
