"""Quotations: who has the floor, fragments, words that are nobody's, chains. (Notation: attribution_notation.py)"""

from __future__ import annotations

from attribution_notation import INSIDE, check, rows, wrong


@rows(
    ("[t:“The bridge is safe,”] [s:Ortiz] [c:said]. [t:“We tested it twice.”]", "direct said-before"),
    ("[s:Ortiz] [c:said] [t:the bridge was safe]. [t:“We tested it twice.”]", "mixed clause"),
    ("[c:According to] [s:Ortiz], [t:the bridge is safe]. “We” is painted on it.", ""),
    ("[t:“The bridge is safe,”] [s:Ortiz] [c:said].¶[t:“We tested it twice.”]", "direct said-before"),
    ("[t:“We tested it. It held. It will hold,”] [s:Ortiz] [c:said].", "direct said-before"),
    ("[s:Ortiz] [c:said]: [t:“We tested it. It held. It will hold.”]", "direct said-after"),
    ("[t:“We went down to the river.]¶[t:“Then the wave came,”] [s:Hale] [c:said].", "direct said-before"),
    (
        "[t:“We went down to the river,”] [s:Hale] [c:said]. [t:“It was high.]¶[t:“Then the wave came.”]",
        "direct said-before",
    ),
    (
        "[s:Hale] [c:said]: [t:“We went down to the river.]¶[t:“It was high.]¶[t:“Then the wave came.”]",
        "direct said-after",
    ),
    (
        "[t:“The bridge is safe,”] [s:Ortiz] [c:said].¶The council meets on Monday.¶The mayor is away.¶“Nobody knows.”",
        "direct said-before",
    ),
    (
        "[t1:“Is it safe?”] [s1:Hale] [c1:asked].¶[t2:“It is,”] [s2:Ortiz] [c2:said]. [t2:“We tested it.”]",
        "direct said-before; direct said-before",
    ),
    ("[s:Ortiz] [c:said]: [t:“The bridge is safe.]¶The council meets on Monday.", "direct said-after"),
    ("[t:‘We tested it,’] [s:Ortiz] [c:said]. [t:‘It held.’]", "direct said-before"),
    (
        "[s12:The harbour master, Joan Pell], [c:said] last night [t:that three of the five cranes would be out of use "
        "until Easter], and [c2:blamed] [t2:a shortage of parts].¶[t3:“Nobody rang us,”] [c3:said] [s3:Pell, 58]. "
        "[t3:“We read it in the paper.”]",
        "indirect that-clause; indirect object; direct said-before",
    ),
    (
        "[s12:The port] [c:denies] [t:the claim], [c2:saying] in a statement: [t2:“Every figure was checked twice.”]",
        "indirect object; direct said-after",
    ),
    ("Asked about the cranes, [s:Pell] [c:laughed]. [t:“Ask me in May.”]", "direct next-sentence"),
)
def test_quotations_that_go_on(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] [c:called] [t:the plan “a disgrace”].", "mixed object"),
    ("[s:Ortiz] [c:called] [t:the plan ‘a disgrace’].", "mixed object"),
    ("[s:Ortiz] [c:said] [t:the bridge was “perfectly safe”].", "mixed clause"),
    ("[s:Ortiz] [c:said] [t:that the bridge was “perfectly safe.”]", "mixed that-clause"),
    ("[s:Ortiz] [c:said] [t:the plan was “a disgrace” and “an insult to the town”].", "mixed clause"),
    ("[s:She] [c:said] [t:“the worst is over” for the town].", "mixed mixed"),
    ("[t:The bridge, which he called “a toy,” was never safe], [s:Hale] [c:said].", "mixed trailing"),
    ("[c:According to] [s:Hale], [t:the bridge is “a toy”].", "mixed according-to"),
    ("[t:“The sign with ‘danger’ on it was gone,”] [s:Hale] [c:said].", "direct said-before"),
    ("[t:‘The sign with “danger” on it was gone,’] [s:Hale] [c:said].", "direct said-before"),
)
def test_fragments_and_nested_marks(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    "The “bridge” is two planks and a rope.",
    "The so-called “safe house” had no roof.",
    "The play, ‘A House by the Sea’, opens on Friday.",
    "Her novel “The Long Winter” won a prize.",
    "He read “The Long Winter” on the train.",
    "She sang “The Long Winter” to a full house.",
    "The word “bridge” comes up nine times.",
    "Thousands came to see “Harbour Lights.”",
    "[s:The author] [c:said] [t:“The Long Winter” was her last book].",
    "The band, known as “The Quiet Ones,” plays on Friday.",
)
def test_words_in_marks_that_are_nobodys(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz][c::] [t:“The bridge is safe.”]", "direct speaker-colon"),
    ("[s:Lena Ortiz, engineer][c::] [t:“The bridge is safe.”]", "direct speaker-colon"),
    ("[s:Hale] [c:put it this way]: [t:“We lost everything.”]", "direct verb-colon"),
    ("[s:The council] [c:put it this way]: [t:“We lost everything.”]", "direct verb-colon"),
    "The town rehearsed it in March: “We lost everything.”",
    ("[t:“The bridge is safe.”] [c:–] [s:Lena Ortiz]", "direct signed"),
    ("[t:“The bridge is safe,”] [c:smiled] [s:Ortiz].", "direct said-before"),
    ("[t:“The bridge is safe,”] [s:Ortiz] [c:chuckled].", "direct said-before"),
    ("[s:Ortiz] [c:nodded], [t:“The bridge is safe.”]", "direct said-after"),
    ("[t:“It’s a mess,”] was how [s:one docker] [c:put it].", "direct said-before"),
    ("[t:“We are nearly there,”] is how [s:the engineer] [c:put it].", "direct said-before"),
)
def test_no_verb_of_saying_at_all(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    ("[s:Ortiz] hesitated, [c:then answered]. [t:“The bridge is not safe.”]", "direct next-sentence"),
    ("[s:Ortiz] [c:replied] at once. [t:“Of course it is.”]", "direct next-sentence"),
    ("[s:Hale] [c:had a warning for the council]:¶[t:“The wall will not last the winter.”]", "direct said-after"),
    ("[s:Ortiz] [c:said]:¶[t:“The bridge is safe.”]", "direct said-after"),
)
def test_content_in_the_next_sentence(marked: str, kinds: str) -> None:
    check(marked, kinds)


@rows(
    wrong(
        "[s1:The ministry] [c1:confirmed] [t1:a [c2:report by] [s2:the Gazette] [t2:that two men had drowned]].",
        because=INSIDE,
    ),
    wrong("[s1:Ortiz] [c1:said] [t1:that [s2:Hale] [c2:had told] her [t2:that the gate was open]].", because=INSIDE),
    wrong("[s1:The Gazette] [c1:reported] [t1:that [s2:police] [c2:said] [t2:the driver was drunk]].", because=INSIDE),
    (
        "[t1:The gate was open], [c1:according to] [s12:the Gazette], [c2:citing] [t2:two guards].",
        "indirect according-to; -",
    ),
)
def test_second_hand(marked: str, kinds: str) -> None:
    check(marked, kinds)
