"""Files as people have them: plain text, saved web pages, PDF and Word documents. Each gives its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.text.decoding import decode

WEB_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+$", re.IGNORECASE)
MAX_ADDRESS_LENGTH = 8000  # characters: what RFC 9110 asks every server to take, four times what browsers agree on


class Document(NamedTuple):
    """The words of a document, and where it says they are from.

    `fetched` is the day on which it came from the network ("2026-11-23").
    """

    text: str
    outlet: str = ""
    date: str = ""
    url: str = ""
    fetched: str = ""


def is_web_address(text: str) -> bool:
    """Is this one word that begins like an address of the web, and short enough to be one?

    >>> is_web_address("www.example.org"), is_web_address("www.example.org is down.")
    (True, False)
    """
    return len(text) <= MAX_ADDRESS_LENGTH and WEB_ADDRESS.match(text) is not None


def open_document(data: bytes, name: str, charset: str = "", address: str = "") -> Document:
    """The words in these bytes, whatever kind of file they are.

    `name` ("The file a.pdf") is for the message of the ReadingError that is raised if there are none or if this is
    nothing that can be read. `charset` is what a server says of the encoding, `address` where the bytes are from.
    """
    from kit.text import pages, pdf, word  # only here: a text that is pasted needs none of them

    if data.startswith(b"%PDF"):
        return Document(pdf.text_of(data, name), url=address)
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return Document(word.text_of(data, name), url=address)
    if pages.is_page(data):
        return pages.from_page(pages.decode_page(data, charset, name), name, address)
    if pages.is_archive(data):
        return pages.from_archive(data, name)
    return Document(pages.decode_page(data, charset, name) if charset else decode(data, name), url=address)
