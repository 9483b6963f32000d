"""Where do these words stand? `look_up` and `search` go through the practice texts, `show_origins` takes a patchwork
apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from kit.errors import KitError, type_in_words
from kit.library import articles, names
from kit.origins import Origin, origins
from kit.text import Article, Span
from kit.views.passage_context import context_of, whereabouts
from kit.views.shared_wording import headline, one_line
from kit.views.sheet import Cell, Sheet

STRAIGHT_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")
MAX_PLACES = 30  # places that are shown: whoever finds more has looked for words that are too common
IN_NO_REPORT = "in none of the reports"
NOTHING_LOST = "nothing"
WORD = re.compile(r"\w+(?:['’]\w+)*")


def look_up(words: str = "", *where: str) -> Sheet:
    """Where these very words stand in the practice texts: what a search engine does with words in quotation marks.

    Takes a few words as they stand next to each other, and the names of the texts to look in (all of them, if none is
    given); capital letters and the shape of quotation marks play no part. Raises KitError, in a sentence, if it is
    given something else, and ReadingError if there is no text of a name.
    """
    if not isinstance(words, str) or not words.strip():
        given = "" if words == "" else f", not {type_in_words(words)}"
        raise KitError(f'look_up needs a few words in quotation marks{given}, as in look_up("loud and clear").')
    sought = " ".join(words.split())
    found = [
        (name, text, span) for name in where or names() for text in [articles(name)] for span in places_of(text, sought)
    ]
    title = f"Looked for: “{sought.strip(chr(34) + '“”')}”"
    if not found:
        shelf = ", ".join(where) if where else "any of the practice texts"
        return Sheet(
            title,
            f"These words aren’t in {shelf}. That’s a result too. Were they typed exactly? If so, try fewer words: two "
            "or three rare ones that stand side by side.",
        )
    number = len({name for name, _, _ in found})
    note = f"Found in {number} of {len(where or names())} texts."
    if len(found) > MAX_PLACES:
        note += f" The first {MAX_PLACES} of {len(found)} places are shown: rarer words find less."
    rows = tuple(
        (f"{name}, {whereabouts(text, span)}", tuple(context_of(text, span, (span,))))
        for name, text, span in found[:MAX_PLACES]
    )
    return Sheet(title, note, ("Text", "Sentence"), rows, (28, 72))


def search(words: str = "", *where: str) -> Any:
    """`look_up` with a box in which the words can be changed. Takes what `look_up` takes, and raises what it raises."""
    import ipywidgets

    from kit.lessons.boxes import WIDE
    from kit.lessons.redrawn import redrawn

    look_up(words, *where)
    box = ipywidgets.Text(words, description="These words:", continuous_update=False, layout=WIDE)
    nothing = Sheet("Search", "Type a few words that stand next to each other.")
    return redrawn(lambda typed: look_up(typed, *where) if typed.strip() else nothing, box, button="Search")


def places_of(text: Article, words: str) -> Iterator[Span]:
    """Where words stand in a text, whatever blanks lie between them."""
    parts = words.translate(STRAIGHT_QUOTES).split()
    pattern = r"(?<!\w)" * parts[0][0].isalnum() + r"\s+".join(map(re.escape, parts))
    pattern += r"(?!\w)" * parts[-1][-1].isalnum()
    for match in re.finditer(pattern, text.text.translate(STRAIGHT_QUOTES), re.IGNORECASE):
        yield Span(*match.span())


def show_origins(patchwork: str = "", words: str = "") -> Sheet:
    """A patchwork beside the reports it was made from: for each piece where it comes from, and what got lost.

    Takes the name of a patchwork ("harbour-patchwork"), and words, if only the pieces with these words are to be shown.
    What stands in the report and not in the patchwork is marked. Raises KitError, in a sentence, if the text is no
    patchwork, and ReadingError if there is no such text.
    """
    if not isinstance(patchwork, str) or not patchwork:
        raise KitError('show_origins needs the name of a patchwork, as in show_origins("harbour-patchwork").')
    article, pieces = articles(patchwork), origins(patchwork)
    if not pieces:
        raise KitError(f'{patchwork} isn’t a patchwork that the kit knows. Try: show_origins("harbour-patchwork")')
    wanted = [piece for piece in pieces if words.lower() in article[piece.span].lower()]
    title = f"Piece by piece: {headline(article)}"
    if not wanted:
        return Sheet(title, f"No piece of it has the words “{words}”. Try fewer of them.")
    whole = sum(not piece.lost and bool(piece.taken_from) for piece in pieces)
    note = (
        f"{len(pieces)} pieces, {whole} of which came through whole. What is marked is in the report and not in the "
        "patchwork. Shortening isn’t a fault: for each loss, ask whether a reader would miss it."
    )
    rows = tuple(row_of(article, piece) for piece in wanted)
    return Sheet(title, note, ("In the patchwork", "In the report", "What got lost"), rows, (32, 46, 22))


def row_of(article: Article, piece: Origin) -> tuple[Cell, Cell, Cell]:
    """One piece, the passage it was made from with the lost words marked, and the loss in words."""
    here = one_line(article[piece.span])
    if piece.original is None:
        return here, IN_NO_REPORT, piece.lost or "It was added, and there is nobody to ask."
    there = one_line(articles(piece.taken_from)[piece.original])
    return here, (*lost_words(there, here), (f" ({piece.taken_from})", False)), piece.lost or NOTHING_LOST


def lost_words(there: str, here: str) -> Iterator[tuple[str, bool]]:
    """A passage in pieces, each with whether its words are missing in the shorter one."""
    words = list(WORD.finditer(there))
    before, after = ([word.lower() for word in WORD.findall(text)] for text in (there, here))
    at = 0
    for change, first, last, _, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change in ("delete", "replace"):
            start, end = words[first].start(), words[last - 1].end()
            yield there[at:start], False
            yield there[start:end], True
            at = end
    yield there[at:], False
