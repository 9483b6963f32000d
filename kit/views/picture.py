"""A picture that carries its own text alternative: drawn with matplotlib, shown by a notebook, saved for print."""

from __future__ import annotations

import base64
import io
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kit.views.characters import showable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

WIDTH = 6.3  # inches: the width of text on A4 with usual margins, and about that of an output in a notebook
SHARPNESS = 200  # dots an inch: good on paper and on a screen with small pixels
SCREEN = 96  # pixels that a browser takes for an inch
FONT = "DejaVu Sans"  # comes with matplotlib, so a picture looks the same everywhere
FORMATS = (".png", ".pdf", ".svg")
UNDRAWABLE = "▯"
OURS = {"hatch.linewidth": 0.8, "svg.fonttype": "path", "pdf.fonttype": 42, "font.family": FONT}


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

        Raises ValueError, in a sentence, if the name ends otherwise, if there is nothing to draw, or if the file can't
        be written.
        """
        if self.figure is None:
            raise ValueError(f"there is no picture to save. {self.text}")
        place = Path(path)
        if place.suffix.lower() not in FORMATS:
            raise ValueError(f'a picture is saved as .png, .pdf or .svg, not as "{place.name}". Try: {place.stem}.png')
        try:
            place.write_bytes(drawn(self.figure, self.text, place.suffix.lower()[1:]))
        except OSError as error:
            why = error.strerror or error
            raise ValueError(
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


def canvas(height: float) -> tuple[Figure, Axes]:
    """An empty picture of so many inches in height. Places on it are inches from the upper left corner."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return figure, axes


@cache
def font(size: float, bold: bool = False) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")


@cache
def in_font() -> frozenset[int]:
    """The code points that our font has a picture for."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(font(10))).get_charmap())


def drawable(words: str) -> str:
    """Words in one line as our font can draw them: a box stands for each character, or row of them, that it lacks."""
    line = " ".join(showable(words).split())
    drawn = ""
    for sign in line:
        if unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f":
            continue  # invisible: direction marks, joiners, variants of an emoji
        if ord(sign) in in_font():
            drawn += sign
        elif not drawn.endswith(UNDRAWABLE):
            drawn += UNDRAWABLE
    return drawn


@cache
def ruler() -> RendererAgg:
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, SHARPNESS)


def wide(words: str, size: float, bold: bool = False) -> float:
    """The width of a drawable line in inches."""
    return ruler().get_text_width_height_descent(words, font(size, bold), False)[0] / SHARPNESS if words else 0.0


def wrapped(words: str, size: float, width: float, most: int) -> list[str]:
    """Words broken into lines of at most `width` inches; what goes beyond the last of `most` lines is cut off by …"""
    lines: list[str] = []
    line = ""
    waiting = drawable(words).split()[::-1]
    while waiting:
        word = waiting.pop()
        longer = f"{line} {word}".strip()
        if wide(longer, size) <= width:
            line = longer
        elif line:
            lines.append(line)
            line = ""
            waiting.append(word)
        else:
            fits = max(1, next((n for n in range(len(word), 0, -1) if wide(word[:n], size) <= width), 1))
            lines.append(word[:fits])
            if word[fits:]:
                waiting.append(word[fits:])
        if len(lines) > most:
            break
    lines += [line] if line else []
    if len(lines) <= most:
        return lines or [UNDRAWABLE]
    last = lines[most - 1]
    while last and wide(last + " …", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + " …"]
