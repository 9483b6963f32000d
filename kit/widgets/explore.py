"""`explore`: look at any text in a notebook, question by question, and set aside what is not one after all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.errors import KitError, counted, type_in_words
from kit.find import FINDERS, attribution_threshold, find_attributions
from kit.finding import Attribution, Finding, as_confidence
from kit.library import articles
from kit.measure import measured
from kit.text import Article, ReadingError, read, read_text
from kit.text.documents import is_web_address
from kit.views.origin import origin
from kit.views.rendering import stylesheet
from kit.views.wording import SECTIONS, Section
from kit.widgets.awake import tell_awake
from kit.widgets.control import script, style
from kit.widgets.explore_memory import MOST_REASON, Aside, Kept, Memory, Place, place_of
from kit.widgets.explore_parts import Part, found_in_words, overview_of, part_of, picture_for, words_of

WARM_UP_TEXT = "“No,” said Ortiz."  # a text to read while nobody waits: the first one opens all word lists
MAX_CHARACTERS = 200_000  # characters that are looked at in a notebook; a news article has a few thousand
OVERVIEW = "overview"
PLAIN = "explore() shows a text and what the helper marks in it, in JupyterLab."
NO_TEXT_GIVEN = "Choose a practice text, paste a text, or give the address of a web page."


tell_awake()


class Explore(anywidget.AnyWidget):
    """A box for a text, and a tab for each question. Python finds and remembers; the browser only draws.

    `article` is the text that is open, None before the first one; `findings` is what the finders saw in it, without
    what was set aside.
    """

    _esm = script("explore")
    _css = "".join(
        [
            *map(stylesheet, ("highlight.css", "ladder.css", "tables.css", "reflow.css", "picture.css")),
            style("explore"),
        ]
    )
    practice: traitlets.List[Any] = traitlets.List().tag(sync=True)
    tabs: traitlets.List[Any] = traitlets.List().tag(sync=True)
    opened: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    parts: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    pictures: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    doing = traitlets.Unicode().tag(sync=True)
    done = traitlets.Float(1.0).tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    answered = traitlets.Int(0).tag(sync=True)  # how often the browser has been answered, so that it knows we are there

    def __init__(self, what: Article | str | None = None) -> None:
        self.article: Article | None = None
        self.memory = Memory(Path.cwd())
        self.figures = measured()
        self.seen: list[Finding] = []
        self.kept: Kept = {}
        self.sure: float | None = None  # how sure the helper must be of who says so; None: as it is everywhere else
        self.count = 0  # how many texts were opened: tells the browser that this is another one
        shelf = [[text.name, f"{text.title} ({text.minutes} min)"] for text in articles()]
        tabs = [[section.key, section.title] for section in SECTIONS]
        super().__init__(practice=shelf, tabs=[*tabs, [OVERVIEW, "Overview"]])
        self.on_msg(self._asked)
        if what is not None:
            with self.hold_sync():  # nobody sees it yet, so it goes to the browser in one piece
                self.look_at(what)
            return
        for _, find in FINDERS:
            find(read_text(WARM_UP_TEXT))

    def __repr__(self) -> str:
        return PLAIN

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.seen if place_of(finding) not in self.kept)

    def look_at(self, what: Article | str) -> None:
        """Read a text and show what the finders see in it, question by question."""
        web = isinstance(what, str) and is_web_address(what.strip())
        self._tell("Fetching the page …" if web else "Reading the text …", 0.0)
        article = read(what)
        if not article.paragraphs:
            raise ReadingError(f"There are no words in this text. {NO_TEXT_GIVEN}")
        if len(article.text) > MAX_CHARACTERS:
            raise ReadingError(
                f"This text has {len(article.text):,} characters, and explore looks at no more than "
                f"{MAX_CHARACTERS:,}. Give it the one article that you need."
            )
        self.article, self.seen, self.kept = article, [], self.memory.of(article)
        self.note = self.memory.note
        self.count += 1
        self.parts, self.pictures = {}, {}
        self.opened = {"count": self.count, "title": title_of(article), "from": origin(article)}
        for number, (section, (doing, find)) in enumerate(zip(SECTIONS, FINDERS, strict=True)):
            self._tell(f"Looking: {doing} …", number / len(SECTIONS))
            self.seen += find_attributions(article, self.sure) if find is find_attributions else find(article)
            self.parts = {**self.parts, section.key: self._part(article, section)}
        who = SECTIONS[0]  # once more, under the names of the sources that are known by now
        self.parts = {
            **self.parts,
            who.key: self._part(article, who),
            OVERVIEW: overview_of(article, self.seen, self.kept),
        }
        self._tell("", 1.0)
        self.said = " ".join(found_in_words(self.parts[section.key], section) for section in SECTIONS)

    def set_aside(self, place: Place, reason: str) -> None:
        """Set a finding aside in this text: it is not one, and this is why. It is kept beside the notebook."""
        finding = self._finding(place)
        if finding is None or self.article is None:
            return
        words = words_of(self.article, finding)
        self.kept = {**self.kept, place: Aside(words, reason.strip()[:MOST_REASON])}
        self._changed(f"Set aside: {words}.")

    def put_back(self, place: Place) -> None:
        """Look at a finding again that was set aside, here or with `literal_here`. Raises LiteralError if that is kept
        and can't be changed."""
        if place in self.kept and self.article is not None:
            self.memory.look_again(self.article, place)
            words = self.kept[place].words
            self.kept = {other: aside for other, aside in self.kept.items() if other != place}
            self._changed(f"Put back: {words}.")

    def show_from(self, sure: float) -> None:
        """Show who says so only where so large a share of such marks was right in real news (from 0 to 1).

        Raises KitError for another number.
        """
        self.sure = as_confidence(sure)
        if self.article is not None:
            rest = [finding for finding in self.seen if not isinstance(finding, Attribution)]
            self.seen = [*find_attributions(self.article, self.sure), *rest]
            left = sum(isinstance(finding, Attribution) for finding in self.findings)
            self._changed(f"Who says so: {counted(left, 'place')} marked.")

    def _part(self, article: Article, section: Section) -> Part:
        """What a tab shows; that of the attributions also how sure the helper must be, in a hundred."""
        part = part_of(article, section, self.seen, self.kept, self.figures)
        sure = attribution_threshold() if self.sure is None else self.sure
        return {**part, "sure": round(100 * sure)} if section.kind == "Attribution" else part

    def _changed(self, said: str) -> None:
        """Keep what is set aside now, and draw the tabs again that show it."""
        if self.article is None:
            return
        self.memory.keep(self.article, self.kept)
        self.note = self.memory.note
        new = {section.key: self._part(self.article, section) for section in SECTIONS}
        self.pictures = {}
        self.parts = {**new, OVERVIEW: overview_of(self.article, self.seen, self.kept)}
        self.said = said

    def _finding(self, place: Place) -> Finding | None:
        return next((finding for finding in self.seen if place_of(finding) == place), None)

    def _tell(self, doing: str, done: float) -> None:
        self.problem = ""
        self.doing, self.done = doing, done

    def _asked(self, _: Any, message: Any, __: Any) -> None:
        """The browser asks for something. What goes wrong is told in the widget: nobody would see it anywhere else."""
        try:
            self.answered += 1
            self._answer(message if isinstance(message, dict) else {})
        except KitError as error:
            self._tell("", 1.0)
            self.problem = str(error)
        except Exception as error:
            self._tell("", 1.0)
            self.problem = f"The helper can’t cope with this text ({type(error).__name__}: {error}). Try another one."

    def _answer(self, message: dict[str, Any]) -> None:
        asked = message.get("do")
        if asked == "practice":
            self.look_at(articles(str(message.get("name"))))
        elif asked == "text":
            text = str(message.get("text", ""))
            if not text.strip():
                raise ReadingError(NO_TEXT_GIVEN)
            self.look_at(text)
        elif asked == "picture" and self.article is not None:
            key = str(message.get("key"))
            self.pictures = {**self.pictures, key: picture_for(self.article, key, self.seen, self.kept)}
        elif asked == "sure":
            self.show_from(message["value"] / 100)
        elif asked in ("aside", "back"):
            start, end, kind, rule = message["place"]
            place = Place(int(start), int(end), str(kind), str(rule))
            if asked == "aside":
                self.set_aside(place, str(message.get("reason", "")))
            else:
                self.put_back(place)


def explore(what: Article | str | None = None) -> Explore:
    """Look at a text in a notebook: who says so, how much are we told, what is it called, and an overview.

    `what` may be an article, the name of a practice text, a text, a file or the address of a web page; left out, one is
    chosen in the widget. What is set aside there is kept in set-aside.json beside the notebook; what `literal_here`
    has set aside is shown as set aside as well. Gives the widget: its `.article` is the text that is open, its
    `.findings` is what was found in it. Raises KitError if there is nothing to read.

    >>> from kit import explore
    >>> opened = explore("It rained, the mayor said.")
    >>> opened.article[opened.findings[0].cue]
    'said'
    """
    if what is not None and not isinstance(what, (Article, str)):
        raise ReadingError(f"explore takes an article, a text or nothing, not {type_in_words(what)}.")
    if isinstance(what, str) and what in {text.name for text in articles()}:
        what = articles(what)
    return Explore(what)


def title_of(article: Article) -> str:
    return " ".join(article[article.title].split()) if article.title else "A text without a headline"
