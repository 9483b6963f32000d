"""What holds for all attributions: reasons, styles, places. The tables of examples are in test_attributions_*.py."""

from __future__ import annotations

import re
from string import Formatter

import pytest
import test_attributions_kinds
import test_attributions_not
import test_attributions_nouns
import test_attributions_quotes
import test_attributions_sources
import test_attributions_verbs
from attribution_notation import check, compare, rows, unmark, wrong
from hypothesis import example, given
from hypothesis import strategies as st

from kit import articles, find_attributions, read
from kit.errors import KitError
from kit.find import attribution_threshold
from kit.finders.attribution.explanation import NAMED, NOBODY, UNNAMED
from kit.finders.shortened import MAX_CHARACTERS
from kit.text import Article, Span, read_text

TABLES = (
    test_attributions_kinds,
    test_attributions_not,
    test_attributions_nouns,
    test_attributions_quotes,
    test_attributions_sources,
    test_attributions_verbs,
)


def marked_texts() -> list[str]:
    """The texts of all tables."""
    found = []
    for table in TABLES:
        for test in vars(table).values():
            for mark in getattr(test, "pytestmark", []):
                found += [getattr(row, "values", row)[0] for row in mark.args[1]]
    return found


TEXTS = marked_texts()


# ---- reasons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        (
            "[t:“The bridge is safe,”] [s:Ortiz] [c:said].",
            "The quotation comes first, then “said”: the words are from “Ortiz”.",
        ),
        (
            "[s:Ortiz] [c:did not say] [t:why].",
            "“did not say” and a question word (what, whether, how …) lead into what is asked or left open by “Ortiz”.",
        ),
        ("[t:It is safe], [c:according to] [s:Ortiz].", "“according to” tells us where this comes from: “Ortiz”."),
        (
            "[s:Ortiz][c::] [t:“The bridge is safe.”]",
            "A name and a colon, as in a script: what follows is from “Ortiz”.",
        ),
        ("[t:The bridge] [c:seems] [t:to be safe].", "“seems” reports an impression, and the text doesn’t say whose."),
        (
            "Residents [c:were told] [t:that the water was safe].",
            "“were told” means that somebody says or thinks so, but the text doesn’t say who.",
        ),
        (
            "There are [c:fears] [t:that the wall will fall].",
            "“fears” is a noun for something said or thought, but the text doesn’t say whose it is.",
        ),
        (
            "[s:The council of the twin towns of Harbury and Upper Millfield on the Wend] [c:said] [t:it was safe].",
            "The words after “said” come from “The council of the twin towns of Harbury and "
            "Upper …”, as the reporter puts them.",
        ),
    ],
)  # fmt: skip
def test_the_reason_names_the_words(marked: str, reason: str) -> None:
    text, expected = unmark(marked)
    found = find_attributions(read(text))
    compare(text, expected, found)
    assert found[0].reason == reason


def test_every_rule_has_a_reason_and_every_reason_a_rule() -> None:
    given_out = {one.rule for text in TEXTS for one in find_attributions(read(unmark(text)[0]), 0)}
    assert given_out == {*NAMED, *UNNAMED}


@pytest.mark.parametrize("template", [*NAMED.values(), *UNNAMED.values(), NOBODY])
def test_a_reason_is_one_sentence(template: str) -> None:
    fields = {name for _, name, _, _ in Formatter().parse(template) if name}
    assert fields <= {"cue", "who"} and fields
    assert re.fullmatch(r"[“AT][^.!?]*\.", template)
    assert "{who}" in template or "the text doesn’t say" in template


def test_a_reason_names_cue_and_source_of_its_own_finding() -> None:
    for marked in TEXTS:
        article = read(unmark(marked)[0])
        for one in find_attributions(article):
            who = article[one.source][:20]
            assert who in one.reason.replace(" … ", " ") or who in one.reason, (one.reason, who)
            assert len(one.reason) < MAX_CHARACTERS + 150


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The club praised the plan.",
            "“praised” is on my list of words for saying, thinking and wanting, and “The club” is its subject.",
        ),
        (
            "Witnesses described a plan.",
            "“described” is on my list of words for saying, thinking and wanting, and “Witnesses” is its subject.",
        ),
        (
            "As Ortiz said, the bridge is safe.",
            "“said” after “as” tells us that the rest of the sentence comes from “Ortiz”.",
        ),
    ],
)
def test_a_reason_says_what_was_seen(text: str, reason: str) -> None:
    assert [found.reason for found in find_attributions(read(text), at_least=0)] == [reason]


# ---- confidence ------------------------------------------------------------------------------------------------------

SURE = "“The bridge is safe,” Ortiz said."


def test_a_mark_has_a_confidence_and_a_quotation_a_high_one() -> None:
    (found,) = find_attributions(read(SURE))
    assert 0.9 <= found.confidence <= 1


def test_at_least_shows_more_or_less() -> None:
    text = read(" ".join(unmark(marked)[0] for marked in TEXTS[:40]))
    shown = [find_attributions(text, at_least) for at_least in (0, attribution_threshold(), 0.8, 1)]
    assert [len(found) for found in shown] == sorted((len(found) for found in shown), reverse=True)
    assert shown[1] == find_attributions(text)
    for found, least in zip(shown, (0, attribution_threshold(), 0.8, 1), strict=True):
        assert all(one.confidence >= least for one in found)


def test_the_bound_itself_is_shown_and_a_step_above_it_is_not() -> None:
    text = read(SURE)
    (found,) = find_attributions(text)
    assert find_attributions(text, found.confidence) == (found,)
    assert find_attributions(text, found.confidence + 0.01) == ()


@pytest.mark.parametrize("wrong", [1.01, -0.01, "much", True, None])
def test_at_least_is_a_number_from_0_to_1(wrong: object) -> None:
    if wrong is None:
        assert find_attributions(read(SURE), None) == find_attributions(read(SURE))
        return
    with pytest.raises(KitError, match="at_least is a number from 0 to 1, not"):
        find_attributions(read(SURE), wrong)  # type: ignore[arg-type]


# ---- style -----------------------------------------------------------------------------------------------------------


@rows(
    ("[s:Ortiz] [c:said] [t:it was safe].", "indirect"),
    ("[s:Ortiz] [c:said] [t:it was “safe”].", "mixed"),
    ("[s:Ortiz] [c:said] [t:it was ‘safe’].", "mixed"),
    ("[s:Ortiz] [c:said]: [t:“It is safe.”]", "direct"),
    ("[s:Ortiz] [c:said]: [t:“He called it ‘safe’.”]", "direct"),
    ("[t:“It is,”] [s:Ortiz] [c:said], [t:“safe.”]", "direct"),
    ("[t:‘It is safe’], [s:Ortiz] [c:said].", "direct"),
    ("[s:Ortiz] [c:said] [t:the children’s swings weren’t safe].", "indirect"),
    ("[s:Ortiz] [c:said] [t:it was safe]. [t:“We tested it.”]", "mixed"),
    ("[s:Ortiz] [c:said]: [t:“It is safe.]", "direct"),
)
def test_style(marked: str, kinds: str) -> None:
    check(marked, kinds)


# ---- places ----------------------------------------------------------------------------------------------------------


def sound(article: Article) -> None:
    """What must hold for the attributions of any text."""
    found = find_attributions(article)
    assert list(found) == sorted(found, key=lambda one: one.cue[0])
    for one in found:
        pieces = one.source + one.cue + one.content
        assert one.cue and one.content
        assert list(one.content) == sorted(one.content)
        assert one.span == Span(min(s.start for s in pieces), max(s.end for s in pieces))
        for start, end in pieces:
            assert 0 <= start < end <= len(article.text)
            assert article.text[start:end] == article.text[start:end].strip()
        assert one.style in ("direct", "indirect", "mixed")
        assert one.reason.endswith(".")
        assert one.rule in NAMED or one.rule in UNNAMED


MARKS = "“ ” \" ' ‘ ’ « » , , . . : ; - — ( ) ? ! … \n \n\n \r\n \u00a0 \u200b \ufeff \u202e 😀 👩\u200d👧 שלום é"
WORDS = """
    Ortiz Reyes said says told that the bridge was safe according to who which her his claim asked if when and but has
    not refused to quoted as saying adding by on Monday they there one of 300 denied ’s
"""
PIECES = MARKS.split(" ") + WORDS.split()
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=60)


@given(NEWSLIKE.map(" ".join) | NEWSLIKE.map("".join) | st.text(max_size=200))
@example("")
@example("“")
@example("said")
@example("\ufeff\u200b")
@example("saying has , “")
def test_any_text_gives_sound_attributions(text: str) -> None:
    sound(read_text(text))


def places(text: str) -> list[list[Span]]:
    """The content of every attribution in a text."""
    return [list(one.content) for one in find_attributions(read(text))]


@pytest.mark.parametrize("marked", TEXTS)
def test_straight_marks_and_windows_lines_change_nothing(marked: str) -> None:
    text = unmark(marked)[0]
    assert places(text.translate({ord("“"): '"', ord("”"): '"'})) == places(text)
    moved = [[Span(*(at + 1 + text.count("\n", 0, at) for at in span)) for span in one] for one in places(text)]
    assert places("\ufeff" + text.replace("\n", "\r\n")) == moved


@rows(
    "The 🌉 opened in May. [s:Ortiz] [c:said] [t:the 🌉 bridge was safe].",
    "[s:Ortiz] [c:said]: [t:“The 🌉 is safe 👩‍👩‍👧.”]",
    wrong("😀 [s:Ortiz] [c:said] [t:the bridge was safe].", because="an emoji beside a name is taken for a part of it"),
    "[s:Or\u200btiz] [c:said] [t:the bri\u200bdge was safe].",
    "[s:Ortiz]\u00a0[c:said]\u00a0[t:the bridge was\u00a0safe].",
    "[s:José Núñez] [c:said] [t:the café was shut].",
    "[s:Jose\u0301 Nun\u0303ez] [c:said] [t:the cafe\u0301 was shut].",
    "[s:Ortiz] [c:said]: [t:“שלום, the bridge is safe.”]",
    "\u202b[s:דנה] [c:said] [t:the bridge was safe].\u202c",
    "\ufeff[s:Ortiz] [c:said] [t:the bridge was safe].\r\n\r\n[t2:“It held,”] [c2:said] [s2:Reyes].\r\n",
    "[s:𝒪rtiz] [c:said] [t:𝔱he bridge was safe].",
)
def test_places_are_exact_whatever_the_characters(marked: str, kinds: str) -> None:
    check(marked, kinds)


# ---- the page --------------------------------------------------------------------------------------------------------

PAGE = """Council says bridge is safe

By Mina Okafor

Advertisement

[s:Lena Ortiz, the town’s engineer], [c:said] [t:the bridge was safe].

Share this article

Read more: Hale says the wall will fall

[t2:“We tested it twice,”] [s2:she] [c2:said].

Sign up for our newsletter
"""


def test_furniture_says_nothing() -> None:
    text, wanted = unmark(PAGE)
    article = read(text)
    assert len(article.furniture) >= 4
    found = find_attributions(article)
    compare(text, wanted, tuple(one for one in found if one.span.start > article.furniture[0].span.start))
    for one in found:
        for piece in article.furniture:
            assert one.span.end <= piece.span.start or piece.span.end <= one.span.start


@rows(
    "[s1:Council] [c1:Says] [t1:Bridge Is Safe]¶The bridge opened in May.¶It is long.",
    "[s1:Ortiz] [c1:Denies] [t1:Bridge Is Unsafe]¶The bridge opened in May.¶It is long.",
)
def test_headlines(marked: str, kinds: str) -> None:
    check(marked, kinds)


def test_the_practice_texts() -> None:
    for practice in articles():
        sound(articles(practice.name))


# ---- hostile texts ---------------------------------------------------------------------------------------------------

HOSTILE = {
    "straight marks": '"' * 20_000,
    "opening marks": "“" * 20_000,
    "closing marks": "”" * 20_000,
    "a megabyte of said": "said " * 200_000,
    "one line": "Ortiz said that the bridge was safe, " * 5_400,
    "one sentence of phrases": "Ortiz said in the house" + " in the house" * 1_000 + ".",
    "names in a row": "Ortiz, " * 10_000,
    "brackets": "Ortiz (" * 4_000 + "said.",
    "who said": "Ortiz " + "who said " * 4_000,
    "quotations": "“Go,” she said. " * 4_000,
    "quotations in a row": "“Go.” " * 10_000 + "she said.",
    "pieces of quotations": "“Go.\n\n" * 4_000 + "“Go,” she said.",
    "according to": "according to " * 8_000,
    "colons": "Ortiz said: " * 8_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_come_to_an_end(text: str) -> None:
    sound(read(text))
