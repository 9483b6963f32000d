"""Why a source stands on its rung of the ladder: a sentence with the newsroom's rule, and a question to the text."""

from __future__ import annotations

from kit.finders.shortened import shortened
from kit.finders.sources.entity import Resolved
from kit.text import Article, Span

LEVELS = {
    "named_person": "{who} is named, and by the Reuters handbook a named source beats an unnamed one: how would this "
    "person know?",
    "named_organisation": "{who} is a body or a document with a name, so it can be looked up; NPR’s ethics handbook "
    "asks how a source knows: who in it says so, and from what?",
    "described": "{who} has no name, but a place or a part in things that could be checked; NPR’s ethics handbook "
    "wants to know how a source knows and which side it is on: are we told?",
    "vague": "{who} could be almost anybody, and by the AP Stylebook “a source” with nothing more is almost never "
    "enough: how many are they, and how would they know?",
    "other": "{who} is nobody one could ask, so AP’s rule to attribute what is disputed is not met by it: who is "
    "behind the words?",
}
WITHOUT_REASON = (
    "{who} did not want to be named or was not allowed to speak, and the text gives no reason, though the Washington "
    "Post’s rule is to tell readers why: why not here?"
)
WITH_REASON = (
    "{who} is not named, and the text says why: “{why}”. The SPJ code reserves anonymity for those who face danger "
    "or harm: is this such a case?"
)
NOT_A_SOURCE = "Nothing is attributed to {who} here, and AP wants a disputable fact attributed: was {who} asked?"
TRACED = " It goes back to “{name}”{guess}."
GUESS = ", which is a guess"


def reason_for(article: Article, found: Resolved, span: Span, is_source: bool, stated: bool, why: Span | None) -> str:
    """The reason of one mention."""
    who = f"“{shortened(article[span])}”"
    if not is_source:
        return NOT_A_SOURCE.format(who=who)
    if stated and found.level not in ("named_person", "named_organisation"):
        reason = WITH_REASON if why else WITHOUT_REASON
        text = reason.format(who=who, why=shortened(article[why]) if why else "")
    else:
        text = LEVELS[found.level].format(who=who)
    label = shortened(found.entity.label)
    if label != shortened(article[span]):
        text += TRACED.format(name=label, guess=GUESS if found.guess else "")
    return text
