"""How far do two careful readers agree on the practice texts, before they settle their differences?

    python benchmarks/agreement.py [--differences] [NAME ...]

The first readings stand in kit/data/readings/first, the second ones in kit/data/readings/second: gold tables as in
kit/data/articles, made without a look at each other or at what the kit finds. Prints F1 by text and phenomenon, in
percent (what either reader called doubtful counts on no side), and with --differences every place where they differ.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kit.compare import Mark
from kit.gold import Gold, gold_in
from kit.library import articles, text_of
from kit.measure import PHENOMENA, Score, agreement, held, marks_of, total
from kit.text import Article

READINGS = Path(__file__).parents[1] / "kit" / "data" / "readings"
LABELS = ("level", "inconsistency")  # whose marks tell more than their place


def reading(which: str, name: str) -> Gold:
    """One reader's marks in a text."""
    path = READINGS / which / f"{name}.toml"
    return gold_in(text_of(name), tomllib.loads(path.read_text(encoding="utf-8")), f"{which}/{path.name}")


def read_twice() -> list[str]:
    """The texts that two people have marked."""
    first, second = ({path.stem for path in (READINGS / which).glob("*.toml")} for which in ("first", "second"))
    return sorted(first & second)


def row(name: str, scores: dict[str, Score]) -> str:
    """A line of the table."""
    shares = (scores[phenomenon].f1 for phenomenon in PHENOMENA)
    return f"{name:<20}" + "".join(f"{'–' if share is None else f'{100 * share:.0f}':>15}" for share in shares)


def differences(article: Article, first: Gold, second: Gold) -> Iterator[str]:
    """Every mark that one of the two has alone."""
    for phenomenon in PHENOMENA:
        done = held(article, phenomenon, marks_of(first), marks_of(second))
        for who, marks in (("first", done.missed), ("second", done.extra)):
            for mark in marks:
                yield f"  {phenomenon}, only the {who}: {words(article, mark, phenomenon)}"


def words(article: Article, mark: Mark, phenomenon: str) -> str:
    label = f" [{mark.label}]" if phenomenon in LABELS else ""
    return f"“{article[mark.spans]}”{label}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--differences", action="store_true")
    args = parser.parse_args()
    print(f"{'':<20}" + "".join(f"{phenomenon:>15}" for phenomenon in PHENOMENA))
    everything = []
    for name in args.names or read_twice():
        article, first, second = articles(name), reading("first", name), reading("second", name)
        scores = dict(agreement(article, first, second))
        everything.append(scores)
        print(row(name, scores))
        if args.differences:
            print(*differences(article, first, second), sep="\n")
    print(row(f"all {len(everything)}", total(everything)))


if __name__ == "__main__":
    main()
