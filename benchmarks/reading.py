"""How long `kit.read` takes on hostile texts, and whether twice the text takes twice the time.

    python benchmarks/reading.py [CHARACTERS]

Prints for each kind of text the seconds for CHARACTERS (100,000 if not given), twice and four times as many, and the
ratio of the last two: 2 is linear, 4 is quadratic.
"""

import random
import sys
import time

from kit import read

random.seed(1)
MARKS = "“”„«»\"'‘’`"
TEXTS = {
    "words in one line": lambda n: ("word " * n)[:n],
    "one long word": lambda n: "a" * n,
    "sentences": lambda n: ("The mayor said no. " * n)[:n],
    "newlines": lambda n: "\n" * n,
    "lines of one letter": lambda n: ("a\n" * n)[:n],
    "spaces": lambda n: " " * n,
    "zero-width spaces": lambda n: "\u200b" * n,
    "a.b.c.": lambda n: ("a.b.c." * n)[:n],
    "U.S. ": lambda n: ("U.S. " * n)[:n],
    "full stops": lambda n: "." * n,
    "spaced full stops": lambda n: (". " * n)[:n],
    "exclamation marks": lambda n: "!" * n,
    "ends of sentences": lambda n: ('."' * n)[:n],
    "apostrophes": lambda n: "'" * n,
    "a'a'a'": lambda n: ("a'" * n)[:n],
    "plural possessives": lambda n: ("‘dogs’ " + "dogs’ " * n)[:n],
    "brackets": lambda n: "(" * n,
    "closing brackets": lambda n: ")" * n,
    "1,1,1": lambda n: ("1,1" * n)[:n],
    "hyphens": lambda n: ("a-" * n)[:n],
    "capital words": lambda n: ("Ana " * n)[:n],
    "CAPITALS": lambda n: ("ANA, " * n)[:n],
    "angle brackets": lambda n: ("<p " * n)[:n],
    "addresses": lambda n: ("www." * n)[:n],
    "Read more": lambda n: ("Read more\n" * n)[:n],
    "By Ana Ortiz and": lambda n: ("By " + "Ana Ortiz and " * n)[:n],
    "accents": lambda n: "e" + "\u0301" * n,
    "emoji": lambda n: ("👩\u200d👩\u200d👧" * n)[:n],
    "marks of all kinds": lambda n: "".join(random.choices(MARKS + " a.\n", k=n)),
    **{f"{mark} ": lambda n, mark=mark: mark * n for mark in MARKS},
    **{f"{mark}a ": lambda n, mark=mark: (f"{mark}a " * n)[:n] for mark in MARKS},
    **{f"a{mark} ": lambda n, mark=mark: (f"a{mark} " * n)[:n] for mark in MARKS},
}


def seconds(text: str) -> float:
    began = time.perf_counter()
    read(text)
    return time.perf_counter() - began


def main() -> None:
    size = int(sys.argv[1]) if sys.argv[1:] else 100_000
    read("A first text, so that all is loaded.\n\nIt is.")
    print(f"{'text':24} {size:>9,} {2 * size:>9,} {4 * size:>9,}   ratio")
    for name, make in TEXTS.items():
        took = [seconds(make(factor * size)) for factor in (1, 2, 4)]
        print(f"{name:24} {took[0]:9.3f} {took[1]:9.3f} {took[2]:9.3f}   {took[2] / took[1]:5.1f}")


if __name__ == "__main__":
    main()
