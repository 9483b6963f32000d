"""The worst headline for a sound report, put together from pieces and found out again: `worst_headline`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kit.find import find_inconsistencies
from kit.lessons.lesson_files import lesson_tables
from kit.library import articles
from kit.text import Article, read
from kit.toml import Table
from kit.views.pair_tables import pair_tables
from kit.views.sheet import Sheet

GOAL = 6  # of pull, with nothing that the report contradicts: strong, and every word can be defended
OTHERWISE, CAN_BE_DEFENDED, FAIR = "The report says otherwise.", "Can be defended, and misleads.", "Fair."
HEAD = ("Piece", "What the report says", "So")
SILENT = "The helper has found nothing: it compares numbers, names and opposites, and can’t hear a tone."


@dataclass(frozen=True, slots=True)
class Piece:
    """Words for a headline. `pull` (0 to 3) says how hard they pull at a reader, `report` what the report has to say
    about them, and `caught` that it says otherwise."""

    words: str
    pull: int
    caught: bool
    report: str

    @property
    def verdict(self) -> str:
        return OTHERWISE if self.caught else CAN_BE_DEFENDED if self.pull else FAIR


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a headline, with the pieces to choose from."""

    name: str
    pieces: tuple[Piece, ...]


def parts() -> tuple[Part, ...]:
    """The parts of headlines.toml, in the order in which they stand in a headline."""
    return Table(lesson_tables("headlines"), "headlines.toml").read_tables("part", _part, under="")


def _part(table: Table) -> Part:
    return Part(table.words("name"), table.read_tables("piece", _piece, under="part."))


def _piece(table: Table) -> Piece:
    return Piece(table.words("words"), table.whole("pull"), table.flag("caught"), table.words("report"))


def found_out(chosen: Sequence[Piece]) -> Sheet:
    """What the report says to each piece of a headline, and what all of it comes to."""
    pull, caught = sum(piece.pull for piece in chosen), sum(piece.caught for piece in chosen)
    note = f"Its pull is {pull} out of 9. "
    if caught:
        places = "one place" if caught == 1 else f"{caught} places"
        note += f"In {places} the report says otherwise, so every careful reader can catch you."
    elif pull >= GOAL:
        note += (
            "And the report contradicts none of it: you can defend every word. That’s how it is usually done, so look "
            "for what was left out."
        )
    elif pull:
        note += "The report contradicts none of it. Can you make it pull harder without being caught?"
    else:
        note += "Nobody can object to this one. Will anybody click on it? Many good papers live on such headlines."
    rows = tuple((piece.words, piece.report, piece.verdict) for piece in chosen)
    return Sheet(" ".join(piece.words for piece in chosen), note, HEAD, rows, (30, 48, 22))


def under(headline: str) -> Article:
    """The report of the game with another headline above it."""
    whole = articles(lesson_tables("headlines")["article"])
    body = whole.text[whole.title.end :] if whole.title else whole.text
    return read(f"{headline}{body}")


def seen_by_helper(headline: str) -> str:
    """What the helper finds between a headline and the report, as HTML."""
    article = under(headline)
    title = article.title
    found = [f for f in find_inconsistencies(article) if title and min(f.claim, f.other).start < title.end]
    return pair_tables(article, found)._repr_html_() if found else f"<p>{SILENT}</p>"


def worst_headline() -> Any:
    """Three menus to put a headline together from, a line for one of your own, and a button that finds both out.

    Gives a control for a notebook. Below it stands, piece by piece, what the report says, and what the helper finds.
    """
    import ipywidgets

    from kit.lessons.boxes import WIDE, boxed

    whole = parts()
    menus = [
        ipywidgets.Dropdown(
            options=[(piece.words, number) for number, piece in enumerate(part.pieces)],
            value=0, description=f"{part.name}:", layout=WIDE, style={"description_width": "11em"},
        )
        for part in whole
    ]  # fmt: skip
    own = ipywidgets.Text(
        description="Or your own:", placeholder="write a headline here", layout=WIDE,
        style={"description_width": "11em"}, continuous_update=False,
    )  # fmt: skip
    button = ipywidgets.Button(description="Find it out", button_style="primary")
    shown = ipywidgets.HTML()

    def find_out(_: object) -> None:
        chosen = [part.pieces[menu.value] for part, menu in zip(whole, menus, strict=True)]
        written = own.value.strip()
        sheet = (
            Sheet(written, "Your own headline: only you and your neighbour can say what it does.") if written else None
        )
        result = sheet or found_out(chosen)
        shown.value = f"{result._repr_html_()}<h4>And the helper?</h4>{seen_by_helper(result.title)}"

    button.on_click(find_out)
    return boxed(*menus, own, button, shown)
