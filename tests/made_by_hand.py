"""Hand-made attributions and sources, by the words of their text, for the tests of the views."""

from __future__ import annotations

from typing import Literal

from hypothesis import strategies as st

from kit.finding import Attribution, Disclosure, Level, Source, What
from kit.text import Article, Span, read
from kit.views.wording import RUNGS


def span_of(text: str, words: str, nth: int = 1) -> Span:
    """Where words stand in a text, the first time or the nth."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def says(
    text: str,
    source: str | tuple[str, ...],
    cue: str,
    content: str | tuple[str, ...],
    style: Literal["direct", "indirect", "mixed"] = "indirect",
    nth: int = 1,
) -> Attribution:
    """An attribution; `nth` tells which of several equal words is the source."""
    sources = (source,) if isinstance(source, str) else source
    contents = (content,) if isinstance(content, str) else content
    return Attribution(
        Span(0, len(text)),
        "by hand",
        "Because.",
        tuple(span_of(text, words, nth) for words in sources if words),
        (span_of(text, cue),) if cue else (),
        tuple(span_of(text, words) for words in contents),
        style,
    )


def source(
    text: str,
    words: str,
    level: Level,
    same_as: int = -1,
    name: str = "",
    nth: int = 1,
    guess: bool = False,
    heard: bool = True,
    anonymity_stated: bool = False,
    grounds: str = "",
    **told: str,
) -> Source:
    """A mention of a source; `told` are the words that tell each thing."""
    pieces: dict[str, What] = {
        "affiliation": "affiliation",
        "post": "post",
        "basis": "basis",
        "reason": "reason",
        "corroboration": "corroboration",
    }
    return Source(
        span_of(text, words, nth),
        "by hand",
        "Because.",
        level,
        anonymity_stated,
        span_of(text, grounds) if grounds else None,
        tuple(Disclosure(pieces[what], span_of(text, piece)) for what, piece in told.items()),
        same_as,
        name or ("" if level == "hidden" else words),
        guess,
        heard,
    )


@st.composite
def any_findings(draw: st.DrawFn) -> tuple[Article, list[Attribution], list[Source]]:
    """Findings with spans anywhere in a text, even empty, crossing or beyond its end."""
    article = read(draw(st.text(st.sampled_from("ab .,“”\n—é👩"), max_size=60)))
    place = st.integers(0, len(article.text) + 2)
    span = st.builds(lambda a, b: Span(min(a, b), max(a, b)), place, place)
    part = st.lists(span, max_size=2).map(tuple)
    style = st.sampled_from(["direct", "indirect", "mixed"])
    attribution = st.builds(Attribution, span, st.just("r"), st.just("Why."), part, part, part, style)
    mention = st.builds(
        Source,
        span,
        st.just("r"),
        st.just("Why."),
        st.sampled_from(list(RUNGS)),
        st.booleans(),
        st.none() | span,
        st.just(()),
        st.integers(-1, 3),
        st.text(max_size=5),
        st.booleans(),
        st.booleans(),
    )
    return article, draw(st.lists(attribution, max_size=4)), draw(st.lists(mention, max_size=6))
