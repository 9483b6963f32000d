"""Fifteen short news texts, written for the tests, with every source as a careful reader sees it.

People and places are invented. The levels follow the settled cases that kit/finders/sources.py names, and were set
down before the finder was run; one who is named later in the text counts as named from the start, since the reader has
the name in the end. What it gets wrong is marked `wrong` with the reason. (Notation: source_notation.py)
"""

FOOTBRIDGE = """\
The old footbridge over the Wend stayed shut on Monday. [The Harbury Roads Office|office organisation heard] said \
that two of the pillars were cracked.¶\
“Nobody should use it until we have looked under the water,” said [Lena Ortiz, the office’s chief engineer|ortiz \
person heard; affiliation the office; post chief engineer].¶\
[A driver who worked on the repairs|driver described heard; post driver; basis who worked on the repairs] said that \
fresh paint had hidden the rust for years. [Residents|residents vague heard] complain that [they|residents vague] \
were never told.¶\
The work [is expected to|hidden] cost two million crowns. [No one in the town|nobody other heard] believes that the \
bridge will open before spring."""

WARD = """\
The night shift began badly, [Teresa Lund|lund person heard] said. [She|lund person] had counted eleven beds in the \
corridor when the lights went out.¶\
“I thought of the machines first,” [she|lund person heard] said. “Then the doors jammed.”¶\
[Priya Nair, a nurse at the Dunmere clinic|nair person heard; affiliation the Dunmere clinic; post nurse], said that \
the generator had failed a week before. [Nair|nair person] had written \
a report, and [she|nair person heard] recalls that nobody answered it.¶\
“We asked for a test,” [she|nair person heard] said. “We got a new coffee machine.”¶\
Shown the report on Friday, [Lund|lund person heard] said [she|lund person] had never seen it. [She|lund person \
heard] added that [Nair|nair person] had been right to be angry."""

CLERK = """\
[A clerk at the Elmsford tax office|petr person heard; affiliation the Elmsford tax office; post clerk] said in March \
that two crates of files had been burned in the yard. The order had come by telephone, [the clerk|petr person heard; \
post clerk] said.¶\
For months [she|petr person] kept quiet. That changed on Friday, when [the clerk, Hanna Petr|petr person], walked \
into [the Elmsford court|court organisation] and took the oath.¶\
“I am tired of whispering,” [Petr|petr person heard] said. [She|petr person heard] told [the court|court \
organisation] that a second crate had gone the same way in April.¶\
[The tax office|office organisation heard] denies that any files are missing. [It|office organisation heard] says \
that [Petr|petr person] never worked in the yard."""

BRAKES = """\
[Kestrel Rail|kestrel organisation heard] said on Thursday that every train was inspected twice a year. [A mechanic \
at Kestrel Rail|mechanic described heard anon; affiliation Kestrel Rail; post mechanic; reason] said that this was \
not true.¶\
[The mechanic, who asked not to be named {because he feared for his \
job}|mechanic described heard anon; post mechanic; reason], said that half of the brake checks in June existed only \
on paper.¶\
“We signed what we were given,” [he|mechanic described heard anon; reason] said.¶\
[The company|kestrel organisation heard] denied it. [A spokeswoman for Kestrel Rail, Dana Kell|kell person heard; \
affiliation Kestrel Rail; post spokeswoman], said the lists were complete. [Kell|kell person heard] would not say who \
keeps them.¶\
[The mechanic|mechanic described heard anon; post mechanic; reason] replied that [he|mechanic described anon] could \
name the drawer."""

TANKER = """\
[Two officials at the Torvale harbour office|two described heard anon; affiliation the Torvale harbour office; post \
officials; reason] said that the tanker had ignored three warnings. [The officials|two described anon] spoke on \
condition of anonymity {because the inquiry is not over}.¶\
[They|two described heard anon; reason] said that the pilot boat had turned back at midnight.¶\
[Officials in other ports|others vague heard] have often complained that the strait is too narrow.¶\
[Brandt Shipping, which owns the tanker|brandt organisation heard], rejected the account. [The company|brandt \
organisation heard] said that [[its|brandt organisation] captain|captain described] had answered every call. “We have \
the tapes,” [it|brandt organisation heard] said in a letter.¶\
From Friday the strait will be closed at night, [officials|? vague heard] said."""

QUOTAS = """\
[A spokesman for the Ministry of Fisheries|spokesman described heard; affiliation the Ministry of Fisheries; post \
spokesman] said on Tuesday that the new quotas would stand. [The ministry|ministry organisation heard] said in a \
statement that the count had been checked twice.¶\
[Tom Vane, a spokesman for the Cod Boats Union|vane person heard; affiliation the Cod Boats Union; post spokesman], \
called the quotas “a slow sinking”. [The union|union organisation heard] says that the first count was made in a \
storm. [It|union organisation heard] demands a new one.¶\
“They counted from the pub,” [Vane|vane person heard] said.¶\
[The ministry’s spokesman|spokesman described heard; affiliation The ministry; post spokesman] said that this was \
wrong. [He|spokesman described heard] said two ships had been at sea for nine days. [Vane|vane person heard] said \
[he|vane person] had seen neither."""

WALL = """\
The sea wall at Fenwick has enemies. [Critics such as Ruth Amory|amory person heard] say that it will drown the \
marsh. [Amory, who breeds geese behind the dyke|amory person heard], told [the parish \
council|council organisation] that the birds had already left.¶\
[Others|others vague heard] doubt that the money will last. [Experts|experts vague heard] say that the \
height is wrong. [A study by the University of Torvale|study organisation heard; affiliation the University of \
Torvale] found that three metres would do. [A recent poll|poll vague heard] suggests that half the town would rather \
move.¶\
[Supporters of the wall, including the brewer Otto Lindt|lindt person heard; post brewer], say that there is no time \
to lose. “The sea does not vote,” [Lindt|lindt person heard] said. [He|lindt person heard] said that [his|lindt \
person] cellar had been flooded twice."""

SPRINGS = """\
[Sen. Maria Ortiz|ortiz person heard; post Sen.] said on Sunday that [she|ortiz person] would vote against the water \
bill. [Ortiz|ortiz person heard] called it “a gift to the bottlers”.¶\
[The National Association of Springs (NAS)|nas organisation heard] welcomed the bill. [NAS|nas organisation heard] \
said that it would bring jobs to the valley. [The association|nas organisation heard] also argued that [its|nas \
organisation] wells are the cleanest in the country.¶\
“I drank from one of them as a child,” [the senator|ortiz person heard; post senator] said. [She|ortiz person heard] \
added that it was dry now.¶\
[The group|nas organisation heard] denied that any well had run dry. [Its chairman, Felix Marr|marr person heard; \
post chairman], said [the senator|ortiz person] was welcome to look. [Marr|marr person heard] said \
[he|marr person] would send a car."""

MILL = """\
The paper mill at Dunmere will [reportedly|hidden] close in May. The mill [is said to|hidden] have found a buyer in \
the south, though it is unclear where.¶\
[It is believed|hidden] that the machines will be shipped in the spring. The price [is thought to|hidden] be low. The \
oldest machine, which is called the whale, will stay.¶\
[There are claims that|hidden] the river has been poisoned, and [concerns have been raised|hidden] about the wells \
below the weir. Work there will stop soon, [[reports|? vague heard] say|hidden; wrong behind a comma it is not asked \
whose reports they are].¶\
[The works council|council organisation heard] said on Monday that [it|council organisation] had heard nothing. The \
gates are expected to stay open until June, [it|council organisation heard] said."""

LIBRARY = """\
The flood cost four thousand books, said [a librarian at the Fenwick library who {was not authorised to speak \
publicly}|librarian described heard anon; affiliation the Fenwick library; post librarian; reason].¶\
“Most of them were wet through,” [the librarian|librarian described heard anon; post librarian; reason] said. \
[She|librarian described heard anon; reason] said that the pumps had stood in the yard without fuel.¶\
[An official, speaking on background|official vague heard anon none; post official], said that the fuel had been paid \
for. [The official|official vague heard anon none; post official] did not say where it went.¶\
[Mayor Agnes Thorn|thorn person heard; post Mayor] confirmed the number of books. [The mayor|thorn person heard; post \
mayor] said that new shelves had been ordered. “They are on a ship,” [she|thorn person heard] said."""

HOTEL = """\
[Mira, a cleaner at the Hotel Corvo|mira described heard anon; affiliation the Hotel Corvo; post cleaner; reason], \
says that [she|mira described anon] works sixty hours a week. [Her|mira described anon] name has been changed {to \
protect her}.¶\
“We clean twelve rooms before noon,” [Mira|mira described heard anon; reason] said. “They pay for eight.”¶\
[The hotel|hotel organisation heard] said in a letter that all hours were paid. [Its manager, Paul Renner|renner \
person heard; post manager], said [he|renner person] knew of no complaint.¶\
[A second cleaner at the hotel, [who|second described heard anon none] did not want her name used|second described \
heard anon none; affiliation the hotel; post cleaner], said that [Renner|renner person] had seen the lists. \
[She|second described heard anon none] said that [she|second described anon none] had put them on [his|renner person] \
desk."""

DAM = """\
Dam is safe, says [Okafor|okafor person heard]¶\
[Mina Okafor, who inspects dams for the province of Aldmark|okafor person heard; affiliation the province of \
Aldmark], said on Wednesday that the cracks were old. [She|okafor person heard] said [she|okafor person] had been \
inside the wall.¶\
[Farmers below the dam|farmers vague] are not convinced. [They|farmers vague heard] say that the springs in \
[their|farmers vague] fields have turned brown. [One farmer, Jonas Weil|weil person], keeps a jar of the water on \
[his|weil person] table.¶\
“I do not drink it,” [Weil|weil person heard] said. [He|weil person heard] said that [his|weil person] cows would not \
touch it.¶\
[Okafor|okafor person heard] promised to test the jar."""

STADIUM = """\
[A report by the Harbury audit office|report organisation heard; affiliation the Harbury audit office] says that the \
stadium cost twice the planned sum. [The report|report organisation heard] finds that nothing was stolen.¶\
[The Harbury Building Act|act organisation heard] says that such a sum needs two signatures. [The act|act \
organisation heard] says that both must be made public.¶\
[The Dunmere Gazette|gazette organisation heard] reported in May that one signature was missing. [The \
newspaper|gazette organisation heard] said that [it|gazette organisation] had a copy of the page. [Studies|studies \
vague heard] show that a stadium rarely pays for itself.¶\
[We|we other heard] believe that the page should be hung up in the hall. [Nobody|nobody other heard] says that it was \
lost."""

MUSEUM = """\
[A guard at the Torvale museum|guard described heard; affiliation the Torvale museum; post guard; corroboration A \
neighbour who watched from her window] said that the back door stood open for three hours on Sunday. “I told them \
twice,” [he|guard described heard] said.¶\
[A neighbour who watched from her window|neighbour described heard; basis who watched from her window; corroboration \
A guard at the Torvale museum] also said that the back door stood open for three hours. [She|neighbour described \
heard] said two men carried a crate to a van.¶\
[The museum|museum organisation heard] declined to comment on the crate. [Its director, Sabine Koll|koll person \
heard; post director], said that the alarm had worked. [Koll|koll person heard] said [she|koll \
person] was waiting for a list of what was missing."""

INN = """\
The fire at the inn has two stories. [Harald Brink|harald person heard] says that it began in the kitchen. [He|harald \
person heard] says that [he|harald person] smelled gas on the stairs.¶\
[Emil Brink|emil person heard] says that it began in the yard. [He|emil person heard] remembers that the dog barked \
all night.¶\
[Harald|harald person heard] denies that there was a dog. “There was a goat,” [he|harald person heard] said. “It did \
not bark.”¶\
[Investigators|investigators vague heard] said that both stories were possible. \
[They|investigators vague] found a gas pipe and a chain.¶\
“The chain is too long for a goat,” said [one investigator, Carl Moss|moss person heard; post investigator]. \
[Moss|moss person heard] said that [he|moss person] would come back with a vet."""

PASSAGES = {name.lower(): text for name, text in list(globals().items()) if name.isupper()}
