"""A picture that carries its own text alternative: drawn with matplotlib, shown by a notebook, saved for print."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from kit.browser import fetch_drawing
from kit.errors import KitError, type_in_words
from kit.views.drawing import FONT, TEXT, can_draw, canvas
from kit.views.palette import INK
from kit.views.rendering import View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHARPNESS = 200  # dots an inch: good on paper and on a screen with small pixels
SCREEN = 96  # pixels that a browser takes for an inch
FORMATS = (".png", ".pdf", ".svg")
NO_DRAWING = "There is no picture here, because the package matplotlib is missing. This is what it would show."
ON_ITS_WAY = "The picture is still on its way. Run this again in a moment to see it."
OURS: Any = {
    "hatch.linewidth": 0.8,
    "svg.fonttype": "path",
    "svg.hashsalt": "who-says-so",  # the same picture is the same file
    "pdf.fonttype": 42,
    "font.family": FONT,
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,  # a dollar is a dollar and starts no formula
}


@dataclass(frozen=True, slots=True, repr=False)
class Picture(View):
    """A picture and the same facts in sentences.

    A notebook shows the picture, with the sentences for whoever can't see it; `print` writes them. `.text` holds them,
    a line each, the title first; `.save("name.png")` writes a file. `figure` is matplotlib's own, or None where there
    is nothing to draw, or nothing to draw with, as `missing` then says: the sentences are all there is.
    """

    figure: Figure | None
    text: str
    missing: str = ""  # why there is no picture, where there could be one

    part: ClassVar[str] = "picture"

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0]

    def lines(self) -> Iterator[str]:
        yield from self.text.split("\n")
        yield from filter(None, [self.missing])

    @property
    def width(self) -> int:
        """The width in a browser, in pixels."""
        return round(self.figure.get_figwidth() * SCREEN) if self.figure else 0

    def as_address(self) -> str:
        """The picture itself, sharp at any size, as an address, as a page holds it that needs no other file; "" if
        there is none."""
        if self.figure is None:
            return ""
        return f"data:image/svg+xml;base64,{base64.b64encode(file_of(self.figure, self.text, 'svg')).decode('ascii')}"

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the picture to a file. The end of its name says how: .png (screen), .pdf (print) or .svg.

        Raises KitError, in a sentence, if the name ends otherwise, if there is nothing to draw, or if the file
        can't be written.
        """
        if self.figure is None:
            raise KitError(f"there is no picture to save. {self.missing or self.text}")
        if not isinstance(path, (str, os.PathLike)):
            raise KitError(f'save needs the name of a file, not {type_in_words(path)}. Try: .save("picture.png")')
        place = Path(path)
        if place.suffix.lower() not in FORMATS:
            raise KitError(f'a picture is saved as .png, .pdf or .svg, not as "{place.name}". Try: {place.stem}.png')
        try:
            place.write_bytes(file_of(self.figure, self.text, place.suffix.lower()[1:]))
        except OSError as error:
            why = error.strerror or error
            raise KitError(f"the picture can't be written to {place}: {why}. Choose another folder or name.") from error


def file_of(figure: Figure, text: str, form: str) -> bytes:
    """A picture as a file of the form png, pdf or svg, with the sentences inside as its description."""
    text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")  # an SVG may not hold these
    about: dict[str, str | None] = {"Title": text.partition("\n")[0]}
    about |= {"Subject": text} if form == "pdf" else {"Description": text}
    if form == "svg":
        about["Date"] = None
    file = io.BytesIO()
    with our_style():
        figure.savefig(file, format=form, dpi=SHARPNESS, metadata=about)
    return file.getvalue()


def drawn_picture(
    title: str, below: Sequence[str], height: float, draw: Callable[[Figure], None], text: str
) -> Picture:
    """A picture with a title, lines below it and so many inches of room, which `draw` fills; `text` has the same facts
    in sentences. Where matplotlib is missing the sentences are all there is."""
    on_its_way = fetch_drawing()
    if not can_draw():
        return Picture(None, text, ON_ITS_WAY if on_its_way else NO_DRAWING)
    with our_style():
        figure = canvas(title, below, height)
        draw(figure)
    return Picture(figure, text)


@contextmanager
def our_style() -> Iterator[None]:
    """Draw as we mean it, whatever style somebody has set for pictures of their own."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(OURS)
        yield
