"""How time grows with texts that are made to be slow: repeated markup, sums, quotation marks, texts without a stop.

    python benchmarks/hostile.py [SMALL LARGE] [NAME ...]

Each family is a piece that is repeated up to SMALL and then up to LARGE characters (10,000 and 100,000 if not given).
Printed are the seconds for the large text and the growth exponent: 1 is linear, 2 quadratic. Each step (reading, then
each finder, then showing) with an exponent above 1.2 is named, unless it took under a tenth of a second: so short a
time says nothing. With one size alone, as in `hostile.py 1000000`, the seconds are printed.
"""

from __future__ import annotations

import contextlib
import gc
import math
import sys
import time
from collections.abc import Callable

from kit.errors import KitError
from kit.find import (
    find_attributions,
    find_euphemisms,
    find_everything,
    find_facts,
    find_inconsistencies,
    find_sources,
)
from kit.reading import ArticleIndex
from kit.text import read_text
from kit.text.reading import read
from kit.views.plain_text import as_plain_text

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
    "who said": "who said ",
    "the man who said": "the man who said he said ",
    "quoted in one sentence": "the man saw “a b c d e f” and ",
    "his line": "it was his line “a b c d e f”, and Ann's words “g h i j k” ",
    "born in": "born in ",
    "turned": "Ann Lund turned 34 and ",
    "datelines": "LODI, May 3,, 4,, 5,, ",
    "one dateline": "A" + " 1,," * 25 + "\n\n",
    "names of services": "Facebook" + "SMS" * 25 + "!\n\n",
    "photos": "Photo: a caption caption caption caption by by by by by\n\n",
    "anonymous": "asked not to be named because he was not authorised to speak, ",
    "like others": "like others interviewed ",
    "adjectives": "big old ",
    "to": "to ",
    "had": "had been ",
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
    "coined": "The firm spoke of a managed threat-reduction outcome, and nine died. ",
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
STEPS: dict[str, Callable[[ArticleIndex], object]] = {
    "attributions": find_attributions, "sources": find_sources, "euphemisms": find_euphemisms,
    "inconsistencies": find_inconsistencies, "facts": find_facts,
    "showing": lambda index: as_plain_text(index.article, find_everything(index)),
}  # fmt: skip
ROUNDS = 3
MAX_EXPONENT = 1.2
MIN_SECONDS = 0.1  # below this a growth says nothing


def times(piece: str, characters: int) -> dict[str, float]:
    """Seconds for each step with a text of so many characters."""
    text = "Start: " + piece * (characters // len(piece))
    taken: dict[str, float] = {}
    began = time.process_time()
    index = ArticleIndex(read_text(text))
    taken["reading"] = time.process_time() - began
    for name, step in STEPS.items():
        began = time.process_time()
        step(index)
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


def exponent(small: float, large: float, sizes: list[int]) -> float:
    """How time grows with the text: 1 is linear, 2 quadratic."""
    return math.log(max(large, 1e-6) / max(small, 1e-6)) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    gc.disable()  # it looks through all that lives, which is no work of the finders
    given = sys.argv[1:]
    sizes = [int(word) for word in given if word.isdigit()] or [10_000, 100_000]
    wanted = [word for word in given if not word.isdigit()] or list(FAMILIES)
    times("Ann Lund said that 5 men were let go. ", 500)  # everything is loaded now
    if len(sizes) == 1:
        for name in wanted:
            print(f"{name:24} {sum(times(FAMILIES[name], sizes[0]).values()):6.2f} s", flush=True)
            gc.collect()
        return
    worst = 0.0
    for name in wanted:
        small, large = (best(FAMILIES[name], size) for size in sizes)
        grown = {step: exponent(small[step], large[step], sizes) for step in large}
        slow = [step for step in grown if grown[step] > MAX_EXPONENT and large[step] > MIN_SECONDS]
        worst = max([worst, *(grown[step] for step in grown if large[step] > MIN_SECONDS)])
        shown = "  ".join(f"{step} {large[step]:.2f} s ^{grown[step]:.2f}" for step in slow)
        whole = sum(large.values())
        print(f"{name:24} {whole:6.2f} s ^{exponent(sum(small.values()), whole, sizes):.2f}  {shown}", flush=True)
    print(f"{len(wanted)} families, the largest exponent of a step {worst:.2f}")


if __name__ == "__main__":
    main()
