"""The text that a pupil's own audit is about, out of the page that `write_report` wrote: words only, and no markup."""

from __future__ import annotations

from html.parser import HTMLParser

from kit.grading.limits import Limits, check_time

HEAD_BYTES = 2000  # in which a report shows that it is one
NOT_TEXT = {"sup", "script", "style"}  # numbers of findings, and what is no text
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "area", "base", "col", "embed", "track", "param"}


def is_report(data: bytes) -> bool:
    """Is this a page that `write_report` wrote?"""
    from kit.views.report_page import MARK  # only where a page was handed in: it brings all views

    return MARK.encode() in data[:HEAD_BYTES]


def text_in_report(page: str, limits: Limits) -> str:
    """The text in such a page, one paragraph on a line; empty if there is none."""
    reader = _ReportParser(limits.words * 2)
    for at in range(0, len(page), 50_000):
        check_time()
        reader.feed(page[at : at + 50_000])
        if reader.done:
            break
    return "\n".join(line for each in reader.text.split("\n") if (line := " ".join(each.split())))


class _ReportParser(HTMLParser):
    """Gathers the words of the part of the page that holds the text."""

    def __init__(self, most: int):
        super().__init__(convert_charrefs=True)
        self.text, self.done = "", False
        self._most = most
        self._open: list[bool] = []  # the elements around this place, from that of the text on: is each left out?

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in VOID:
            return
        if self._open:
            self._open.append(self._open[-1] or tag in NOT_TEXT or "hidden" in given)
            if tag == "p":
                self.text += "\n"
        elif given.get("class") == "kit-text" and not self.done:
            self._open = [False]

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in VOID:
            self._open.pop()
            self.done = not self._open

    def handle_data(self, data: str) -> None:
        if self._open and not self._open[-1]:
            self.text += data
            self.done = self.done or len(self.text) > self._most
            self.text = self.text[: self._most]
