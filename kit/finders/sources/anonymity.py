"""Where a text states that a source is not to be named, what reason it gives, and whose name it keeps back.

The wordings stand in `anonymity.toml`. "On condition of anonymity because she fears for her job" is a statement and a
reason; "was not authorised to speak publicly" is both at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from kit.finders.attribution.lines import FINITE, Line
from kit.finders.attribution.phrase_bounds import span_of
from kit.finders.sources.anonymity_holder import holder_of, person_at, verb_before
from kit.finders.sources.hearsay_wordings import Steps, Units, end_of_steps, forms_of, steps_of
from kit.finders.sources.source_lists import source_lists
from kit.language import Entry, load, verb_forms
from kit.language.grammar import CLASS_OF_WORD
from kit.text import Article, Span

FORMS = ("spoken", "verb", "person", "name", "given", "grounds", "list")
KEYS = ("words", "then", "not_then", "verbs", "closed", "explains", "alias")  # of an entry, if it needs them
TAGS_IN_GAP = "djcnegaNrsptimoxTwb"  # kinds of the units that "..." may stand for
MAX_UNITS_IN_GAP = 6  # so many of them
MAX_UNITS_OF_REASON = 45  # units of a reason
OPENERS = ("because", "citing", "fearing", "as", "since", "for", "due", "given")  # of a reason that comes first
PHRASE_OPENERS = ("to", "for", "out", "over", "due", "owing", "under", "per", "in")  # openers that no clause follows
OBJECT = re.compile(r"[dcj]*[nN]")
LIKE_ALL = re.compile(
    r"\blike (?:(?:all|every|each)\b|(?:the )?others? (?:\w+ )?(?:interviewed|quoted|who spoke|in this))[^,]*,?$"
)
GIVERS = frozenset("donor donors buyer buyers backer backers owner owners".split())  # who gives need not speak
SAID = frozenset("said says told tells added adds confirmed described wrote insisted argued acknowledged".split())
DECLINED = frozenset("declined declines refused refuses".split())


@dataclass(frozen=True, slots=True)
class Grant:
    """A statement that a source is not named.

    `span` holds the words that state it, `reason` the reason the text gives (None if it gives none; where the
    statement is the reason, the statement), `holder` the noun phrase, pronoun or "who" in the same sentence whose name
    is kept back, and `rule` is the term of the lexicon. `alias`: the name in the text is changed, or half of one.
    `all_of_them`: it goes for everybody in the text who is not named ("who, like all participants, ...").
    """

    span: Span
    reason: Span | None
    holder: Span
    rule: str
    alias: bool = False
    all_of_them: bool = False


@dataclass(frozen=True, slots=True)
class _Wording:
    """One entry of `anonymity.toml`, ready for matching."""

    term: str
    form: str
    steps: Steps
    then: frozenset[str]  # what must come next
    not_then: frozenset[str]  # what must not
    verbs: frozenset[str]  # the verbs of which one must come before
    closed: bool  # no object may follow: "named captain"
    explains: bool  # the statement is a reason as well
    alias: bool  # the name in the text is none, or half of one


def find_grants(article: Article, paragraphs: list[list[Line]]) -> list[Grant]:
    """Every statement that a source is not to be named, in the order of the text.

    `paragraphs` are the article's lines (`lines_of`). What stands between quotation marks is not looked at.
    """
    statements, reasons, telling = _wordings()
    found: list[Grant] = []
    for line in chain.from_iterable(paragraphs):
        if not telling.isdisjoint(line.lower):
            found += _in_line(line, statements, reasons)
    return found


@cache
def _wordings() -> tuple[Mapping[str, list[_Wording]], Mapping[str, list[_Wording]], frozenset[str]]:
    """The wordings that state anonymity and those that open a reason, by their first word, longer ones first; and of
    each statement the words of that step that has fewest small words: a line without one of them holds none."""
    statements: dict[str, list[_Wording]] = {}
    reasons: dict[str, list[_Wording]] = {}
    entries = load("anonymity", ("form",), KEYS)
    lists = {e.term: forms_of("/".join(e.data["words"])) for e in entries if e.data["form"] == "list"}
    for entry in entries:
        wording = _wording(entry, lists)
        if wording.form == "list":
            continue
        for word in wording.steps[0] or ():
            (reasons if wording.form == "grounds" else statements).setdefault(word, []).append(wording)
    for row in (*statements.values(), *reasons.values()):
        row.sort(key=lambda w: -len(w.steps))
    steps = ([step for step in wording.steps if step] for row in statements.values() for wording in row)
    telling = (min(each, key=lambda step: len(step & CLASS_OF_WORD.keys())) for each in steps)
    return statements, reasons, frozenset(chain.from_iterable(telling))


def _wording(entry: Entry, lists: Mapping[str, frozenset[str]]) -> _Wording:
    table = entry.table("anonymity.toml")
    form, steps = table.one_of("form", FORMS), steps_of(entry, table, lists)
    verbs = frozenset(form for verb in table.several("verbs", ()) for form in verb_forms(verb))
    then, not_then = frozenset(table.several("then", ())), frozenset(table.several("not_then", ()))
    flags = (table.flag(key) for key in ("closed", "explains", "alias"))
    return _Wording(entry.term, form, steps, then, not_then, verbs, *flags)


@cache
def _people() -> frozenset[str]:
    """Every form of a noun for those who may speak without a name."""
    return frozenset(w for w, noun in source_lists().nouns.items() if noun.kind in ("role", "people")) - GIVERS


def _in_line(
    line: Line, statements: Mapping[str, list[_Wording]], reasons: Mapping[str, list[_Wording]]
) -> Iterator[Grant]:
    free = 0  # the first unit that no grant has taken
    words = set(line.lower)
    for i, word in enumerate(line.lower):
        if i < free or word not in statements:
            continue
        for wording in statements[word]:
            units = None if words.isdisjoint(wording.steps[-1] or ()) else _match(line, i, wording)
            holder = holder_of(line, units, wording.form) if units else None
            if units is None or holder is None or (wording.explains and _speaks_not(line, units, holder)):
                continue
            if wording.explains:
                stop, reason = _reason_end(line, units[1] - 1, "to", statements.keys()), None
            else:
                end = max(units[1], holder[1]) if wording.form == "given" else units[1]
                stop, reason = _reason(line, (units[0], end), reasons, free)
            first = max(units[0], free)
            span = span_of(line, first, stop if wording.explains else units[1])
            where = span_of(line, *holder)
            if span and where:
                everybody = LIKE_ALL.search(" ".join(line.lower[: units[0]])) is not None
                yield Grant(span, span if wording.explains else reason, where, wording.term, wording.alias, everybody)
                free = max(stop, units[1])
                break


def _match(line: Line, i: int, wording: _Wording) -> Units | None:
    """The units of the statement if it begins at unit `i`, with the verb before it."""
    _, end = end_of_steps(line, i, wording.steps, TAGS_IN_GAP, MAX_UNITS_IN_GAP)
    if not end:
        return None
    if wording.form == "person":
        return person_at(line, i, wording.then or _people())
    follows = line.lower[end] if end < len(line.lower) else ""
    if (wording.then and follows not in wording.then) or follows in wording.not_then:
        return None
    if wording.closed and OBJECT.match(line.tags, end + (follows == "as")):
        return None  # "asked not to be named captain"
    if wording.closed and line.lower[end : end + 2] == ["by", "name"]:
        end += 2
    if wording.form == "given" and line.lower[i + 1] == "anonymity" and line.lower[end : end + 1] != ["to"]:
        return None  # "a cook, granted anonymity"
    if wording.form != "spoken":
        return i, end
    verb = verb_before(line, i)
    if wording.verbs and (verb is None or line.lower[verb] not in wording.verbs):
        return None
    return (i if verb is None else verb), end


def _speaks_not(line: Line, units: Units, holder: Units) -> bool:
    """ "Ortiz was not authorised to speak" (her name is there), "declined to comment because ..." (nothing is said)."""
    tags = line.tags[holder[0] : holder[1]]
    return ("N" in tags and "n" not in tags) or not DECLINED.isdisjoint(line.lower[: units[0]])


# ---- reasons ---------------------------------------------------------------------------------------------------------


def _reason(line: Line, units: Units, reasons: Mapping[str, list[_Wording]], free: int) -> tuple[int, Span | None]:
    """Where the statement ends with its reason, and the reason: after it, or at the head of the sentence."""
    at = units[1]
    while at < len(line.tags) and line.tags[at] in "rT" and line.lower[at] not in reasons:
        at += 1
    comma = line.tags[at : at + 1] == ","
    opening = _opening(line, at + comma, reasons, comma)
    if opening:
        end = _reason_end(line, opening, line.lower[at + comma])
        return end, span_of(line, at + comma, end)
    if not free and units[0] > 2 and line.lower[0] in OPENERS:
        opening = _opening(line, 0, reasons, True)
        comma_at = line.tags.find(",", 0, units[0])
        if opening and comma_at > opening:
            return units[1], span_of(line, 0, comma_at)
    return units[1], None


def _opening(line: Line, at: int, reasons: Mapping[str, list[_Wording]], comma: bool) -> int | None:
    """The unit after the words that open a reason at unit `at`, if some do."""
    word = line.lower[at] if at < len(line.lower) else ""
    for wording in reasons.get(word, ()):
        _, end = end_of_steps(line, at, wording.steps, TAGS_IN_GAP, MAX_UNITS_IN_GAP)
        if not end or (word == "to" and (comma or line.tags[end : end + 1] not in ("v", "n"))):
            continue
        if not wording.then or (end < len(line.lower) and line.lower[end] in wording.then):
            return end
    return None


def _reason_end(line: Line, at: int, opener: str, others: Collection[str] = ()) -> int:
    """The unit after a reason: its clause, without the verb of the sentence around it, and up to "and" with one of the
    words `others`, which begin another statement."""
    tags, low = line.tags, line.lower
    verbs = 1 if opener in ("because", "as", "since") else 0  # a clause of its own has a verb
    commas = int("b" in tags[at : at + 2])  # "because even though she has left, they know her"
    for k in range(at, min(len(tags), at + MAX_UNITS_OF_REASON)):
        here = tags[k]
        if here in ",.;:-)Q":
            inserted = verbs and tags[k + 1 : k + 2] == "w" and not FINITE.search(tags, at, k)
            if here == "," and (inserted or commas):  # because the board, which ..., chooses
                commas = int(inserted)
                continue
            return k
        if here == "a" and low[k + 1 : k + 2] and low[k + 1] in others:
            return k
        if here in "wb":  # "because she feared that ..."
            verbs += 1
        finite = tags[k - 1] not in "tmap" and tags[at:k].strip("r") != ""
        if finite and (low[k] in SAID or (here in "vx" and opener in PHRASE_OPENERS)):
            if verbs <= 0 or low[k] in SAID:
                return k
            verbs -= 1
    return min(len(tags), at + MAX_UNITS_OF_REASON)
