"""How much we are told: the settled cases of the levels, one sentence a row. (Notation: source_notation.py)"""

from __future__ import annotations

from source_notation import check, rows, wrong


@rows(
    "[Lena Ortiz|o person heard] said the bridge was safe.",
    "[Ortiz|o person heard] said the bridge was safe.",
    "[Mr Hale|h person heard] said the roof leaked.",
    "[Dr. Lena Ortiz|o person heard; post Dr.] said the roof leaked.",
    "[Mayor Lena Ortiz|o person heard; post Mayor] said that nobody was hurt.",
    "[Harbury’s mayor, Lena Ortiz|o person heard; affiliation Harbury; post mayor], said the bridge was safe.",
    "[The mayor of Harbury, Lena Ortiz|o person heard; affiliation Harbury; post mayor], said the bridge was safe.",
    "“It held,” said [Lena Ortiz, who runs the lock|o person heard].",
    "[A spokeswoman for the harbour office, Dana Kell|k person heard; affiliation the harbour office; post "
    "spokeswoman], said the berth was full.",
    "[Police spokesman Tom Vane|v person heard; affiliation Police; post spokesman] said nobody was hurt.",
)
def test_a_person_with_a_name(marked: str) -> None:
    check(marked)


@rows(
    "[The Harbury Water Company|c organisation heard] said the pumps had failed.",
    "[The Ministry of Transport|m organisation heard] announced that the tunnel would close.",
    "[Kestrel Rail|k organisation heard] said the line was safe.",
    "[Reuters|r organisation heard] reported that the talks had failed.",
    "[The U.N.|u organisation heard] says two million people need food.",
    "[NATO|n organisation heard] said [it|n organisation] would wait.",
    "[Moscow|m organisation heard] denied the report.",
    "[The board of Kestrel Rail|b organisation heard] said the line was safe.",
    "[The Harbury Council’s planning office|o organisation heard] said the wall was safe.",
    "[The Harbury Police|p organisation heard] said nobody was hurt.",
)
def test_a_body_with_a_name_its_boards_and_offices(marked: str) -> None:
    check(marked)


@rows(
    "[Environmentalists|e vague heard] want the dam gone.",
    "[Pensioners|p vague heard] argue that the bus is late.",
    "[Many Tunisians|t vague heard] say it is over.",
    "[A Virginia Republican|r described heard; affiliation Virginia] said no.",
    "[A Republican|r vague heard] said no.",
    "[Mexican-American voters|m vague heard] said no.",
    "[An aide in the country|a described heard; post aide] said no.",
)
def test_crowds_peoples_and_one_of_a_party(marked: str) -> None:
    check(marked)


@rows(
    "[Euro News|e organisation heard] reported that it was over.",
    "[Coresight Research|c organisation heard] said shops would close.",
    "[1010data|d organisation heard] said sales fell.",
    "[The Courier|c organisation heard] said the vote was rigged.",
    "[WHO|w organisation heard] said the outbreak was over.",
    "[The Mexican government|m organisation heard] said no.",
    "[The government|g vague heard] said no.",
    "[Police|g organisation heard] said no.",
    "[The army|g organisation heard] said no.",
    "[The opposition|g vague heard] said no.",
    "[A survey made by Lena Ortiz|s organisation heard; affiliation Lena Ortiz] found that tea helps.",
)
def test_bodies_in_no_list(marked: str) -> None:
    check(marked)


@rows(
    "[The Clean Air Act|a organisation heard] says that chimneys must be swept.",
    "[A report by the Harbury audit office|r organisation heard; affiliation the Harbury audit office] says the money "
    "is gone.",
    "[A Gallup poll|p organisation heard; affiliation Gallup] found that most people sleep badly.",
    "[The Constitution|c organisation heard] says that all are equal.",
    "[A study|s vague heard] found that children sleep less.",
    "[Studies|s vague heard] show that children sleep less.",
    "[A recent poll|p vague heard] suggests that half the town would move.",
    "[Polls|p vague heard] suggest that half the town would move.",
)
def test_documents_that_can_be_found_and_those_that_can_not(marked: str) -> None:
    check(marked)


@rows(
    "[A spokesman for the Ministry of Transport|s described heard; affiliation the Ministry of Transport; post "
    "spokesman] said the tunnel would close.",
    "[Officials at Kestrel Rail|s described heard; affiliation Kestrel Rail; post Officials] said the line was safe.",
    "[Three officials at Kestrel Rail|s described heard; affiliation Kestrel Rail; post officials] said no.",
    "[A Pentagon official|s described heard; affiliation Pentagon; post official] said the ship had sailed.",
    "[An aide to Senator Ortiz|s described heard; affiliation Senator Ortiz; post aide] said the vote was lost.",
    "[Senator Ortiz’s aides|s described heard; affiliation Senator Ortiz; post aides] said the vote was lost.",
    "[His mother|s described heard] said the boy was ill.",
    "[A person who attended the meeting|s described heard; basis who attended the meeting] said the deal was dead.",
    "[Two officers briefed on the search|s described heard; post officers; basis briefed on the search] said the line "
    "was safe.",
    "[A beekeeper at Kestrel Farms|s described heard; affiliation Kestrel Farms; post beekeeper] said no.",
    "[The victims’ groups|s described heard] said the line was safe.",
    "[The union’s lawyer|s described heard; affiliation The union; post lawyer] said the line was safe.",
    "[A children’s nurse|s described heard; post nurse] said the line was safe.",
    "[Dana Hill, who runs the council’s works department|s person heard; affiliation the council], said no.",
    "[The news agency Tarn|s organisation heard] said the line was safe.",
    "[The mayor|s described heard; post mayor] said the road would open.",
    "[The mayor of Harbury|s described heard; affiliation Harbury; post mayor] said the road would open.",
    "[A teacher at the Elmsford school|s described heard; affiliation the Elmsford school; post teacher] said the "
    "line was safe.",
)
def test_role_and_affiliation_or_a_fact_is_described_whatever_the_count(marked: str) -> None:
    check(marked)


@rows(
    "[Officials|s vague heard] said the line was safe.",
    "[An official|s vague heard; post official] said the line was safe.",
    "[Experts|s vague heard] said the line was safe.",
    "[A legal expert|s vague heard; post expert] said the deal was dead.",
    "[Critics|s vague heard] say the wall will not last.",
    "[Democrats|s vague heard] said the vote was lost.",
    "[A Democratic strategist|s vague heard; post strategist] said the vote was lost.",
    "[A Turkish official|s vague heard; post official] said the talks had failed.",
    "[A government official|s vague heard; post official] said the talks had failed.",
    "[A senior government official|s vague heard; post official] said the talks had failed.",
    "[Residents|s vague heard] said the water was brown.",
    "[Some|s vague heard] say the roof is sound.",
    "[Others|s vague heard] say the roof is sound.",
    "[Many doctors|s vague heard] believe that tea helps.",
    "[A person familiar with the talks|s vague heard; basis familiar with the talks] said the deal was dead.",
)
def test_expertise_nationality_party_or_government_alone_is_vague(marked: str) -> None:
    check(marked)


@rows(
    "[Lena Ortiz and two aides|o person heard; post aides] said the file was lost.",
    "[Reyes, Hale and two aides|o person heard; post aides] said the file was lost.",
    "[Residents and the Harbury Council|c organisation heard] said the road was loud.",
    "[Teachers, parents and pupils|s vague heard] say that the hall is too cold.",
    "[Experts such as Ruth Amory|a person heard; post Experts] said the wall would fall.",
    "[Critics including Ruth Amory|a person heard] said the wall would fall.",
    "[Supporters of the wall, among them Otto Lindt|l person heard], said the wall would hold.",
)
def test_mixed_sources_take_the_most_identifiable_member(marked: str) -> None:
    check(marked)


@rows(
    "[Nobody|n other heard] said that the roof leaked.",
    "[No one|n other heard] believes that the roof leaks.",
    "[No official|n other heard] said that the roof leaked.",
    "[We|n other heard] believe that the page should be public.",
    "[I|n other heard] think that the roof leaks.",
    "[History|n other heard] shows that walls fall.",
    "[Experience|n other heard] suggests that walls fall.",
)
def test_abstractions_no_one_and_the_author_are_other(marked: str) -> None:
    check(marked)


@rows(
    "The mill [is expected to|hidden] close in May.",
    "[It is believed|hidden] that the mill will close.",
    "The mill will [reportedly|hidden] close in May.",
    "[There are claims that|hidden] the vote was bought.",
    "[Concerns have been raised|hidden] about the roof.",
    "It is unclear when the mill will close.",
    "The mill is known as the old barn.",
    "The mill is expected to close in May, [the Harbury Council|c organisation heard] said.",
    "[The Harbury Council|c organisation heard] said on Monday that rents would fall. The mill is expected to close in "
    "May, [it|c organisation heard] said.",
    "[[Reports|? vague heard] say|hidden] that the mill will close.",
    wrong("The mill will close, [[reports|? vague heard] say|hidden].", because="not found behind a comma"),
)
def test_hidden_ones_and_what_is_not_hidden(marked: str) -> None:
    check(marked)


@rows(
    "[The MP|m vague heard; post MP] said no.",
    "[MPs|m vague heard] said no.",
    "[Labour MP Ruth Hale|h person heard; post MP] said no.",
    "[The President|p described heard; post President] said no.",
    "[The CEO of Kestrel Rail|c described heard; affiliation Kestrel Rail; post CEO] said no.",
)
def test_an_office_in_capitals_is_no_name(marked: str) -> None:
    check(marked)


@rows(
    "[One|o vague heard] said no.",
    "[Three|t vague heard] said no.",
    "[One of the officials|o vague heard; post officials] said no.",
    "[Two officials at Kestrel Rail|k described heard; affiliation Kestrel Rail; post officials] said no. "
    "[One of the officials|o described heard; post officials] said no.",
)
def test_a_number_is_no_name(marked: str) -> None:
    check(marked)
