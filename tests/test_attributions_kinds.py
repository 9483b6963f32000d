"""Kinds of fault that real pages showed, each with right and wrong neighbours. What has no part must not be found."""

from __future__ import annotations

from attribution_notation import check, rows


@rows(
    "[t:“I sold it in May,”] [s:Ida Brandt] [c:said]. [t2:“Who bought it?”] [s2:Olaf Renz] [c2:asked] her.",
    "[t:“Where is the money?”] [s:a voter] [c:shouted] to the mayor.",
    "[t:“It was dark,”] [s:Brandt] [c:said].",
    "The form is called “What Next?” Clerks hand it out.",
    "The form is on the table. Clerks hand it out.",
)
def test_a_question_is_put_to_somebody(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[t:The plan covers wheat, rice and barley], [c:said] [s:the secretary].",
    "[t:Fish, bread and salt have been taken off the list], [c:said] [s:Trade Secretary Jo Marsh].",
    "[t:Ana, a nurse, was saved by two boys], [c:said] [s:the warden].",
    "[s:Lina Marsh, a nurse], [c:said] [t:the ward was full].",
    "[s:Two cooks and a guard] [c:said] [t:the hall was full].",
)
def test_the_speaker_stands_behind_a_list(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Rosa Lindt, 41, of Elm Road, Harbury], [c:said] [t:she saw the flames].",
    "[s:Piet Holm (63), of Mill Lane], [c:said] [t:he heard nothing].",
    "[s:The company that runs the ferry, Northline], [c:said] [t:it would pay].",
    "In Harbury, Ohio, [s:40 residents] [c:said] [t:they had no water].",
)
def test_age_and_place_belong_to_the_source(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "Soldiers attacked shops and a school.",
    "Raiders attacked a border town and two hotels.",
    "[s:The senator] [c:attacked] [t:the school for its record].",
    "She called the shop twice.",
    "He called his mother, who was asleep.",
    "Nobody called him on Friday.",
    "They met in a café called Lena’s.",
    "[s:The mayor] [c:called] [t:the strike a disgrace].",
    "[s:She] [c:called] [t:him a coward].",
    "The gap between the two figures is small.",
    "Of the 80 pupils who were sent a form, 12 answered.",
    "Nurses added a third bed and checked the door.",
    "[s:The union] [c:attacked] [t:the plan].",
    "[s:Lund] [c:added] [t:that the door was open].",
)
def test_a_verb_in_its_literal_sense(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("Standing by the gate, [s:Lund] [c:said], [t:“It was time.”]", "direct"),
    ("In tears, [s:she] [c:said], [t:“He was kind.”]", "direct"),
    ("[t:In a few years], [s:he] [c:said], [t:“you won’t know it”].", "mixed"),
)
def test_only_a_quotation_that_goes_on_takes_its_front_along(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[t:“A town without a heart”] is how [s:Lund] [c:described] it.",
    "[s:He] [c:was heard saying] [t:“Stop.”]",
    "The word “sorry” is nowhere in the letter.",
)
def test_quotations_with_the_verb_far_off(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Lund] [c:said] in a letter after the raid became known [t:that the shop was shut].",
    "[s:The ministry] [c:announced] late on Monday, as crews were still digging, [t:that the road was open].",
    "[s:The council] [c:said] in the leaflet that came with the bill: [t:“Recycle more.”]",
)
def test_an_adverbial_before_that(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "As [s:Lund himself] [c:wrote], [t:“the sea is cold”].",
    "As [s:the Gazette] [c:reported], [t:the bridge has been shut since May].",
    "[t:“It was hard,”] [c:quipped] [s:Lund] of his part.",
    "[s:Sources close to the minister] [c:say] [t:she is ready].",
    "[s:One nurse] [c:said] [t:that it was loud].",
    "[s:An earlier version of this article] [c:said] [t:the bridge was open].",
    "[s:Renz][c::] [t:Bridge will be open by May].",
    "[t:“Call me,”] [c:said] [s:Robert “Bobby” Lund].",
)
def test_edges(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "Six barns burned; [t:it was “a wonder”], [s:the fire chief] [c:said].",
    "The road has a “new” bend; it is never used.",
)
def test_a_quotation_behind_a_semicolon(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[c:Asked about] [t:her plan to close the bridge], Lund left the room.",
    "When [c:asked] [t:whether the dam was safe], Hale left the room.",
    "Asked to the party, Lund left the room.",
)
def test_what_somebody_was_asked(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "Lund was hurt by [t:what] [s:she] [c:described] [t:as a betrayal].",
    "The mayor dropped [t:the plan] [s:he] [c:had proposed].",
    "The mayor dropped the plan he had in his pocket.",
)
def test_what_is_meant_stands_before_its_subject(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[c:In] [s:the latest poll], [t:half of the voters are undecided].",
    "[t:Half of the voters were undecided], [c:in] [s:a survey by the Gazette].",
    "In the latest budget, half of the money is for schools.",
)
def test_polls(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:The baker, a man of few words], [c:downplayed] [t:his part in the rescue].",
    "As [s:Lund] [c:defended] [t:the plan], Hale left the room.",
    "As [s:Lund] [c:said] on Monday, [t:the dam is safe].",
    "[s:Lund, star of “The Long Road,”] [c:said] in an interview [t:that the film was finished].",
    "[s12:Lund] [c:called] [t:the plan “a gift,”] [c2:praising] [t2:the council for its courage].",
    "The dam, [t1:which] [c1:was expected] [t1:to hold], broke in May.",
    "[s:The Gazette] [c:reported] late Thursday [t:the dam had cracked].",
)
def test_what_belongs_to_the_verb(marked: str, kinds: str) -> None:
    check(marked, kinds)
