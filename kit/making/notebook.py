"""Notebooks as text: the same cells always give the same file, and a file tells whether somebody has changed it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

SCHEMA = 3  # of nbgrader's metadata
OURS = "who_says_so"  # the key of our own metadata in a notebook


def markdown(id: str, text: str, **metadata: Any) -> dict[str, Any]:
    """A cell of prose."""
    return {"cell_type": "markdown", "id": id, "metadata": metadata, "source": lines(text)}


def code(id: str, text: str, **metadata: Any) -> dict[str, Any]:
    """A cell of code that has not been run."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": id,
        "metadata": metadata,
        "outputs": [],
        "source": lines(text),
    }


def grading(id: str, **others: Any) -> dict[str, Any]:
    """nbgrader's metadata for a cell that pupils leave as it is; `others` say what else the cell is."""
    told = {"grade": False, "grade_id": id, "locked": True, "schema_version": SCHEMA, "solution": False, "task": False}
    return {"nbgrader": {**told, **others}}


def as_text(cells: list[dict[str, Any]], made_from: str) -> str:
    """The file of a notebook, as JupyterLab writes it. It remembers what it was made from, and a fingerprint."""
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        OURS: {"fingerprint": fingerprint(cells), "made_from": made_from},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def fingerprint(cells: Iterable[dict[str, Any]]) -> str:
    """Of the kinds and words of the cells: running a notebook does not change it, writing in it does."""
    told = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def was_changed(text: str) -> bool:
    """Has somebody written into a notebook since it was made? One that was not made here counts as changed."""
    try:
        notebook = json.loads(text)
        return bool(notebook["metadata"][OURS]["fingerprint"] != fingerprint(notebook["cells"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return True


def lines(text: str) -> list[str]:
    """The source of a cell: its lines, with their ends."""
    return text.strip("\n").splitlines(keepends=True)
