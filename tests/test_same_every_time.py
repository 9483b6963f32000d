"""One text gives one result: Python shuffles its sets anew in each process, and no finding may depend on that."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
import kit
for name in ("recall", "harbour", "layoffs", "border"):
    text = kit.articles(name)
    print(kit.find_sources(text), kit.find_attributions(text), kit.find_euphemisms(text))
    print(kit.find_inconsistencies(text), kit.find_facts(text))
"""


def findings(seed: int) -> str:
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run([sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def first() -> str:
    return findings(1)


@pytest.mark.parametrize("seed", [3, 4, 7])
def test_the_order_of_sets_changes_nothing(first: str, seed: int) -> None:
    assert findings(seed) == first
