"""Who says it: how far a source reaches, and one source with several contents. (Notation: attribution_notation.py)"""

from __future__ import annotations

from attribution_notation import check, rows, wrong


@rows(
    "[s:Mr Hale] [c:said] [t:the roof leaked].",
    "[s:Mr. Hale] [c:said] [t:the roof leaked].",
    "[s:Dr. Lena Ortiz] [c:said] [t:the roof leaked].",
    "[s:Prof A. B. Hale] [c:argued] [t:that the figures were old].",
    "[s:Sgt. Tom Reyes] [c:said] [t:that nobody was hurt].",
    "[s:Mayor Lena Ortiz] [c:said] [t:that nobody was hurt].",
    "[s:Sir Robin Hale] [c:denied] [t:that he had been asked].",
    "[s:Harbury Police Chief Dana Okafor] [c:said] [t:two men were missing].",
)
def test_titles(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:The chief] [c:said] [t:the roof leaked].",
    "[t:“It held,”] [s:the chief] [c:said].",
    "In a television debate on Wednesday [s:Pike] [c:said] [t:that rents had fallen].",
    "At the works in Tarn on Monday [s:Ortiz] [c:said] [t:that the line was safe].",
    "[s:Officials in the ministry] [c:said] [t:that the line was safe].",
    "[s:The chief constable] [c:hopes] [t:to have news by Monday].",
)
def test_nouns_that_look_like_adjectives(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Lena Ortiz, the town’s engineer], [c:said] [t:the bridge was safe].",
    "[s:Lena Ortiz, 52, an engineer from Harbury], [c:said] [t:the bridge was safe].",
    "[s:Harbury’s mayor, Lena Ortiz], [c:said] [t:the bridge was safe].",
    "[s:The mayor of Harbury, Lena Ortiz], [c:said] [t:the bridge was safe].",
    "[s:Lena Ortiz (Greens)] [c:said] [t:the bridge was safe].",
    "[s:Mr Hale, head of the harbour office], [c:told] reporters [t:that two berths were closed].",
    "[t:“It held,”] [c:said] [s:Lena Ortiz, who built the first one].",
)
def test_appositives(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Mr Hale, who runs the shelter], [c:said] [t:the roof leaked].",
    "[s:Mina Okafor, whose house was flooded], [c:said] [t:nobody had come].",
    "[s:The firm, which built the dam in 1961], [c:denied] [t:that it had cracked].",
    "[s:Parents who drove to the school] [c:said] [t:the doors were locked].",
    "[s:A man who was there] [c:said] [t:the lights were off].",
    "[s:A man who drove past] [c:said] [t:the lights were off].",
    "[s:A man who saw the crash] [c:said] [t:the lights were off].",
    "[s:Two officers involved in the search] [c:said] [t:the trail was cold].",
    "[s:A source close to the family] [c:said] [t:the trail was cold].",
    "[s:One aide close to Ortiz] [c:denied] [t:that].",
    "[s:Hale], [s:who] [c:said] [t:the roof leaked], left the shelter.",
)
def test_relative_clauses(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Reyes and two aides] [c:said] [t:the file was lost].",
    "[s:Reyes, Hale and two aides] [c:said] [t:the file was lost].",
    "[s:Reyes and Hale] [c:both said] [t:the file was lost].",
    "[s:Both Reyes and her deputy] [c:denied] [t:that they had met the builder].",
    "[s:Teachers, parents and pupils] [c:say] [t:that the hall is too cold].",
    "[t:“It is too cold,”] [c:said] [s:Reyes and Hale].",
    "[t:The hall is too cold], [c:according to] [s:teachers and parents].",
)
def test_coordination(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Hundreds of parents] [c:complained] [t:that the hall was cold].",
    "[s:Doctors at the clinic] [c:warned] [t:that beds were running out].",
    "[s:Some of the miners] [c:said] [t:they had not been paid].",
    "[s:Critics] [c:say] [t:the wall will not last].",
    "[s:Three people familiar with the talks] [c:said] [t:the deal was dead].",
    "[s:The Harbury Water Company] [c:said] [t:the pumps had failed].",
    "[s:The Ministry of Transport] [c:announced] [t:that the tunnel would close].",
    "[s:A spokesman for the police] [c:said] [t:that nobody was hurt].",
    "[s:A police spokeswoman] [c:said] [t:that nobody was hurt].",
    "[s:The U.N.] [c:says] [t:two million people need food].",
    "[s:Downing Street] [c:said] [t:no decision had been made].",
)
def test_groups_and_institutions(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:The report] [c:says] [t:that the alarm was switched off].",
    "[s:The study] [c:found] [t:that children slept less].",
    wrong(
        "[s:A letter seen by the Gazette] [c:says] [t:that the money is gone].",
        because="“seen by the Gazette” is taken for an attribution of its own",
    ),
    "[s:The contract] [c:states] [t:that the work must end in May].",
    "[s:Court papers] [c:show] [t:that the firm knew of the leak].",
    "[s:The law] [c:says] [t:that landlords must give two months’ notice].",
    "[s:A survey of 400 households] [c:suggests] [t:that one in ten went without heating].",
)
def test_documents(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:He] [c:said] [t:the roof leaked].",
    "[s:They] [c:say] [t:that the roof leaks].",
    "[s:I] [c:think] [t:that the roof leaks].",
    "[s:Some] [c:say] [t:that the roof leaks].",
    "[s:Many] [c:believe] [t:that the roof leaks].",
    "[s:Most] [c:agree] [t:the roof is sound].",
    "[t:The roof], [s:some] [c:say], [t:was never sound].",
    "[s:Both] [c:said] [t:the roof was sound].",
    "[s:He] [c:told] her [t:that the roof leaked].",
    "[s:He] [c:told] her [t:he was leaving].",
    "[s:Few in the town] [c:expect] [t:the roof to last].",
    "[s:Nobody] [c:said] [t:that the roof leaked].",
    "[s:Others] [c:say] [t:the roof is sound].",
    "[s:Those who stayed] [c:say] [t:the water rose in minutes].",
    "[t:“We ran,”] [c:said] [s:one of them].",
)
def test_pronouns(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "In Harbury on Monday, [s:Ortiz] [c:said] [t:the bridge was safe].",
    "After the storm, [s:the mayor] [c:said] [t:that the school would stay shut].",
    "Last week [s:Ortiz] [c:said] [t:the bridge was safe].",
    "When the doors opened, [s:Hale] [c:said] [t:the hall was empty].",
    "[s:Ortiz], however, [c:said] [t:the bridge was safe].",
    "The river rose overnight and [s:Hale] [c:said] [t:the cellar was full].",
    "[s:The woman in the red coat] [c:said] [t:that the bus was late].",
)
def test_what_only_leads_up_to_the_source(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s12:Reyes] [c1:said] [t1:the bridge was safe] but [c2:denied] [t2:that it had been tested].",
    "[s12:The firm] [c1:confirmed] [t1:the leak] and [c2:said] [t2:it would clean the beach].",
    "[s12:She] [c1:praised] [t1:the crew] and [c2:thanked] [t2:the neighbours].",
    "[s12:Hale] [c1:said] [t1:the roof leaked] and [c2:asked for] [t2:a new one].",
    "[s12:Okafor] [c1:called] [t1:the plan “a disgrace”] and [c2:said] [t2:the council should resign].",
    "[s12:The mayor] [c1:welcomed] [t1:the report], but [c2:refused to say] [t2:when it would be published].",
)
def test_one_source_and_several_contents(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s1:Reyes] [c1:said] [t1:the gate was open], while [s2:Hale] [c2:said] [t2:it was shut].",
    "[s1:Reyes] [c1:said] [t1:the bridge was safe], but [s2:Hale] [c2:denied] [t2:that].",
    "[s1:Reyes] [c1:said] [t1:the gate was open]; [s2:Hale] [c2:said] [t2:it was shut].",
    "[s1:Reyes] [c1:said] [t1:that the gate was open]. [s2:Hale] [c2:said] [t2:that it was shut].",
)
def test_two_sources(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s12:The minister] [c1:refused to say] [t1:when the inquiry would report], but [c2:said] "
    "[t2:that it would be short].",
)
def test_what_is_in_the_content_does_not_go_on_speaking(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[s:Hale] earlier Monday [c:said] [t:the road had been shut].",
    "[s:Lund], himself up for a new term in May, [c:said] [t:the roof leaked].",
    "[s:Lund], though, [c:said] [t:the roof leaked].",
    "[s:Officials – and some clerks] – [c:say] [t:that the roof leaked].",
    "[s:Lund] [c:has even claimed] [t:that the roof leaked].",
    "[s:She] [c:has since stressed] [t:that the roof leaked].",
    "[s:Lund and Hale] [c:have both argued] [t:that the roof leaked].",
    "[t:“He is late,”] [s:Mr Ruiz, who is an actor], [c:said] of Mr Hale.",
    "[t:“It leaked,”] [s:Ana Ruiz, who runs the lock], [c:told] Harbury Radio.",
)
def test_a_speaker_some_words_away_from_the_verb(marked: str, kinds: str) -> None:
    check(marked, kinds)
