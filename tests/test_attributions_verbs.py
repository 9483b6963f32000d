"""Verbs of saying: where they stand, and what goes with them. (Notation: attribution_notation.py)"""

from __future__ import annotations

from attribution_notation import INSIDE, check, rows, wrong

CLAUSE = "indirect clause"
THAT = "indirect that-clause"
BEFORE = "direct said-before"
AFTER = "direct said-after"


@rows(
    ("[s:Ortiz] [c:said] [t:that the bridge was safe].", THAT),
    ("[s:Ortiz] [c:said] [t:the bridge was safe].", CLAUSE),
    ("[s:Ortiz] [c:said], [t:“The bridge is safe.”]", AFTER),
    ("[s:Ortiz] [c:said]: [t:“The bridge is safe.”]", AFTER),
    ("[s:Ortiz] [c:said]: [t:‘The bridge is safe.’]", AFTER),
    ("[s:Ortiz] [c:said] [t:“It is safe.”]", AFTER),
    ("[s:Ortiz] [c:said]: [t:the bridge is safe, and so is the road].", "indirect colon"),
    ("[s:Ortiz] [c:said]: [t:the bridge is safe].", "indirect colon"),
    ("[s:Ortiz] [c:said] [t:“the bridge will hold, and the road too.”]", AFTER),
    ("[s:The mayor] [c:told] reporters [t:that the bridge was safe].", THAT),
    ("[s:Ortiz] [c:told] the Harbour Gazette [t:that the bridge would open in May].", THAT),
    ("[s:Ortiz] [c:told] the committee: [t:“We did what we could.”]", AFTER),
    ("[s:The harbour office] [c:announced] on Monday [t:that two berths would close].", THAT),
    ("[s:Officials] [c:say] [t:the pumps failed at midnight].", CLAUSE),
    ("[s:Maud Hale] [c:wrote]: [t:“Nobody asked the tenants.”]", AFTER),
    ("In a letter to parents, [s:the school] [c:explained] [t:why the trip was cancelled].", "indirect question"),
    ("On Tuesday [s:the council] [c:said] [t:it would repair the wall by June].", CLAUSE),
    ("[s:She] [c:added] [t:that the ferry would run again on Friday].", THAT),
    ("[s:Teachers] [c:complained] [t:that the roof still leaks].", THAT),
    ("[s:The minister] [c:said] in an interview on Sunday [t:that rents would fall].", THAT),
    ("[s:The coach] [c:pointed out] [t:that three players were ill].", THAT),
    ("[s:Reyes] [c:made clear] [t:that she would not run again].", THAT),
    ("[s:The ferry company] [c:warned] passengers [t:that the crossing would be rough].", THAT),
)
def test_before_the_content(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[t:“The bridge is safe,”] [s:Ortiz] [c:said].", BEFORE),
    ('[t:"The bridge is safe,"] [s:Ortiz] [c:said].', BEFORE),
    ("[t:‘The bridge is safe,’] [s:Ortiz] [c:said].", BEFORE),
    ("[t:‘The bridge is safe’], [s:Ortiz] [c:said].", BEFORE),
    ("[t:'The bridge is safe,'] [s:Ortiz] [c:said].", BEFORE),
    ("[t:The bridge is safe], [s:Ortiz] [c:said].", "indirect trailing"),
    ("[t:“Is it safe?”] [s:she] [c:asked].", BEFORE),
    ("[t:“Stop!”] [s:the guard] [c:shouted].", BEFORE),
    ("[t:“It was dark,”] [s:a resident of Mill Lane] [c:recalled].", BEFORE),
    ("[t:The pumps failed at midnight], [s:the water company] [c:said] on Tuesday.", "indirect trailing"),
    ("[t:Two berths would stay closed until spring], [s:she] [c:added].", "indirect trailing"),
    ("[t:“We lost the barn and the hay,”] [s:Hale] [c:told] the Gazette.", BEFORE),
    ("[t:“I would do it again,”] [s:she] [c:told] the court on Friday.", BEFORE),
)
def test_after_the_content(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[t:“The bridge,”] [s:Ortiz] [c:said], [t:“is safe.”]", BEFORE),
    ("[t:‘The bridge’], [s:Ortiz] [c:said], [t:‘is safe.’]", BEFORE),
    ("[t:“We tested it,”] [c:said] [s:Ortiz], [t:“and it held.”]", BEFORE),
    ("[t:“We tested it twice,”] [s:Ortiz] [c:said]. [t:“It held.”]", BEFORE),
    ("[t:“If the river rises again,”] [s:she] [c:told] reporters, [t:“we will leave.”]", BEFORE),
    ("[t:The bridge], [s:Ortiz] [c:said], [t:was safe].", "indirect between"),
    ("[t:The repairs], [s:officials] [c:say], [t:will take until March].", "indirect between"),
    ("[t:The cuts], [c:argued] [s:the union], [t:would close three libraries].", "indirect between"),
)
def test_inside_the_content(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[t:“The bridge is safe,”] [c:said] [s:Ortiz].", BEFORE),
    ("[t:“The bridge is safe,”] [c:said] [s:Lena Ortiz, the town’s engineer].", BEFORE),
    ("[t:“Is the bridge safe?”] [c:asked] [s:Ortiz].", BEFORE),
    ("[t:“Not in my street!”] [c:shouted] [s:one man].", BEFORE),
    ("[t:The bridge is safe], [c:says] [s:the town engineer].", "indirect trailing"),
    ("[t:“The water came up to here,”] [c:says] [s:Hale], pointing at the wall.", BEFORE),
    ("[t:‘Nobody told us’], [c:complained] [s:Mina Okafor, a teacher].", BEFORE),
    ("[c:Said] [s:Ortiz]: [t:“We tested it twice.”]", AFTER),
    ("[t:“We heard a bang,”] [c:said] [s:a neighbour who lives above the bakery].", BEFORE),
)
def test_inverted(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:also said] [t:that the bridge was safe].", THAT),
    ("[s:Ortiz] [c:repeatedly said] [t:the bridge was safe].", CLAUSE),
    ("[s:The firm] [c:later admitted] [t:that the gates had been left open].", THAT),
    ("[s:Ortiz] [c:said] quietly [t:that the bridge had never been tested].", THAT),
    ("[t:“We never tested it,”] [s:Ortiz] [c:said] quietly.", BEFORE),
    ("[t:“We never tested it,”] [s:Ortiz] [c:quietly admitted].", BEFORE),
    ("[t:“We never tested it,”] [s:Ortiz] [c:said] on Tuesday.", BEFORE),
    ("[s:Ortiz] [c:said] last night [t:that the bridge was safe].", THAT),
    ("[s:Ortiz] [c:told] the Gazette this week [t:that the bridge was safe].", THAT),
    ("[s:Ortiz] [c:promised] last month [t:to mend the bridge].", "indirect infinitive"),
    ("[s:Ortiz] [c:said] [t:this week was hard].", CLAUSE),
)
def test_with_adverbs(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:has said] [t:that the bridge is safe].", THAT),
    ("[s:The council] [c:had warned] [t:that the wall might fall].", THAT),
    ("[s:The minister] [c:will say] on Monday [t:that rents must fall].", THAT),
    ("[s:The firm] [c:is claiming] [t:that the gates were closed].", THAT),
    ("[s:Residents] [c:have been saying] [t:that the wall would fall].", THAT),
    ("[s:She] [c:would only say] [t:that talks were going on].", THAT),
    ("[s:Hale] [c:could have told] them [t:that the gate was open].", THAT),
)
def test_with_auxiliaries(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:did not say] [t:whether the bridge was safe].", "indirect question"),
    ("[s:Ortiz] [c:would not say] [t:if the bridge was safe].", "indirect question"),
    ("[s:Ortiz] [c:didn’t say] [t:when the bridge would open].", "indirect question"),
    ("[s:The police] [c:have not confirmed] [t:that the driver was hurt].", THAT),
    ("[s:The company] [c:never said] [t:that the water was clean].", THAT),
    ("[s:He] [c:would not say] [t:who had paid for the trip].", "indirect question"),
    ("[s:The ministry] [c:has yet to explain] [t:why the file was lost].", "indirect question"),
)
def test_negated(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("Ortiz [c:was asked] [t:if the bridge was safe].", "indirect passive"),
    ("Residents [c:were told] [t:that the water was safe].", "indirect passive"),
    ("Drivers [c:have been warned] [t:that the road may flood].", "indirect passive"),
    ("It [c:was reported] [t:that two men had drowned].", "indirect passive"),
    ("[s:Ortiz] [c:is quoted as saying] [t:that the bridge is safe].", THAT),
    ("[s:The minister] [c:was quoted as saying] [t:the talks had failed].", CLAUSE),
    ("[t:Hale] [c:is expected] [t:to resign this week].", "indirect passive"),
    ("[t:The driver] [c:was said] [t:to be in hospital].", "indirect passive"),
    ("[t:The decision] [c:was praised] by [s:teachers].", "indirect passive-by"),
    ("[t:The sale] [c:was condemned] by [s:the tenants’ union].", "indirect passive-by"),
    ("Parents [c:were told] by [s:the school] [t:that the trip was cancelled].", "indirect"),
)
def test_passive(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    (
        "[t1:“The bridge is safe,”] [s12:Ortiz] [c1:said], [c2:adding] [t2:that it had been tested twice].",
        f"{BEFORE}; {THAT}",
    ),
    ("[s12:Ortiz] [c1:praised] [t1:the crew], [c2:adding] [t2:that the bridge was safe].", f"indirect object; {THAT}"),
    (
        "[s12:The mayor] [c1:denied] [t1:the charge], [c2:insisting] [t2:that she had paid for the trip].",
        f"indirect object; {THAT}",
    ),
    ("[s:The council] issued a statement [c:saying] [t:that the wall was safe].", THAT),
    ("[s:The council] issued a statement on Friday [c:saying] [t:the wall was safe].", CLAUSE),
    ("[s:Okafor] rang the office at once, [c:asking] [t:why nobody had come].", "indirect question"),
    ("Speaking to reporters on the quay, [s:Ortiz] [c:said] [t:that the bridge was safe].", THAT),
    ("[c1:Citing] [t1:police records], [s12:the Gazette] [c2:reported] [t2:that the gate was open].", f"-; {THAT}"),
    ("[s12:Ortiz] [c1:reported] [t1:that the gate was open], [c2:saying] [t2:Hale had left].", f"{THAT}; {CLAUSE}"),
)
def test_ing_forms(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:refused to say] [t:who had signed the order].", "indirect question"),
    ("[s:The firm] [c:declined to comment on] [t:the figures].", "indirect object"),
    ("[s:Ms Reyes] [c:tried to explain] [t:why the money was gone].", "indirect question"),
    ("[s:The agency] [c:failed to mention] [t:that the tests were old].", THAT),
    ("[s:The captain] [c:went on to say] [t:that the crew was tired].", THAT),
    ("[s:Neighbours] [c:continue to insist] [t:that the dog was chained].", THAT),
    ("[s:Hale] [c:used to say] [t:that rivers have a memory].", THAT),
    ("[s:The bank] [c:was unable to confirm] [t:that the money had arrived].", THAT),
    ("[s:Officials] [c:were reluctant to say] [t:how many had fled].", "indirect question"),
)
def test_infinitives(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    wrong(
        "[t2:[t1:Pike] [c1:is expected] [t1:to step down]], [s2:people familiar with the matter] [c2:said].",
        because=INSIDE,
    ),
    wrong("[t2:[s1:He] [c1:fears] [t1:that the deal will fail]], [c2:said] [s2:Ortiz].", because=INSIDE),
)
def test_content_ends_where_its_reporter_comes(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "[t:Kestrel Rail plans to ban bicycles], [s:two officials] [c:said] Tuesday.",
    "[s:Teachers] [c:said] [t:pay had fallen].",
    "[s:Teachers], [s:who] [c:said] [t:pay had fallen], left.",
)
def test_verbs_and_nouns_that_look_like_each_other(marked: str, kinds: str) -> None:
    check(marked, kinds)
