"""The questions that can be asked of a text, each by one function: hand it an article, get findings back.

Whoever asks several questions of one text makes one `ArticleIndex` and hands that to each function: what they all need
is worked out once then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from kit.finders.alarm.find import inconsistencies_in
from kit.finders.attribution.weights import attribution_weights
from kit.finders.euphemism.find import euphemisms_in
from kit.finders.ledger.find import facts_in
from kit.finding import Attribution, Euphemism, Finding, Inconsistency, Row, Source, as_confidence
from kit.reading import ArticleIndex
from kit.text import Article

UNNAMED = ("described", "vague", "hidden")


def find_attributions(article: Article | ArticleIndex, at_least: float | None = None) -> tuple[Attribution, ...]:
    """Every place where the text says that somebody says, thinks or wants something, in the order of the text.

    Takes an article, and how sure the finder must be: `at_least=0.8` gives those of whose kind 80 of 100 or more were
    right in real news, `at_least=0` everything that might be one. Without it, those are given that are worth a look.
    Raises KitError, in a sentence, if it is given anything but an article, or another number.

    >>> from kit import find_attributions, read
    >>> text = read("“We saw it,” said Ana Ruiz.")
    >>> [(text[found.source], text[found.content]) for found in find_attributions(text)]
    [('Ana Ruiz', '“We saw it,”')]
    """
    index = ArticleIndex.of(article)
    return index.attributions if at_least is None else index.attributions_from(as_confidence(at_least))


def attribution_threshold() -> float:
    """The confidence from which an attribution is shown if nobody asks for more or for less."""
    return attribution_weights().threshold


def find_sources(article: Article | ArticleIndex) -> tuple[Source, ...]:
    """Every place where a source is heard, and every place where one is hidden, in the order of the text.

    People who are only spoken about aren't sources and are left out. Places where one person is heard have the same
    number in `entity`. Takes an article. Raises KitError, in a sentence, if it is given anything else.

    >>> from kit import find_sources, read
    >>> text = read("“We saw it,” said Ana Ruiz. It is believed to be safe.")
    >>> [(text[found.span], found.level) for found in find_sources(text)]
    [('Ana Ruiz', 'named_person'), ('It is believed', 'hidden')]
    """
    return ArticleIndex.of(article).sources


def find_anonymous_sources(article: Article | ArticleIndex) -> tuple[Source, ...]:
    """The sources that are heard without a name: described, vague or hidden.

    Bare "sources said" and "reports say" come twice: as a vague source, and as a place where the real one is hidden.
    Takes an article. Raises KitError, in a sentence, if it is given anything else.

    >>> from kit import find_anonymous_sources, read
    >>> text = read("“We saw it,” said Ana Ruiz. Officials denied it.")
    >>> [(text[found.span], found.level) for found in find_anonymous_sources(text)]
    [('Officials', 'vague')]
    """
    return tuple(source for source in find_sources(article) if source.level in UNNAMED)


def find_euphemisms(article: Article | ArticleIndex) -> tuple[Euphemism, ...]:
    """Words that soften, in the order of the text, each with a plainer wording, a reason and a question.

    `certainty` is "flag" for terms that are hardly ever literal and "ask" for those that often are; the latter are
    given only where something near speaks for the soft sense (`cue`). Where the text itself says that a word is a
    euphemism, the word is found in no lexicon's name (`found_by` is "explained"). Words that are in no lexicon but made
    the way soft words are made are given with `found_by` "frame": always as a question. Grammar that leaves out who
    did a harm ("mistakes were made") is given with `found_by` "grammar" and without a plain wording. Loaded or harsh
    words are not reported.
    """
    return euphemisms_in(ArticleIndex.of(article))


def find_inconsistencies(article: Article | ArticleIndex) -> tuple[Inconsistency, ...]:
    """Pairs of passages of one text that do not agree, in the order of the text.

    Takes an article. Raises KitError, in a sentence, if it is given anything else. An empty result says little: most
    sound texts have no such pair, and `find_facts` lays side by side what this finder is not sure of.

    >>> from kit import find_inconsistencies, read
    >>> text = read("The fire at the mill killed 55 people. It rained. The fire at the mill killed 11 people.")
    >>> [(text[found.claim_words], text[found.other_words], found.verdict) for found in find_inconsistencies(text)]
    [('55', '11', 'conflict')]
    """
    return inconsistencies_in(ArticleIndex.of(article))


def find_facts(article: Article | ArticleIndex) -> tuple[Row, ...]:
    """The rows of the ledger: what a text says about each thing, first those in which there is most to compare.

    A row holds two to eight statements; nothing in it claims a fault. A text gets at most six rows, since a reader who
    drowns in rows finds nothing. Takes an article. Raises KitError, in a sentence, if it is given anything else.

    >>> from kit import find_facts, read
    >>> [row.subject for row in find_facts(read("The gates are open on Sunday. On Sunday the gates are closed."))]
    ['when', 'open or closed']
    """
    return facts_in(ArticleIndex.of(article))


# Each with the words for what it looks for. A new finder gets a line here, and a section in kit/views/wording.toml.
FINDERS: Final[tuple[tuple[str, Callable[[Article | ArticleIndex], Sequence[Finding]]], ...]] = (
    ("who says so", find_attributions),
    ("how much we are told", find_sources),
    ("what it is called", find_euphemisms),
    ("whether it holds together", find_inconsistencies),
)


def find_everything(article: Article | ArticleIndex) -> tuple[Finding, ...]:
    """Everything that the finders see in a text, in the order of the four questions that the kit asks of it."""
    index = ArticleIndex.of(article)
    return tuple(found for _, find in FINDERS for found in find(index))
