"""docs/reference.md is what the docstrings say, and they say what a reader needs. Its examples run in test_docs.py."""

from __future__ import annotations

import inspect

import pytest
from reference_page import PAGE, PARTS, page, public, signature

import kit

NAMES = [name for part in PARTS.values() for name in part]


def test_the_page_is_what_the_docstrings_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/reference_page.py --write"


def test_every_public_name_stands_there_once() -> None:
    assert sorted([*(name for name in NAMES if name in kit.__all__), "__version__"]) == kit.__all__
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_docstring_opens_with_one_short_paragraph_that_says_what_it_does(name: str) -> None:
    first = inspect.cleandoc(public(name).__doc__).split("\n\n")[0]
    assert len(first.splitlines()) <= 2 and first.endswith(".")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in PARTS["What comes back"]])
def test_what_a_function_raises_and_an_example_stand_in_its_docstring(name: str) -> None:
    text = public(name).__doc__
    assert "Raises KitError" in " ".join(text.split())
    assert ">>> " in text or (name in {"course", "desk"} and f"\n        {name}(" in text)  # those need a folder


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            "highlight",
            "highlight(article: Article, findings: Iterable[Finding] | None = None, "
            "at_least: float = 0.0) -> Highlight",
        ),
        ("Span", "Span(start: int, end: int)"),
        ("KitError", "KitError(message)"),
    ],
)
def test_a_signature_is_written_as_in_the_source(name: str, shown: str) -> None:
    assert signature(name) == shown
