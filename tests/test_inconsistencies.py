"""The finder of inconsistencies: conflicts of every type with exact words, and decoys of every kind, which stay silent.

In the examples of CONFLICTS the words in which the two passages differ stand between asterisks, in the order of the
text.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import find_inconsistencies, read
from kit.finders.alarm import causes, headline, labels, persons, thesaurus
from kit.finding import Inconsistency
from kit.language import Entry, unstar
from kit.language.agreement import rounded
from kit.text import ReadingError
from kit.text.reading import read_text

FILLER = "The ferry left at noon. It was full. " * 3
REPORT = (
    " The work began in spring. It went well. Nobody was hurt. The crew sang. The town had waited for nine years, and "
    "the bakery gave away its bread."
)

# type, verdict, rule, text with the differing words starred
CONFLICTS = [
    ("number", "conflict", "restated-number",
     "The mill burned *four* tonnes of straw in one night. To recap, the mill burned *nine* tonnes of straw in one "
     "night."),
    ("number", "conflict", "restated-number",
     "The council paid *$2 million* for the old bridge on Friday. It paid its bills late. In short, the council paid "
     "*$3"
     " million* for the old bridge on Friday."),
    ("number", "conflict", "taken-up",
     "*Twelve* goats were found near the old lock. A farmer fed them. The *15* goats went home by barge."),
    ("number", "conflict", "taken-up",
     "*Nineteen* people came with rakes. It rained. The clerk gave each of the *two dozen* helpers a book."),
    ("number", "conflict", "that-figure",
     "Turnout in the harbour ward was *41* percent. The clerk was glad. That *57* percent figure is the best in "
     "years."),
    ("number", "conflict", "parts", "The storm left *18* dead: *11* soldiers and *9* civilians. It went on all night."),
    ("number", "conflict", "margin",
     "The council chose the plan by *23* votes to *21*. People cheered. The margin of *eight* was a surprise to many."),
    ("date", "conflict", "restated-date",
     "The ferry struck the old pier on *Monday* in thick fog. As noted, the ferry struck the old pier on *Thursday* in "
     "thick fog."),
    ("date", "conflict", "restated-date",
     "In *1995*, the ferry struck the old pier in thick fog. The ferry struck the old pier in thick fog in *1998*."),
    ("date", "conflict", "misfit", "They met on *Tuesday*, *Sept. 26, 2016* in the old hall."),
    ("date", "conflict", "two-days",
     "A water main gave way at noon on *Tuesday*. Cellars filled. They had been dry since *Sunday night*’s burst."),
    ("negation", "conflict", "restated-negation",
     "The new pump has passed its last test in the harbour. It remains the case that the new pump has *not* passed its "
     "last test in the harbour."),
    ("antonym", "conflict", "restated-antonym",
     "The harbour board *approved* the sale of the dairy. In short, the harbour board *rejected* the sale of the "
     "dairy."),
    ("place", "conflict", "restated-place",
     "The old ferry struck the pier near *Corley* in thick fog and sank before dawn. To recap, the old ferry struck "
     "the "
     "pier near *Hemel* in thick fog and sank before dawn."),
    ("name", "conflict", "restated-name",
     "The old ferry of the harbour was steered by *Oake* in thick fog and sank before dawn. To recap, the old ferry of "
     "the harbour was steered by *Renn* in thick fog and sank before dawn."),
    ("cause", "conflict", "cause",
     "The broken pump *caused* the flood in the cellars. It was dark. The flood in the cellars *caused* the pump to "
     "break."),
    ("cause", "conflict", "cause",
     "The pump failed *because of* the flood in the cellars. It was dark. The flood *was caused by* the pump."),
    ("unattributed", "tension", "unattributed",
     "The insurer *believes* that the night baker left the oven on. It was late. The night baker left the oven on."),
    ("negation", "conflict", "harm",
     "The fire in the mill was put out by noon. *Nobody was hurt*. The mayor was there. *Three people* were injured."),
    ("number", "conflict", "taken-up",
     "*Eleven* swimmers set out from the quay. It was cold. All *nine* came back by noon."),
    ("role", "conflict", "age",
     "Ada Morrow, *57*, played in the hall. It was full. Morrow first played here at the age of *eleven*. That was "
     "*forty* years ago."),
    ("name", "tension", "slip",
     "The mayor thanked Halina *Zabrandt* for the soup. The soup was hot. Then Ms *Zabrandl* washed the pots."),
    ("name", "tension", "first-name",
     "The town buried *Anton Breck* on Sunday. Flags hung low. Children have painted the name of the new boat: *Albert "
     "Breck*."),
    ("role", "conflict", "role",
     "*Sen.* Lena Ortiz spoke at the lock. It rained. Ortiz, a *governor*, left before noon."),
    ("role", "tension", "role",
     "The harbour *spokeswoman* Lena Ortiz spoke. It rained. Ortiz, an outside *critic*, left before noon."),
    ("role", "conflict", "age", "Lena Ortiz, *38*, runs the shop. It is small. Ortiz, *52*, was born upstairs."),
    ("role", "conflict", "age",
     "Lena Ortiz, *38*, runs the shop. It is small. Ortiz, who celebrated her *fifty-second* birthday in May, sings."),
    ("role", "conflict", "age",
     "Lena Ortiz, *38*, runs the shop. It is small. Ortiz, who marked her *41st* birthday in May, sings."),
    ("date", "conflict", "two-days",
     "A water main gave way at noon on *Tuesday*. Cellars filled. The clerk wrote of the burst on *Sunday* at length."),
    ("antonym", "conflict", "direction",
     "Rents in the old port *climbed* again. It is cold there. Because of the *falling* rents, families move in."),
    ("antonym", "conflict", "direction",
     "Thefts *fell* by a third in the town. The dogs are glad. To meet the *growing* number of thefts, it acted."),
    ("antonym", "conflict", "direction",
     "Wages have *risen*. The bakers sing. The long *squeeze* on wages goes on."),
    ("negation", "conflict", "harm",
     "*Nobody was hurt* in the fire. It was a mild night. The *two wounded workers* were given soup."),
    ("who_said", "conflict", "who-said",
     "“Nobody ever bought a novel through a windscreen,” *Greta Hume* said. People laughed. “Nobody ever bought a "
     "novel "
     "through a windscreen,” said *Otto Lindt*."),
    ("who_said", "conflict", "who-said",
     "“We will not sell the lock to anybody,” *Greta Hume* said. People laughed. *Otto Lindt*’s line — “We will not "
     "sell "
     "the lock to anybody” — was on every wall."),
    ("sources_disagree", "tension", "sources_disagree",
     "The police said that *7,000* people marched over the bridge to the harbour. The league said that *12,000* people "
     "marched over the bridge to the harbour."),
]  # fmt: skip

DECOYS = {
    "rounding": "The timing mats counted 3,968 runners. It was cold. All of the 4,000 runners got tea.",
    "about": "The mill burned 41 tonnes of straw in one night. In short, the mill burned about 40 tonnes of straw in "
    "one "
    "night.",
    "at least": "The mill burned 41 tonnes of straw in one night. In short, the mill burned at least 30 tonnes of "
    "straw "
    "in one night.",
    "a range": "The mill burned 41 tonnes of straw in one night. In short, the mill burned 40 to 45 tonnes of straw in "
    "one night.",
    "words for digits": "The mill burned 12 tonnes of straw in one night. In short, the mill burned twelve tonnes of "
    "straw in one night.",
    "a dozen": "The council bought 24 lamps for the quay. They are green. The two dozen lamps will burn all night.",
    "a sum": "Eleven soldiers and seven civilians came home. It rained. The 18 people were given soup.",
    "parts that add up": "The storm left 18 dead: 11 soldiers and 7 civilians. It went on all night.",
    "a fortnight": "The ferry was out of use for a fortnight in May. The ferry was out of use for 14 days in May.",
    "hours and minutes": "The ferry was late by two hours in thick fog. The ferry was late by 120 minutes in thick "
    "fog.",
    "percent and points": "Support for the bridge fell by 4 percent in May. Support for the bridge fell by 4 points "
    "in May.",
    "percent and count": "The ferry lost 12 percent of its riders in May. The ferry lost 300 of its riders in May.",
    "two currencies": "The council paid $40,000 for the old bridge in May. The council paid €36,000 for the old "
    "bridge in "
    "May.",
    "parallel statistics": "The poll found that 32 percent of Republicans want the bridge. The poll found that 22 "
    "percent "
    "of Democrats want the bridge.",
    "parallel people": "Ortiz won 12 votes from the old harbour ward. Hume won 19 votes from the old harbour ward.",
    "another set": "Twelve goats were found near the lock. Another 15 goats were found near the mill.",
    "further ones": "Twelve goats were found near the lock. The 15 other goats were found near the mill.",
    "a part": "Fifty-eight swimmers walked into the lake. It was cold. The fourteen who came without shoes were first.",
    "a part of the whole": "The club has 58 swimmers. It was cold. Nine of the 58 swimmers came without shoes.",
    "last year's": "The farm has 40 goats. It has grown. Compared with last year’s 31 goats, it does well.",
    "an updated toll": "Nine people were hurt when the train left the track. By noon the number of people hurt rose "
    "to 11.",
    "other states": "The fire left 12 people dead. It burned all night. The 40 injured were taken to Corley.",
    "last Monday": "The main burst on Tuesday. Cellars filled. Last Friday’s leak was smaller.",
    "the night before": "The main burst before dawn on Tuesday. Cellars filled. Monday night’s leak was found by a "
    "cat.",
    "a weekday that fits": "They met on Monday, Sept. 26, 2016 in the old hall.",
    "a date without a year": "They met on Tuesday, Sept. 26 in the old hall.",
    "half a day apart": "The ferry struck the pier at 9 in thick fog. The ferry struck the pier at 9 a.m. in thick "
    "fog.",
    "a denial": "The new pump has passed its last test in the harbour. Critics insist that the new pump has not passed "
    "its last test in the harbour.",
    "a rumour": "The new pump has passed its last test in the harbour. Some reports, since withdrawn, suggested that "
    "the "
    "new pump has not passed its last test in the harbour.",
    "a restatement": "The harbour board approved the sale of the dairy. In short, the harbour board approved the "
    "sale of "
    "the dairy.",
    "two negations": "The pump did not pass its test in the harbour. The pump never passed its test in the harbour.",
    "a question": "The harbour board approved the sale of the dairy. Has the harbour board rejected the sale of the "
    "dairy?",
    "kin": "The town buried Anton Breck on Sunday. His brother Albert Breck carried the flag.",
    "a plural": "The mayor thanked Halina Zabrandt for the soup. The Zabrandts have cooked for years.",
    "former": "Sen. Lena Ortiz spoke at the lock. It rained. Ortiz, a former governor, left before noon.",
    "two posts": "Lena Ortiz, who chairs the council, spoke. It rained. Ortiz, a farmer like her father, left.",
    "those of one course": "The school has 84 pupils. It is new. In the bread course, each of the 18 students got a "
    "loaf.",
    "another day": "Sixty-three children fell ill on Monday. It was flu. By Thursday all forty pupils still had it.",
    "up here and down there": "Wages in Osk have risen. The bakers sing. The fall in wages in Melby goes on.",
    "up and then down": "Wages rose in May. The bakers sang. Wages fell in June. The fall in wages goes on.",
    "not up": "Wages have not risen. The bakers sing. The fall in wages goes on.",
    "up last year": "Rents climbed last year. It was cold. The falling rents bring families in.",
    "the price of another thing": "The price of butter has risen. It is late. The falling price of milk is a worry.",
    "a fall that only somebody sees": "Wages have risen. “The fall in wages goes on,” Greta Hume said.",
    "one event, one day": "A main gave way at noon on Tuesday. Cellars filled. The burst on Tuesday woke the town.",
    "an old birthday": "Lena Ortiz, 58, sings. It is late. Ortiz, who marked her 41st birthday in 2009, was glad.",
    "a turn of years": "Lena Ortiz, 58, sings. It is late. Ortiz, who turned 40 in 2008, was glad.",
    "wounded beasts": "Nobody was hurt in the fire. It was a mild night. The two wounded horses were given oats.",
    "a birthday": "Lena Ortiz, 38, runs the shop. It is small. Ortiz, 39, was born upstairs.",
    "the cause twice": "The pump failed because of the flood in the cellars. It was dark. The pump was soaked "
    "because of "
    "the flood.",
    "a claim that was said": "The insurer said that the night baker left the oven on. It was late. The night baker "
    "left "
    "the oven on.",
    "nobody else": "Three people were injured on the quay. It was dark. Nobody was hurt in the second storm.",
    "nobody killed": "Three people were injured on the quay. It was dark. Nobody was killed.",
    "all of a sum": "Five boys and four girls set out from the quay. It was cold. All nine came back by noon.",
    "another time": "Karin Oster, 41, is the new coach. She took the title here at nineteen.",
    "a quotation taken up": "“We will not sell the lock to anybody,” Greta Hume said. Otto Lindt has not responded "
    "to the "
    "line “We will not sell the lock to anybody.”",
    "the same speaker": "“We will not sell the lock to anybody,” Greta Hume said. It was Hume who said, “We will not "
    "sell "
    "the lock to anybody.”",
    "a turn of phrase": "“At the end of the day, we need that lock,” Greta Hume said. “It is dear at the end of the "
    "day,” "
    "Otto Lindt said.",
}


def found_in(text: str, decoys: bool = False) -> list[Inconsistency]:
    return list(find_inconsistencies(read(text), decoys))


def words_of(text: str, finding: Inconsistency) -> list[str]:
    return [text[start:end] for start, end in (*finding.claim_words, *finding.other_words)]


@pytest.mark.parametrize(
    ("kind", "verdict", "rule", "starred"), CONFLICTS, ids=[f"{c[2]}: {c[3][:40]}" for c in CONFLICTS]
)
def test_a_conflict_is_found_with_the_words_that_differ(kind: str, verdict: str, rule: str, starred: str) -> None:
    text, places = unstar(starred)
    [finding] = found_in(text)
    assert (finding.type, finding.verdict, finding.rule) == (kind, verdict, rule)
    assert list(finding.claim_words + finding.other_words) == places
    assert finding.claim <= finding.other
    for passage, spans in ((finding.claim, finding.claim_words), (finding.other, finding.other_words)):
        assert all(passage.start <= start and end <= passage.end for start, end in spans)


@pytest.mark.parametrize("text", DECOYS.values(), ids=DECOYS)
def test_a_decoy_stays_silent(text: str) -> None:
    assert found_in(text) == []


def test_the_reason_shows_both_passages_the_rule_and_the_excuse() -> None:
    [finding] = found_in("Twelve goats were found near the lock. A farmer fed them. The 15 goats went home by barge.")
    assert finding.reason == (
        "“[Twelve] goats were found near the lock.” and “The [15] goats went home by barge.”: The second passage "
        "takes up "
        "what the first has counted, but with another number. It may be innocent: The second figure may be of another "
        "day, or count another group."
    )
    assert finding.excuse == "The second figure may be of another day, or count another group."


def test_the_source_of_each_passage_is_named() -> None:
    [finding] = found_in(
        "The police said that 7,000 people marched over the bridge to the harbour. "
        "The league said that 12,000 people marched over the bridge to the harbour."
    )
    assert (finding.claim_source, finding.other_source) == ("The police", "The league")


# ---- headlines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "body", "words", "verdict", "rule"),
    [
        ("Eleven rescued as gale wrecks marina", "Four boats sank in the marina on Monday.", ["Eleven"], "unsupported",
         "headline-number"),
        ("Eleven boats sink in gale", "Seven boats sank in the marina on Monday.", ["Eleven", "Seven"], "conflict",
         "headline-number"),
        ("Mayor will not close old lock", "The mayor will close the old lock, she said on Monday.", ["not"], "conflict",
         "headline-not"),
        ("Council approves lock plan for harbour", "The council rejected the lock plan for the harbour on Monday.",
         ["approves", "rejected"], "tension", "headline-opposite"),
        ("Varga hails new lock", "The mayor, Lena Ortiz, praised the new lock on Monday.", ["Varga"], "unsupported",
         "headline-name"),
    ],
)  # fmt: skip
def test_a_headline_is_held_against_its_report(
    title: str, body: str, words: list[str], verdict: str, rule: str
) -> None:
    text = f"{title}\n\n{body}{REPORT}"
    [finding] = found_in(text)
    assert (finding.type, finding.verdict, finding.rule) == ("headline", verdict, rule)
    assert words_of(text, finding) == words


@pytest.mark.parametrize(
    "text",
    [
        "Thirty to lose their jobs on the ferries\n\nEighteen deckhands and a dozen clerks will get notice.",
        "Thousands march for trains\n\nTwelve thousand people came to the march on Monday.",
        "Mayor will not close old lock\n\nThe mayor refused to close the old lock, she said on Monday.",
        "Ortiz hails new lock\n\nThe mayor, Lena Ortiz, praised the new lock on Monday.",
        "Half of all lamps broken\n\nThe town counted its lamps: 50 percent of them are broken.",
        "Seven things to know about the lock\n\nThe old lock opened on Monday after nine years.",
    ],
)
def test_a_headline_that_is_borne_out(text: str) -> None:
    assert found_in(text + REPORT) == []


def test_somebody_named_in_passing_does_not_belong_in_the_headline() -> None:
    text = (
        "Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock." + REPORT + " Ortiz smiled. A "
        "baker, Otto Kestrel, stood by."
    )
    [finding] = found_in(text)
    assert (finding.rule, finding.verdict, words_of(text, finding)) == ("headline-passing", "unsupported", ["Kestrel"])


# ---- the lexicons ---------------------------------------------------------------------------------------------------


def cases(entries: tuple[Entry, ...], *kinds: str) -> list[object]:
    wanted = [e for e in entries if not kinds or e.data["kind"] in kinds]
    return [pytest.param(e, x, id=f"{e.term}: {x[:40]}") for e in wanted for x in e.examples]


@pytest.mark.parametrize(("entry", "example"), cases(thesaurus.antonym_entries()))
def test_the_starred_words_are_opposites(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text)
    assert finding.type == "antonym" and list(finding.claim_words + finding.other_words) == places


@pytest.mark.parametrize(("entry", "example"), cases(thesaurus.alike_entries(), "people", "thing"))
def test_the_starred_words_count_one_group(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text)
    assert finding.rule == "taken-up"
    assert finding.claim.start <= places[0][0] < finding.claim.end <= finding.other.start


@pytest.mark.parametrize(("entry", "example"), cases(thesaurus.alike_entries(), "event"))
def test_the_starred_words_name_one_event(entry: Entry, example: str) -> None:
    [finding] = found_in(unstar(example)[0])
    assert finding.rule == "two-days"


@pytest.mark.parametrize(("entry", "example"), cases(thesaurus.alike_entries(), "word"))
def test_the_starred_words_say_the_same(entry: Entry, example: str) -> None:
    text, [(a, b), (c, d)] = unstar(example)
    assert thesaurus.content(text[a:b].lower()) == thesaurus.content(text[c:d].lower())
    assert found_in(text) == []


@pytest.mark.parametrize(("entry", "example"), cases(persons.entries(), "seat", "trade", "side"))
def test_the_starred_part_does_not_go_with_the_one_before(entry: Entry, example: str) -> None:
    text, [place] = unstar(example)
    [finding] = found_in(text)
    assert finding.type == "role" and place in finding.other_words


@pytest.mark.parametrize(("entry", "example"), cases(persons.entries(), "former"))
def test_what_is_past_goes_with_everything(entry: Entry, example: str) -> None:
    assert found_in(unstar(example)[0]) == []


@pytest.mark.parametrize(("entry", "example"), cases(labels.entries()))
def test_two_names_for_one_thing_are_a_decoy(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    assert found_in(text) == []
    [finding] = found_in(text, decoys=True)
    assert (finding.type, finding.verdict) == ("name", "none")
    assert list(finding.claim_words + finding.other_words) == places


@pytest.mark.parametrize(("entry", "example"), cases(causes.entries()))
def test_the_starred_words_link_claim_and_cause(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text)
    assert list(finding.claim_words + finding.other_words) == places


@pytest.mark.parametrize("example", [x for e in causes.entries() for x in e.not_examples])
def test_clauses_that_agree(example: str) -> None:
    assert found_in(example) == []


@pytest.mark.parametrize(("entry", "example"), cases(headline.entries()))
def test_the_lists_for_headlines(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text + REPORT)
    assert [*finding.claim_words] == places


@pytest.mark.parametrize("example", [x for e in headline.entries() for x in e.not_examples])
def test_what_a_headline_may_say(example: str) -> None:
    assert found_in(example + REPORT) == []


# ---- properties -----------------------------------------------------------------------------------------------------


def test_an_article_is_wanted() -> None:
    with pytest.raises(ReadingError, match="A finder needs an article"):
        find_inconsistencies("Twelve goats. The 15 goats.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(3968, 4000, True), (47.3, 47, True), (11_491, 11_500, True), (44, 40, False), (58, 60, False),
     (3968, 4500, False), (916e6, 915e6, False), (1200, 1234, True), (0, 0, True), (0, 5, False)],
)  # fmt: skip
def test_rounding(one: float, other: float, alike: bool) -> None:
    assert rounded(one, other) is rounded(other, one) is alike


SENTENCES = st.sampled_from([words for *_, text in CONFLICTS for words in text.replace("*", "").split(". ")])


@given(st.lists(SENTENCES, max_size=8).map(". ".join))
def test_every_finding_points_at_words_of_the_text(text: str) -> None:
    article = read_text(text)
    found = find_inconsistencies(article)
    assert list(found) == sorted(found, key=lambda f: (f.claim, f.other))
    assert len({(f.claim, f.other) for f in found}) == len(found)
    for f in found:
        assert 0 <= f.claim.start < f.claim.end <= len(article.text) and f.other.end <= len(article.text)
        assert f.reason and f.excuse and f.verdict != "none"


@given(st.text(max_size=300))
def test_any_text_at_all(text: str) -> None:
    find_inconsistencies(read_text(text))
