"""The text that a pupil's own audit is about, out of what they handed in beside it: the page that `write_report` wrote,
or the notebook in which the text was pasted into `read(...)`. Words only: no markup of theirs is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from kit.grading.limits import Limits
from kit.grading.literals import calls
from kit.grading.timing import look

PAGES = (".html", ".htm")
START = 2000  # bytes in which a report shows that it is one
LEAST = 200  # characters: shorter words in `read(...)` are a file's name, or an example
MOST = 3  # texts of one file
BESIDE = {"sup", "script", "style"}  # numbers of findings, and what is no text
ALONE = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "area", "base", "col", "embed", "track", "param"}


def is_page(place: str) -> bool:
    """Is this a web page, by its name?"""
    return place.lower().endswith(PAGES)


def is_report(data: bytes) -> bool:
    """Is this a page that `write_report` wrote?"""
    from kit.views.report_page import MARK  # only where a page was handed in: it brings all views

    return MARK.encode() in data[:START]


def text_in_report(page: str, limits: Limits) -> str:
    """The text in such a page, one paragraph on a line; empty if there is none."""
    reader = _Reader(limits.words * 2)
    for at in range(0, len(page), 50_000):
        look()
        reader.feed(page[at : at + 50_000])
        if reader.done:
            break
    return "\n".join(line for each in reader.text.split("\n") if (line := " ".join(each.split())))


def texts_in_cell(source: str, limits: Limits) -> Iterator[str]:
    """The texts that were pasted into `read(...)`."""
    yield from (call.id for call in calls(source, limits, "read") if len(call.id) >= LEAST)


class _Reader(HTMLParser):
    """Gathers the words of the part of the page that holds the text."""

    def __init__(self, most: int):
        super().__init__(convert_charrefs=True)
        self.text, self.done = "", False
        self._most, self._depth, self._beside = most, 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ALONE:
            return
        if self._depth:
            self._depth += 1
            if self._beside or tag in BESIDE or "hidden" in given:
                self._beside += 1
            if tag == "p":
                self.text += "\n"
        elif given.get("class") == "kit-text" and not self.done:
            self._depth = 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in ALONE:
            self._depth -= 1
            self._beside = max(0, self._beside - 1)
            self.done = not self._depth

    def handle_data(self, data: str) -> None:
        if self._depth and not self._beside:
            self.text += data
            self.done = self.done or len(self.text) > self._most
            self.text = self.text[: self._most]
