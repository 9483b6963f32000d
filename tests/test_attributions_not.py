"""Where a word that is often a cue is something else: nothing is found. (Notation: attribution_notation.py)"""

from __future__ import annotations

from attribution_notation import check, rows


@rows(
    "The sign says “No swimming”.",
    "The sign at the gate says “Keep out”.",
    "The clock says five.",
    "The move went according to plan.",
    "Pupils are seated according to age.",
    "The factory added 300 jobs last year.",
    "Neighbours call the police every week.",
    "Call the police if the alarm rings.",
    "The claims office is closed on Mondays.",
    "The state of the bridge is poor.",
    "The plan was to build a bridge.",
    "The report is due in May.",
    "She has a say in the matter.",
    "The club charged him 20 pounds for a drink.",
    "The room has a view of the sea.",
    "The ball hit the post.",
    "The talks continue on Friday.",
    "The match continued after the storm.",
    "The number of visitors declined last year.",
    "She observed a minute of silence.",
    "He speaks three languages.",
    "She spoke for an hour.",
    "They found the boat on Friday.",
    "The Post opens at nine.",
    "The fine is 50 pounds per day.",
    "The bill passed without comment.",
    "She posted the letter on Monday.",
    "She backed the car into the wall.",
    "The path follows the river.",
    "He answered the phone.",
    "She wrote three novels.",
    "The prisoners were released in May.",
    "The stated aim was peace.",
    "The show must go on.",
    "The dog was found in the cellar.",
)
def test_another_sense(marked: str, kinds: str) -> None:
    check(marked, kinds)
