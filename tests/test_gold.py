"""The gold of the practice texts: every mark quotes words that stand in the text, and a mark that does not is named."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kit.finders.euphemism.euphemism_terms import CATEGORIES
from kit.gold import Gold, MarkedAttribution, MarkedEuphemism, MarkedInconsistency, MarkedSource, Quoted, gold, gold_in
from kit.library import articles, names, text_of
from kit.text import ReadingError, Span

DATA = Path(__file__).parents[1] / "kit" / "data"
TEXT = "She said no. “No,” she said, and nobody said more."
MORE = "Aides, who feared for their jobs, said 40 people were let go. The firm let 50 staff go, it is said."


def only(kind: str, entry: dict[str, Any], text: str = TEXT) -> Gold:
    return gold_in(text, {kind: [entry]}, "here.toml")


@pytest.mark.parametrize("name", names())
def test_every_quoted_mark_stands_in_the_text(name: str) -> None:
    marks, text = gold(name), text_of(name)
    assert marks.attributions
    for mark in marks.attributions:
        assert mark.content
        assert mark.cue or mark.doubtful or mark.style != "indirect"
        assert (mark.style == "direct") <= all(text[s.start] == "“" for s in mark.content)
    for source in marks.sources:
        assert not (source.anonymity_reason and not source.anonymity_stated)


def test_soft_words_have_the_categories_of_the_lexicon() -> None:
    files = [*DATA.glob("articles/*.toml"), *DATA.glob("readings/*/*.toml")]
    assert len(files) == 3 * len(names())
    for file in files:
        for mark in tomllib.loads(file.read_text(encoding="utf-8")).get("euphemism", []):
            assert mark["category"] in CATEGORIES, f"{file.parent.name}/{file.name}: {mark['words']}"


def test_the_marks_of_a_text_are_the_words_they_quote() -> None:
    text, marks = articles("footbridge"), gold("footbridge").attributions
    whitlock = next(mark for mark in marks if text[mark.source].startswith("Dana"))
    assert text[whitlock.source] == "Dana Whitlock, who heads the council’s works department"
    assert [text[span] for span in whitlock.content] == [
        "“I will not send a child over a bridge that I would not cross myself,”",
        "“A prop under the beam would have bought us six weeks at most.”",
    ]
    assert [text[mark.content] for mark in marks if mark.source == () and not mark.doubtful] == [
        "It … to have been put off to save money"
    ]


def test_an_attribution_is_found_inside_its_passage() -> None:
    entry = {"within": "“No,” she said", "source": "she", "cue": "said", "content": ["“No,”"], "style": "direct"}
    assert only("attribution", entry).attributions == (
        MarkedAttribution((Span(19, 22),), (Span(23, 27),), (Span(13, 18),), "direct", False, ""),
    )


def test_a_source_has_a_level_and_what_is_told() -> None:
    entry = {
        "words": "Aides, who feared for their jobs,",
        "level": "vague",
        "told": ["reason"],
        "anonymity_stated": True,
        "grounds": "feared for their jobs",
    }
    assert only("source", entry, MORE).sources == (
        MarkedSource(Span(0, 33), "vague", ("reason",), True, Span(11, 32), False, ""),
    )


def test_a_euphemism_may_stand_in_pieces() -> None:
    entry = {
        "within": "let 50 staff go",
        "words": ["let", "go"],
        "plain": "dismissed",
        "category": "work",
        "voice": "narrator",
        "doubtful": True,
        "note": "Some do not hear it as soft any more.",
    }
    assert only("euphemism", entry, MORE).euphemisms == (
        MarkedEuphemism(
            *((Span(71, 74), Span(84, 86)), "dismissed", "work", "narrator", True),
            "Some do not hear it as soft any more.",
        ),
    )


def test_two_passages_are_linked_with_the_words_that_differ() -> None:
    entry = {
        "passages": ["40 people were let go", "The firm let 50 staff go"],
        "differ": ["40", "50"],
        "type": "number",
        "verdict": "conflict",
        "note": "The second may be a later figure.",
    }
    assert only("inconsistency", entry, MORE).inconsistencies == (
        MarkedInconsistency(
            *(Span(39, 60), Span(62, 86), Span(39, 41), Span(75, 77), "number", "conflict", False),
            "The second may be a later figure.",
        ),
    )


def test_where_no_single_words_differ_the_passage_stands_for_them() -> None:
    entry = {"passages": ["said no", "said more"], "differ": ["", "more"], "type": "cause", "verdict": "none"}
    (mark,) = only("inconsistency", entry).inconsistencies
    assert (mark.claim_words, mark.other_words) == (Span(4, 11), Span(45, 49))


def test_passages_that_are_repeated_are_chosen_by_number() -> None:
    entry = {"passages": ["said", "said"], "differ": ["", ""], "nth": [1, 3], "type": "number", "verdict": "tension"}
    (mark,) = only("inconsistency", entry).inconsistencies
    assert (mark.claim, mark.other) == (Span(4, 8), Span(40, 44))


@pytest.mark.parametrize(
    ("words", "nth", "span"),
    [("she", None, Span(19, 22)), ("said", 3, Span(40, 44)), ("“No,”", None, Span(13, 18)), ("no", None, Span(9, 11))],
)
def test_quoted_words_are_found_as_whole_words(words: str, nth: int | None, span: Span) -> None:
    assert Quoted(TEXT).find(words, "here", None, nth) == span


BASE: dict[str, dict[str, Any]] = {
    "attribution": {"style": "direct", "content": "“No,”"},
    "source": {"words": "nobody", "level": "other"},
    "euphemism": {"words": "no", "plain": "x", "voice": "narrator"},
    "inconsistency": {"passages": ["She", "nobody"], "differ": ["", ""], "type": "name", "verdict": "none"},
}


@pytest.mark.parametrize(
    ("kind", "entry", "says"),
    [
        ("attribution", {"content": "maybe"}, "the words “maybe” aren’t there. Copy them from the text exactly."),
        (
            *("attribution", {"content": ""}),
            'content has to be a list of words in quotation marks, as in: content = ["…", "…"].',
        ),
        (
            *("attribution", {"cue": "said"}),
            "the words “said” come up there 3 times. Give a longer `within`, or say which: nth.",
        ),
        ("attribution", {"cue": "said", "nth": {"cue": 4}}, "nth is 4, and the words “said” come up there 3 times."),
        ("attribution", {"cue": "said", "nth": "two"}, "nth has to say which one is meant: nth = { source = 2 }."),
        ("attribution", {"style": "loud"}, 'style can\'t be "loud". It is one of: direct, indirect, mixed.'),
        (
            *("attribution", {"speaker": "She"}),
            'there is no key called "speaker" here. The keys are: content, cue, doubtful, note, nth, source, style, '
            "within.",
        ),
        (
            *("attribution", {"source": 3}),
            'source has to be a list of words in quotation marks, as in: source = ["…", "…"].',
        ),
        ("attribution", {"doubtful": True}, 'it is doubtful, and no note says why. Add: note = "…".'),
        ("attribution", {"doubtful": "yes"}, "doubtful has to be true or false, without quotation marks."),
        (
            *("source", {"level": "named"}),
            'level can\'t be "named". It is one of: named_person, named_organisation, described, vague, hidden, other.',
        ),
        (
            *("source", {"told": ["name"]}),
            "told has to be a list of affiliation, post, basis, reason, corroboration.",
        ),
        ("source", {"words": ["a", "b"]}, 'words has to be words in quotation marks, as in: words = "…".'),
        ("source", {"words": ""}, "words is empty. Write something, or take the line out."),
        ("source", {"grounds": "fear"}, "the words “fear” aren’t there. Copy them from the text exactly."),
        ("source", {"anonymity_stated": 1}, "anonymity_stated has to be true or false, without quotation marks."),
        ("euphemism", {"words": []}, 'words is missing. Quote the words that soften: words = "…".'),
        ("euphemism", {"voice": "loud"}, 'voice can\'t be "loud". It is one of: narrator, quotation, so-called.'),
        (
            *("inconsistency", {"passages": ["She"]}),
            'passages has to be two quotations from the text: passages = ["…", "…"].',
        ),
        ("inconsistency", {"differ": "She"}, 'differ has to be two quotations from the text: differ = ["…", "…"].'),
        ("inconsistency", {"nth": [1]}, "nth has to be two numbers, one for each passage: nth = [1, 2]."),
        (
            *("inconsistency", {"differ": ["he", "nobody"]}),
            "the words “he” aren’t there. Copy them from the text exactly.",
        ),
        (
            *("inconsistency", {"verdict": "wrong"}),
            'verdict can\'t be "wrong". It is one of: conflict, tension, unsupported, none.',
        ),
    ],
)
def test_a_mark_that_does_not_fit_its_text_is_named(kind: str, entry: dict[str, Any], says: str) -> None:
    base = BASE[kind]
    only(kind, base)  # without the change it holds
    with pytest.raises(ReadingError) as refused:
        only(kind, {**base, **entry})
    place = f"here.toml, {kind} 1"
    assert str(refused.value) == f"{place}: {says}"


def test_marks_that_are_no_tables_are_named() -> None:
    with pytest.raises(ReadingError) as refused:
        gold_in(TEXT, {"source": {"words": "She"}}, "here.toml")
    assert str(refused.value) == "here.toml: write [[source]] in two pairs of square brackets above each of them."


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("she said no", ", but these are: She said no"),
        ('"No,"', ", but these are: “No,”"),
        ("she  said", ""),
        ("she shouted", ""),
        ("o,” she", ""),  # the end of a word
    ],
)
def test_words_that_are_nearly_right_are_told_as_they_stand(words: str, there: str) -> None:
    with pytest.raises(ReadingError) as refused:
        Quoted(TEXT).find(words, "here.toml")
    assert str(refused.value) == (
        f"here.toml: the words “{words}” aren’t there{there}. Copy them from the text exactly."
    )
