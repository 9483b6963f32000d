"""What the finder of inconsistencies costs: how its time grows with the text, and its share of all finders.

    python benchmarks/inconsistency.py [FILE]

Prints the seconds for invented news of 1,000, 10,000 and 100,000 words, without reading and attributions, and the
factor from size to size: 10 is linear. FILE holds texts (JSON lines with `text`); without it the practice texts are
taken. For these it prints the time of each step, the share of the finder in reading and all finders, and how many pairs
it shows.
"""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import kit
from kit.find import find_attributions, find_euphemisms, find_inconsistencies, find_sources
from kit.reading import ArticleIndex
from kit.text import read_text

SIZES = (1_000, 10_000, 100_000)
NOUNS = "goat lamp barge bakery lock choir ferry mill orchard bridge library council harbour school pump cellar".split()
VERBS = "sold bought counted painted moved found lost repaired promised opened".split()
ADJECTIVES = "old small green quiet famous empty northern wooden early new".split()
NAMES = "Ortiz Hume Lindt Reyes Varga Marsh Tully Breck Penrose Oake Temple Falk Kern Olin Renn Vos".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SHAPES = (
    "The {a} {n} {v} {c} {m}s on {d}, {name} said.",
    "{name} {v} {c} percent of the {n}s near the {a} {m}.",
    "“We {v} the {n} with {c} {m}s,” said {name}, who has a {a} {n} of her own.",
    "The {c} {n}s were {v} in {y} by {name} and the {m} of the {a} {n}.",
    "Nobody has {v} the {a} {m} since {d} night, and the {n} is not {a}.",
)


def news(words: int) -> str:
    """A text of about so many words in short paragraphs, the same for each call."""
    pick = random.Random(words)
    sentences, count = [], 0
    while count < words:
        sentence = pick.choice(SHAPES).format(
            a=pick.choice(ADJECTIVES), n=pick.choice(NOUNS), m=pick.choice(NOUNS), v=pick.choice(VERBS),
            c=pick.randrange(2, 900), d=pick.choice(DAYS), name=pick.choice(NAMES), y=pick.randrange(1900, 2020),
        )  # fmt: skip
        sentences.append(sentence)
        count += sentence.count(" ") + 1
    return "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3))


def growth() -> None:
    """Seconds by size."""
    before = 0.0
    for size in SIZES:
        index = ArticleIndex(kit.read(news(size)))
        find_sources(index)
        began = time.perf_counter()
        found = find_inconsistencies(index)
        took = time.perf_counter() - began
        factor = f"   times {took / before:.1f}" if before else ""
        print(f"{size:>9,} words {took:8.3f} s   {len(found):5} pairs{factor}")
        before = took


def share(texts: list[str]) -> None:
    """The time of each step, and the share of this finder."""
    spent: Counter[str] = Counter()
    pairs = 0
    steps = (
        ("attributions", find_attributions),
        ("sources", find_sources),
        ("euphemisms", find_euphemisms),
        ("inconsistencies", find_inconsistencies),
    )
    for text in texts:
        began = time.perf_counter()
        index = ArticleIndex(read_text(text))
        spent["reading"] += time.perf_counter() - began
        for name, step in steps:
            began = time.perf_counter()
            found = step(index)
            spent[name] += time.perf_counter() - began
        pairs += len(found)
    whole = sum(spent.values())
    for name, seconds in spent.items():
        print(f"  {name:16} {1000 * seconds / len(texts):7.2f} ms a text {100 * seconds / whole:4.0f} %")
    print(f"  {len(texts)} texts, {pairs} pairs shown")


def main() -> None:
    if sys.argv[1:]:
        texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    else:
        texts = [kit.articles(text.name).text for text in kit.articles()]
    find_inconsistencies(kit.read(texts[0]))  # so that all lexicons are loaded
    growth()
    share(texts)


if __name__ == "__main__":
    main()
