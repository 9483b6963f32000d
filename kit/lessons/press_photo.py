"""The pictures of lesson 7, under the captions that somebody printed: `show_photo`."""

from __future__ import annotations

import re

from kit.lessons.lesson_files import entry, lesson_file
from kit.views.photo import Photo

VIEW_BOX = re.compile(r'viewBox="[^"]*"')


def show_photo(name: str = "") -> Photo:
    """A picture that stands for a press photo, with its caption and, for whoever can't see it, what it shows in words.

    Takes the name of a picture ("pavement"). Raises KitError, with the names there are, if there is none of that name.
    """
    photo = entry("photos", name, "show_photo")
    svg = lesson_file(photo["file"])
    if "part" in photo:
        svg = VIEW_BOX.sub(f'viewBox="{" ".join(map(str, photo["part"]))}"', svg, count=1)
    return Photo(svg, photo["caption"], photo["shows"])
