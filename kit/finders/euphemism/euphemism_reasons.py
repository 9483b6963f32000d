"""Why a soft word is pointed out: what it leaves out, where that is attested, and the question to ask of the text."""

from __future__ import annotations

from kit.finders.euphemism.agentless import AgentlessClause
from kit.finders.euphemism.euphemism_terms import Term
from kit.finders.euphemism.explained import Explained
from kit.finders.shortened import shortened
from kit.finding import Voice
from kit.text import Article, Span

GRAMMAR_REFERENCE = "Orwell, 1946"
POSSESSIVE = {
    "i": "the speaker’s", "we": "the speakers’", "you": "your", "he": "his", "she": "her", "it": "its", "they": "their"
}  # fmt: skip
COMPOUND_REFERENCE = "AP 2020; NPR 2016"


def reason_for_term(
    article: Article, term: Term, pieces: tuple[Span, ...], voice: Voice, said_by: tuple[Span, ...], cue: Span | None
) -> str:
    """Short sentences: the words and the plainer ones, the note of the entry, its reference, a question."""
    words = _quoted(article, pieces)
    lead = f"“{words}” can stand for “{term.plain}”" if cue else f"“{words}” stands for “{term.plain}”"
    near = f", and “{_shown(article, cue)}” is nearby" if cue and not _overlap(pieces, cue) else ""
    return f"{lead}{near}. {term.note} ({term.reference}.) {_question(article, voice, said_by, cue is not None)}"


def reason_for_coined(
    article: Article, term: Term, pieces: tuple[Span, ...], voice: Voice, said_by: tuple[Span, ...], cue: Span | None
) -> str:
    """The words, the plain deed that stands near, what they may stand for, the note of the frame, and a question."""
    words = _quoted(article, pieces)
    near = f", and “{_shown(article, cue)}” is nearby" if cue else ""
    near += f": it may stand for “{term.plain}”" if term.plain else ""
    asked = "What happens here, in plain words?"
    question = asked if voice == "narrator" else _question(article, voice, said_by, False)
    return f"“{words}” says little by itself{near}. {term.note} ({term.reference}.) {question}"


def reason_for_explained(article: Article, told: Explained, said_by: tuple[Span, ...]) -> str:
    """What the text claims about the word, and a question; where the word is the harsher one, that is said."""
    word, meaning = _shown(article, told.span), told.meaning
    if told.harsher:
        return (
            f"The text calls “{word}” a euphemism for “{meaning}”, but “{word}” is the harsher of the two, which makes "
            "it a dysphemism, the opposite of a euphemism: who gains if a reader takes the harsh word for a soft one?"
        )
    stands = f" for “{meaning}”" if meaning else ""
    return (
        f"The text itself calls “{word}” a euphemism{stands}, which is a claim and not yet a fact: is it the softer "
        "word, and who uses it?"
    )


def reason_for_hidden(article: Article, hidden: AgentlessClause, voice: Voice, said_by: tuple[Span, ...]) -> str:
    """What the words leave out, by which rule, and who did it?"""
    words = _shown(article, hidden.span)
    if hidden.act.form == "compound":
        rule = "puts a doer beside a harm without saying who did what to whom, which AP asks writers to avoid"
    elif hidden.act.form == "event":
        rule = "lets a harm happen by itself, and Orwell showed in 1946 how abstract nouns leave out whoever acted"
    else:
        rule = "reports a harm and not who did it, and Orwell showed in 1946 how the passive leaves out whoever acted"
    whose = f" in the words of {_speaker(article, said_by)}" if voice == "quotation" and said_by else ""
    return f"“{words}” {rule}{whose}: {hidden.act.question}"


def _question(article: Article, voice: Voice, said_by: tuple[Span, ...], asked: bool) -> str:
    who = _speaker(article, said_by) if said_by else ""
    own = POSSESSIVE.get(who.lower())
    if voice == "so-called":
        whose = own or (f"{who}’s" if who else "somebody else’s")
        return f"The text keeps its distance and shows it as {whose} word: does it also say what happened?"
    if voice == "quotation":
        whose = f"{own} word" if own else f"the word of {who or 'the person who is quoted'}"
        return f"It is {whose}: what would somebody on the other side call it?"
    if asked:
        return "Is that what it means here, and would the text say the same with the plain word?"
    return "It is the reporter’s own word: what changes if you put the plain one in its place?"


def _quoted(article: Article, pieces: tuple[Span, ...]) -> str:
    return " … ".join(_shown(article, piece) for piece in pieces)


def _shown(article: Article, span: Span) -> str:
    return " ".join(article[span].split())


def _speaker(article: Article, said_by: tuple[Span, ...]) -> str:
    return shortened(article[said_by[0]])


def _overlap(pieces: tuple[Span, ...], cue: Span) -> bool:
    return any(piece.start < cue.end and cue.start < piece.end for piece in pieces)
