"""A picture that carries its own text alternative: drawn with matplotlib, shown by a notebook, saved for print."""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.errors import type_in_words
from kit.views.drawing import FONT, SHARPNESS
from kit.views.phrases import ShowingError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SCREEN = 96  # pixels that a browser takes for an inch
FORMATS = (".png", ".pdf", ".svg")
OURS: Any = {"hatch.linewidth": 0.8, "svg.fonttype": "path", "pdf.fonttype": 42, "font.family": FONT}


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """A picture and the same facts in sentences.

    A notebook shows the picture, with the sentences for whoever can't see it; `print` writes them. `.text` holds them,
    a line each, the title first; `.save("name.png")` writes a file. `figure` is matplotlib's own, or None where there
    is nothing to draw: then the sentences are all there is.
    """

    figure: Figure | None
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        title, *lines = self.text.split("\n")
        if self.figure is None:
            return f"<p>{escape(' '.join([title, *lines]))}</p>"
        data = base64.b64encode(drawn(self.figure, self.text, "png")).decode("ascii")
        width = round(self.figure.get_figwidth() * SCREEN)
        items = "".join(f"<li><bdi>{escape(line, quote=False)}</bdi></li>" for line in lines)
        return (
            f'<figure style="margin:0"><img alt="{escape(" ".join([title, *lines]))}" width="{width}" '
            f'style="max-width:100%;height:auto" src="data:image/png;base64,{data}">'
            f"<figcaption><details><summary>The same in words</summary><p>{escape(title, quote=False)}</p>"
            f"<ul>{items}</ul></details></figcaption></figure>"
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the picture to a file. The end of its name says how: .png (screen), .pdf (print) or .svg.

        Raises ShowingError, in a sentence, if the name ends otherwise, if there is nothing to draw, or if the file
        can't be written.
        """
        if self.figure is None:
            raise ShowingError(f"there is no picture to save. {self.text}")
        if not isinstance(path, (str, os.PathLike)):
            raise ShowingError(f'save needs the name of a file, not {type_in_words(path)}. Try: .save("picture.png")')
        place = Path(path)
        if place.suffix.lower() not in FORMATS:
            raise ShowingError(
                f'a picture is saved as .png, .pdf or .svg, not as "{place.name}". Try: {place.stem}.png'
            )
        try:
            place.write_bytes(drawn(self.figure, self.text, place.suffix.lower()[1:]))
        except OSError as error:
            why = error.strerror or error
            raise ShowingError(
                f"the picture can't be written to {place}: {why}. Choose another folder or name."
            ) from error


def drawn(figure: Figure, text: str, form: str) -> bytes:
    """A picture as a file of the form png, pdf or svg, with the sentences inside as its description."""
    text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")  # an SVG may not hold these
    about = {"Title": text.partition("\n")[0], "Subject" if form == "pdf" else "Description": text}
    file = io.BytesIO()
    with our_style():
        figure.savefig(file, format=form, dpi=SHARPNESS, metadata=about)
    return file.getvalue()


@contextmanager
def our_style() -> Iterator[None]:
    """Draw as we mean it, whatever style somebody has set for pictures of their own."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(OURS)
        yield
