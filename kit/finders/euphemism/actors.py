"""Grammar that hides who did it: "two men were shot", "the deaths occurred", "officer-involved".

The acts stand in `harm.toml`, which also explains their forms. Nothing is reported where any sentence of the text names
somebody who did it: doubt keeps silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kit.finders.euphemism.persons import is_name, is_person
from kit.finders.source.words import words as source_words
from kit.lexicon import Entry, LexiconError, Match, Pattern, load, noun_forms, verb_forms
from kit.text import Article, Span, Words

LEXICON = "harm"
FORMS = ("passive", "event", "compound", "doers")
BE = frozenset("is are was were been 's 're got gets get".split())
HELPERS = frozenset("has have had".split())
UNREAL = frozenset("not n't never to will would could may might should can must shall if nobody no".split())
OCCUR = ("occur", "happen", "result", "take place")
OWN_DOING = frozenset("by himself herself themselves itself own accidentally accident".split())
BODIES = ("body", "role", "people")  # kinds of nouns that can do something


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
class Hidden:
    """Words that leave out who did it."""

    span: Span
    row: int
    end: int
    act: Act


@cache
def _acts() -> dict[str, list[Act]]:
    """The acts by what leads to them: a participle, a verb of happening, the words of a compound."""
    found: dict[str, list[Act]] = {}
    for entry in load(LEXICON, ("form", "question"), ("subjects", "near", "acts", "words")):
        act = _act(entry)
        for lead in _leads(entry, act):
            found.setdefault(lead, []).append(act)
    return found


def _act(entry: Entry) -> Act:
    data = entry.data
    if data["form"] not in FORMS:
        raise LexiconError(
            f'harm.toml, entry "{entry.term}": form = "{data["form"]}" is not known. Known: {", ".join(FORMS)}.'
        )
    subjects = [noun for noun in data.get("subjects", ()) if noun != "PERSON"]
    acts: dict[str, set[str]] = {}
    for verb in data.get("acts", ()):
        first, _, rest = verb.partition(" ")
        for form in verb_forms(first):
            acts.setdefault(form, set()).add(rest)
    near = {form for noun in data.get("near", ()) for form in noun_forms(noun)}
    return Act(
        entry.term,
        data["form"],
        data["question"],
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
            yield from (f"{form} {rest}".strip() for form, letters in verb_forms(first).items() if set(letters) & set("sf"))
    elif act.form == "compound":
        yield from (word.replace("-", " ") for word in entry.data["words"])


@cache
def _doers() -> frozenset[str]:
    entries = load(LEXICON, ("form", "question"), ("subjects", "near", "acts", "words"))
    return frozenset(
        form for e in entries if e.data["form"] == "doers" for word in e.data["words"] for form in noun_forms(word)
    )


def patterns() -> Iterable[Pattern]:
    """What leads to each act, for the one pass over the text."""
    return [Pattern(tuple(lead.split()), LEXICON, lead) for lead in _acts()]


class Actors:
    """The acts of one article that leave out who did them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.words

    def find(self, match: Match, first: int, last: int) -> Hidden | None:
        """The act at this match in the sentence of rows `first` to `last` (exclusive), if it hides somebody."""
        for act in _acts()[str(match.pattern.key)]:
            row = self._begins(act, match, first)
            if row is None or not self._asked(act, match, first, last) or self._named(act):
                continue
            return Hidden(Span(self.words.start[row], self.words.end[match.end - 1]), row, match.end, act)
        return None

    def _begins(self, act: Act, match: Match, first: int) -> int | None:
        """The row where the words begin that leave somebody out; None if this is another use of the words."""
        if act.form == "compound":
            return match.first
        low, tag = self.words.lower, self.words.tag
        row = match.first - 1
        helped = act.form == "event"
        while row >= first and (low[row] in BE or low[row] in HELPERS or tag[row].startswith("RB")):
            if low[row] in UNREAL:
                return None
            helped = helped or low[row] in BE
            row -= 1
        if row < first or not helped or low[row] in UNREAL or low[row] == "being":
            return None
        subject = self._subject(act, row, first)
        if subject is None or (subject > first and low[subject - 1] in UNREAL):
            return None
        if act.form == "event":
            return subject - 1 if subject > first and low[subject - 1] in ("the", "a", "an") else subject
        return row + 1 if act.persons and subject == row and not self._is_subject(act, row) else subject

    def _subject(self, act: Act, row: int, first: int) -> int | None:
        """The first row of the subject that ends at `row`."""
        if self.words.lower[row] in ("that", "which") and row > first:
            row -= 1
        if act.persons and is_person(self.words, row) and not is_name(self.words, row - 1 if row > first else row):
            return row
        if act.persons and is_person(self.words, row):
            return row
        for subject in act.subjects:
            start = row - len(subject) + 1
            if start >= first and tuple(self.words.lower[start : row + 1]) == subject:
                return start
        return None

    def _is_subject(self, act: Act, row: int) -> bool:
        return any(subject[-1] == self.words.lower[row] for subject in act.subjects)

    def _asked(self, act: Act, match: Match, first: int, last: int) -> bool:
        """Is the sentence about people harming people, and does it name no doer itself?"""
        sentence = self.words.lower[first:last]
        if act.near and act.near.isdisjoint(sentence):
            return False
        return OWN_DOING.isdisjoint(self.words.lower[match.end : last]) and OWN_DOING.isdisjoint(sentence[:0])

    def _named(self, act: Act) -> bool:
        """Does any sentence name somebody who did it?"""
        low = self.words.lower
        doers = _doers()
        for row, word in enumerate(low):
            if word in doers:
                return True
            rests = act.acts.get(word)
            if rests and ("" in rests or " ".join(low[row + 1 : row + 2]) in rests) and self._done_by_somebody(row):
                return True
        return False

    def _done_by_somebody(self, row: int) -> bool:
        """Has this verb somebody in front of it (or behind it, after "by")?"""
        words, low = self.words, self.words.lower
        before = row - 1
        passive = False
        while before >= 0 and (
            low[before] in BE or low[before] in HELPERS or low[before] == "being" or words.tag[before][:2] in ("RB", "MD")
        ):
            passive = passive or low[before] in BE or low[before] == "being"
            before -= 1
        if passive or low[row + 1 : row + 2] == ["by"]:
            stop = next((i for i in range(row, min(len(low), row + 10)) if low[i] in (".", ";")), min(len(low), row + 10))
            return "by" in low[row:stop]
        return before >= 0 and _can_act(words, before)


def _can_act(words: Words, row: int) -> bool:
    """A person, a name or a body: the police, the firm."""
    noun = source_words().nouns.get(words.lower[row])
    return is_person(words, row) or (noun is not None and noun.kind in BODIES) or words.tag[row].startswith("NNP")
