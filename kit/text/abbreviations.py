"""Abbreviations in English news. A full stop after one of them does not end a sentence by itself.

Titles, states and months are those of the Associated Press Stylebook; the rest is common in newspapers. Abbreviations
of single letters (U.S., p.m., e.g.) need no list.
"""

from __future__ import annotations

# A name or a number follows: never the end of a sentence.
TITLES = (
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revs Fr Msgr Hon Sen Sens Rep Reps Gov Govs Pres Amb Sec "
    "Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Pte Brig Det Insp Supt Cllr Atty Asst Assoc St Ste Ft Mt vs v viz"
).split()
# A number follows, or it is a word of its own ("No. But ...").
NUMBERED = "No Nos no nos Art Fig fig pp p Vol vol Ch".split()
STATES = (
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa "
    "Tenn Tex Va Vt W.Va Wash Wis Wyo "
    "D.C N.C N.D N.H N.J N.M N.Y R.I S.C S.D"
).split()
MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
DAYS = "Mon Tue Tues Wed Thu Thur Thurs Fri".split()
# May end a sentence; what follows decides.
OTHERS = (
    "Jr Sr Esq Inc Corp Co Cos Ltd Bros Plc plc Llc Ave Blvd Rd Hwy Bldg Dept Univ Assn Ph.D M.Phil "
    "etc al cf approx est min max hrs yrs lbs oz ft sq mph govt dept"
).split()

WORDS = frozenset(TITLES + NUMBERED + STATES + MONTHS + OTHERS)
