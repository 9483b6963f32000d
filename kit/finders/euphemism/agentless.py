"""Grammar that hides who did it: "two men were shot", "the deaths occurred", "officer-involved".

The acts stand in `harm.toml`, which also explains their forms. Nothing is reported where any sentence of the text names
somebody who did it: doubt keeps silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kit.finders.sources.person_words import is_number, is_person
from kit.language import Entry, Match, Pattern, load, noun_forms, verb_forms
from kit.language.grammar import BE, GET, HAVE
from kit.text import Article, Span, Words

LEXICON = "harm"
FORMS = ("passive", "event", "compound", "doers")
PAST = frozenset("was were been got".split())  # what is told of must have happened: "mistakes are made" is no news
PASSIVE = BE | GET
UNREAL = frozenset("not n't never to will would could may might should can must shall if nobody no be being".split())
OCCUR = ("occur", "happen", "result", "take place")
OWN_DOING = frozenset("by himself herself themselves itself own accidentally accident".split())
MAX_WORDS_NEAR = 60  # words on either side that are looked at, in a sentence that never ends
MAX_WORDS_TO_BY = 10  # words behind a passive verb in which "by" still tells who


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of `harm.toml`, ready for matching."""

    term: str
    form: str
    question: str
    persons: bool
    subjects: frozenset[tuple[str, ...]]
    near: frozenset[str]
    acts: Mapping[str, frozenset[str]]  # the forms of its verbs, each with the words that must come next


@dataclass(frozen=True, slots=True)
class AgentlessClause:
    """Words that leave out who did it."""

    span: Span
    row: int
    end: int
    act: Act


@cache
def _acts() -> dict[str, list[Act]]:
    """The acts by what leads to them: a participle, a verb of happening, the words of a compound."""
    found: dict[str, list[Act]] = {}
    for entry in _entries():
        act = _act(entry)
        for lead in _leads(entry, act):
            found.setdefault(lead, []).append(act)
    return found


def _act(entry: Entry) -> Act:
    data, table = entry.data, entry.table(f"{LEXICON}.toml")
    subjects = [noun for noun in data.get("subjects", ()) if noun != "PERSON"]
    acts: dict[str, set[str]] = {}
    for verb in data.get("acts", ()):
        first, _, rest = verb.partition(" ")
        for form in verb_forms(first):
            acts.setdefault(form, set()).add(rest)
    near = {form for noun in data.get("near", ()) for form in noun_forms(noun)}
    return Act(
        entry.term,
        table.one_of("form", FORMS),
        table.words("question"),
        "PERSON" in data.get("subjects", ()),
        frozenset((*noun.split()[:-1], form) for noun in subjects for form in noun_forms(noun.split()[-1])),
        frozenset(near),
        {form: frozenset(rests) for form, rests in acts.items()},
    )


def _leads(entry: Entry, act: Act) -> Iterator[str]:
    if act.form == "passive":
        verb, _, rest = entry.term.partition(" ")
        yield from (f"{form} {rest}".strip() for form, letters in verb_forms(verb).items() if "e" in letters)
    elif act.form == "event":
        for verb in OCCUR:
            first, _, rest = verb.partition(" ")
            yield from (
                f"{form} {rest}".strip() for form, letters in verb_forms(first).items() if set(letters) & set("sf")
            )
    elif act.form == "compound":
        yield from (word.replace("-", " ") for word in entry.data["words"])


@cache
def _doers() -> frozenset[str]:
    return frozenset(
        form for e in _entries() if e.data["form"] == "doers" for word in e.data["words"] for form in noun_forms(word)
    )


def _entries() -> tuple[Entry, ...]:
    return load(LEXICON, ("form", "question"), ("subjects", "near", "acts", "words"))


def patterns() -> Iterable[Pattern]:
    """What leads to each act, for the one pass over the text."""
    return [Pattern(tuple(lead.split()), LEXICON, lead) for lead in _acts()]


class AgentlessActs:
    """The acts of one article that leave out who did them."""

    def __init__(self, article: Article) -> None:
        self.words = article.words
        self.told: dict[str, bool] = {}  # of which act does some sentence name the doer?

    def find(self, match: Match, first: int, last: int) -> AgentlessClause | None:
        """The act at this match in the sentence of rows `first` to `last` (exclusive), if it hides somebody."""
        for act in _acts()[str(match.pattern.key)]:
            row = self._begins(act, match, first)
            if row is not None and self._asked(act, match, first, last) and not self._named(act):
                return AgentlessClause(Span(self.words.start[row], self.words.end[match.end - 1]), row, match.end, act)
        return None

    def _begins(self, act: Act, match: Match, first: int) -> int | None:
        """The row where the words begin that leave somebody out; None if this is another use of the words."""
        if act.form == "compound":
            return match.first
        low, tag = self.words.lower, self.words.tag
        row = match.first - 1
        helped = act.form == "event"
        while row >= first and (low[row] in PASSIVE or low[row] in HAVE or tag[row].startswith("RB")):
            if low[row] in UNREAL:
                return None
            helped = helped or low[row] in PAST
            row -= 1
        if row < first or not helped or low[row] in UNREAL:
            return None
        subject = self._subject(act, row, first)
        if subject is None or (subject > first and low[subject - 1] in UNREAL):
            return None
        if subject == row and act.persons:
            return row + 1
        with_article = act.form == "event" and subject > first and low[subject - 1] in ("the", "a", "an")
        return subject - 1 if with_article else subject

    def _subject(self, act: Act, row: int, first: int) -> int | None:
        """The first row of the subject that ends at `row`."""
        if self.words.lower[row] in ("that", "which") and row > first:
            row -= 1
        if act.persons and (is_person(self.words, row) or is_number(self.words, row)):  # "nine", "a boy of nine"
            return row
        for subject in act.subjects:
            start = row - len(subject) + 1
            if start >= first and tuple(self.words.lower[start : row + 1]) == subject:
                return start
        return None

    def _asked(self, act: Act, match: Match, first: int, last: int) -> bool:
        """Is the sentence about people harming people, and does it name no doer itself?"""
        near = self.words.lower[max(first, match.first - MAX_WORDS_NEAR) : min(last, match.end + MAX_WORDS_NEAR)]
        behind = self.words.lower[match.end : min(last, match.end + MAX_WORDS_NEAR)]
        return OWN_DOING.isdisjoint(behind) and not (act.near and act.near.isdisjoint(near))

    def _named(self, act: Act) -> bool:
        """Does any sentence name somebody who did it? Asked once for each act of a text."""
        if act.term not in self.told:
            doers = _doers()
            low = self.words.lower
            self.told[act.term] = any(
                word in doers or (word in act.acts and self._goes_on(act, row) and self._done_by_somebody(row))
                for row, word in enumerate(low)
            )
        return self.told[act.term]

    def _goes_on(self, act: Act, row: int) -> bool:
        """Does what must follow this verb follow it ("open fire")?"""
        rests = act.acts[self.words.lower[row]]
        return "" in rests or " ".join(self.words.lower[row + 1 : row + 2]) in rests

    def _done_by_somebody(self, row: int) -> bool:
        """Has this verb somebody in front of it (or behind it, after "by")?"""
        words, low = self.words, self.words.lower
        before = row - 1
        passive = False
        while before >= 0 and (low[before] in PASSIVE or low[before] in HAVE or words.tag[before][:2] in ("RB", "MD")):
            passive = passive or low[before] in PASSIVE
            before -= 1
        if passive or low[row + 1 : row + 2] == ["by"]:
            behind = low[row : row + MAX_WORDS_TO_BY]
            return "by" in behind and "." not in behind[: behind.index("by")]
        return before >= 0 and _can_act(words, before)


def _can_act(words: Words, row: int) -> bool:
    """A pronoun, a name or any noun: "a guest attacked". It may be no doer, but doubt keeps silent."""
    return is_person(words, row) or words.tag[row].startswith("NN")
