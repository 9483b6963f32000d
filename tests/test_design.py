"""One design everywhere: what a colour or a focus ring is, is said in palette.py and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.views.palette import COLOURS, MEASURES

KIT = Path(__file__).parents[1] / "kit"
PAPER = KIT / "making" / "worksheet.css"  # is printed, in black
SHEETS = sorted(path for path in KIT.rglob("*.css") if "built" not in path.parts and path != PAPER)
PRINT = re.compile(r"@media print \{(?:[^{}]|\{[^{}]*\})*\}")
LITERAL = re.compile(r"#(?!fff\b)[0-9a-fA-F]{3,8}\b|rgba?\((?!0 0 0 )[^)]*\)|\bhsl\(")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_takes_colours_and_the_ring_from_the_palette(sheet: Path) -> None:
    css = PRINT.sub("", re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL))
    assert LITERAL.findall(css) == []
    assert set(re.findall(r"var\(--kit-([a-z0-9-]+)", css)) <= {*COLOURS, *MEASURES}
    for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if ":focus" in selectors and "outline:" in rules:
            assert re.search(r"outline: (var\(--kit-ring\)|none)", rules), selectors
