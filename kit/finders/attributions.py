"""Who says so? Find source, cue and content of every attribution.

The order of work: the text becomes lines with each quotation folded into one unit; every word that may be a cue is
tried; quotations that nobody has claimed go to the speaker before; what stands inside somebody's words counts only if
its cue is strong.
"""

from __future__ import annotations

from kit.finders.attribution import nominal
from kit.finders.attribution.candidate import Candidate
from kit.finders.attribution.cues import Cues, all_cues
from kit.finders.attribution.lines import Line, lines_of
from kit.finders.attribution.phrases import span_of
from kit.finders.attribution.reasons import as_attribution
from kit.finders.attribution.verbal import State, find_verbal
from kit.finders.attribution.verbs import read_verb
from kit.finding import Attribution
from kit.text import Article, Span

GOES_ON = ("continue", "begin", "start", "go on", "try", "use")  # "continued to insist": the second verb is the cue
SAYING = ("say", "tell", "answer", "comment", "discuss", "confirm", "name")


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """Every place where the text says that somebody says, thinks or wants something, in the order of the text."""
    cues = all_cues()
    found = _with_quotations(lines_of(article), cues)
    return tuple(as_attribution(article, c) for c in sorted(found, key=lambda c: c.cue[0]))


def _in_line(line: Line, cues: Cues) -> list[Candidate]:
    found: list[Candidate] = []
    state = State()
    low = line.low
    for i, word in enumerate(low):
        candidate = None
        if word in cues:
            verb = read_verb(line, i, cues)
            candidate = find_verbal(line, verb, state, cues) if verb else None
        elif word in cues.phrases:
            candidate = nominal.find_phrase(line, i, cues)
        if candidate is None and word in cues.nouns and i:
            candidate = nominal.find_noun(line, i, cues)
        if candidate and not (candidate.doubts and candidate.strength == "weak"):
            found.append(candidate)
    found = _not_inside_words(_one_of_two_verbs(found))
    return found + _unclaimed(line, found)


def _unclaimed(line: Line, found: list[Candidate]) -> list[Candidate]:
    """Speech that no cue has claimed: after a colon, or beside a verb that no lexicon knows ("snapped Reyes")."""
    extra = []
    spoken = next((c for c in found if c.rule == "said-before"), None)
    for unit in line.quote:
        if line.kind[unit] not in "Qq" or _claimed(line, unit, found):
            continue
        if unit and line.kind[unit - 1] == ":":
            candidate = nominal.find_speaker_colon(line, unit)
        elif spoken and line.kind[unit] == "Q" and unit == len(line.kind) - 1:  # "...," he said of her, "..."
            spoken.content.append(Span(line.a[unit], line.b[unit]))
            continue
        else:
            candidate = nominal.find_unknown_verb(line, unit)
        if candidate:
            extra.append(candidate)
    return extra


def _claimed(line: Line, unit: int, found: list[Candidate]) -> bool:
    start, end = line.a[unit], line.b[unit]
    return any(s <= start and end <= e for c in found for s, e in c.content)


def _with_quotations(paragraphs: list[list[Line]], cues: Cues) -> list[Candidate]:
    """All candidates; a quotation that stands alone belongs to whoever spoke last."""
    everything: list[Candidate] = []
    speaker: Candidate | None = None
    spoke_in = -2
    waiting: Line | None = None  # a line that ends with a colon
    for number, paragraph in enumerate(paragraphs):
        for position, line in enumerate(paragraph):
            found = _in_line(line, cues)
            if waiting and line.kind[:1] == "Q":
                opened = nominal.find_opened(waiting, everything, line)
                if opened:
                    everything.append(opened)
                    speaker, spoke_in = opened, number
                    waiting = None
                    continue
            waiting = line if line.kind.endswith(":") else None
            everything += found
            alone = line.kind.strip(".)") in ("Q", "QQ") or (line.kind[:1] == "Q" and not found)
            open_quotes = any(not _claimed(line, unit, found) for unit in line.quote)
            if open_quotes and alone and speaker and number - spoke_in <= 1:
                rest = span_of(line, 0, len(line.kind))
                if rest:
                    speaker.content.append(rest)
                    spoke_in = number
            elif found:
                speaking = [c for c in found if _speaks(line, c)]
                if speaking:
                    loud = [c for c in speaking if c.rule.startswith("said") or "colon" in c.rule]
                    speaker, spoke_in = (loud or speaking)[-1], number
            elif not line.quote and position == 0 and number > spoke_in:
                speaker = None
    return everything


def _speaks(line: Line, candidate: Candidate) -> bool:
    """May a quotation in the next sentence be by the same speaker?"""
    if candidate.rule in ("that-clause", "clause", "trailing", "between", "said-before", "said-after", "mixed", "colon"):
        return True
    start, end = candidate.content[-1]
    return any(start <= line.a[unit] < end for unit in line.quote)


def _one_of_two_verbs(found: list[Candidate]) -> list[Candidate]:
    """ "refused to say": one attribution, not one for each verb."""
    governed = {(id(c.line), c.cue[0].start): c for c in found if c.governed_from >= 0}
    drop: set[int] = set()
    for outer in found:
        inner = governed.get((id(outer.line), outer.cue[0].start))
        if outer.rule in ("infinitive", "passive", "seems") and inner is not None:
            drop.add(id(outer) if outer.term in GOES_ON or inner.term in SAYING else id(inner))
    return [c for c in found if id(c) not in drop]


def _not_inside_words(found: list[Candidate]) -> list[Candidate]:
    """Inside what somebody is reported to say only a strong cue counts: the rest is that person's own report."""
    regions = [(s, c) for c in found if c.strength != "weak" for s in c.content]
    kept = []
    for candidate in found:
        at = candidate.cue[0]
        if candidate.strength != "strong" and any(
            s.start <= at.start and at.end <= s.end for s, other in regions if other is not candidate
        ):
            continue
        kept.append(candidate)
    return kept
