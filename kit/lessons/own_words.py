"""Boxes for words of one's own: `trap` to set the helper one, `own_text` for a news text of one's own.

What is typed is kept in the course, in my-words.json, and stands in the box again the next time.
"""

from __future__ import annotations

from pathlib import Path

import ipywidgets

from kit.errors import KitError
from kit.lessons.boxes import WIDE
from kit.lessons.lesson_files import entry
from kit.lessons.text_shown import LOOKS
from kit.library import articles
from kit.store import DamagedError, JsonStore, course_folder
from kit.text import Article, read_text
from kit.views.sheet import Sheet

NAME = "my-words.json"
MOST_CHARACTERS = 200_000  # that are looked at in a notebook
NOTHING_TYPED = "There are no words in the box. Type or paste some, then press the button."
TOO_LONG = "That’s more than anybody can read in a lesson. Paste one article."


class OwnWords:
    """What somebody typed into the boxes of a course, by the name of the box."""

    def __init__(self, folder: Path | str = ".") -> None:
        self.store = JsonStore(course_folder(Path(folder).absolute()) / NAME, KitError)

    def all(self) -> dict[str, str]:
        """The words by box. A file that can't be understood is set aside, and nothing in it is lost."""
        try:
            return self.store.load(lambda whole: {str(box): str(said) for box, said in whole["words"].items()}) or {}
        except DamagedError:
            self.store.set_aside("my-words.set-aside")
            return {}

    def keep(self, box: str, words: str) -> str:
        """Keep the words of a box; gives a sentence if that can't be done."""
        try:
            with self.store.locked():
                self.store.save({"words": {**self.all(), box: words}})
        except OSError as error:
            return (
                f"Your words can’t be saved in {NAME}: {error.strerror or error}. Copy them before you close this page."
            )
        return ""


class WordBox(ipywidgets.VBox):
    """A box with words in it, a button, and below it what is to be seen in them.

    `article` is the text that was looked at last.
    """

    def __init__(self, box: str, words: str, show: str, rows: int, label: str, button: str) -> None:
        self.name, self.show, self.kept = box, LOOKS[show], OwnWords()
        self.article: Article | None = None
        self.input = ipywidgets.Textarea(
            self.kept.all().get(box, words),
            description="Your words:",
            rows=rows,
            layout=WIDE,
        )
        self.again = ipywidgets.Button(description=button, button_style="primary")
        self.below = ipywidgets.HTML()
        super().__init__([ipywidgets.HTML(label), self.input, self.again, self.below])
        self.add_class("kit-boxes")
        self.again.on_click(self.look)
        self.look()

    def look(self, pressed: object = None) -> None:
        """Look at what stands in the box; once the button is pressed, keep it."""
        words = self.input.value
        problem = NOTHING_TYPED if not words.strip() else TOO_LONG if len(words) > MOST_CHARACTERS else ""
        if pressed is not None and not problem:
            problem = self.kept.keep(self.name, words)
        if words.strip() and len(words) <= MOST_CHARACTERS:
            self.article = read_text(words)
            self.below.value = self.show(self.article)._repr_html_()
        if problem:
            self.below.value = Sheet("Your words", problem)._repr_html_()


def trap(name: str = "") -> WordBox:
    """A few sentences in a box that a pupil can change, and what the helper makes of them.

    Takes the name of a trap ("empty-hall"). Raises KitError, with the names there are, if there is none of that name.
    """
    made = entry("traps", name, "trap")
    words = made["text"].strip()
    return WordBox(name, words, made["show"], len(words.splitlines()) + 1, made["label"], "What does the helper see?")


def own_text(starter: str = "bank") -> WordBox:
    """A box for a news text of one's own, with a practice text in it to begin with.

    Takes the name of that practice text. `.article` is the text that was shown last.
    """
    label = "Delete this report and paste your own: the headline first, then an empty line, then the text."
    return WordBox("own text", articles(starter).text, "bare", 12, label, "This is my text")
