"""Why a source stands on its rung of the ladder: what the text tells of it, what is missing, and a question to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kit.finders.shortened import shortened
from kit.finders.sources.entity import Resolved
from kit.finders.sources.phrase import NounPhrase
from kit.finding import Disclosure, What
from kit.text import Article, Span

KNOWN: Final[dict[What, str]] = {
    "post": "a post (“{}”)",
    "affiliation": "a body or place (“{}”)",
    "basis": "how they know (“{}”)",
}
MISSING: Final[dict[What, str]] = {
    "post": "what this person does",
    "affiliation": "where",
    "basis": "how this person would know",
}
WITHOUT_REASON = (
    "The text says that {who} won’t be named or may not speak, and gives no reason. The Washington Post’s rule is to "
    "tell readers why: why not here?"
)
WITH_REASON = (
    "{who} is not named, and the text says why: “{why}”. The SPJ code reserves anonymity for those who face danger "
    "or harm: is this such a case?"
)
NO_ONE_MEANT = "The text doesn’t say who {who} is: nobody named before it fits. Who is speaking here?"
SAME_SOURCE = "{who} {means} “{name}”, whose name we aren’t told{why}."
TRACED = {False: " It means “{name}”.", True: " It probably means “{name}”."}  # by whether that is a guess


def reason_for(
    article: Article,
    phrase: NounPhrase,
    found: Resolved,
    span: Span,
    disclosures: Sequence[Disclosure],
    stated: bool,
    why: Span | None,
) -> str:
    """The reason of one place where a source is heard."""
    who = f"“{shortened(article[span])}”"
    if phrase.kind == "pronoun" and found.level == "other" and found.entity.mentions == 1:
        return NO_ONE_MEANT.format(who=who)
    label = shortened(found.entity.label)
    traced = label not in shortened(article[span])
    if stated and not found.level.startswith("named"):
        if traced:  # what a newsroom asks of anonymity is said once, where the source comes first
            return SAME_SOURCE.format(
                who=who,
                means="probably means" if found.guess else "means",
                name=label,
                why=f": “{shortened(article[why])}”" if why else ", nor why",
            )
        text = WITH_REASON if why else WITHOUT_REASON
        text = text.format(who=who, why=shortened(article[why]) if why else "")
    else:
        told = {piece.what: shortened(article[piece.span]) for piece in disclosures if piece.what in KNOWN}
        text = who + " " + _sentence(phrase, found, told)
    return text + (TRACED[found.guess].format(name=label) if traced else "")


def _sentence(phrase: NounPhrase, found: Resolved, told: dict[What, str]) -> str:
    """What comes after the words of the source: what they tell, what they leave out, and the question."""
    entity, level = found.entity, found.level
    facts = " and ".join(KNOWN[what].format(told[what]) for what in KNOWN if what in told)
    if level == "named_person":
        if "basis" in told:
            return f"is named, and we’re told {facts}: who else saw or heard the same?"
        if facts:
            return f"is named, with {facts}: how would this person know?"
        if phrase.kind in ("pronoun", "role"):
            return "stands for somebody with a name: how would this person know?"
        return "is named, and that is all we’re told in this sentence: is this somebody who would know?"
    if level == "named_organisation":
        if entity.kind == "document":
            return "can be looked up: who wrote it or did the counting, and when?"
        return "is a body that can be looked up, but bodies don’t talk: who in it said so?"
    if level == "described":
        missing = next((words for what, words in MISSING.items() if what not in told), "")
        if facts and missing:
            return f"has no name, but we’re told {facts}. We aren’t told {missing}: could you find this source?"
        if facts:
            return f"has no name, but we’re told {facts}: why no name?"
        return "has no name, but something about it could be checked: could you find out who it is?"
    if level == "vague":
        return _vague(phrase, entity.kind, entity.plural, facts)
    return "is nobody you could ask: who is behind the words?"


def _vague(phrase: NounPhrase, kind: str, plural: bool, facts: str) -> str:
    if kind == "document":
        return "has no author, title or date here, so you can’t look it up: whose is it?"
    if kind == "body":
        return "doesn’t say which one: which is meant, and who in it said so?"
    if phrase.head == "source":
        return "says only that somebody spoke, which AP calls almost never enough: who is it, and how would they know?"
    if kind == "people" and plural:
        return "is a crowd without a name: how many of them were asked, and who chose them?"
    if plural:
        return "could be two or two hundred: how many of them said so, and how would they know?"
    if facts:
        return f"has no name. We’re told {facts}, and that fits many: who is it?"
    return "could be almost anybody: who is it, and how would they know?"
