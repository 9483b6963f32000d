"""The finder of inconsistencies: conflicts of every type with exact words, and decoys of every kind, which stay silent.

Every rule brings its own examples; here are more of them. In the examples the words in which the two passages differ
stand between asterisks, in the order of the text.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import find_inconsistencies, read
from kit.finders.alarm import headline
from kit.finders.alarm.find import RULES
from kit.finders.alarm.headline import REPORT
from kit.finding import Inconsistency
from kit.language import Entry, thesaurus, unstar
from kit.language.agreement import rounded
from kit.reading.people import role_entries
from kit.text import ReadingError
from kit.text.reading import read_text

# type, verdict, rule, text with the differing words starred
CONFLICTS = [
    ("number", "conflict", "restated-number",
     "The council paid *$2 million* for the old bridge on Friday. It paid its bills late. In short, the "
     "council paid *$3 million* for the old bridge on Friday."),
    ("date", "conflict", "restated-date",
     "In *1995*, the ferry struck the old pier in thick fog. The ferry struck the old pier in thick fog in"
     " *1998*."),
    ("date", "conflict", "two-days",
     "A water main gave way at noon on *Tuesday*. Cellars filled. The clerk wrote of the burst on *Sunday*"
     " at length."),
    ("number", "conflict", "taken-up",
     "Only *nine* ewes survived the fire. It was late. All of the *two dozen* survivors stand in a meadow."),
    ("name", "tension", "first-name",
     "The boat was steered by *Morwenna Tull* on Monday. It was dark. For *Gwendolen Tull* it was a quiet "
     "night."),
]  # fmt: skip

DECOYS = {
    "rounding":
        "The timing mats counted 3,968 runners. It was cold. All of the 4,000 runners got tea.",
    "at least":
        "The mill burned 41 tonnes of straw in one night. In short, the mill burned at least 30 tonnes of "
        "straw in one night.",
    "a range":
        "The mill burned 41 tonnes of straw in one night. In short, the mill burned 40 to 45 tonnes of straw "
        "in one night.",
    "words for digits":
        "The mill burned 12 tonnes of straw in one night. In short, the mill burned twelve tonnes of straw in"
        " one night.",
    "a dozen":
        "The council bought 24 lamps for the quay. They are green. The two dozen lamps will burn all night.",
    "somebody else’s":
        "It was not their job to see it. It was my job to see it.",
    "somebody else":
        "Among the members, 67 percent say they will vote for Hale. Just over a quarter, 26 percent, say they will "
        "vote for someone else.",
    "of one cup, and of another":
        "It takes 12 goals to win. It rained. It takes 19 goals to win the Oake cup.",
    "two names":
        "The old ferry of Lorn harbour was steered by Oake in fog. To recap, the old ferry of Lorn harbour was "
        "steered by Renn in fog.",
    "a fortnight":
        "The ferry was out of use for a fortnight in May. The ferry was out of use for 14 days in May.",
    "hours and minutes":
        "The ferry was late by two hours in thick fog. The ferry was late by 120 minutes in thick fog.",
    "percent and points":
        "Support for the bridge fell by 4 percent in May. Support for the bridge fell by 4 points in May.",
    "percent and count":
        "The ferry lost 12 percent of its riders in May. The ferry lost 300 of its riders in May.",
    "two currencies":
        "The council paid $40,000 for the old bridge in May. The council paid €36,000 for the old bridge in "
        "May.",
    "parallel statistics":
        "The poll found that 32 percent of Republicans want the bridge. The poll found that 22 percent of "
        "Democrats want the bridge.",
    "another set":
        "Twelve goats were found near the lock. Another 15 goats were found near the mill.",
    "a part":
        "Fifty-eight swimmers walked into the lake. It was cold. The fourteen who came without shoes were "
        "first.",
    "a part of the whole":
        "The club has 58 swimmers. It was cold. Nine of the 58 swimmers came without shoes.",
    "last year's":
        "The farm has 40 goats. It has grown. Compared with last year’s 31 goats, it does well.",
    "an updated toll":
        "Nine people were hurt when the train left the track. By noon the number of people hurt rose to 11.",
    "other states":
        "The fire left 12 people dead. It burned all night. The 40 injured were taken to Corley.",
    "a rumour":
        "The new pump has passed its last test in the harbour. Some reports, since withdrawn, suggested that "
        "the new pump has not passed its last test in the harbour.",
    "a restatement":
        "The harbour board approved the sale of the dairy. In short, the harbour board approved the sale of "
        "the dairy.",
    "two negations":
        "The pump did not pass its test in the harbour. The pump never passed its test in the harbour.",
    "those of one course":
        "The school has 84 pupils. It is new. In the bread course, each of the 18 students got a loaf.",
    "another day":
        "Sixty-three children fell ill on Monday. It was flu. By Thursday all forty pupils still had it.",
    "one event, one day":
        "A main gave way at noon on Tuesday. Cellars filled. The burst on Tuesday woke the town.",
    "all of a sum":
        "Five boys and four girls set out from the quay. It was cold. All nine came back by noon.",
    "another time":
        "Karin Oster, 41, is the new coach. She took the title here at nineteen.",
    "a quotation taken up":
        "“We will not sell the lock to anybody,” Greta Hume said. Otto Lindt has not responded to the line "
        "“We will not sell the lock to anybody.”",
    "parts that make the whole":
        "Thieves took two dozen sheep. It was dark. The eighteen ewes and their half-dozen lambs were marked.",
    "the whole, and a part of it":
        "The list got eleven of the 25 seats. It rained. The Greens came second with eight seats.",
    "two of one family":
        "The boat was steered by Morwenna Tull on Monday. It was dark. Her sister Gwendolen Tull was asleep.",
    "two nations":
        "An African town is poor. It is hot. The American town is rich.",
    "another fire":
        "A mill burned down on May 3. It was dry. The fire of another mill was put out on May 9.",
}  # fmt: skip


def found_in(text: str) -> list[Inconsistency]:
    return list(find_inconsistencies(read(text)))


def words_of(text: str, finding: Inconsistency) -> list[str]:
    return [text[start:end] for start, end in (*finding.claim_words, *finding.other_words)]


@pytest.mark.parametrize(
    ("rule", "starred"), [pytest.param(r.id, x, id=f"{r.id}: {x[:40]}") for r in RULES for x in r.examples]
)
def test_a_rule_finds_its_own_examples(rule: str, starred: str) -> None:
    text, places = unstar(starred)
    [finding] = found_in(text)
    assert (finding.rule, list(finding.claim_words + finding.other_words)) == (rule, places)


@pytest.mark.parametrize("text", [x for rule in RULES for x in rule.counterexamples])
def test_a_rule_is_silent_in_its_counterexamples(text: str) -> None:
    assert found_in(text) == []


# How sure each rule is of its examples, where that is not a conflict; and what differs, where its id does not tell.
TENSIONS = {"slip", "nearly", "first-name", "sources_disagree"}
UNSUPPORTED = {"headline-name", "headline-passing"}
TYPES = {
    "taken-up": "number", "that-figure": "number", "misfit": "date", "two-days": "date", "who-said": "who_said",
    "direction": "number", "total": "number", "each": "number", "share": "number", "score": "number",
    "change": "number", "born": "role", "length": "date", "order": "date", "age": "role", "slip": "name",
    "nearly": "name", "first-name": "name",
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "starred"),
    [(r.id, x) for r in RULES for x in r.examples if r.id not in ("role", "headline-number")],
)
def test_what_differs_in_the_examples_of_a_rule_and_how_sure_it_is(rule: str, starred: str) -> None:
    [finding] = found_in(unstar(starred)[0])
    verdict = "tension" if rule in TENSIONS else "unsupported" if rule in UNSUPPORTED else "conflict"
    kind = "headline" if rule.startswith("headline") else TYPES.get(rule, rule.removeprefix("restated-"))
    assert (finding.type, finding.verdict) == (kind, verdict)


@pytest.mark.parametrize(("part", "verdict"), [("governor", "conflict"), ("mayor", "conflict"), ("plumber", None)])
def test_two_seats_are_a_conflict(part: str, verdict: str | None) -> None:
    found = found_in(f"Sen. Lena Ortiz spoke at the lock. It rained. Ortiz, a {part}, left before noon.")
    assert [finding.verdict for finding in found] == ([verdict] if verdict else [])


def test_a_spokeswoman_who_is_a_critic_is_a_tension() -> None:
    [finding] = found_in(
        "The harbour spokeswoman Lena Ortiz spoke. It rained. Ortiz, an outside critic, left before noon."
    )
    assert (finding.type, finding.verdict) == ("role", "tension")


def test_every_rule_has_an_id_of_its_own_and_an_example() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.examples for rule in RULES)


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


TWENTY_OF_EACH = tomllib.loads(Path(__file__).with_name("alarm_decoys.toml").read_text(encoding="utf-8"))
UNDER_A_HEADLINE = ("outlet_in_title", "headline_words", "headline_numbers")


@pytest.mark.parametrize("kind", TWENTY_OF_EACH)
def test_twenty_decoys_of_each_kind_stay_silent(kind: str) -> None:
    texts = TWENTY_OF_EACH[kind]
    if kind in UNDER_A_HEADLINE:
        texts = ["\n\n".join(text.partition("\n")[::2]).strip() + f"\n\n{REPORT}" for text in texts]
    assert len(texts) == 20
    assert {text: [finding.rule for finding in found_in(text)] for text in texts if found_in(text)} == {}


def test_the_reason_shows_both_passages_the_rule_and_the_excuse() -> None:
    [finding] = found_in("Twelve goats were found near the lock. A farmer fed them. The 15 goats went home by barge.")
    assert finding.reason == (
        "“[Twelve] goats were found near the lock.” and “The [15] goats went home by barge.”: The second passage "
        "goes back to what the first one counted, but with a different number. Innocent reason: The second "
        "figure may be from another day, or count a different group."
    )
    assert finding.excuse == "The second figure may be from another day, or count a different group."


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
        "Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock." + REPORT + " Ortiz smiled. "
        "Ortiz left. A baker, Otto Kestrel, stood by."
    )
    [finding] = found_in(text)
    assert (finding.rule, finding.verdict, words_of(text, finding)) == ("headline-passing", "unsupported", ["Kestrel"])


# What is counted, one too few or too many of it for a rule, and just enough.
LIMITS = {
    "years between two ages": (
        "Lena Ortiz, 38, runs the shop. It is small. Ortiz, 39, was born upstairs.",
        "Lena Ortiz, 38, runs the shop. It is small. Ortiz, 40, was born upstairs.",
    ),
    "what “the two” takes up": (
        "Twelve goats were found near the lock. A farmer fed them. The two goats went home.",
        "Twelve goats were found near the lock. A farmer fed them. The three goats went home.",
    ),
    "a count in a headline": (
        f"Four boats sink in gale\n\nSeven boats sank in the marina on Monday.{REPORT}",
        f"Five boats sink in gale\n\nSeven boats sank in the marina on Monday.{REPORT}",
    ),
    "letters of a surname": (
        "The mayor thanked Halina Olin for the soup. The soup was hot. Then Ms Olyn washed the pots.",
        "The mayor thanked Halina Rolin for the soup. The soup was hot. Then Ms Rolyn washed the pots.",
    ),
    "letters of a long surname": (
        "The mayor thanked Halina Garway for the soup. The soup was hot. Then Ms Galbay washed the pots.",
        "The mayor thanked Halina Garroway for the soup. The soup was hot. Then Ms Galloway washed the pots.",
    ),
    "letters that differ in it": (
        "The mayor thanked Halina Garroway for the soup. The soup was hot. Then Ms Galleway washed the pots.",
        "The mayor thanked Halina Garroway for the soup. The soup was hot. Then Ms Galloway washed the pots.",
    ),
    "sentences of a short text": (
        "The mayor thanked Halina Garroway for the soup. The soup was hot. The soup was hot. The soup was "
        "hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. The"
        " soup was hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. The soup "
        "was hot. Then Ms Galloway washed the pots.",
        "The mayor thanked Halina Garroway for the soup. The soup was hot. The soup was hot. The soup was "
        "hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. The"
        " soup was hot. The soup was hot. The soup was hot. The soup was hot. The soup was hot. Then Ms "
        "Galloway washed the pots.",
    ),
    "words of a quotation that is given outright": (
        "“We will not,” Greta Hume said. People laughed. Otto Lindt’s line — “We will not” — was on every wall.",
        "“We will not sell,” Greta Hume said. People laughed. Otto Lindt’s line — “We will not sell” — was "
        "on every wall.",
    ),
    "words of a quotation": (
        "“We will not sell,” Greta Hume said. People laughed. “We will not sell,” Otto Lindt said.",
        "“We will not sell it,” Greta Hume said. People laughed. “We will not sell it,” Otto Lindt said.",
    ),
    "words of a piece of one": (
        "“We will not sell it to you and all of yours,” Greta Hume said. People laughed. “We will not sell "
        "it,” Otto Lindt said.",
        "“We will not sell it to you and all of yours,” Greta Hume said. People laughed. “We will not sell "
        "it to,” Otto Lindt said.",
    ),
    "mentions in passing": (
        f"Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock.{REPORT} Ortiz smiled. Ortiz "
        "left. A baker, Otto Kestrel, stood by. Kestrel sang. Kestrel left.",
        f"Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock.{REPORT} Ortiz smiled. Ortiz "
        "left. A baker, Otto Kestrel, stood by. Kestrel left.",
    ),
    "sentences of a report without the name": (
        "Varga hails new lock\n\nThe mayor, Lena Ortiz, praised the new lock on Monday. The work began in "
        "spring. The crew sang. The town had waited. It rained hard.",
        "Varga hails new lock\n\nThe mayor, Lena Ortiz, praised the new lock on Monday. The work began in "
        "spring. The crew sang. The town had waited. It rained hard. The bakery gave bread.",
    ),
    "words that a headline denies": (
        f"Mayor will not close\n\nThe mayor will close the old lock, she said on Monday.{REPORT}",
        f"Mayor will not close lock\n\nThe mayor will close the old lock, she said on Monday.{REPORT}",
    ),
    "letters of a first name": (
        "The town buried Al Breck on Sunday. Flags hung low. Children have painted the name of the new "
        "boat: Ada Breck.",
        "The town buried Alf Breck on Sunday. Flags hung low. Children have painted the name of the new "
        "boat: Ada Breck.",
    ),
}


@pytest.mark.parametrize(("silent", "found"), LIMITS.values(), ids=LIMITS)
def test_just_below_a_limit_and_just_above_it(silent: str, found: str) -> None:
    assert (len(found_in(silent)), len(found_in(found))) == (0, 1)


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


@pytest.mark.parametrize(("entry", "example"), cases(role_entries(), "seat", "trade", "side"))
def test_the_starred_part_does_not_go_with_the_one_before(entry: Entry, example: str) -> None:
    text, [place] = unstar(example)
    [finding] = found_in(text)
    assert finding.type == "role" and place in finding.other_words


@pytest.mark.parametrize(("entry", "example"), cases(role_entries(), "former"))
def test_what_is_past_goes_with_everything(entry: Entry, example: str) -> None:
    assert found_in(unstar(example)[0]) == []


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
