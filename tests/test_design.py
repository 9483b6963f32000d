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


ROOTS = {
    "grading_desk": (".kit-desk",),
    "views": (
        ".kit-view",
        ".kit-short",
        ".kit-ladder",
        ".kit-facts",
        ".kit-boxes",
        "table.kit-reflow",
        ".kit-figure",
        "img.kit-picture",
        "[data-jp-theme",
    ),
    "css": (".kit-control", ".kit-ask", ".kit-explore", ".kit-survey"),
}
PAGES = {"page.css", "report.css", "start.css", "lab.css"}  # have a page to themselves


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each.name not in PAGES], ids=lambda path: path.name)
def test_a_style_sheet_reaches_nothing_outside_its_own_part_of_a_notebook(sheet: Path) -> None:
    """A notebook shows texts, tables, controls and the desk on one page."""
    css = re.sub(
        r"/\*.*?\*/|@import[^;]*;|@keyframes[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", sheet.read_text("utf-8"), flags=re.S
    )
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", css)
    selectors = [each.strip() for rule in rules for each in re.split(r",(?![^()]*\))", rule)]
    astray = [each for each in selectors if not each.startswith(ROOTS[sheet.parent.name])]
    assert astray == []


def test_no_control_has_the_name_of_a_view() -> None:
    """Or its rules would be those of the view too, once both are on a page."""
    scripts = (KIT / "widgets" / "js").glob("*.js")
    kinds = {
        kind for script in scripts for kind in re.findall(r'frame\(model, el, "(\w+)"\)', script.read_text("utf-8"))
    }
    assert kinds == {"marker", "linker", "placing", "choice", "entry"}
    assert not {f".kit-{kind}" for kind in kinds} & set(ROOTS["views"])
