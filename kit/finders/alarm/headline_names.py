"""A name in the headline of somebody whom the report has only in passing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kit.finders.alarm.headline import HASTE, REPORT, candidate, closest, listed
from kit.finders.alarm.rule import Candidate, Rule
from kit.reading import ArticleIndex, IndexedSentence

TOP = 8  # sentences that say whom the report is about
MAX_PASSING = 2  # mentions: somebody who is named so often, and not at the top, is named in passing
DIVIDERS = ("-", "|", "–", "—", "·")  # between a headline and the name of the page
LED_BY = 3  # sentences at the top that name whom the report is about, if somebody else is in the headline


def find_headline_names(index: ArticleIndex) -> Iterator[Candidate]:
    """A name that the report has only in passing, where it has others at the top."""
    titles = [sentence for sentence in index.sentences if sentence.in_title]
    body = [sentence for sentence in index.sentences if not sentence.in_title and sentence.content]
    if not titles:
        return
    every, first, end = index.words.lower, titles[0].first, titles[-1].end
    in_report = Counter(every[:first] + every[end:])  # a dateline or a caption is no sentence, and tells as well
    in_report.update([part for word in in_report if "-" in word for part in word.split("-")])
    top = {word for sentence in body[:TOP] for word in every[sentence.first : sentence.end]}
    surnames = {name for name, person in index.people.items() if person.full}
    own = {word for title in titles for word in every[title.first : title.end]}
    lead = {word for sentence in body[:LED_BY] for word in every[sentence.first : sentence.end]}
    led = any(name in lead and name not in own and in_report[name] > MAX_PASSING for name in surnames)
    passing = {name for name in surnames - top if 0 < in_report[name] <= MAX_PASSING} if led else set()
    for title in titles:
        for row in range(title.first, _site_name(index, title)):
            low, form = every[row], index.words.form[row]
            if low in passing and form[0].isupper() and not form.isupper():
                other = closest(title.content - {low}, body)
                yield candidate(index, title, other, row, "unsupported", "headline-passing")
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


RULES = (
    Rule(
        "headline-passing",
        find_headline_names,
        "The headline names somebody whom the report names only in passing, and not at its top.",
        HASTE,
        (f"*Kestrel* wants a cheaper lock\n\nThe mayor, Lena Ortiz, wants a cheaper lock.{REPORT} Ortiz smiled. Ortiz "
         "left. A baker, Otto Kestrel, stood by.",),
        (f"Kestrel wants a cheaper lock\n\nThe mayor, Lena Ortiz, is ill.{REPORT} A baker, Otto Kestrel, stood by.",),
    ),
)  # fmt: skip
