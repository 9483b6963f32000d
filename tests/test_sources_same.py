"""Who is who: names, titles and pronouns traced back, and where that is a guess. (Notation: source_notation.py)"""

from __future__ import annotations

from source_notation import check, rows


@rows(
    "[Lena Ortiz|o person heard sure] said no. [Ortiz|o person heard sure] said why.",
    "[Sen. Maria Ortiz|o person heard sure; post Sen.] said no. [Ortiz|o person heard sure] said why.",
    "[Lena Ortiz|o person heard sure] said no. [Ms Ortiz|o person heard sure] said why.",
    "[Tim Hale|h person heard sure] said no. [Timothy Hale|h person heard sure] said why.",
    "[Ortiz|o person heard] said no. [Lena Ortiz, an engineer|o person heard; post engineer], said why.",
    "[Lena Ortiz|l person heard sure] said no. [Tom Ortiz|t person heard sure] denied that. [Lena|l person "
    "heard] said why.",
    "[Mr Ortiz|t person heard sure] said no. [Ms Ortiz|l person heard sure] denied that.",
)
def test_names(marked: str) -> None:
    check(marked)


@rows(
    "[Tom Hale|h person heard] said the driver lost control.¶“He was too fast,” [he|h person heard] added.",
    "[Lena Lund|l person] met [Piet Dahl|p person] on Monday.¶“It went well,” [she|l person heard] said.",
    "[Greta Lind|g person] handed the cup to [Harry Moss|h person].¶“You won it,” [she|g person heard] said.",
    "[A council spokesperson|s described heard; affiliation council; post spokesperson] said no.¶“Not now,” [they|s "
    "described heard] said.",
    "[Lena Ortiz|o person heard] said no. [A guard at the Dunmere museum|g described heard; affiliation the Dunmere "
    "museum; post guard] denied it. [She|g described heard] said why.",
    "[Lena Ortiz|o person heard] said no. “Never,” [she|o person heard] said.¶A surgeon walked us through the "
    "ward. [She|s described heard] said why.",
    "The Russian advance slowed near Orlivka.¶“We heard them,” [she|s other heard] said.",
    "Russian troops left the town.¶“They were cold,” [he|s other heard] said.",
)
def test_pronouns_go_back_to_whoever_spoke_or_to_nobody(marked: str) -> None:
    check(marked)


@rows(
    "Gayle King asked. “That is odd,” [King|k person heard] said.",
    "Rosa Bishop runs the bakery. [Bishop|b person heard] said rents had doubled.",
    "[The Bishop of Lanmoor|b described heard; affiliation Lanmoor; post Bishop] said the roof leaked.",
    "[The Minister for Ports|m described heard; affiliation Ports; post Minister] said no.",
    "[Meghan, Duchess of Elmsby|m person heard; affiliation Elmsby; post Duchess], said no. [The duchess|m person "
    "heard; post duchess] said why.",
    "[Minister in the Ministry of Finance Brian Lund|l person heard; affiliation the Ministry of Finance Brian Lund; "
    "post Minister] said no.",
    "[Navy Chief of Operations Adm Ria Holt|h person heard; affiliation Operations Adm Ria Holt; post Chief] said no.",
)
def test_surnames_that_are_offices_and_offices_of_several_words(marked: str) -> None:
    check(marked)


@rows(
    "[Lena Ortiz|o person heard sure] said no. [She|o person heard guess] said why.",
    "[Lena Ortiz|o person sure] met [Tom Hale|h person] there. [She|o person heard guess] said why. [He|h person "
    "heard guess] said nothing.",
    "[Lena Ortiz|o person heard] said no.¶“Never,” [she|o person heard guess] said.¶[Ruth Amory|a person heard] said "
    "no.¶“Always,” [she|a person heard guess] said.",
    "[Kestrel Rail|k organisation heard] said no. [It|k organisation heard guess] said why.",
    "[Two officials at Kestrel Rail|k described heard; affiliation Kestrel Rail; post officials] said no. [They|k "
    "described heard guess] said why.",
    "[Critics|c vague heard] said no. [They|c vague heard guess] said why.",
    "[A nurse at the Dunmere clinic|n described heard; affiliation the Dunmere clinic; post nurse] said no. [She|n "
    "described heard guess] said why.",
    "[She|s other heard guess] said the roof leaked.",
)
def test_a_pronoun_takes_the_level_of_whom_it_stands_for(marked: str) -> None:
    check(marked)


@rows(
    "[Sen. Maria Ortiz|o person heard; post Sen.] said no. [The senator|o person heard guess; post senator] said why.",
    "[Mayor Agnes Thorn|t person heard; post Mayor] said no. [The mayor|t person heard guess; post mayor] said why.",
    "[Lena Ortiz, an engineer|o person heard; post engineer], said no. [The engineer|o person heard guess; post "
    "engineer] said why.",
    "[The Ministry of Transport|m organisation heard] said no. [The ministry|m organisation heard] said why.",
    "[The Cod Boats Union|u organisation heard] said no. [The union|u organisation heard] said why.",
    "[The Cod Boats Union|u organisation heard] said no. [The group|u organisation heard guess] said why.",
    "[The Dunmere Gazette|g organisation heard] reported it. [The newspaper|g organisation heard guess] said why.",
    "[Kestrel Rail|k organisation heard] said no. [The company|k organisation heard guess] said why.",
    "[The National Association of Springs|n organisation heard] said no. [NAS|n organisation heard] said why.",
    "[Two officials at Kestrel Rail|k described heard; affiliation Kestrel Rail; post officials] said no. [The "
    "officials|k described heard guess; post officials] said why.",
    "[A clerk at the Elmsford court|c described heard; affiliation the Elmsford court; post clerk] said no. [The "
    "clerk|c described heard guess; post clerk] said why.",
    "[A clerk at the Elmsford court|c person heard guess; affiliation the Elmsford court; post clerk] said no. [The "
    "clerk, Hanna Petr|c person heard; post clerk], said why. [Petr|c person heard] said more.",
)
def test_titles_and_common_nouns(marked: str) -> None:
    check(marked)


@rows(
    "[An official at Kestrel Rail|a described heard; affiliation Kestrel Rail; post official] said no. [A second "
    "official|b described heard guess; post official] denied it.",
    "[Officials at Kestrel Rail|k described heard; affiliation Kestrel Rail; post Officials] said no. [Officials at "
    "the Ministry of Transport|m described heard; affiliation the Ministry of Transport; post Officials] denied it.",
    "[A man|m vague heard] said no. [A woman|w vague heard] denied it.",
    "[Teresa Lund|l person heard] said no. [Priya Nair|n person heard] denied that. [Lund|l person heard] said why.",
    "[A study|a vague heard] found that tea helps. [Another study|b vague heard] found that tea harms.",
)
def test_two_are_not_taken_for_one(marked: str) -> None:
    check(marked)


@rows(
    "[A nurse at the Dunmere clinic|n described heard anon; affiliation the Dunmere clinic; post nurse; reason] said "
    "no. “Never,” [she|n described heard anon; reason] said, on condition of anonymity {because she feared for her "
    "job}. [The nurse|n described heard anon; post nurse; reason] said why.",
    "[An official|o vague heard anon none; post official] said no. [The official|o vague anon none] spoke on condition "
    "of anonymity.",
    "[Two officials at Kestrel Rail, who spoke on condition of anonymity {to discuss the talks}|k described heard "
    "anon; affiliation Kestrel Rail; post officials; reason], said no. [The officials|k described heard anon; post "
    "officials; reason] said why.",
    "[Officials|a vague heard anon none] said on condition of anonymity that the line was safe. "
    "[Officials in other towns|? vague heard] "
    "denied it.",
)
def test_anonymity_stands_with_every_mention(marked: str) -> None:
    check(marked)


@rows(
    "[Lena Ortiz|ortiz person] met [Mary Scott|scott person] at noon. [Scott|scott person heard] said no. "
    "[Ortiz|ortiz person heard] said the same.",
    "[Mary Stone|stone person heard] said no. [Stone|stone person heard] said why.",
)
def test_a_surname_that_is_a_first_name_or_a_word(marked: str) -> None:
    check(marked)


@rows("Title of a Story¶The fire broke out at noon.¶[He|? other heard guess] added that two people were missing.")
def test_a_word_of_the_headline_is_nobody_to_go_back_to(marked: str) -> None:
    check(marked)


@rows(
    "[Kestrel|k organisation], [a company|k organisation] that runs trains, left. [The company|k organisation heard "
    "guess] said no.",
    "[Kestrel Rail|k organisation], [the ministry|m organisation] and [a union|u vague] left. [The ministry|m "
    "organisation heard guess] said no.",
)
def test_a_company_is_the_one_that_was_named_before_the_comma(marked: str) -> None:
    check(marked)
