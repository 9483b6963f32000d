"""`blob`: a text as a TextBlob that needs no downloaded corpora. TextBlob and NLTK are opened with the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.browser import IN_BROWSER
from kit.errors import type_in_words
from kit.text.article import Article
from kit.text.decoding import ReadingError

if TYPE_CHECKING:
    from kit.text.offline_blob import OfflineBlob


def blob(text: str | Article) -> OfflineBlob:
    """A TextBlob of a text or an article, for all that TextBlob's own guide shows.

    Takes words in quotation marks or an article. Raises KitError, in a sentence, if it is given something else, and in
    a browser, where NLTK is missing.

    >>> blob("It rained.").words
    OfflineWordList(['It', 'rained'])
    """
    words = _words_of(text)
    if IN_BROWSER:
        raise ReadingError(
            "blob needs NLTK, which isn't in the course in the browser. The finders and show_feelings work here "
            "without it; where the kit is installed, blob works too."
        )
    from kit.text.offline_blob import OfflineBlob  # only here: NLTK takes a while to open

    return OfflineBlob(words)


def _words_of(given: object) -> str:
    if isinstance(given, Article):
        return given.text
    if isinstance(given, str):
        return given
    raise ReadingError(f"blob takes a text in quotation marks or an article, not {type_in_words(given)}.")
