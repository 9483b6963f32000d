"""Phrases and nouns that name a source, posts, attitudes, questions. (Notation: attribution_notation.py)"""

from __future__ import annotations

from attribution_notation import check, compare, rows, unmark

from kit import find_attributions, read

ACCORDING = "indirect according-to"
THAT = "indirect that-clause"
NOUN = "indirect noun"
OBJECT = "indirect object"
TO = "indirect infinitive"
ASKS = "indirect question"


@rows(
    ("[c:According to] [s:the harbour office], [t:two berths will stay closed].", ACCORDING),
    ("[t:Two berths will stay closed], [c:according to] [s:the harbour office].", ACCORDING),
    ("[t:Two berths], [c:according to] [s:the harbour office], [t:will stay closed].", ACCORDING),
    ("[t:Rents rose by a tenth last year], [c:according to] [s:a study by the tenants’ union].", ACCORDING),
    ("But [c:according to] [s:Ms Reyes], [t:nobody was asked].", ACCORDING),
    ("[c:According to] [s:her], [t:the gate was open].", ACCORDING),
    ("[c:According to] [s:Lena Ortiz, the town’s engineer], [t:the gate was open].", ACCORDING),
    ("[t:The gate was open], [c:according to] [s:a guard who works nights].", ACCORDING),
    ("[t:Rents rose], [c:according to] [s:a report released on Monday].", ACCORDING),
    ("[t:“Nobody was hurt,”] [c:according to] [s:the fire service].", "direct according-to"),
    ("[c:In the words of] [s:the coach], [t:it was a day to forget].", ACCORDING),
    ("[c:In the words of] [s:one resident], [t:“the river came up like a wall.”]", "direct according-to"),
    ("[c:In the view of] [s:the inspectors], [t:the roof is sound].", ACCORDING),
    ("[t:Rents rose by a tenth last year], [c:per] [s:the statistics office].", ACCORDING),
)
def test_phrases(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz]’s [c:claim] [t:that the bridge was safe] surprised the council.", NOUN),
    ("[s:Ortiz]'s [c:claim] [t:that the bridge was safe] surprised the council.", NOUN),
    ("[s:Her] [c:view] [t:that the cuts went too far] found little favour.", NOUN),
    ("[s:The minister]’s [c:warning] [t:that rents would rise] came too late.", NOUN),
    ("Nothing came of [s:his] [c:promise] [t:to rebuild the school].", NOUN),
    ("[s:Residents]’ [c:fear] [t:that the wall will fall] is growing.", NOUN),
    ("There are [c:fears] [t:that the wall will fall].", NOUN),
    ("[s:Reyes]’ [c:belief] [t:that the river would stay low] was wrong.", NOUN),
    ("[s:Hale]’s [c:criticism of] [t:the police] drew applause.", NOUN),
    ("[s:The union]’s [c:repeated warning] [t:that jobs would go] was ignored.", NOUN),
    ("[s:Their] [c:prediction] [t:that the winter would be mild] came true.", NOUN),
)
def test_nouns(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Hale] [c:tweeted]: [t:“No water since Monday.”]", "direct said-after"),
    ("[t:“No water since Monday,”] [s:Hale] [c:posted] on Facebook.", "direct said-before"),
    ("[s:She] [c:tweeted] [t:that the tap had run dry].", THAT),
    ("[s:The club] [c:wrote] on Instagram [t:that the match was off].", THAT),
    ("[t:“No water since Monday,”] [s:Hale] [c:wrote] on her blog.", "direct said-before"),
    ("In a tweet on Monday, [s:Hale] [c:said] [t:the tap had run dry].", "indirect clause"),
    ("[s:One tweet] [c:read]: [t:“No water since Monday.”]", "direct said-after"),
    ("In a video posted on her blog, [s:Okafor] [c:called] [t:the wait “a disgrace.”]", "mixed object"),
)
def test_tweets_and_posts(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:believes] [t:that the bridge is safe].", THAT),
    ("[s:The council] [c:hopes] [t:to reopen the bridge in May].", TO),
    ("[s:The club] [c:plans] [t:to sell the ground].", TO),
    ("[s:Parents] [c:want] [t:the crossing to be lit].", OBJECT),
    ("[s:The firm] [c:denies] [t:any wrongdoing].", OBJECT),
    ("[s:He] [c:denied] [t:taking the money].", OBJECT),
    ("[s:Farmers] [c:fear] [t:that the drought will last].", THAT),
    ("[s:Most residents] [c:support] [t:the plan].", OBJECT),
    ("[s:She] [c:thinks] [t:the plan is too dear].", "indirect clause"),
    ("[s:The union] [c:opposes] [t:the sale of the ground].", OBJECT),
    ("[s:They] [c:expect] [t:the river to fall by Friday].", OBJECT),
    ("[s:The mayor] [c:vowed] [t:to rebuild the school].", TO),
    ("[s:Ms Reyes] [c:intends] [t:to appeal].", TO),
    ("[s:He] [c:threatened] [t:to sue the paper].", TO),
    ("[s:She] [c:does not want] [t:to leave the valley].", TO),
    ("[s:Okafor] [c:blamed] [t:the council for the delay].", OBJECT),
    ("[s:The council] [c:rejected] [t:the offer].", OBJECT),
    ("[s:Hale] [c:accused] [t:the firm of hiding the report].", OBJECT),
    ("[s:The teachers] [c:called for] [t:smaller classes].", OBJECT),
    ("[s:The mayor] [c:urged] [t:people to stay at home].", TO),
    ("[t:The bridge] [c:seems] [t:to be safe].", "indirect seems"),
    ("[t:The driver] [c:appeared] [t:to be asleep].", "indirect seems"),
)
def test_attitudes_and_intentions(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Residents] [c:asked] [t:why the alarm had failed].", ASKS),
    ("[s:Parents] [c:wonder] [t:whether the school will reopen].", ASKS),
    ("[t:“Who signed the order?”] [s:Reyes] [c:asked].", "direct said-before"),
    ("[s:Okafor] [c:asked]: [t:“Who signed the order?”]", "direct said-after"),
    ("[s:Engineers] [c:doubt] [t:that the dam will hold].", THAT),
    ("[s:Engineers] [c:doubt] [t:whether the dam will hold].", ASKS),
    ("[s:The judge] [c:questioned] [t:the value of the report].", OBJECT),
    ("[s:She] [c:asked] the minister [t:when the money would come].", ASKS),
    ("[s:She] [c:asked] [t:if the bridge was safe].", ASKS),
    ("[s:She] [c:asked] reporters [t:what they had seen].", ASKS),
    ("[s:He] [c:does not know] [t:who opened the gate].", ASKS),
    ("[s:Inspectors] [c:want] [t:to know who opened the gate].", TO),
)
def test_questions_and_doubts(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:The company]’s [c:statement] [t:that no data was lost] is not the whole story.",
    "There were [c:reports] [t:that the dam had cracked].",
    "[s:The mayor]’s [c:refusal] [t:to resign] angered the council.",
)
def test_nouns_that_real_news_seldom_bears_out_are_found_if_somebody_asks(marked: str, kinds: str) -> None:
    text, expected = unmark(marked, kinds)
    compare(text, expected, find_attributions(read(text), at_least=0.25))
