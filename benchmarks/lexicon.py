"""How long it takes to look up the terms of a lexicon, and what share of `kit find` that is.

    python benchmarks/lexicon.py

Prints the times for one long text and lexicons of 100, 1,000 and 10,000 terms. First with 100 of
the terms made of the text's own words and the others of words it does not have, as a large lexicon is to one
article; then with all made of the text's own words, so that far more is found. Then the times for texts of
different length with 1,000 terms, then the share of looking up, and of the whole euphemism finder, in the time that
`kit find` takes for the kit's practice texts.
"""

import random
import time
from collections.abc import Callable

from kit import articles, read
from kit.find import find_euphemisms, find_everything
from kit.finders.euphemism.find import matcher
from kit.language import Matcher, Pattern
from kit.text import Article

random.seed(1)
SYLLABLES = "ba co di fu ga ho ji ke lo mi no pe ra su ta vo we zi".split()
VOCABULARY = ["".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _ in range(20_000)]
# As in any language, a few words are most of the text.
WEIGHTS = [1 / (rank + 10) for rank in range(len(VOCABULARY))]
TERMS = [random.choices(VOCABULARY, k=random.choice((1, 2, 2, 3))) for _ in range(10_000)]
ROUNDS = 5


def text_of(words: int) -> Article:
    """A text of so many made-up words, in sentences of 20."""
    chosen = random.choices(VOCABULARY, WEIGHTS, k=words)
    sentences = [" ".join(chosen[at : at + 20]).capitalize() + "." for at in range(0, words, 20)]
    return read(" ".join(sentences))


def lexicon_of(entries: int, own: int) -> Matcher[int]:
    """So many terms, the first `own` of them made of words that stand in the text."""
    foreign = [[word + "x" for word in term] for term in TERMS[own:entries]]
    return Matcher(Pattern(tuple(term), "made up", number) for number, term in enumerate(TERMS[:own] + foreign))


def seconds(work: Callable[[], object]) -> float:
    """The shortest of several times: what is longer was disturbed by something else."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    text = text_of(100_000)
    print("100,000 words")
    for entries in (100, 1_000, 10_000):
        for own in sorted({100, entries}):
            lexicon = lexicon_of(entries, own)
            found = len(lexicon.find(text.words, text.rows))
            took = seconds(lambda lexicon=lexicon: lexicon.find(text.words, text.rows))
            print(f"  {entries:6,} terms, {own:6,} of the text's words {1000 * took:7.1f} ms   ({found:,} found)")
    print("1,000 terms")
    lexicon = lexicon_of(1_000, 100)
    for words in (25_000, 50_000, 100_000, 200_000):
        text = text_of(words)
        took = seconds(lambda text=text: lexicon.find(text.words, text.rows))
        print(f"  {words:7,} words  {1000 * took:7.1f} ms")
    practice = [articles(shown.name) for shown in articles()]
    whole = looked_up = finder = 0.0
    for article in practice:
        whole += seconds(lambda article=article: find_everything(read(article.text)))
        looked_up += seconds(lambda article=article: matcher().find(article.words, article.rows))
        find_everything(article)  # the attributions are there already, as they are in `kit find`
        finder += seconds(lambda article=article: find_euphemisms(article))
    print(f"Share of reading and finding in {len(practice)} practice texts ({1000 * whole:.1f} ms)")
    print(f"  looking up all terms    {100 * looked_up / whole:5.1f} %")
    print(f"  the euphemism finder    {100 * finder / whole:5.1f} %")


if __name__ == "__main__":
    main()
