"""Where a text hides who says so. Asterisks mark the words that are found; a text without any has none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit import find_attributions
from kit.finders.attribution.lines import lines_of
from kit.finders.sources.hearsay_match import BE
from kit.finders.sources.hearsay_wordings import FORMS, KINDS, _wording
from kit.finders.sources.unattributed import UnattributedClaim, find_unattributed
from kit.language import Entry, LexiconError, load, unstar
from kit.text import read_text

OPTIONAL = ("then", "not_then", "agents", "before", "reduced", "bare")
ENTRIES = load("hearsay", ("form", "kind", "question"), OPTIONAL)
EXAMPLES = [pytest.param(e, x, id=f"{e.term[:30]}: {x}") for e in ENTRIES for x in e.examples]
COUNTER_EXAMPLES = [pytest.param(e, x, id=f"{e.term[:30]}: {x}") for e in ENTRIES for x in e.not_examples]
RULES = ("AP", "NPR", "Guardian")  # the references of the reasons, all in the course's list of standards


def hits(text: str) -> list[UnattributedClaim]:
    article = read_text(text)
    return find_unattributed(article, lines_of(article), find_attributions(article))


def places(text: str) -> list[tuple[int, int]]:
    return [(hit.span.start, hit.span.end) for hit in hits(text)]


# ---- the lexicon ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("entry", "example"), EXAMPLES)
def test_the_starred_words_are_found(entry: Entry, example: str) -> None:
    text, starred = unstar(example)
    assert places(text) == starred
    assert [hit.rule for hit in hits(text)] == [entry.term]


@pytest.mark.parametrize(("entry", "example"), COUNTER_EXAMPLES)
def test_nothing_is_found_in_a_counter_example(entry: Entry, example: str) -> None:
    assert hits(example) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.term[:40])
def test_every_question_asks(entry: Entry) -> None:
    assert re.fullmatch(r"[a-z][^.?!]*\?", entry.data["question"])


@pytest.mark.parametrize(("key", "known"), [("form", FORMS), ("kind", KINDS)])
def test_a_slip_in_an_entry_gets_a_sentence(key: str, known: tuple[str, ...]) -> None:
    data = {"form": "phrase", "kind": "view", "question": "who?", key: "nonsense"}
    with pytest.raises(LexiconError, match=f'entry "it is said": {key} can\'t be "nonsense". It is one of: {known[0]}'):
        _wording(Entry("it is said", data, (), ()))


def test_three_dots_at_the_end_of_a_term_get_a_sentence() -> None:
    with pytest.raises(LexiconError, match="can only stand between words"):
        _wording(Entry("there are ...", {"form": "phrase", "kind": "view", "question": "who?"}, (), ()))


# ---- found ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marked",
    [
        "The tunnel *is expected to* open in May.",
        "The tunnel *isn't expected to* open before May.",
        "The tunnel *is now widely expected to* open in May.",
        "Tolls, which *are expected to* rise, worry drivers.",
        "A harbour *believed to* be the oldest in the country is for sale.",
        "Both towns *have been accused of* dumping rubbish at sea.",
        "A guard *accused of* theft walked free on Monday.",
        "The poster *was seen as* an insult, and it *was widely criticised* in the valley.",
        "Two of the crew *are thought to* be alive.",
        "The mayor has *reportedly* left.",
        "*Reportedly*, the mayor has left.",
        "*It is said* that the well is cursed.",
        "The well, *it is said*, is cursed.",
        "*There were claims that* votes had been bought.",
        "The pool stayed open *despite reports that* the water was dirty.",
        "*Allegations of* cheating have hurt the club.",
        "The board *faced criticism* over the sale.",
        "*Rumour has it* that the castle is for sale.",
        "*It emerged that* the alarm had been off.",
        "The deal is off, *sources* said on Monday.",
        "*According to reports*, the deal is off.",
        "*Concerns have been raised* over the cost.",
        "*There have been calls for* a new vote.",
        "The chairman *faces calls to* step down.",
        "In a winter *expected to* bring snow, salt is dear.",
        "Lena Ortiz opened the bridge on Monday. The bridge *is expected to* carry 900 cars a day.",
    ],
)
def test_found(marked: str) -> None:
    text, starred = unstar(marked)
    assert places(text) == starred


def test_a_headline_hides_as_well() -> None:
    text, starred = unstar("Mayor *Reportedly* Left Through A Window\n\nThe town hall stayed shut on Monday.")
    assert places(text) == starred


# ---- not found ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        # somebody after "by", "from", "among"
        "The tunnel is expected by engineers to open in May.",
        "The firm has been accused of fraud by two clients.",
        "The film was hailed as a triumph by critics.",
        "The board faced criticism over the sale from its own members.",
        "There is a feeling among teachers that the test is unfair.",
        "The mayor is viewed as honest by 55 percent of voters.",
        # somebody in the same sentence
        "The tunnel is expected to open in May, Ortiz said.",
        "Ortiz said the tunnel is expected to open in May.",
        "According to the harbour office, the tunnel is expected to open in May.",
        "The mayor reportedly left through a window, the Ledger reported.",
        "Analysts say that the shares are seen as a risk.",
        # somebody in the sentence before
        "The Ledger reported the sale on Monday. The buyer is reportedly a count.",
        "Engineers expect a delay. The tunnel is now expected to open in June.",
        # inside somebody's words
        "“The tunnel is expected to open in May,” Ortiz said.",
        "Ortiz wrote: “There are claims that the vote was bought.”",
        # it is unclear, naming, duties, possibilities
        "It is unclear whether the bridge will open.",
        "It was not clear who had the key.",
        "The bridge is called the Old Lady.",
        "The bridge, known as the Old Lady, is shut.",
        "You are expected to be on time.",
        "The vote can be seen as a warning.",
        "We were accused of laziness.",
        # the words in another sense
        "Engineers expected to find gold.",
        "The Ledger reported a loss.",
        "Both sources of the river are dry.",
        "The inspector considered the case.",
        "The house was condemned by the city.",
        # it is told whose claims they are
        "Ortiz’s claims that the vote was bought are false.",
        "Republican claims of fraud were dropped.",
        "He made claims of fraud.",
        # sources of whom the text has told
        "Two sources close to the talks said the deal was off. Sources said it failed over money.",
    ],
)
def test_not_found(text: str) -> None:
    assert [text[slice(*place)] for place in places(text)] == []


def test_by_and_a_time_or_an_act_is_nobody() -> None:
    for text in (
        "The firm has been criticised for its delay by Friday.",
        "The firm has been criticised for saving money by closing shops.",
    ):
        assert len(places(text)) == 1


# ---- reasons --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", [x for e in ENTRIES for x in e.examples[:1]])
def test_a_reason_is_one_sentence_with_a_rule_and_a_question(example: str) -> None:
    for hit in hits(unstar(example)[0]):
        assert any(rule in hit.reason for rule in RULES)
        assert re.fullmatch(r"“[^”]+” [^.?!]*\?", hit.reason)


def test_a_reason_word_by_word() -> None:
    (hit,) = hits("The bridge is widely expected to open in May.")
    assert hit.reason == (
        "“is widely expected to” gives an opinion without saying whose, though NPR’s ethics handbook wants readers "
        "told how a source knows and which side it’s on: who expects it?"
    )


# ---- properties -----------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [word for e in ENTRIES for word in re.sub(r"[~/.]", " ", e.term).split()]
    + [*BE, "Ortiz", "said", "by", "the", "a", "mayor", ",", ".", "“", "”", "who", "to", "that", "in", "May", "\n\n"]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_stand_in_order_inside_the_text(text: str) -> None:
    if not text.strip():
        return
    end = 0
    for hit in hits(text):
        assert end <= hit.span.start < hit.span.end <= len(text)
        end = hit.span.end


@settings(deadline=None, max_examples=50)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_read(text: str) -> None:
    for hit in hits(text):
        assert 0 <= hit.span.start < hit.span.end <= len(text)
