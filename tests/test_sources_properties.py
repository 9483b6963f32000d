"""What holds for the sources of any text, and that hostile texts come to an end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from source_notation import unmark
from source_passages import PASSAGES

from kit import find_attributions, read
from kit.cli.stream import as_data
from kit.find import find_anonymous_sources, find_sources
from kit.finding import Source
from kit.text import Article, read_text

LEVELS = {"named_person", "named_organisation", "described", "vague", "hidden", "other"}
WORDS = (
    "Ortiz she he they it who the a an said says told denied that which Lena Mr Sen. Harbury Council official "
    "officials spokesman critics nobody another one of for at in with such as including and but on condition anonymity "
    "because feared not named asked authorised to speak publicly reportedly is expected believed sources report poll "
    "its his her their , . : ; “ ” ( ) ' ’s — \n\n ? 12 %"
).split(" ")
newspaper = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
pieces = st.lists(
    st.sampled_from([part for key in PASSAGES for part in unmark(PASSAGES[key])[0].split(". ")]), max_size=8
).map(". ".join)
anything = st.text(max_size=200)


def holds(article: Article, sources: tuple[Source, ...]) -> None:
    assert list(sources) == sorted(sources, key=lambda s: s.span)
    named: dict[int, str] = {}
    for source in sources:
        start, end = source.span
        assert 0 <= start < end <= len(article.text)
        assert source.level in LEVELS
        assert source.reason and source.rule
        assert source.anonymity_stated or source.anonymity_reason is None
        for told in source.disclosures:
            assert 0 <= told.span.start < told.span.end <= len(article.text)
            assert told.what != "reason" or told.span == source.anonymity_reason
        assert len({told.what for told in source.disclosures}) == len(source.disclosures)
        assert source.is_source or source.disclosures == ()
        if source.level == "hidden":
            assert source.entity == -1 and source.name == "" and not source.guess
        else:
            assert source.entity >= 0 and source.name
            assert named.setdefault(source.entity, source.name) == source.name


def covered(article: Article, sources: tuple[Source, ...]) -> None:
    """Every source that an attribution names is one of the sources."""
    for attribution in find_attributions(article):
        for span in attribution.source:
            near = [s for s in sources if s.is_source and s.span.start < span.end and span.start < s.span.end]
            assert near, article[span]


@settings(max_examples=150, deadline=None)
@given(st.one_of(anything, newspaper, pieces))
def test_any_text(text: str) -> None:
    article = read_text(text)
    sources = find_sources(article)
    holds(article, sources)
    covered(article, sources)
    assert find_sources(article) == sources
    unnamed = {s for s in sources if s.level in ("described", "vague", "hidden") and s.is_source}
    assert set(find_anonymous_sources(article)) == unnamed


@pytest.mark.parametrize("passage", PASSAGES)
def test_the_passages_hold_to_it_too(passage: str) -> None:
    article = read(unmark(PASSAGES[passage])[0])
    holds(article, find_sources(article))
    covered(article, find_sources(article))


def name(number: int) -> str:
    """A name of four letters, another one for every number."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters += chr(ord("a") + rest)
    return letters.capitalize()


@pytest.mark.parametrize(
    "text",
    [
        " ".join(name(i) for i in range(20_000)),
        "Lena Ortiz said no. " * 1_000,
        " ".join(f"{name(i)} Ortiz said no." for i in range(1_600)),
        " ".join(f"Sen. {name(i)} {name(1_600 - i)} said no. A senator denied it." for i in range(1_000)),
        " ".join(f"The {name(i)} Council said no. {name(i).upper()} denied it." for i in range(1_600)),
        " ".join(f"An official at {name(i)} said no." for i in range(1_600)),
        "She said no. They said no. It said no. " * 1_000,
        "The official said no. Another official denied it. " * 1_000,
        "The ministry’s spokesman said no. " * 1_600,
        "A nurse said no on condition of anonymity because she feared for her job. " * 1_000,
        "The mill is expected to close, reportedly. " * 1_600,
        "Critics such as " + "Ortiz, " * 10_000 + "said no.",
        "a " * 20_000 + "nurse said no.",
        "the official’s " * 10_000 + "aide said no.",
        "(" * 10_000 + "Ortiz" + ")" * 10_000 + " said no.",
        "who " * 10_000 + "said no.",
        "Ortiz, who " * 6_000 + "said no.",
        "A clerk who was not authorised " + "to speak " * 6_000 + "said no.",
        "and " * 20_000,
        "’s " * 20_000,
        "\n\n".join(["Ortiz"] * 6_000),
    ],
    ids=lambda text: text[:40],
)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    article = read(text)
    holds(article, find_sources(article))


def test_the_keys_that_other_programs_read_stay_as_they_were() -> None:
    (found, *_) = find_sources(read("A nurse at the clinic, who asked not to be named for fear of her job, said so."))
    assert list(as_data(found)) == [
        "span", "rule", "reason", "level", "anonymity_stated", "grounds", "told", "same_as", "name", "guess", "heard",
    ]  # fmt: skip
