"""The page of `kit report` as a file: from the command line, and from a notebook with `write_report`."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kit.atomic import write_atomic
from kit.browser import download_link
from kit.errors import KitError
from kit.find import find_everything
from kit.measure import measured
from kit.text import Article
from kit.version import installed_version
from kit.views.rendering import render
from kit.views.report_page import MARK, report
from kit.views.shared_wording import checked_article

DEFAULT = "report.html"
ENDINGS = (".html", ".htm")
HEAD_BYTES = 2000  # bytes in which a report shows that it is one


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """Where a report was written."""

    file: Path

    def __repr__(self) -> str:
        return f"The report is in {self.file}. Open it in a browser, and print it from there."

    def _repr_html_(self) -> str:
        save = download_link(self.file, f"Save {self.file.name}")
        return str(render("report.html", "written", quote(self.file.as_posix()), str(self.file), save))


def write_report(article: Article | None = None, file: str | os.PathLike[str] = DEFAULT) -> Written:
    """Write a page about a text: its marks, every finding with its reason, and questions to ask. To read, or to print.

    Takes an article, and the name of the file (report.html, if it is left out); gives where it was written. An earlier
    report of that name is replaced; any other file is left alone. Raises KitError if it is given something else, or the
    file can't be written.

    >>> from kit import read, write_report
    >>> write_report(read("It rained, the mayor said."), "rain.html")
    The report is in rain.html. Open it in a browser, and print it from there.
    """
    article = checked_article("write_report", article)
    if not isinstance(file, str | os.PathLike) or not str(file).strip():
        raise KitError('write_report needs the name of a file, as in write_report(text, "my-report.html").')
    place = report_place(Path(file))
    write_page(place, page_of(article))
    return Written(place)


def page_of(article: Article) -> bytes:
    """The page about a text, made today by this kit."""
    made_by = f"Who Says So? {installed_version()}"
    page = report(article, find_everything(article), measured(), datetime.date.today(), made_by)
    return page.encode("utf-8", errors="replace")


def report_place(place: Path, by: str = "") -> Path:
    """The place for the report, if a report may go there; `by` tells how another file is named (" with -o")."""
    try:
        if place.is_dir():
            raise KitError(f"{place} is a folder. Name a file in it, such as {place / DEFAULT}.")
        if place.suffix.lower() not in ENDINGS:
            raise KitError(
                f"a report is a web page, so its name has to end in .html: {place.with_suffix('.html')}. The browser "
                "can print it as a PDF."
            )
        if not place.parent.is_dir():
            raise KitError(f"there is no folder {place.parent} for the report. Make it first, or name another one.")
        if place.exists() and not is_ours(place):
            other = place.with_name(f"{place.stem}-report{place.suffix}")
            raise KitError(f"{place} is there already, and the kit didn't write it. Name another file{by}: {other}")
    except OSError as error:
        raise KitError(f"{place} can't be looked at: {error.strerror}. Name another file{by}.") from error
    return place


def is_ours(place: Path) -> bool:
    """Is this an earlier report?"""
    with place.open("rb") as file:
        return MARK.encode() in file.read(HEAD_BYTES)


def write_page(place: Path, page: bytes, by: str = "") -> None:
    try:
        write_atomic(place, page)
    except OSError as error:
        raise KitError(
            f"the report can't be written to {place}: {error.strerror}. Nothing was changed there. Name another file"
            f"{by}, or make room."
        ) from error
