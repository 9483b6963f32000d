"""How far do two careful readers agree on the practice texts, before they settle their differences?

    python benchmarks/agreement.py [--strict] [--differences] [NAME ...]

The first readings stand in kit/data/readings/first, the second ones in kit/data/readings/second: gold tables as in
kit/data/articles, made without a look at each other or at what the kit finds. The two readers are helpers of the kit's
makers and alike in how they read, so what they reach is an upper bound for two independent people.

Prints F1 by text and phenomenon, in percent, and with --differences every place where they differ. What either reader
called doubtful counts on no side; with --strict every doubtful mark counts like a plain one.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from kit.compare import Annotation
from kit.gold import Gold, gold_in
from kit.library import articles, text_of
from kit.measure import PHENOMENA, Score, compare_phenomenon, gold_marks, scores, total
from kit.text import Article

READINGS = Path(__file__).parents[1] / "kit" / "data" / "readings"
LABELS = ("level", "inconsistency")  # whose marks tell more than their place
Marks = Mapping[str, list[Annotation]]  # by phenomenon


def reading(which: str, name: str) -> Gold:
    """One reader's marks in a text."""
    path = READINGS / which / f"{name}.toml"
    return gold_in(text_of(name), tomllib.loads(path.read_text(encoding="utf-8")), f"{which}/{path.name}")


def read_twice() -> list[str]:
    """The texts that have two readings."""
    first, second = ({path.stem for path in (READINGS / which).glob("*.toml")} for which in ("first", "second"))
    return sorted(first & second)


def marked(which: str, name: str, strict: bool) -> Marks:
    """One reader's marks by phenomenon; `strict` makes the doubtful ones plain."""
    marks = gold_marks(reading(which, name))
    return {kind: [replace(mark, doubtful=False) for mark in each] for kind, each in marks.items()} if strict else marks


def row(name: str, by_phenomenon: Mapping[str, Score]) -> str:
    """A line of the table."""
    shares = (by_phenomenon[phenomenon].f1 for phenomenon in PHENOMENA)
    return f"{name:<20}" + "".join(f"{'–' if share is None else f'{100 * share:.0f}':>15}" for share in shares)


def differences(article: Article, first: Marks, second: Marks) -> Iterator[str]:
    """Every mark that one of the two has alone."""
    for phenomenon in PHENOMENA:
        done = compare_phenomenon(article, phenomenon, first, second)
        for who, marks in (("first", done.missed), ("second", done.spurious)):
            for mark in marks:
                yield f"  {phenomenon}, only the {who}: {words(article, mark, phenomenon)}"


def words(article: Article, mark: Annotation, phenomenon: str) -> str:
    label = f" [{mark.label}]" if phenomenon in LABELS else ""
    return f"“{article[mark.spans]}”{label}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--strict", action="store_true")
    args = parser.parse_args()
    print(f"{'':<20}" + "".join(f"{phenomenon:>15}" for phenomenon in PHENOMENA))
    everything = []
    for name in args.names or read_twice():
        article = articles(name)
        first, second = (marked(which, name, args.strict) for which in ("first", "second"))
        everything.append(scores(article, first, second))
        print(row(name, everything[-1]))
        if args.differences:
            print(*differences(article, first, second), sep="\n")
    print(row(f"all {len(everything)}", total(everything)))


if __name__ == "__main__":
    main()
