"""How well soft uses of a term are told from literal ones, cross-validated by term: no term stands in two folds.

    python benchmarks/terms.py FILE [FOLDS]

FILE is a corpus of terms, JSON lines {"text", "span": [start, end], "term", "label": 1 soft or 0 literal}. A passage
counts as found soft if a finding lies over its span. Each fold is scored in two ways: by the whole lexicon, and without
the entries whose only reference is that corpus, as they are known from nowhere else. Printed are the macro-F1 of each
fold, and over all folds together.
"""

import json
import sys
from pathlib import Path

from kit import read
from kit.find import find_euphemisms
from kit.finders.euphemism.euphemism_terms import all_terms
from kit.finding import Euphemism

ONLY = "corpus of Potentially Euphemistic Terms, 2022"
Pair = tuple[bool, bool]  # is it soft, and was it found


def macro_f1(pairs: list[Pair]) -> float:
    """The mean of the F1 of soft and of literal, in per cent."""
    right, none = sum(a and b for a, b in pairs), sum(not a and not b for a, b in pairs)
    wrong = len(pairs) - right - none
    return 50 * sum(2 * hits / (2 * hits + wrong or 1) for hits in (right, none))


def over(found: list[Euphemism], span: list[int]) -> bool:
    return any(each.span.start < span[1] and span[0] < each.span.end for each in found)


def main() -> None:
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    folds = int(sys.argv[2]) if sys.argv[2:] else 10
    terms = sorted({row["term"] for row in rows})
    known_elsewhere = {term for term, entry in all_terms().items() if not entry.reference.startswith(ONLY)}
    pairs: dict[str, list[list[Pair]]] = {"whole lexicon": [], "without the entries of the corpus": []}
    for fold in range(folds):
        both: list[list[Pair]] = [[], []]
        for row in (row for row in rows if row["term"] in terms[fold::folds]):
            found = list(find_euphemisms(read(row["text"])))
            rest = [each for each in found if each.found_by != "term" or each.term in known_elsewhere]
            for kept, into in zip((found, rest), both, strict=True):
                into.append((bool(row["label"]), over(kept, row["span"])))
        for into, made in zip(pairs.values(), both, strict=True):
            into.append(made)
    for name, made in pairs.items():
        by_fold = [macro_f1(fold) for fold in made]
        print(
            f"{name}: macro-F1 {macro_f1([pair for fold in made for pair in fold]):.1f} over {len(terms)} terms, "
            f"mean of {folds} folds {sum(by_fold) / folds:.1f} ({', '.join(f'{each:.0f}' for each in by_fold)})"
        )


if __name__ == "__main__":
    main()
