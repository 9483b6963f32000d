"""A place outside of memory for what has to wait until the last pupil has been seen."""

from __future__ import annotations

import sqlite3


def aside(tables: str) -> sqlite3.Connection:
    """An empty database with these tables. It lies in a temporary file that has no name and is gone when it is closed,
    and keeps only a few pages in memory, so a class of any size takes the same."""
    base = sqlite3.connect("", isolation_level=None)
    base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables} BEGIN;")
    return base
