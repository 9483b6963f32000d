"""How far the alarm looks: for each limit the last text in which it still finds, and the first in which not."""

from __future__ import annotations

import pytest

from kit import find_inconsistencies, read
from kit.finders.alarm.find import RULES
from kit.finders.alarm.headline import REPORT
from kit.finders.alarm.wording import reason_for
from kit.reading import ArticleIndex

KINDS = "rams ewes lambs dogs cats hens geese ducks mules".split()


def kept(values: list[int]) -> str:
    """A farm that keeps so many of each kind, between two counts of goats."""
    kinds = [f"{value} {kind}" for value, kind in zip(values, KINDS, strict=False)]
    return f"A farmer keeps {', '.join(kinds[:-1])} and {kinds[-1]}."


def goats(between: str, taken: int) -> str:
    return f"Forty goats were found near the lock. {between} The {taken} goats went home by barge."


def restated(also: str = "", fillers: str = "") -> str:
    return f"The pump{also} passed twelve tests. {fillers}To recap, the pump{also} passed nineteen tests."


def headline(title: str, *sentences: str, report: str = REPORT) -> str:
    return f"{title}\n\n{' '.join(sentences)}{report}"


def quoted(between: int) -> str:
    """Words of Greta Hume, as often of somebody without a name, and then of Otto Lindt."""
    words = "“We will not sell the lock to anybody,”"
    return f"{words} Greta Hume said. {f'{words} the mayor said. ' * between}{words} Otto Lindt said."


def twice(lead: str) -> str:
    """Words of Greta Hume, and once more behind a few words about Otto Lindt."""
    words = "“We will not sell the lock to anybody"
    return f"{words},” Greta Hume said. People laughed. Otto Lindt {lead} {words}.”"


def piece_of_a_quotation(words: int) -> str:
    whole = "We will not sell it to you or to all of yours and mine"
    piece = " ".join(whole.split()[:words])
    return f"“{whole},” Greta Hume said. People laughed. “{piece},” Otto Lindt said."


def passing(between: str, before: str = "") -> str:
    """A report about Lena Ortiz, whose headline names somebody who comes after four sentences about her and others."""
    lead = f"{before}The mayor, Lena Ortiz, wants a lock. Ortiz smiled. Ortiz sang. Ortiz left. {between}"
    return f"Kestrel wants a lock\n\n{lead}{'Lamps burned. ' * 4}A baker, Otto Kestrel, stood by."


def two_first_names(one: str, other: str) -> str:
    return f"The town buried {one} Breck on Sunday. Flags hung low. The new boat has a name: {other} Breck."


CLOSES = "The mayor will close the old lock, she said on Monday."

# What is limited, a text in which something is found, and one in which nothing is.
LIMITS: dict[str, tuple[str, str]] = {
    "how sure it is who speaks": (twice("wanted"), twice("wept,")),
    "sentences with a word": (
        restated(fillers="The pump passed. " * 11),
        restated(fillers="The pump passed. " * 12),
    ),
    "rarer words that two sentences share": (
        restated(fillers="The pump leaked. " * 12),
        restated(fillers="The pump passed. " * 12),
    ),
    "share of the words": (
        "After rain, cold, mud and wind, the harbour pump passed twelve hard checks. It was late. The harbour pump "
        "passed nineteen hard checks under red green blue lamps.",
        "After rain, cold, mud, dust and wind, the harbour pump passed twelve hard checks. It was late. The harbour "
        "pump passed nineteen hard checks under red green blue brown lamps.",
    ),
    "words of a sentence": (restated(also=" very" * 111), restated(also=" very" * 112)),
    "counts of one thing": (goats("One goat sang. " * 38, 15), goats("One goat sang. " * 39, 15)),
    "parts of a sum": (goats(kept([21, 22, 23, 24, 25]), 115), goats(kept([21, 22, 23, 24]), 90)),
    "counts of a sentence that are summed": (
        goats(kept([19, 26, 28, 43, 68, 74, 83, 108, 141]), 108 + 141),
        goats(kept([19, 26, 28, 43, 68, 74, 83, 108, 141]), 83 + 108),
    ),
    "words before a year of its own": (
        "Way back in 2020 three soldiers were killed. It rained. The four dead men were brothers.",
        "Back in 2020 three soldiers were killed. It rained. The four dead men were brothers.",
    ),
    "words before an event that has a day": (
        "A main burst at noon on Tuesday. Cellars filled. They had been dry since Sunday night’s big loud burst.",
        "A main burst at noon on Tuesday. Cellars filled. They had been dry since Sunday night’s big loud old burst.",
    ),
    "words of an event behind its length": (
        "The eight-day film fair drew crowds. Rain fell. The fair ran from June 17 to June 28.",
        "The eight-day open film fair drew crowds. Rain fell. The fair ran from June 17 to June 28.",
    ),
    "sentences at the top of a report": (passing(""), passing("").replace("Lamps burned. ", "", 1)),
    "sentences at the top that name whom a report is about": (
        passing("", "It rained. Cats slept. "),
        passing("", "It rained. Cats slept. Lamps burned. "),
    ),
    "words in capitals of a headline": (
        headline("Varga Hails new lock", "The mayor, Lena Ortiz, praised the new lock on Monday."),
        headline("Varga Hails New lock", "The mayor, Lena Ortiz, praised the new lock on Monday."),
    ),
    "sentences at the top that say what a headline denies": (
        headline("Mayor will not close lock", "It rained. " * 4, "She will close the lock."),
        headline("Mayor will not close lock", "It rained. " * 5, "She will close the lock."),
    ),
    "words of an opening": (
        f"The pump passed twelve tests. To recap {'very ' * 8}the pump passed nineteen tests.",
        f"The pump passed twelve tests. To recap {'very ' * 9}the pump passed nineteen tests.",
    ),
    "a count that is a limit": (goats("", 15), goats("", 15).replace("Forty", "Up to forty")),
    "words between a refusal and what is refused": (
        headline("Mayor will not close old lock", "The mayor refused to very very very very close the old lock."),
        headline("Mayor will not close old lock", "The mayor refused to very very very close the old lock."),
    ),
    "letters of a name in a headline": (
        headline("Varg hails new lock", "The mayor, Lena Ortiz, praised the new lock on Monday."),
        headline("Var hails new lock", "The mayor, Lena Ortiz, praised the new lock on Monday."),
    ),
    "letters by which a word of the report is alike": (
        headline("Varga hails new lock", "The mayor, Lena Ortiz, praised the new varnish on Monday."),
        headline("Varga hails new lock", "The mayor, Lena Ortiz, praised the new vargish lock on Monday."),
    ),
    "sentences of a report": (
        headline("Eleven boats sink in gale", "Seven boats sank on Monday. It rained.", report=""),
        headline("Eleven boats sink in gale", "Seven boats sank on Monday.", report=""),
    ),
    "numbers of a report that are tried by twos": (
        headline("Ninety boats sink in gale", "It has 1,000 lamps.", "Seven goats sang. " * 23, "It has 1,090 lamps."),
        headline("Ninety boats sink in gale", "It has 1,000 lamps.", "Seven goats sang. " * 22, "It has 1,090 lamps."),
    ),
    "letters that two long names share at their ends": (
        "The claim was made against the Corvane Housing Association. It was cold. At Cimvane’s office nobody spoke.",
        "The claim was made against the Coirane Housing Association. It was cold. At Coutane’s office nobody spoke.",
    ),
    "quotations with the same words before one": (quoted(11), quoted(12)),
    "words of a first sentence that may be a headline": (
        headline(f"The mayor said {'very ' * 7}clearly that she will not close the old lock.", CLOSES),
        headline(f"The mayor said {'very ' * 8}clearly that she will not close the old lock.", CLOSES),
    ),
    "words of a piece of a long quotation": (piece_of_a_quotation(7), piece_of_a_quotation(6)),
    "letters of a first name": (two_first_names("Bob", "Bix"), two_first_names("Bo", "Bix")),
    "words of content that two restatements share": (
        "It was then that the pump passed twelve. To recap, it was then that the pump passed nineteen.",
        "The pump passed twelve. To recap, the pump passed nineteen.",
    ),
    "share of them": (
        "The pump passed twelve tests. To recap, the old pump passed nineteen tests.",
        "The harbour pump passed twelve hard tests. To recap, the harbour pump slowly easily passed nineteen hard "
        "tests.",
    ),
}


@pytest.mark.parametrize(("found", "silent"), LIMITS.values(), ids=LIMITS)
def test_the_last_text_within_a_limit_and_the_first_beyond(found: str, silent: str) -> None:
    assert [len(find_inconsistencies(read(text))) for text in (found, silent)] == [1, 0]


@pytest.mark.parametrize(
    ("title", "body", "verdict"),
    [
        ("Eleven boats sink in gale", "Seven boats sank on Monday.", "conflict"),
        ("Eleven boats sink in gale", "Seven boats were painted on Monday.", "unsupported"),
        ("Malden buys eleven boats", "Malden bought seven boats on Monday.", "conflict"),
        ("Malden buys eleven boats", "Tarrow bought seven boats on Monday.", "unsupported"),
    ],
)
def test_a_number_of_a_headline_is_a_conflict_where_act_and_agent_are_the_same(
    title: str, body: str, verdict: str
) -> None:
    [finding] = find_inconsistencies(read(headline(title, body)))
    assert (finding.rule, finding.verdict) == ("headline-number", verdict)


@pytest.mark.parametrize(
    ("count", "shown"),
    [(22, range(22)), (23, [*range(18), "…", *range(19, 23)])],
)
def test_so_many_words_of_a_passage_are_shown(count: int, shown: list[object]) -> None:
    article = read(f"Yes. {' '.join(f'w{number}' for number in range(count))}")
    (first, second), words = article.sentences, " ".join("…" if n == "…" else f"w{n}" for n in shown)
    reason = reason_for(ArticleIndex(article), (first, second), ((), ()), RULES[0])
    assert reason.startswith(f"“Yes.” and “{words}”: ")


@pytest.mark.parametrize(("count", "whole"), [(60, True), (61, False)])
def test_so_many_words_of_a_sentence_with_a_sum_are_shown(count: int, whole: bool) -> None:
    article = read(" ".join(f"w{number}" for number in range(count)))
    (sentence,) = article.sentences
    reason = reason_for(ArticleIndex(article), (sentence, sentence), ((), ()), RULES[0], "One and one are two.")
    assert reason.startswith(f"“{article.text}”: ") == whole and ("…" in reason) != whole
