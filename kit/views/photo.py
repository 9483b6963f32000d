"""A press photo with its caption, and what can be seen in it told in words."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kit.views.rendering import View

WIDTH = 520  # pixels in a browser


@dataclass(frozen=True, slots=True, repr=False)
class Photo(View):
    """A drawing that stands for a photo: the SVG itself, its caption, and in words what it shows."""

    svg: str
    caption: str
    shows: str
    width: int = WIDTH

    part: ClassVar[str] = "photo"

    def lines(self) -> Iterator[str]:
        yield f"In the picture: {self.shows}"
        yield f"Caption: {self.caption}"

    def as_address(self) -> str:
        """The picture itself as an address, as a page holds it that needs no other file."""
        return f"data:image/svg+xml;base64,{base64.b64encode(self.svg.encode()).decode('ascii')}"
