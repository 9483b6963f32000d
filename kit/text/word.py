"""The words of a Word document (.docx)."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from kit.text.decoding import ReadingError
from kit.text.packages import PASTE, optional_package

MAX_UNPACKED_BYTES = 200_000_000  # bytes, unpacked; a document with pictures has a few million


def text_of(data: bytes, name: str) -> str:
    """The paragraphs of a document, a line each, tables cell by cell; deleted words and comments are left out.

    Raises ReadingError, in a sentence, if it is damaged or has no words.
    """
    optional_package("docx", "python-docx", f"{name} is a Word document")
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED_BYTES:
                raise ReadingError(f"{name} is a Word document that is far too large to be an article. {PASTE}")
        body = docx.Document(io.BytesIO(data)).element.body
    except ReadingError:
        raise
    except Exception as error:  # whatever the library stumbles over in a damaged file
        raise ReadingError(f"{name} is a Word document that is damaged. {PASTE}") from error
    lines = [words_of(paragraph) for paragraph in body.xpath(".//w:p[not(ancestor::*[local-name() = 'Fallback'])]")]
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        raise ReadingError(f"{name} is a Word document without any words; perhaps they stand in a picture. {PASTE}")
    return text


def words_of(paragraph: Any) -> str:
    """The words of one paragraph as they are printed: with what was inserted, without what was deleted or moved away.

    The library's own `text` leaves out what somebody has inserted with tracked changes.
    """
    pieces = paragraph.xpath(
        ".//*[self::w:t or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen]"
        "[not(ancestor::w:moveFrom) and not(ancestor::w:del) and not(ancestor::w:tabs)]"
    )
    own = [piece for piece in pieces if next(piece.iterancestors(paragraph.tag)) is paragraph]
    return "".join(SIGNS.get(piece.tag.rpartition("}")[2], "") or piece.text or "" for piece in own)


SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
