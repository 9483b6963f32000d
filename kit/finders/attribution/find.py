"""Who says so? Find source, cue and content of every attribution.

The order of work: the text becomes lines with each quotation folded into one unit; every word that may be a cue is
tried; quotations that nobody has claimed go to the speaker before. All of it is proposed: the weights say how often
each kind was right, and what is shown goes by that.
"""

from __future__ import annotations

import re
from itertools import compress

from kit.finders.attribution import nominal
from kit.finders.attribution.confidence import is_shown, judged
from kit.finders.attribution.cues import Cues, all_cues
from kit.finders.attribution.lines import Line, lines_of
from kit.finders.attribution.phrase_bounds import span_of
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.verbal import State, find_verbal
from kit.finders.attribution.verbs import read_verb
from kit.language.grammar import CLASS_OF_WORD
from kit.text import Article, Span

GOES_ON = ("continue", "begin", "start", "go on", "try", "use")  # "continued to insist": the second verb is the cue
VERB = re.compile("[veg]")
VERB_BESIDE_A_CLAUSE = re.compile(r"[,-][rxm]*[veg]|[veg](?=[.,);b])")
SPOKEN = ("that-clause", "clause", "trailing", "between", "said-before", "said-after", "mixed", "colon")
MAX_PROPOSALS_OF_LINE = 24  # lines of real news have six: what has so many is no sentence
SAYING = ("say", "tell", "answer", "comment", "discuss", "confirm", "name")


def propose(article: Article) -> tuple[list[list[Line]], list[Proposal]]:
    """The narrator's lines of an article by paragraph, and all that the rules propose there, in its order.

    Whoever needs them asks `kit.reading.ArticleIndex`, which makes them once.
    """
    paragraphs = lines_of(article)
    return paragraphs, sorted(_with_quotations(paragraphs, all_cues()), key=lambda c: c.cue[0])


def _in_line(line: Line, cues: Cues) -> list[Proposal]:
    heading = nominal.find_heading(line, cues) if ":" in line.tags[: nominal.MAX_UNITS_OF_HEADING] else None
    found = [heading] if heading else []
    state = State()
    low = line.lower
    for i in _possible_cues(line, cues):
        if len(found) >= MAX_PROPOSALS_OF_LINE:
            break
        word, candidate = low[i], None
        if word in cues.phrases:
            candidate = nominal.find_phrase(line, i, cues, state)
        elif word in cues.verbs or word not in cues.nouns:
            verb = read_verb(line, i, cues)
            candidate = find_verbal(line, verb, state, cues) if verb else None
        if candidate is None and word in cues.nouns and i:
            candidate = nominal.find_noun(line, i, cues)
        if candidate:
            found.append(candidate)
    if len(found) > 1:
        found = _inside_their_source(_one_of_two_verbs(found))
    found = judged(found, found)
    more = _unclaimed(line, list(filter(is_shown, found)))
    return found + judged(more, found + more)


def _possible_cues(line: Line, cues: Cues) -> list[int]:
    """The units of cues that the lexicon has, and of other verbs where something may be said beside them."""
    tags, low, known = line.tags, line.lower, cues.words
    if line.quote or ":" in tags or "as" in low:
        others = [match.start() for match in VERB.finditer(tags)]
    else:
        others = [match.end() - 1 for match in VERB_BESIDE_A_CLAUSE.finditer(tags)]
        others += [match.start() for match in VERB.finditer(tags, 0, tags.rfind("w") + 1)]
    listed = compress(range(len(low)), map(known.__contains__, low))
    return sorted({*listed, *(i for i in others if low[i] not in CLASS_OF_WORD)})


def _unclaimed(line: Line, found: list[Proposal]) -> list[Proposal]:
    """Speech that no cue has claimed: after a colon, or beside a verb that no lexicon knows ("snapped Reyes")."""
    extra = []
    spoken = next((c for c in found if c.rule == "said-before"), None)
    for unit in line.quote:
        if line.tags[unit] not in "Qq" or _claimed(line, unit, found):
            continue
        if unit and line.tags[unit - 1] == ":":
            candidate = nominal.find_speaker_colon(line, unit)
        elif spoken and line.tags[unit] == "Q" and unit == len(line.tags) - 1:  # "...," he said of her, "..."
            spoken.content.append(line.span(unit))
            continue
        else:
            candidate = nominal.find_unknown_verb(line, unit)
        if candidate:
            extra.append(candidate)
    return extra


def _claimed(line: Line, unit: int, found: list[Proposal]) -> bool:
    start, end = line.starts[unit], line.ends[unit]
    return any(s <= start and end <= e for c in found for s, e in c.content)


def _with_quotations(paragraphs: list[list[Line]], cues: Cues) -> list[Proposal]:
    """All candidates of the text, in its order, with the quotations that stand alone given to their speakers."""
    assigner = QuoteAssigner()
    everything: list[Proposal] = []
    for number, paragraph in enumerate(paragraphs):
        transcript = nominal.find_transcript(paragraph) if paragraph and ":" in paragraph[0].tags[:6] else None
        if transcript:
            everything += judged([transcript], [transcript])
            assigner = QuoteAssigner()
            continue
        for position, line in enumerate(paragraph):
            found = _in_line(line, cues)
            everything += found
            shown = list(filter(is_shown, found))
            if line.tags[:1] == "Q" and not shown:
                opened = assigner.announced_speaker(line, cues, position)
                if opened:
                    everything += judged([opened], [opened])
                    shown = [opened]
            assigner.feed(line, shown, number, position == 0)
    assigner.flush()
    return everything


class QuoteAssigner:
    """Gives quotations their speakers: those that stand alone go to whoever spoke last.

    A quotation that runs over several paragraphs is held until its last piece, because its speaker is often named
    only there.
    """

    def __init__(self) -> None:
        self.speaker: Proposal | None = None
        self.spoke_in = -2
        self.waiting: Line | None = None  # a line that ends with a colon
        self.held: list[Span] = []
        self.found: list[Proposal] = []  # in the line before
        self.before: Line | None = None  # the line before, where nothing was found in it

    def announced_speaker(self, line: Line, cues: Cues, position: int) -> Proposal | None:
        """The speaker that the line before has announced for the quotation that `line` begins with."""
        if self.waiting:
            return nominal.find_opened(self.waiting, self.found, line)
        if self.before and position and line.tags.strip(".)") in ("Q", "QQ"):
            return nominal.find_next_sentence(self.before, line, cues)
        return None

    def feed(self, line: Line, found: list[Proposal], number: int, opens_paragraph: bool) -> None:
        """Take in the next line with what was found in it."""
        self.waiting = line if line.tags.endswith(":") else None
        self.found = found
        self.before = line if not found and not line.quote else None
        first = line.quote.get(0)
        carried = first is not None and first.continues
        if self.held and not carried:
            self.flush()
        alone = not found and (line.tags[:1] == "Q" or line.tags.strip(".)") in ("Q", "QQ"))
        whole = span_of(line, 0, len(line.tags)) if alone else None
        if whole:
            self.held.append(whole)
            self.spoke_in = number if number - self.spoke_in <= 1 else self.spoke_in
            if line.quote[max(line.quote)].closed:
                self.flush(number)
        elif found:
            self._take_speaker(line, found, number)
        elif not line.quote and opens_paragraph and number > self.spoke_in:
            self.speaker = None

    def _take_speaker(self, line: Line, found: list[Proposal], number: int) -> None:
        speaking = [c for c in found if _speaks(line, c)]
        if not speaking:
            return
        loud = [c for c in speaking if c.rule.startswith("said") or "colon" in c.rule]
        self.speaker, self.spoke_in = (loud or speaking)[-1], number
        if self.held:  # “We went down. “Then the wave came,” Hale said.
            self.speaker.content[:0] = self.held
            self.held = []

    def flush(self, number: int | None = None) -> None:
        """Give what is held to the speaker, if somebody spoke just before."""
        if self.speaker and self.held and (number is None or number - self.spoke_in <= 1):
            self.speaker.content += self.held
        self.held = []


def _speaks(line: Line, candidate: Proposal) -> bool:
    """May a quotation in the next sentence be by the same speaker?"""
    if candidate.rule in SPOKEN:
        return True
    start, end = candidate.content[-1]
    return any(start <= line.starts[unit] < end for unit in line.quote)


def _one_of_two_verbs(found: list[Proposal]) -> list[Proposal]:
    """ "refused to say": one attribution, not one for each verb."""
    governed = {c.cue[0].start: c for c in found if c.governed}
    drop: set[int] = set()
    for outer in found:
        inner = governed.get(outer.cue[0].start)
        if (
            outer.rule in ("infinitive", "passive", "seems", "said-before", "said-after")
            and outer is not inner
            and inner is not None
        ):
            drop.add(id(outer) if outer.term in GOES_ON or inner.term.split()[0] in SAYING else id(inner))
    return [c for c in found if id(c) not in drop]


def _inside_their_source(found: list[Proposal]) -> list[Proposal]:
    """ "The clerk, who feared for his job, said that": what stands in a source can't reach over its cue."""
    sources = [(span, other) for other in found for span in other.source]
    return [
        candidate
        for candidate in found
        if not any(
            span.start <= candidate.cue[0].start < span.end <= other.cue[0].start <= candidate.content[0].start
            for span, other in sources
            if other is not candidate and candidate.content
        )
    ]
