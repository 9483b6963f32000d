"""Files as people have them: plain text, saved web pages, PDF and Word documents. Each gives its words."""

from __future__ import annotations

from kit.text import pages, pdf, word
from kit.text.decoding import decode
from kit.text.opened import Opened


def opened(data: bytes, name: str, charset: str = "", address: str = "") -> Opened:
    """The words in these bytes, whatever kind of file they are.

    `name` ("The file a.pdf") is for the message of the ReadingError that is raised if there are none or if this is
    nothing that can be read. `charset` is what a server says of the encoding, `address` where the bytes are from.
    """
    if data.startswith(b"%PDF"):
        return Opened(pdf.text_of(data, name), url=address)
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return Opened(word.text_of(data, name), url=address)
    if pages.is_page(data):
        return pages.from_page(pages.in_letters(data, charset, name), name, address)
    if pages.is_archive(data):
        return pages.from_archive(data, name)
    return Opened(pages.in_letters(data, charset, name) if charset else decode(data, name), url=address)
