"""How many of the pairs that people wrote stand side by side in the ledger, and how many raise an alarm.

    python benchmarks/pairs.py [FILE.toml ...]

Without a file: benchmarks/pairs/worked-on.toml, third.toml in its two parts, fourth.toml, and the pairs marked in the
practice texts. A pair is in the ledger if both of its passages stand in one row (of at most eight statements): of the
shorter of passage and statement at least half of the words are in the other, as `kit.compare` has it. The row for the
headline holds whole sentences, so the share is also given without it. An alarm is right if it links the passages of a
conflict, and wrong if it links those of a decoy or a pair of which the verdict is "none".

Then the time of the ledger for texts of 1,000, 10,000 and 100,000 words, beside that of attributions and sources.
"""

import sys
import time
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import kit
from kit.compare import Annotation, compare_pairs
from kit.find import find_facts, find_inconsistencies, find_sources
from kit.gold import gold
from kit.reading import ArticleIndex
from kit.text import Article, Span

WORKED_ON = Path(__file__).parent / "pairs" / "worked-on.toml"
THIRD = WORKED_ON.with_name("third.toml")
FOURTH = WORKED_ON.with_name("fourth.toml")
SIZES = (1_000, 10_000, 100_000)


class Pair(NamedTuple):
    """A pair of passages of an article: `kind` is conflict or decoy."""

    article: Article
    kind: str
    type: str
    passages: tuple[Span, Span]


def from_file(path: Path, looked_at: bool | None = None) -> list[Pair]:
    """The pairs of a file; with `looked_at` only those of which it says so."""
    pairs = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
        if looked_at not in (None, entry.get("looked_at")):
            continue
        article = kit.read(entry["text"])
        starts = [article.text.index(words) for words in entry["passages"]]
        one, two = (Span(start, start + len(words)) for start, words in zip(starts, entry["passages"], strict=True))
        pairs.append(Pair(article, entry["kind"], entry["type"], (one, two)))
    return pairs


def from_practice_texts() -> list[Pair]:
    pairs = []
    for text in kit.articles():
        article = kit.articles(text.name)
        for mark in gold(text.name).inconsistencies:
            kind = "decoy" if mark.verdict == "none" else "conflict"
            pairs.append(Pair(article, kind, mark.type, (mark.claim, mark.other)))
    return pairs


def linked(pair: Pair, spans: list[tuple[Span, Span]]) -> bool:
    """Does one of these links join the passages of the pair?"""
    given = [Annotation("", link) for link in spans]
    return bool(compare_pairs(pair.article.text, [Annotation("", pair.passages)], given).matched)


def in_ledger(pair: Pair, headline: bool) -> bool:
    rows = [row for row in find_facts(pair.article) if headline or row.kind != "headline"]
    return any(linked(pair, list(combinations([s.span for s in row.statements], 2))) for row in rows)


def alarms(pair: Pair) -> bool:
    found = find_inconsistencies(pair.article)
    return linked(pair, [(each.claim, each.other) for each in found])


def report(name: str, pairs: list[Pair]) -> None:
    if not pairs:
        return
    counts: Counter[tuple[str, str]] = Counter()
    missed = []
    for pair in pairs:
        counts[pair.kind, "all"] += 1
        counts[pair.kind, "ledger"] += (hit := in_ledger(pair, True))
        counts[pair.kind, "bare"] += in_ledger(pair, False)
        counts[pair.kind, "alarm"] += alarms(pair)
        if not hit:
            missed.append(f"{pair.kind} {pair.type}: {pair.article[pair.passages[0]][:40]}…")
    texts = {id(pair.article): pair.article for pair in pairs}
    rows = [len(find_facts(article)) for article in texts.values()]
    print(f"{name}: {len(pairs)} pairs in {len(texts)} texts, {sum(rows) / len(rows):.1f} rows a text")
    for kind in ("conflict", "decoy"):
        total = counts[kind, "all"]
        if total:
            parts = [f"{label} {counts[kind, key]}/{total}" for label, key in LABELS]
            print(f"  {kind:9} {', '.join(parts)}")
    for line in () if Path(name).name.startswith("set-aside") else missed:  # nobody shall read those
        print(f"  not in one row: {line}")


LABELS = (("in one row", "ledger"), ("without the row of the headline", "bare"), ("alarm", "alarm"))


def speed() -> None:
    whole = " ".join(kit.articles(text.name).text for text in kit.articles())
    while len(whole.split()) < SIZES[-1]:
        whole += "\n\n" + whole
    words = whole.split(" ")
    before = 0.0
    for size in SIZES:
        index = ArticleIndex(kit.read(" ".join(words[:size])))
        began = time.perf_counter()
        find_sources(index)  # kept, so that the ledger does not look for them again
        middle = time.perf_counter()
        rows = find_facts(index)
        took = time.perf_counter() - middle
        ratio = f", {took / before:.1f} times the time for ten times the words" if before else ""
        sources = middle - began
        print(
            f"{size:7,} words: ledger {took:.3f} s, attributions and sources {sources:.3f} s, {len(rows)} rows{ratio}"
        )
        before = took


def main() -> None:
    if files := sys.argv[1:]:
        for name in files:
            report(name, from_file(Path(name)))
        return
    report(WORKED_ON.name, from_file(WORKED_ON))
    report(f"{THIRD.name}, looked at", from_file(THIRD, looked_at=True))
    report(f"{THIRD.name}, not looked at", from_file(THIRD, looked_at=False))
    report(FOURTH.name, from_file(FOURTH))
    report("practice texts", from_practice_texts())
    speed()


if __name__ == "__main__":
    main()
