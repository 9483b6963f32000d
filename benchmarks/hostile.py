"""How time grows with texts that are made to be slow: repeated markup, sums, quotation marks, texts without a stop.

    python benchmarks/hostile.py [SMALL LARGE] [NAME ...]

Each family is a piece that is repeated up to SMALL and then up to LARGE characters (10,000 and 100,000 if not given).
For each step (reading, then each finder) the growth exponent is printed: 1 is linear, 2 quadratic. Families with an
exponent above 1.2 are marked, unless they took under a tenth of a second: so short a time says nothing.
"""

import contextlib
import gc
import math
import sys
import time
from collections.abc import Callable

from kit.errors import KitError
from kit.find import find_attributions, find_euphemisms, find_facts, find_inconsistencies, find_sources
from kit.text import read_text
from kit.text.reading import read

FAMILIES = {
    "figures": "12 ",
    "shares": "5 % of ",
    "let go": "let 40 people go ",
    "no stop": "the town has a mill and ",
    "stops": ". ",
    "commas": "a, ",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "paragraphs": "a\n\n",
    "one word": "a",
    "capitals": "A",
    "hyphens": "a-",
    "hyphened words": "well-known ",
    "hyphens at line ends": "a-\n",
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "quoted words": "“a” ",
    "open quotations": "“a ",
    "single marks": "‘a ",
    "apostrophes": "it's ",
    "brackets": "(",
    "bracket pairs": "()",
    "said": "said ",
    "he said": "he said ",
    "he said that": "Ann Lund said that ",
    "according to": "according to ",
    "names": "Ann Lund ",
    "surnames": "Lund ",
    "officials": "officials ",
    "who": "who ",
    "of": "of ",
    "ages": "Ann Lund, 34, ",
    "dates": "on 3 May 2024 ",
    "days": "Monday ",
    "years": "2019 ",
    "money": "£5 ",
    "percent": "5% ",
    "list signs": "- a\n",
    "stars": "*",
    "colons": "a: ",
    "dashes": "a – ",
    "semicolons": "a; ",
    "ellipses": "...",
    "abbreviations": "U.S. ",
    "initials": "A. ",
    "tags": "<x ",
    "comments": "<!---->",
    "entities": "&amp;",
    "addresses": "http://a.bc/ ",
    "mails": "a@b.cd ",
    "euphemisms": "collateral damage ",
    "coined": "headcount optimisation ",
    "coined with filler": "reduction of the ",
    "were shot": "men were shot ",
    "euphemism for": "a euphemism for ",
    "not": "not ",
    "said but": "Lund said 5 people died. But Lund said 6 people died. ",
    "accents": "é",
    "letters apart": "e\u0301",
    "direction marks": "\u202e",
    "smileys": "😀",
    "zeros": "0",
    "numbers with points": "1.2.3 ",
    "thousands": "1,000,",
    "ordinals": "twenty-first ",
    "half": "half of the ",
    "and": "and ",
}
STEPS: dict[str, Callable[[object], object]] = {
    "attributions": find_attributions, "sources": find_sources, "euphemisms": find_euphemisms,
    "inconsistencies": find_inconsistencies, "facts": find_facts,
}  # fmt: skip
ROUNDS = 3
MAX_EXPONENT = 1.2
MIN_SECONDS = 0.1  # below this a growth says nothing
PAGE = "<html><title>A</title><body><p>"


def times(piece: str, characters: int) -> dict[str, float]:
    """Seconds for each step with a text of so many characters."""
    text = "Start: " + piece * (characters // len(piece))
    taken: dict[str, float] = {}
    began = time.process_time()
    article = read_text(text)
    taken["reading"] = time.process_time() - began
    for name, step in STEPS.items():
        began = time.process_time()
        step(article)
        taken[name] = time.process_time() - began
    began = time.process_time()
    with contextlib.suppress(KitError):  # a refusal in a sentence is as good as an article
        read("<" + text + ">")
    taken["as a page"] = time.process_time() - began
    return taken


def best(piece: str, characters: int) -> dict[str, float]:
    """The shortest of several times for each step: what is longer was disturbed by something else."""
    rounds = [times(piece, characters) for _ in range(ROUNDS)]
    return {step: min(taken[step] for taken in rounds) for step in rounds[0]}


def main() -> None:
    gc.disable()  # it looks through all that lives, which is no work of the finders
    given = sys.argv[1:]
    sizes = [int(word) for word in given if word.isdigit()] or [10_000, 100_000]
    wanted = [word for word in given if not word.isdigit()] or list(FAMILIES)
    read_text("Warm up: Ann Lund said that 5 men were shot.")
    times("Ann Lund said that 5 men were let go. ", 500)
    worst = 0.0
    for name in wanted:
        small, large = (best(FAMILIES[name], size) for size in (sizes[0], sizes[-1]))
        grown = {
            step: math.log(max(large[step], 1e-6) / max(small[step], 1e-6)) / math.log(sizes[-1] / sizes[0])
            for step in large
        }
        slow = [s for s in grown if grown[s] > MAX_EXPONENT and large[s] > MIN_SECONDS]
        worst = max([worst, *(grown[step] for step in slow)])
        shown = "  ".join(f"{step} {large[step]:.2f} s ^{grown[step]:.1f}" for step in slow)
        print(f"{name:22} {sum(large.values()):6.2f} s  {shown or 'linear'}", flush=True)
    print(f"{len(wanted)} families, the largest exponent {worst:.2f}")


if __name__ == "__main__":
    main()
