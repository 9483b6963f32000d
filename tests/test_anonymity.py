"""Statements that a source is not named: [a:the statement], [g:the reason], [h:whose name it is], in brackets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.finders.attribution.lines import lines_of
from kit.finders.sources.anonymity import FORMS, KEYS, Grant, _wording, find_grants
from kit.language import Entry, LexiconError, load, unstar
from kit.text import read_text

ENTRIES = load("anonymity", ("form",), KEYS)
EXAMPLES = [pytest.param(e, x, id=f"{e.term[:30]}: {x}") for e in ENTRIES for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term[:30]}: {x}") for e in ENTRIES for x in e.not_examples]
MARK = re.compile(r"\[([agh]):([^\]]+)\]")


def grants(text: str) -> list[Grant]:
    article = read_text(text)
    return find_grants(article, lines_of(article))


def marked(text: str, found: list[Grant]) -> list[dict[str, str]]:
    """What was found, as the words of the text."""
    rows = []
    for grant in found:
        parts = {"a": grant.span, "g": grant.reason, "h": grant.holder}
        rows.append({name: text[slice(*span)] for name, span in parts.items() if span is not None})
    return rows


def check(notation: str) -> None:
    """One statement, with exactly the marked parts. A statement that is its own reason is marked as the statement."""
    text = MARK.sub(r"\2", notation)
    wanted = dict(MARK.findall(notation))
    found = marked(text, grants(text))
    if found and found[0].get("g") == found[0]["a"] and "g" not in wanted:
        wanted["g"] = wanted["a"]
    assert found == [wanted]


# ---- the lexicon ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    found = grants(text)
    if entry.data["form"] == "grounds":
        assert [grant.reason for grant in found] == starred
    else:
        assert [grant.span for grant in found] == starred
        assert entry.data["form"] == "list" or [grant.rule for grant in found] == [entry.term]


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_nothing_is_found_in_a_counter_example(entry: Entry, example: str) -> None:
    assert grants(example) == []


def test_a_slip_in_an_entry_gets_a_sentence() -> None:
    with pytest.raises(LexiconError, match=f'form can\'t be "nonsense". It is one of: {FORMS[0]}'):
        _wording(Entry("on background", {"form": "nonsense"}, (), ()), {})


# ---- statement, reason, holder --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "notation",
    [
        # how somebody speaks
        "[h:A nurse] [a:spoke on condition of anonymity].",
        "The ward is full, said [h:one nurse], [a:speaking on condition of anonymity].",
        "[h:A council official] who [a:spoke anonymously] [g:to discuss the budget] said the pool would close.",
        "[h:The clerk] told the Ledger, [a:speaking on background], that the safe was empty.",
        "[h:She] sent two letters to the Ledger and [a:spoke to it on the condition of anonymity].",
        "The plan is dead, according to [h:a guest] who came and [a:described the talks on condition of anonymity].",
        "“It is over,” said [h:the aide], who [a:spoke on condition of anonymity] [g:because he feared for his job].",
        "[a:Speaking on condition of anonymity], [h:the aide] said it was over.",
        "[a:Speaking anonymously] [g:because she fears her boss], [h:the aide] said it was over.",
        # what somebody asks for
        "[h:Two teachers] who [a:asked not to be named] confirmed it.",
        "[h:A neighbour] [a:declined to be identified], [g:citing threats].",
        "[h:The donor], who [a:wished to remain anonymous], paid for the roof.",
        "[h:A cook] [a:requested anonymity] [g:for fear of losing her job].",
        "[h:A mother] who did [a:not want her name used] told of the fire.",
        "[g:Fearing revenge], [h:the witness] [a:asked not to be identified].",
        "[h:A driver] who [a:was granted anonymity], [g:because he still works there], showed the files.",
        "[h:She] did [a:not want to be named] [g:because the board, which stands behind Wesley, chooses the team].",
        "[h:She] did [a:not want to be named] [g:because the board chooses the team], which she joined.",
        # statement and reason at once
        "[h:A clerk] who [a:was not authorised to speak publicly] told of the sale.",
        "[h:A clerk] who [a:was not authorized to speak publicly before the vote] told of the sale.",
        "[h:Two officers], who [a:weren't permitted to discuss the case], confirmed it.",
        "[h:An aide] [a:spoke on condition of anonymity] [g:as she was not authorised to speak].",
        # people and names
        "[h:A girl] whose [a:name is being withheld] was hurt.",
        "[h:Maria] ([a:not her real name]) left in May.",
        "[h:Maria]’s [a:name has been changed] [g:to protect her].",
        "The Ledger [a:granted anonymity] to [h:two cooks].",
        "The Ledger [a:agreed not to name] [h:the driver].",
        "[h:A source] whom the Ledger [a:agreed not to name] left in May.",
        "[h:A pupil from Tarn] ([a:name withheld]) had been offered the paper.",
        "The Ledger [a:is not naming] [h:the girl] [g:because she is a minor].",
        "[h:Ana], 34, who [a:asked to be identified only by her first name] [g:to protect her family], left in May.",
    ],
)
def test_statement_reason_and_holder(notation: str) -> None:
    check(notation)


def test_an_unnamed_official_is_statement_and_holder_at_once() -> None:
    text = "The Ledger quoted another unnamed council official on Monday."
    words = "another unnamed council official"
    assert marked(text, grants(text)) == [{"a": words, "h": words}]


@pytest.mark.parametrize(
    "notation",
    [
        "[h:An aide] [a:spoke anonymously] [g:to discuss strategy].",
        "[h:An aide] who [a:spoke anonymously] [g:to discuss strategy] said no.",
        "[h:An aide] [a:spoke anonymously] [g:because of the talks], and left.",
        "[h:An aide] [a:spoke anonymously] [g:because even though he has left, they know him].",
        "[h:An aide] [a:asked not to be named] [g:due to the talks]; another left.",
        "[h:An aide] who [a:spoke anonymously] [g:because she feared her boss would fire her] said no.",
    ],
)
def test_a_reason_ends_with_its_clause(notation: str) -> None:
    check(notation)


def test_two_statements_in_one_sentence() -> None:
    text = "One clerk who was not authorised to discuss the sale and asked not to be named said it was off."
    assert [row["a"] for row in marked(text, grants(text))] == [
        "was not authorised to discuss the sale",
        "asked not to be named",
    ]


def test_no_reason_is_made_up() -> None:
    (grant,) = grants(
        "A nurse who spoke on condition of anonymity said the ward was full because nobody had cleaned it."
    )
    assert grant.reason is None


@pytest.mark.parametrize(
    "text",
    [
        "Anonymous letters came every week.",
        "He goes to Alcoholics Anonymous.",
        "She was not authorised to enter the vault.",
        "Ortiz was not authorised to speak for the board.",
        "A spokesman declined to comment because he was not authorised to speak.",
        "The money was given anonymously.",
        "“I want anonymity,” said Ortiz.",
        "The band plays background music.",
        "The name of the ship was changed in 1920.",
        "The man could not be identified.",
        "An unidentified man fell into the lake.",
    ],
)
def test_not_found(text: str) -> None:
    assert grants(text) == []


# ---- properties -----------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [word for e in ENTRIES for word in re.sub(r"[~/.]", " ", e.term).split()]
    + ["Ortiz", "an", "aide", "said", "who", "whose", "the", "was", "told", ",", ".", "(", ")", "“", "”", "’s", "\n\n"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_stand_in_order_inside_the_text(text: str) -> None:
    if not text.strip():
        return
    end = 0
    for grant in grants(text):
        assert end <= grant.span.start < grant.span.end <= len(text)
        assert 0 <= grant.holder.start < grant.holder.end <= len(text)
        if grant.reason:
            assert 0 <= grant.reason.start < grant.reason.end <= len(text)
        end = grant.span.end


@settings(deadline=None, max_examples=50)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_read(text: str) -> None:
    for grant in grants(text):
        assert 0 <= grant.span.start < grant.span.end <= len(text)
