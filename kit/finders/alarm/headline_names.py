"""A name in the headline that the report does not have, or has only in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kit.finders.alarm.headline import HASTE, REPORT, candidate, closest, listed
from kit.finders.alarm.rule import Candidate, Rule
from kit.finders.sources.source_lists import source_lists
from kit.language.morphology import singular
from kit.reading import ArticleIndex, IndexedSentence
from kit.text.tagger import is_common

TOP = 8  # sentences that say whom the report is about
MAX_PASSING = 2  # mentions: somebody who is named so often, and not at the top, is named in passing
SAME_START = 4  # letters by which a name and a word made from it are alike: Iran, Iranian
MAX_CAPITALS = 0.7  # share of the words of a headline with a capital, from which capitals tell nothing
DIVIDERS = ("-", "|", "–", "—", "·")  # between a headline and the name of the page
MIN_NAME = 4  # letters of a name
LED_BY = 3  # sentences at the top that name whom the report is about, if somebody else is in the headline
MIN_BODY = 6  # sentences of a report in which a name is missed


def find_headline_names(index: ArticleIndex) -> Iterator[Candidate]:
    """A name that the report does not have, or only in passing, where it has others at the top."""
    titles = [sentence for sentence in index.sentences if sentence.in_title]
    body = [sentence for sentence in index.sentences if not sentence.in_title and sentence.content]
    surnames = {name for name, person in index.people.items() if person.full}
    rows = ((title, row) for title in titles for row in range(title.first, _site_name(index, title)))
    named = [(title, row) for title, row in rows if _is_name(index, row, surnames)]
    if len(body) < MIN_BODY or not named:
        return
    every, first, end = index.words.lower, titles[0].first, titles[-1].end
    in_report = Counter(every[:first] + every[end:])  # a dateline or a caption is no sentence, and tells as well
    in_report.update([part for word in in_report if "-" in word for part in word.split("-")])
    starts = {word[:SAME_START] for word in in_report}
    top = {word for sentence in body[:TOP] for word in every[sentence.first : sentence.end]}
    own = {word for title in titles for word in every[title.first : title.end]}
    lead = {word for sentence in body[:LED_BY] for word in every[sentence.first : sentence.end]}
    led = any(name in lead and name not in own and in_report[name] > MAX_PASSING for name in surnames)
    for title, row in named:
        low = every[row]
        absent = low not in in_report and low[:SAME_START] not in starts and singular(low) not in in_report
        absent = absent and not _all_in_capitals(index, title) and _acts(index, row, title.end)
        if absent or (led and low in surnames and low not in top and in_report[low] <= MAX_PASSING):
            rule = "headline-name" if low not in in_report else "headline-passing"
            other = closest(title.content - {low}, body)
            yield candidate(index, title, other, row, "unsupported", rule)
            return


def _site_name(index: ArticleIndex, title: IndexedSentence) -> int:
    """The row in a headline where the page is named: "Lock opens - Harrow Gazette"; its end if it is nowhere."""
    words, outlet = index.words, index.article.outlet.lower().split()
    for row in range(title.end - 2, title.first, -1):
        if words.form[row] in DIVIDERS and (behind := words.lower[row + 1 : title.end]):
            paper = all(form[0].isupper() for form in words.form[row + 1 : title.end]) and listed("paper") & {*behind}
            if paper or behind == outlet or words.form[row] == "|":
                return row
    return title.end


def _all_in_capitals(index: ArticleIndex, title: IndexedSentence) -> bool:
    """Has nearly every word of a headline a capital, so that a name can't be told by it?"""
    forms = [index.words.form[row] for row in range(title.first, title.end) if index.key(row)]
    return sum(form[0].isupper() for form in forms) > MAX_CAPITALS * len(forms)


def _is_name(index: ArticleIndex, row: int, surnames: set[str]) -> bool:
    """The last name of somebody in the report, or a word in capitals that no dictionary has."""
    words, lists = index.words, source_lists()
    form, low = words.form[row], words.lower[row]
    if not form.isalpha() or not form[0].isupper() or form.isupper() or len(form) < MIN_NAME or low in listed("label"):
        return False
    if low in surnames:
        return True
    if form in lists.women or form in lists.men:
        return False  # the report may have the last name
    if low.endswith("s") or (row and words.lower[row - 1] in ("in", "from", "at", "to", "of", "near")):
        return False  # a plural, or a place
    if form in lists.bodies or form in lists.nationalities or low in lists.nouns or form[1:] != form[1:].lower():
        return False
    return not is_common(low) and not is_common(singular(low))


def _acts(index: ArticleIndex, row: int, end: int) -> bool:
    """Does a verb or a mark come behind this word, or the end: is it somebody who does something?"""
    if row + 1 >= end:
        return True
    low, tag = index.words.lower[row + 1], index.words.tag[row + 1]
    if low in ("'s", "'"):
        return False
    return low in (":", ",", ".") or tag.startswith(("VB", "MD")) or (low.endswith("s") and is_common(low))


RULES = (
    Rule(
        "headline-name",
        find_headline_names,
        "The headline has a name that isn’t in the report.",
        HASTE,
        (f"*Varga* hails new lock\n\nThe mayor, Lena Ortiz, praised the new lock on Monday.{REPORT}",),
        (f"Ortiz hails new lock\n\nThe mayor, Lena Ortiz, praised the new lock on Monday.{REPORT}",),
    ),
    Rule(
        "headline-passing",
        find_headline_names,
        "The headline names somebody who only comes up in passing, and not at the top of the report.",
        HASTE,
        (f"*Kestrel* wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock.{REPORT} Ortiz smiled. Ortiz "
         "left. A baker, Otto Kestrel, stood by.",),
        (f"Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, is ill.{REPORT} A baker, Otto Kestrel, stood by.",),
    ),
)  # fmt: skip
