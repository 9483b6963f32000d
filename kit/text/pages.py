"""From a web page to the words of its article, with outlet, date and address where the page tells them."""

from __future__ import annotations

import codecs
import email
import email.policy
import logging
import re
from functools import cache
from typing import Any

from kit.text.decoding import BOMS, ReadingError, decode
from kit.text.documents import Document
from kit.text.packages import PASTE, optional_package
from kit.text.page_title import headline_of, in_one_line
from kit.text.word_lists import load_lexicon

HEAD_BYTES = 2000  # bytes in which a web page shows that it is one
HTML_START = re.compile(
    r"\ufeff?\s*+(?:(?:<\?xml[^>]*>|<!--(?:(?!-->).)*+-->)\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title|article|div)\b",
    re.IGNORECASE | re.DOTALL,
)
MHTML_START = re.compile(
    r"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*+)*?content-type:\s*multipart/related", re.IGNORECASE
)
CHARSET = re.compile(rb"<meta[^<>]{1,200}?charset\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
NOT_FREE = re.compile(r"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
LIST_SIGN = "- "
MAX_CHARACTERS_OF_ITEM = 40  # by which an item of a list is looked for in the page
MIN_ARTICLE_WORDS = 40  # words in whole sentences: what has fewer is no article
MIN_FREE_ARTICLE_WORDS = 200  # words that no paywall page has
MIN_SENTENCE_WORDS = 8  # words of a line that may be a sentence
AS_BROWSERS_TAKE_THEM = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}  # as browsers take them
QUIET_LOGGERS = ("trafilatura", "htmldate", "justext", "courlan")


def is_page(data: bytes) -> bool:
    return bool(HTML_START.match(_beginning(data)))


def is_archive(data: bytes) -> bool:
    """Is this a page in one file, as Chrome and Edge save it (.mhtml)?"""
    return bool(MHTML_START.match(_beginning(data)))


def _beginning(data: bytes) -> str:
    wide = next((encoding for mark, encoding in BOMS if data.startswith(mark)), "utf-8")
    return data[:HEAD_BYTES].decode(wide, errors="replace")


def from_archive(data: bytes, name: str) -> Document:
    """The article in a page that was saved in one file."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise ReadingError(f"{name} is a saved web page that is too tangled to read. {PASTE}") from error
    if part is None:
        raise ReadingError(f"{name} is a saved web page without any text in it. {PASTE}")
    payload = part.get_payload(decode=True)
    address = str(message.get("Snapshot-Content-Location", "")).strip()
    html = decode_page(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "", name)
    return from_page(html, name, address)


def decode_page(data: bytes, charset: str, name: str) -> str:
    """A page as text. Servers and pages are often wrong about their encoding: what is UTF-8 by its bytes is UTF-8."""
    if any(data.startswith(mark) for mark, _ in BOMS):
        return decode(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    in_page = CHARSET.search(data[:HEAD_BYTES])
    for named in (charset, in_page.group(1).decode("ascii") if in_page else ""):
        try:
            encoding = codecs.lookup(AS_BROWSERS_TAKE_THEM.get(named.lower(), named)).name if named else ""
            if encoding and encoding != "utf-8":
                return data.decode(encoding, errors="replace")
        except (LookupError, ValueError):
            continue
    return decode(data, name)


def from_page(html: str, name: str, address: str = "") -> Document:
    """The article on a page: headline and paragraphs, without menus, advertisements and comments.

    `name` ("The page https://…", "The file a.html") is for the message of the ReadingError that is raised if there is
    no article on the page, or if a paywall stands in its place.
    """
    optional_package("trafilatura", "trafilatura", f"{name} is a web page (HTML)")
    import trafilatura

    for logger in QUIET_LOGGERS:
        logging.getLogger(logger).addHandler(logging.NullHandler())  # its remarks are for developers
    saved_from = SAVED_FROM.search(html[:HEAD_BYTES])
    url = address or (saved_from.group(1) if saved_from else "")
    try:
        found: Any = trafilatura.bare_extraction(
            html,
            url=url or None,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, RecursionError, MemoryError) as error:
        raise ReadingError(f"{name} is a web page that is too tangled to read. {PASTE}") from error
    lines = [line.strip() for line in (found.text or "").splitlines() if line.strip()] if found else []
    if words_in_sentences(lines) < MIN_FREE_ARTICLE_WORDS and is_paywall(html):
        raise ReadingError(
            f"{name} shows its article only to subscribers. If you can read it there, copy its words and paste them "
            'into read("""...""") instead.'
        )
    if words_in_sentences(lines) < MIN_ARTICLE_WORDS:
        raise ReadingError(
            f"No article was found in {name[0].lower()}{name[1:]}. If you can see one there, copy its words and paste "
            'them into read("""...""") instead.'
        )
    url = url or (found.url or "")
    tree = trafilatura.load_html(html)
    lines = without_list_signs(lines, tree)
    title = headline_of(found.title or "", found.sitename or "", url, tree, lines)
    if title and lines[0] != title:
        lines = [title, *(line for line in lines if line != title)]
    return Document("\n\n".join(lines), found.sitename or "", found.date or "", url)


def without_list_signs(lines: list[str], tree: Any) -> list[str]:
    """The lines without the hyphens that trafilatura puts before the items of lists; what the page has itself stays."""
    if tree is None or not any(line.startswith(LIST_SIGN) for line in lines):
        return lines
    words = in_one_line(tree.text_content())
    return [
        line.removeprefix(LIST_SIGN) if line[: len(LIST_SIGN) + MAX_CHARACTERS_OF_ITEM] not in words else line
        for line in lines
    ]


def words_in_sentences(lines: list[str]) -> int:
    """How many words stand in lines that end as sentences do; menus and lists of headlines have hardly any."""
    counts = [len(line.split()) for line in lines if SENTENCE_END.search(line)]
    return sum(count for count in counts if count >= MIN_SENTENCE_WORDS)


def is_paywall(html: str) -> bool:
    """Does a page say that the rest is for subscribers, in words or in the facts it gives to search engines?"""
    import trafilatura

    words = " ".join(trafilatura.html2txt(html).split()).casefold().replace("’", "'")
    return bool(NOT_FREE.search(html)) or any(phrase in words for phrase in paywall_phrases())


@cache
def paywall_phrases() -> tuple[str, ...]:
    return tuple(phrase.casefold() for phrase in load_lexicon("paywall.toml")["phrases"])
