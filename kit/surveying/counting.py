"""What one text gives to a survey: a row of counts, and a row for each finding. A pure function; it runs anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from kit.errors import KitError
from kit.find import UNNAMED, find_attributions, find_euphemisms, find_inconsistencies, find_sources
from kit.finding import Attribution, Euphemism, Finding, Inconsistency, Level, Source
from kit.language.times import month_of
from kit.reading import ArticleIndex
from kit.surveying.text_records import Record, SurveyError
from kit.text import Article, Span, read_text
from kit.text.reading import read_bytes
from kit.views.sections import words_of
from kit.views.shared_wording import one_line
from kit.views.tally import Share, shares

LEVELS: tuple[Level, ...] = get_args(Level)
MAX_CHARACTERS = 1_000_000  # of one text: a news story has a few thousand
MAX_QUOTED = 160  # characters of a finding's words that are kept
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Looked:
    """What came out of some records, in their order: rows of texts, of findings, and of what could not be read."""

    texts: list[Row] = field(default_factory=list)
    findings: list[Row] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)


def look_at(records: Iterable[Record]) -> Looked:
    """Look at some texts with all finders. What can't be read is told in a row, and the next text is looked at."""
    done = Looked()
    for record in records:
        try:
            text, findings = count_text(record)
        except KitError as problem:
            done.unread.append(unread_row(record, str(problem)))
        except Exception as problem:  # one text in a million that nobody has thought of must not end a survey
            done.unread.append(
                unread_row(record, f"the finders stumbled over it ({type(problem).__name__}: {problem})")
            )
        else:
            done.texts.append(text)
            done.findings.extend(findings)
    return done


def unread_row(record: Record, why: str) -> Row:
    row = "" if record.row < 0 else record.row
    return {"file": record.file, "row": row, "id": record.id, "reason": one_line(why)}


def article_of(record: Record) -> Article:
    """The text of a record, read. Raises KitError, in a sentence, if there is none."""
    if record.problem:
        raise SurveyError(record.problem)
    content = record.content
    article = read_bytes(content, "it") if isinstance(content, bytes) else read_text(content)
    if not article.paragraphs:
        raise SurveyError("there are no words in it")
    if len(article.text) > MAX_CHARACTERS:
        raise SurveyError(
            f"it has {len(article.text):,} characters, more than {MAX_CHARACTERS:,}: too long for a single story"
        )
    return article


def count_text(record: Record) -> tuple[Row, list[Row]]:
    """The row of a text and the rows of its findings. Raises KitError if it can't be read."""
    article = article_of(record)
    index = ArticleIndex(article)
    attributions, sources = find_attributions(index), find_sources(index)
    euphemisms, pairs = find_euphemisms(index), find_inconsistencies(index)
    given = shares(article, attributions, sources)
    rungs = sources_by_rung(given)
    date = record.date or article.date
    text = {
        "number": record.number,
        "id": record.id,
        "file": record.file,
        "row": record.row,
        "outlet": one_line(record.outlet or article.outlet),
        "date": one_line(date),
        "month": month_of(date),
        "title": one_line(article[article.title]) if article.title else "",
        "characters": len(article.text),
        "words": words_of(article),
        **rungs,
        "unnamed_story": int(any(rungs[level] for level in UNNAMED)),
        "reason_story": int(any(each.anonymity_reason is not None for each in sources if each.level in UNNAMED)),
        "quoted_words": sum(share.direct for share in given),
        "reported_words": sum(share.indirect for share in given),
        "soft_words": len(euphemisms),
        "alarms": len(pairs),
        "speakers": [speaker_row(share) for share in given if share.words and share.voice.level != "hidden"],
    }
    everything: tuple[Finding, ...] = (*attributions, *sources, *euphemisms, *pairs)
    return text, [finding_row(record.number, index, each) for each in everything]


def sources_by_rung(given: Iterable[Share]) -> dict[str, int]:
    """How many sources of each rung: each person or body once, and every place where one is hidden."""
    counts: dict[str, int] = dict.fromkeys(LEVELS, 0)
    for share in given:
        counts[share.voice.level] += share.hidden_places or 1
    return counts


def speaker_row(share: Share) -> Row:
    return {"name": share.voice.name, "level": share.voice.level, "quoted": share.direct, "reported": share.indirect}


def finding_row(number: int, index: ArticleIndex, finding: Finding) -> Row:
    """A finding as a row: where it stands, which rule found it, how sure that is, and what it says in short."""
    words = one_line(index.article[finding.span])
    start, end = finding.span
    return {
        "text": number,
        "kind": type(finding).__name__.lower(),
        "start": start,
        "end": end,
        **dict(told_of(index, finding)),
        "rule": finding.rule,
        "words": words if len(words) <= MAX_QUOTED else words[: MAX_QUOTED - 1] + "…",
    }


def told_of(index: ArticleIndex, finding: Finding) -> Iterator[tuple[str, Any]]:
    """The columns that only some kinds of finding fill."""
    if isinstance(finding, Attribution):
        yield "label", finding.style
        yield "name", one_line(index.name_of(finding))
        yield "confidence", round(finding.confidence, 4)
        for part in ("source", "cue", "content"):
            yield from ends_of(part, getattr(finding, part))
    elif isinstance(finding, Source):
        yield "label", finding.level
        yield "name", one_line(finding.name)
        yield "entity", finding.entity
        if finding.anonymity_reason is not None:
            yield from ends_of("reason", (finding.anonymity_reason,))
    elif isinstance(finding, Euphemism):
        yield "label", finding.certainty
        yield "name", finding.term
    elif isinstance(finding, Inconsistency):
        yield "label", f"{finding.verdict}: {finding.type}"
        yield from ends_of("other", (finding.other,))


def ends_of(part: str, spans: tuple[Span, ...]) -> Iterator[tuple[str, int]]:
    """Where a part begins and where it ends, over all its pieces."""
    if spans:
        yield f"{part}_start", min(span.start for span in spans)
        yield f"{part}_end", max(span.end for span in spans)
