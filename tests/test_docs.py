"""The pages for teachers and contributors tell the truth: commands run, and names, numbers and files are the kit's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "row"),
    [
        ([], "| what either called doubtful counts on no side |"),
        (["--strict"], "| every doubtful mark counts like a plain one (`--strict`) |"),
    ],
)
def test_how_far_two_readers_agree_is_what_the_benchmark_prints(options: list[str], row: str) -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "agreement.py"), *options]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    figures = printed[-1].split()[2:]
    assert f"{row} {' | '.join(figures)} |" in page("annotating.md").splitlines()
    quoted = f"{figures[0]} if doubtful" if options else f"({figures[0]} of 100 attributions"
    assert quoted in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
