"""What the text tells of a source, why it is pointed out, and who has no name. (Notation: source_notation.py)"""

from __future__ import annotations

import pytest
from source_notation import check, rows, wrong

from kit import read
from kit.find import find_anonymous_sources, find_sources

NEWSROOMS = ("AP", "Reuters", "NPR", "Washington Post", "SPJ", "Guardian", "BBC", "New York Times")


@rows(
    "[An official at the Ministry of Transport|s described heard; affiliation the Ministry of Transport; post "
    "official] said no.",
    "[A spokesman for the harbour office|s described heard; affiliation the harbour office; post spokesman] said no.",
    "[A White House aide|s described heard; affiliation White House; post aide] said no.",
    "[The ministry’s spokesman|s described heard; affiliation The ministry; post spokesman] said no.",
    "[Its director, Sabine Koll|s person heard; post director], said no.",
    "[Sabine Koll, director of the Torvale museum|s person heard; affiliation the Torvale museum; post director], "
    "said no.",
    "[Officials in other towns|s vague heard] said no.",
    "[No one in the town|s other heard] said no.",
    "[The Association of Cod Boats|s organisation heard] said no.",
)
def test_affiliation(marked: str) -> None:
    check(marked)


@rows(
    "[A nurse|s described heard; post nurse] said no.",
    "[The chief engineer|s described heard; post chief engineer] said no.",
    "[Prof. Lena Ortiz|s person heard; post Prof.] said no.",
    "[Mr Ortiz|s person heard] said no.",
    "[A neighbour|s described heard] said no.",
    "[A witness|s vague heard] said no.",
    "[Critics|s vague heard] said no.",
    "[Lena Ortiz, a nurse|s person heard; post nurse], said no.",
    "[Senator Ortiz’s aides|s described heard; affiliation Senator Ortiz; post aides] said no.",
)
def test_post(marked: str) -> None:
    check(marked)


@rows(
    "[A person who attended the meeting|s described heard; basis who attended the meeting] said no.",
    "[A clerk who attended the hearing|s described heard; post clerk; basis who attended the hearing] said no.",
    "[A clerk who saw the letter|s described heard; post clerk; basis who saw the letter] said that it was short.",
    "[Two people familiar with the talks|s vague heard; basis familiar with the talks] said no.",
    "[A person with knowledge of the deal|s vague heard; basis with knowledge of the deal] said no.",
    "[Lena Ortiz, who worked on the wall|s person heard; basis who worked on the wall], said no.",
    "[A neighbour who watched from her window|s described heard; basis who watched from her window] said no.",
)
def test_basis_of_knowledge(marked: str) -> None:
    check(marked)


@rows(
    "“The ward is full,” [a nurse|s described heard anon; post nurse; reason] said on condition of anonymity {because "
    "she feared for her job}.",
    "[A nurse|s described heard anon none; post nurse] said on condition of anonymity that the ward was full.",
    "[A clerk who {was not authorised to discuss the fire}|s described heard anon; post clerk; reason] said that it "
    "ended.",
    wrong(
        "[A clerk who {was not authorised to speak publicly}|s described heard anon; post clerk; reason] said that the "
        "files had burned.",
        because="the source ends before an adverb: publicly said",
    ),
    "[Lena Ortiz|s person heard] said [she|s person] was not authorised to speak publicly.",
    "[A nurse|s described heard; post nurse] said no. The spray, which does not yet have a name, is on sale.",
)
def test_reason_for_anonymity(marked: str) -> None:
    check(marked)


@rows(
    "[A guard at the Torvale museum|a described heard; affiliation the Torvale museum; post guard; corroboration Lena "
    "Ortiz] said that the back door stood open for three hours.¶[Lena Ortiz|b person heard; corroboration A guard at "
    "the Torvale museum] also said that the back door stood open for three hours.",
    "[A guard at the Torvale museum|a described heard; affiliation the Torvale museum; post guard] said that the back "
    "door stood open for three hours.¶[Lena Ortiz|b person heard] said that the roof leaked.",
    "[A guard at the Torvale museum|a described heard; affiliation the Torvale museum; post guard] said that the back "
    "door stood open for three hours.¶“The back door stood open for three hours,” [the guard|a described heard; post "
    "guard] said again.",
)
def test_corroboration_is_a_second_source_of_its_own(marked: str) -> None:
    check(marked)


def test_who_only_passes_on_what_another_says_is_no_second_source() -> None:
    text = "The Gazette reported that the door stood open for hours, citing a guard who says that the door stood open."
    assert not [
        told for source in find_sources(read(text)) for told in source.disclosures if told.what == "corroboration"
    ]


@rows(
    "According to [a report by the Harbour Trust|r organisation heard; affiliation the Harbour Trust], three in four "
    "boats leak.",
)
def test_a_source_ends_where_its_words_begin(marked: str) -> None:
    check(marked)


STORY = """\
Kestrel Rail said on Thursday that every train was inspected. A mechanic at Kestrel Rail said that this was not true.

The mechanic spoke on condition of anonymity because he feared for his job. Officials said that they would look into
it. Nobody said that it was safe. The line is expected to reopen in May.

“We are proud of our brakes,” said Dana Kell, a spokeswoman for Kestrel Rail. She said that the lists were complete.
An official, speaking on background, said that the lists had burned."""


def test_every_reason_asks_a_question_or_says_where_the_name_comes_from() -> None:
    for source in find_sources(read(STORY)):
        text = source.reason
        if "whose name we aren’t told" in text:
            continue
        traced = text.partition("? ")[2]
        assert text.endswith("?") or traced.startswith(("It means “", "It probably means “")), text
        assert not traced or source.guess == traced.startswith("It probably"), text
        assert "\n" not in text and "  " not in text and len(text) < 400


def test_no_newsroom_is_quoted_under_every_name() -> None:
    quoted = [name for source in find_sources(read(STORY)) for name in NEWSROOMS if name in source.reason]
    assert len(set(quoted)) == len(quoted) > 0, quoted


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("A mechanic at Kestrel Rail", ("“A mechanic at Kestrel Rail” is not named", "because he feared", "SPJ")),
        ("Officials", ("“Officials” could be two or two hundred", "how would they know?")),
        ("Nobody", ("“Nobody” is nobody you could ask", "who is behind the words?")),
        ("Dana Kell, a", ("is named, with a post (“spokeswoman”) and a body or place (“Kestrel Rail”)",)),
        ("Kestrel Rail said", ("can be looked up", "who in it said so?")),
        ("She said", ("It probably means “Dana Kell”.",)),
        ("An official, speaking", ("gives no reason", "Washington Post", "why not here?")),
        ("is expected to", ("who expects it?",)),
    ],
)
def test_what_a_reason_says(words: str, says: tuple[str, ...]) -> None:
    at = STORY.index(words)
    found = next(s for s in find_sources(read(STORY)) if s.span.start == at)
    for part in says:
        assert part in found.reason


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Lena Ortiz, who saw the crash, said no.", "is named, and we’re told how they know (“who saw the crash”)"),
        ("Lena Ortiz said no.", "is named, and that is all we’re told in this sentence"),
        ("A Reuters poll found that half would stay.", "can be looked up: who wrote it or did the counting"),
        ("A council spokesman said no.", "We aren’t told how this person would know"),
        ("A study found that tea helps.", "has no author, title or date here"),
        ("Residents said no.", "is a crowd without a name"),
        ("An analyst said no.", "We’re told a post (“analyst”), and that fits many"),
        ("The advance slowed near Orlivka. “We could hear them,” she said.", "The text doesn’t say who “she” is"),
    ],
)
def test_reasons_differ_where_the_cases_differ(text: str, says: str) -> None:
    assert says in find_sources(read(text))[-1].reason


def test_rules_are_ids_and_names_the_fullest_the_text_has() -> None:
    text = "Ortiz denied it. Sen. Maria Ortiz said that the bill was bad. She said so twice, reportedly."
    sources = [s for s in find_sources(read(text)) if s.is_source and s.level != "hidden"]
    assert {s.rule for s in sources} == {"source-named-person"}
    assert {s.name for s in sources} == {"Maria Ortiz"}
    assert len({s.entity for s in sources}) == 1


def test_anonymous_sources_are_those_heard_without_a_name_and_the_hidden_ones() -> None:
    article = read(STORY)
    found = [article[s.span] for s in find_anonymous_sources(article)]
    assert found == [
        "A mechanic at Kestrel Rail",
        "Officials",
        "is expected to",
        "An official, speaking on background",
    ]


def test_a_text_where_all_are_named_has_no_anonymous_source() -> None:
    assert find_anonymous_sources(read("Lena Ortiz said no. “Never,” she said. Kestrel Rail denied it.")) == ()
    assert find_anonymous_sources(read("")) == ()
    assert find_sources(read("The rain fell.")) == ()
