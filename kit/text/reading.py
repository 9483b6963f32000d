"""`read`: from a text or a file to an `Article`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from os import PathLike, fspath
from pathlib import Path

from kit.errors import type_in_words
from kit.text.article import Article, Furniture, Span
from kit.text.characters import ATTACHED
from kit.text.decoding import ReadingError
from kit.text.documents import Document, is_web_address, open_document
from kit.text.furniture import find_furniture
from kit.text.layout import find_paragraphs, trimmed
from kit.text.quotations import find_quotations
from kit.text.sentences import find_sentences, with_rows
from kit.text.tagger import fill_tags
from kit.text.tokens import tokenize

MAX_FILE_BYTES = 20_000_000  # bytes; a news article has a few thousand
MAX_PATH_LENGTH = 1000  # characters
FILE_NAME = re.compile(
    r"\.(?:txt|text|md|markdown|rst|html?|xml|jsonl?|csv|tsv|toml|ya?ml|rtf|docx?|odt|pdf|epub|pages|ipynb|log|py|"
    r"png|jpe?g|gif|webp|zip|gz)$",
    re.IGNORECASE,
)
FOLDERS = re.compile(r"(?:~|\.{1,2}|[A-Za-z]:)?[\\/](?:[\w.-]+[\\/])+(?=[\w.-]*[A-Za-z])[\w.-]++$")
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
QUOTED_READ = 'read("""...""")'


def read(what: str | PathLike[str] | bytes | Article, *, outlet: str = "", date: str = "", url: str = "") -> Article:
    """Read a news text: the text itself, a file that holds it, or the web page at an address.

    `what` is the text, the path of a file (plain text, a saved web page, PDF, or Word .docx) or its bytes, or an
    address that begins with http://, https:// or www. A text in one line that names an existing file is taken for its
    path. `outlet`, `date` and `url` say where the text is from, as you like to write them; left out, they are what a
    web page says about itself. Text that goes on without a full stop is cut into sentences of 200 words. Nothing is
    fetched from the network unless an address is given.

    Raises KitError, whose message says what is wrong and what to do, if there is no such file or page, or no text
    in it.

    >>> article = read("It rained, the mayor said.")
    >>> article[article.sentences[0]]
    'It rained, the mayor said.'
    """
    if isinstance(what, Article):
        return what
    if isinstance(what, str):
        found = _document_behind(what)
    elif isinstance(what, PathLike):
        found = _from_file(Path(fspath(what)).expanduser())
    elif isinstance(what, (bytes, bytearray, memoryview)):
        found = open_document(bytes(what), "What you gave")
    else:
        raise ReadingError(_not_readable(what))
    told = {"outlet": outlet or found.outlet, "date": date or found.date, "url": url or found.url}
    return read_text(found.text, **told, fetched=found.fetched)


def read_bytes(data: bytes, name: str) -> Article:
    """Read what a file holds; `name` ("Standard input") is for the message of the ReadingError if it is no text."""
    return read_text(**open_document(data, name)._asdict())


def read_text(text: str, *, outlet: str = "", date: str = "", url: str = "", fetched: str = "") -> Article:
    """Read a text that is certainly no path and no address.

    Half a character (a lone surrogate, as broken programs leave them) becomes �, one for one, since nothing can show
    or save it; apart from that `article.text` is `text`.
    """
    if not text.isascii():
        text = HALF_CHARACTER.sub("\ufffd", text)
    paragraphs = find_paragraphs(text)
    title, furniture = find_furniture(text, paragraphs)
    parts = _without(text, paragraphs, furniture)
    words = tokenize(text)
    sentences, rows = with_rows(words, find_sentences(text, parts))
    fill_tags(words, rows)
    quotations = find_quotations(text, parts)
    return Article(
        text, title, outlet, date, url, paragraphs, tuple(sentences), quotations, furniture, words, tuple(rows), fetched
    )


def _without(text: str, paragraphs: tuple[Span, ...], furniture: tuple[Furniture, ...]) -> list[Span]:
    """The paragraphs with the furniture cut out."""
    if not furniture:
        return list(paragraphs)
    parts = []
    waiting = iter([piece.span for piece in furniture])
    piece = next(waiting, None)
    for start, end in paragraphs:
        while piece is not None and piece.start < end:
            parts.append(trimmed(text, start, piece.start))
            start = piece.end
            while start < end and text[start] in ATTACHED:  # an accent on its last character belongs to it
                start += 1
            piece = next(waiting, None)
        parts.append(trimmed(text, start, end))
    return [part for part in parts if part.start < part.end]


def _document_behind(text: str) -> Document:
    """What a string stands for: a file, a web page, or the text that it is."""
    path = _as_path(text)
    if path is not None:
        return _from_file(path)
    name = text.strip()
    return _from_web(name) if is_web_address(name) else Document(text)


def _from_web(address: str) -> Document:
    """The article at an address."""
    import datetime  # only here: a text that is pasted needs neither a date nor the network

    from kit.text import web

    page = web.fetch(address)
    found = open_document(page.data, f"The page {page.address}", page.charset, page.address)
    return found._replace(url=page.address, fetched=datetime.date.today().isoformat())


def _as_path(text: str) -> Path | None:
    """The path that a string names, or None if it is the text itself."""
    name = text.strip()
    if not any(map(str.isalpha, name[:MAX_PATH_LENGTH])) or len(name) > MAX_PATH_LENGTH or not name.isprintable():
        return None
    try:
        path = Path(name).expanduser()
        there = path.exists()
    except (OSError, ValueError, RuntimeError):  # too long for a name, a zero byte, a user that is unknown
        return None
    if there:
        return path
    if is_web_address(name):
        return None
    spaced = any(map(str.isspace, name))
    file_name = FILE_NAME.search(name) and (not spaced or "/" in name or "\\" in name)
    return path if file_name or FOLDERS.match(name) else None


def _from_file(path: Path) -> Document:
    """The text in a file."""
    try:
        if path.is_dir():
            raise ReadingError(f"{path} is a folder. Name a file in it, such as {_some_file(path)}.")
        if not path.exists():
            raise ReadingError(_missing(path))
        if not path.is_file():
            raise ReadingError(f"{path} is not a file that holds a text. Name a text file.")
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ReadingError(
                f"The file {path} has {path.stat().st_size // 1_000_000} million bytes, and read opens at most "
                f"{MAX_FILE_BYTES // 1_000_000} million. Save the one article you need in a file of its own."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, ReadingError):
            raise
        why = getattr(error, "strerror", None) or str(error)
        raise ReadingError(
            f"The file {path} can't be opened ({why}). Check that it may be read, or paste the text into {QUOTED_READ}."
        ) from error
    return open_document(data, f"The file {path}")


def _some_file(folder: Path) -> str:
    """A text file in a folder, to show what a path looks like."""
    found = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    return str(found[0] if found else folder / "article.txt")


def _missing(path: Path) -> str:
    """What to say if there is no such file."""
    folder = path.parent
    if not folder.is_dir():
        return f"There is no folder {folder}, so there is no file {path.name} in it. Check the path."
    near = get_close_matches(path.name, [other.name for other in folder.iterdir()], n=3, cutoff=0.75)
    where = f"the folder {folder.resolve()}" if str(folder) == "." else f"the folder {folder}"
    if near:
        return f"There is no file {path.name} in {where}. Did you mean {' or '.join(near)}?"
    return f"There is no file {path.name} in {where}. Check the name, or paste the text into {QUOTED_READ}."


def _not_readable(what: object) -> str:
    """What to say of something that is neither text nor path."""
    if what is None:
        return "There is nothing to read: this is None. Did an earlier cell fail? Give a text or a path."
    if isinstance(what, (list, tuple)):
        return 'read takes one text, not a list of them. Join its lines first: read("\\n".join(lines)).'
    return f"read takes a text in quotation marks or the path of a file, not {type_in_words(what)}."
