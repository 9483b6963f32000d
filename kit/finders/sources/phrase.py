"""A noun phrase, read: the record that the readers of phrases and names fill in."""

from __future__ import annotations

from dataclasses import dataclass

from kit.finders.sources.source_lists import Noun, source_lists


@dataclass(slots=True)
class NounPhrase:
    """One noun phrase, read. `kind` is person, body, document, role, people, pronoun, narrator or other.

    `name` holds the words of a proper name, `noun` the entry of the head noun, `who` the sort of a pronoun or the sex
    a title or first name shows. `affiliation` is the unit range of the words that say whose or where.
    """

    kind: str
    name: tuple[str, ...] = ()
    noun: Noun | None = None
    head: str = ""
    first: str = ""  # the first word after an article: one, another, third
    who: str = ""
    definite: bool = False
    plural: bool = False
    affiliation: tuple[int, int] | None = None
    fact: bool = False
    one_of_a_kind: bool = False  # one person whose work or part could be checked: "a ferry pilot", not "an official"
    dated: bool = False
    placed: bool = False  # the affiliation stands before the noun: "the California congressman"
    renames: bool = False  # "the gambling tycoon", "the Texan": perhaps another name for one whom the text knows
    made_up: bool = False  # a role only by its ending: a diver, a beekeeper
    titles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()  # what stands behind a name: "Lena Ortiz, an engineer"

    @property
    def told(self) -> bool:
        """Whether there is something to check: of "critics of the mayor" the affiliation tells only the side."""
        on_a_side = self.plural and self.noun is not None and self.noun.word in source_lists().sides
        return self.fact or self.one_of_a_kind or (self.affiliation is not None and not on_a_side)
