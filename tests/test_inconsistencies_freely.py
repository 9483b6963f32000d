"""Two passages that share hardly a word: ages, votes, sums, lengths of time, sides, and what is told and then turned
round. The words in which they differ stand between asterisks, in the order of the text."""

from __future__ import annotations

import pytest
from test_inconsistencies import cases, found_in, words_of

from kit.finders.alarm import costs, lengths, themes, votes
from kit.language import Entry, unstar

# type, verdict, rule, text with the differing words starred
CONFLICTS = [
    ("role", "conflict", "age",
     "Marit Oslund, *34*, won the race. It was hot. Three weeks ago she turned *thirty* in a hotel."),
    ("role", "conflict", "age",
     "Albert Finch, *79*, was saved. It was dark. His son said Finch is *well into his eighties* now."),
    ("role", "conflict", "age",
     "Ada Reve, *83*, lit the lamps. It was cold. She was *six* at the opening, whose *seventieth* anniversary "
     "came in May."),
    ("role", "conflict", "age",
     "The fire chief, Helga Brandvold, left yesterday at the age of *58*. It rained. At *twenty-two* she put on the "
     "uniform, and she wore it without a break for *thirty-one* years."),
    ("number", "conflict", "rank",
     "All *sixty-four* people on board came ashore. It was foggy. Last came the master, the *seventy-first person* "
     "to leave."),
    ("number", "tension", "rank",
     "*Thirty-one* guests fell ill on Saturday. It was hot. A nurse said that more than *forty* of the revellers "
     "were in bed."),
    ("number", "conflict", "left",
     "*Three* of the eleven libraries will close. It rained. The *nine* branches that are left will open on "
     "Sundays."),
    ("number", "conflict", "taken-up",
     "*Three* ponies drowned on Monday. It was dark. *Neither of the dead* animals was insured."),
    ("number", "conflict", "taken-up",
     "*Five* paintings were stolen on Sunday. It was dark. *Both of the missing pictures* were on loan."),
    ("number", "conflict", "taken-up",
     "Burglars took *five* instruments. It was dark. The missing *four* are worth a fortune."),
    ("number", "conflict", "taken-up",
     "The plant will let go *620* people. It rained. There is a gift for each of the *580* who lose their jobs."),
    ("number", "conflict", "taken-up",
     "A party of *three* set out at dawn. It was cold. The baker was the only one of the *quartet* to come back."),
    ("number", "conflict", "parts",
     "On Sunday *eighteen* volunteers were sworn in. It was cold. *Eleven of the newcomers are women and nine* are "
     "men."),
    ("number", "conflict", "taken-up",
     "Burglars cut *nine* paintings from their frames. It was dark. A *dozen* bare frames hang there, one for each "
     "picture."),
    ("number", "conflict", "taken-up",
     "*Three dozen* ewes drowned on Monday. It was dark. With *twenty-six* sheep dead, the farmer can’t go on."),
    ("number", "conflict", "parts",
     "A party of *thirty-one* walkers was fetched off a sandbank. It was wet. It took two runs with a *dozen* of "
     "them each."),
    ("number", "conflict", "sum",
     "The mill was bought at a price of *2.4 million* crowns. It rained. Shared out among the 12,000 inhabitants, "
     "that is a "
     "*hundred* apiece."),
    ("number", "conflict", "taken-up",
     "Only *nine* ewes survived the fire. It was late. All of the *two dozen* survivors stand in a meadow."),
    ("date", "conflict", "length",
     "After *nine* days of the strike all went back. It rained. The walkout began almost *five* weeks ago."),
    ("number", "conflict", "vote",
     "*Eleven* members were in favour and *eight* against. It was late. “We had *just one more* hand,” the chair "
     "wrote."),
    ("number", "conflict", "left",
     "The county pays *half* of the cost. It is high. The town has to find the other *two-thirds* of the money."),
    ("headline", "conflict", "headline-number",
     "Bakery to take on *60* in spring\n\nThe bakery grows. It is warm there. The mayor spoke of *36* new jobs. The "
     "street was "
     "full. All of it smelled of bread. Nobody was sad."),
    ("who_said", "tension", "remark",
     "“We poured concrete into a bog,” *the engineer, Karel Vosk*, told the inquiry. It was late. The sentence about "
     "the bog, from the lips of surveyor *Lene Dahm*, made parents gasp."),
    ("name", "tension", "first-name",
     "The boat was steered by *Morwenna Tull* on Monday. It was dark. For *Gwendolen Tull* it was a quiet night."),
    ("number", "conflict", "margin",
     "Omar Holt won with *5,212* votes, against *4,907* for Malm. It was late. Malm spoke of a defeat by fewer "
     "than a *hundred* ballots."),
    ("number", "conflict", "turnout",
     "Turnout was *38* per cent. It rained. *Well over half* of those entitled to a vote made use of it."),
    ("number", "conflict", "sum",
     "The roof will be mended at a cost of *1.4 million* pounds. It rained. The bill, short of a *million*, can be "
     "met."),
    ("name", "tension", "nearly",
     "The claim was made against the *Averdale* Housing Association. It was cold. At *Amberdale*’s head office "
     "nobody spoke."),
    ("date", "conflict", "two-days",
     "A mill burned down on *May 3*. It was dry. The *May 9* fire cost the town its bread."),
    ("antonym", "tension", "turned",
     "“The board *turned down* the farm,” Ada Holt said. It was late. The firm builds, now that it *has its "
     "permission*."),
]  # fmt: skip
DECOYS = {
    "a mother and her daughter":
        "Carol Bigbee, 59, has worked there for years. It is loud. Her 32-year-old daughter works in a lab.",
    "an age then": "Kim Holt, 47, is a judge. It is late. Holt turned thirty in 1999, on a ship.",
    "a birthday to come": "Ambrose Tull, 69, handed in his bag. It was fine. On Sunday he will be seventy.",
    "parts that make the whole":
        "Thieves took two dozen sheep. It was dark. The eighteen ewes and their half-dozen lambs were marked.",
    "the whole, and a part of it":
        "The list got eleven of the 25 seats. It rained. The Greens came second with eight seats.",
    "what is left, rightly":
        "Three of the eleven libraries will close. It rained. The eight branches that are left will open on "
        "Sundays.",
    "another thing is left": "Three of the eleven libraries will close. It rained. There are 40 tickets left.",
    "both of two": "Two paintings were stolen on Sunday. It was dark. Both of the missing pictures were on loan.",
    "a recount": "Liv Torgan won with 5,212 votes, against 4,907. It was late. The margin of 305 was a surprise.",
    "a match": "The Rovers won by 3 to 1. It rained. Both camps level, the teams had gone in at half-time.",
    "what was hoped for":
        "The tower was sold at a price of 415,000 euros. It rained. The price had been expected to reach half a "
        "million euros.",
    "a quartet that plays": "Three people came to the hall. It was cold. The string quartet played on.",
    "two of one family":
        "The boat was steered by Morwenna Tull on Monday. It was dark. Her sister Gwendolen Tull was asleep.",
    "men and women that make the whole":
        "On Sunday twenty volunteers were sworn in. Eleven of the newcomers are women and nine are men.",
    "the rest": "The county pays half of the cost. It is high. The town has to find the other half of the money.",
    "a remark of one's own":
        "“We poured concrete into a bog,” Karel Vosk said. It was late. Vosk’s remark about the bog made Lene Dahm "
        "laugh.",
    "loads that carry all":
        "A party of thirty-one walkers was fetched. It was wet. It took three runs with a dozen of them each.",
    "shares that make the whole":
        "The mill cost 2.4 million crowns. Shared out among the 12,000 inhabitants, that is 200 apiece.",
    "two nations": "An African town is poor. It is hot. The American town is rich.",
    "one name with an accent": "They would close Guantanamo soon. It is hot. The Guantánamo court is old.",
    "another fire": "A mill burned down on May 3. It was dry. The fire of another mill was put out on May 9.",
    "a vote that is told twice":
        "The council rejected the barn. It was late. Then it voted for the farm, and after the approval all went "
        "home.",
    "who changed sides":
        "Rory Selby, counsel for the accused, spoke. It was late. Mr Selby was once for the Crown himself.",
    "two people": "Ada Oake spoke for the Crown. It was late. Mr Holt begged the jury to let her client go.",
    "a long strike, and another":
        "The strike lasted six weeks. It rained. After another four-month walkout the yard was sold.",
    "a length of a part": "The strike lasted six weeks. It rained. In the first two weeks of the strike nobody talked.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "verdict", "rule", "starred"), CONFLICTS, ids=[f"{c[2]}: {c[3][:40]}" for c in CONFLICTS]
)
def test_a_conflict_is_found_with_the_words_that_differ(kind: str, verdict: str, rule: str, starred: str) -> None:
    text, places = unstar(starred)
    [finding] = found_in(text)
    assert words_of(text, finding) == [text[start:end] for start, end in places]
    assert list(finding.claim_words + finding.other_words) == places
    assert (finding.type, finding.verdict, finding.rule) == (kind, verdict, rule)


@pytest.mark.parametrize("text", DECOYS.values(), ids=DECOYS)
def test_a_decoy_stays_silent(text: str) -> None:
    assert found_in(text) == []


# ---- the lexicons ---------------------------------------------------------------------------------------------------

TURNED, BOTH = themes.turned_entries(), themes.both_sides_entries()
TELLING = tuple(entry for entry in BOTH if "one" in entry.data)


@pytest.mark.parametrize(("entry", "example"), cases((*TURNED, *TELLING, *votes.entries())))
def test_the_starred_words_do_not_go_together(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text)
    assert list(finding.claim_words + finding.other_words) == places


@pytest.mark.parametrize(("entry", "example"), cases((*lengths.entries(), *costs.entries())))
def test_the_starred_words_name_what_is_measured(entry: Entry, example: str) -> None:
    text, places = unstar(example)
    [finding] = found_in(text)
    assert finding.rule in ("length", "sum")
    for (start, end), passage in zip(places, (finding.claim, finding.other), strict=True):
        assert passage.start <= start and end <= passage.end


ALL = (*TURNED, *BOTH, *votes.entries(), *lengths.entries(), *costs.entries())


@pytest.mark.parametrize("example", [x for entry in ALL for x in entry.not_examples])
def test_what_goes_together_stays_silent(example: str) -> None:
    assert found_in(example) == []


@pytest.mark.parametrize("example", [x for entry in BOTH if entry not in TELLING for x in entry.examples])
def test_who_was_on_the_other_side_at_another_time(example: str) -> None:
    assert found_in(unstar(example)[0]) == []
