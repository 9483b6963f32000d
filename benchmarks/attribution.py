"""How fast attributions are found, in how much memory, and, where people have marked them, how well.

    python benchmarks/attribution.py [FILE ...]

FILE is a text, or a JSONL file with one {"text": ...} a line. Where a line also holds "attributions", a list of
{"source": [[start, end], ...], "cue": [...], "content": [...]}, precision and recall are printed by class of cue.
Without a FILE the kit's own practice texts are taken, again and again.

Speed is measured against TextBlob's PatternTagger alone on the same tokens: reading and finding may take at most 2.5
times as long. An attribution is found if its content shares at least half of all its tokens with a marked one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kit import articles, find_attributions, read
from kit.finders.attribution.cues import all_cues
from kit.text import Article

REPEATED = 200_000  # characters of practice texts, if no file is given
WANTED = 2.5  # times what the tagger takes
HALF = 0.5
TOKEN = re.compile(r"\w+|[^\w\s]")
SAID = {"say", "says", "said", "saying"}
SEEMING = {"seem", "seems", "seemed", "appear", "appears", "appeared", "apparently", "reportedly", "allegedly"}
LITTLE = ("about", "as", "by", "for", "of", "on", "that", "to")  # after a cue: "claim of", "was asked about"
BE = {"is", "are", "was", "were", "be", "been", "being"}
WANTING = set(
    """
    aim assume back believe consider desire doubt expect favor favour fear feel hate hope imagine intend know like long
    look love need oppose plan prefer regard regret see seek support suspect think trust view want wish worry yearn
    """.split()
)
CLASSES = (
    "said, says",
    "other verbs of saying",
    "wanting, feeling, thinking",
    "seeming and passive",
    "nouns",
    "according to, per, ...",
    "colon, dash, no cue",
    "words not in the lexicon",
)

Spans = list[list[int]]


@dataclass
class Text:
    """A text and the attributions that people have marked in it, if they have."""

    text: str
    marked: list[dict[str, Spans]] | None


@dataclass
class Tally:
    """What was found and what was marked, by class of cue; `right` and `reached` are those that match."""

    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)


# ---- the texts -------------------------------------------------------------------------------------------------------


def texts_of(paths: list[Path]) -> list[Text]:
    if not paths:
        own = [articles(practice.name).text for practice in articles()]
        return [Text(text, None) for text in own * (REPEATED // sum(map(len, own)) + 1)]
    return [text for path in paths for text in _in_file(path)]


def _in_file(path: Path) -> Iterator[Text]:
    try:
        whole = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{path} can't be read ({error}). Give the path of a text or of a JSONL file, in UTF-8.")
    if path.suffix != ".jsonl":
        yield Text(whole, None)
        return
    for number, line in enumerate(whole.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield Text(row["text"], row.get("attributions"))
            except (ValueError, KeyError, TypeError):
                sys.exit(f'{path}, line {number}: this is no JSON object with a "text". Put the line right.')


# ---- precision and recall --------------------------------------------------------------------------------------------


def class_of(article: Article, cue: Spans) -> str:
    """The class of a cue, by its words and the part of speech of the last."""
    words = re.findall(r"\w+", " ".join(article.text[start:end] for start, end in cue).lower())
    cues = all_cues()
    if not words:
        return "colon, dash, no cue"
    if any(word in SEEMING for word in words) or _is_passive(words):
        return "seeming and passive"
    if any(word in SAID for word in words):
        return "said, says"
    if words[0] == "according" or any(word in cues.phrases for word in words):
        return "according to, per, ..."
    known = [word for word in words if word in cues or word in cues.nouns]
    if not known:
        return "words not in the lexicon"
    if known[-1] in cues.nouns and _is_noun(article, cue[-1][1]):
        return "nouns"
    terms = {reading.cue.term.split()[0] for word in known for reading in cues.verbs.get(word, [])}
    return "wanting, feeling, thinking" if terms & WANTING else "other verbs of saying"


def _is_passive(words: list[str]) -> bool:
    """ "was told", "is widely expected to" """
    while words[-1] in LITTLE and len(words) > 1:
        words = words[:-1]
    readings = all_cues().verbs.get(words[-1], [])
    return bool(BE.intersection(words[:-1])) and any("e" in reading.forms for reading in readings)


def _is_noun(article: Article, end: int) -> bool:
    """Is the last word before `end`, apart from the little ones, a noun?"""
    row = bisect_left(article.words.start, end) - 1
    while row > 0 and article.words.lower[row] in LITTLE:
        row -= 1
    return row >= 0 and article.words.tag[row].startswith("NN")


def matches(
    article: Article, found: Sequence[Any], marked: list[dict[str, Spans]], role: str = "content"
) -> list[tuple[int, int]]:
    """Pairs of what was found and what was marked, by their numbers: one to one, best overlap first.

    Contents must have half of their tokens in common, cues one.
    """
    least = HALF if role == "content" else 0.0
    starts = [m.start() for m in TOKEN.finditer(article.text)]
    ours = [_tokens(starts, getattr(one, role)) for one in found]
    theirs = [_tokens(starts, one[role]) for one in marked]
    pairs = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            shared = len(a & b)
            if shared and shared / len(a | b) >= least:
                pairs.append((-shared / len(a | b), i, j))
    used: set[tuple[str, int]] = set()
    matched = []
    for _, i, j in sorted(pairs):
        if ("ours", i) not in used and ("theirs", j) not in used:
            used |= {("ours", i), ("theirs", j)}
            matched.append((i, j))
    return matched


def count(article: Article, found: list[Any], marked: list[dict[str, Spans]], tally: Tally) -> None:
    """Add one text to the tally."""
    our_class = [class_of(article, one.cue) for one in found]
    their_class = [class_of(article, one["cue"]) for one in marked]
    tally.found.update(our_class)
    tally.marked.update(their_class)
    for i, j in matches(article, found, marked):
        tally.right[our_class[i]] += 1
        tally.reached[their_class[j]] += 1


def _tokens(starts: list[int], spans: Any) -> set[int]:
    return {row for start, end in spans for row in range(bisect_left(starts, start), bisect_left(starts, end))}


def show(tally: Tally) -> None:
    print(f"\n{'cue':28} {'found':>7} {'right':>7}    P {'marked':>9} {'reached':>8}    R      F1")
    for name in (*CLASSES, "all"):
        found, right, marked, reached = (
            sum(each.values()) if name == "all" else each[name]
            for each in (tally.found, tally.right, tally.marked, tally.reached)
        )
        p, r = (100 * right / found if found else 0.0), (100 * reached / marked if marked else 0.0)
        f1 = f"{2 * p * r / (p + r):7.1f}" if name == "all" and p + r else ""
        print(f"{name:28} {found:7} {right:7} {p:5.1f} {marked:8} {reached:8} {r:5.1f} {f1}")


# ---- speed and memory ------------------------------------------------------------------------------------------------


def megabytes() -> str:
    """The most memory this process has held so far."""
    try:
        import resource
    except ImportError:  # Windows
        return "not known on this system"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{peak / (2**20 if sys.platform == 'darwin' else 2**10):.0f} MB"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", nargs="*", type=Path, metavar="FILE")
    texts = texts_of(ask.parse_args().files)
    find_attributions(read("All is loaded, Ortiz said."))

    tally = Tally()
    took = 0.0
    tokens: list[list[str]] = []
    for one in texts:
        began = time.perf_counter()
        article = read(one.text)
        found = find_attributions(article)
        took += time.perf_counter() - began
        tokens.append(article.words.form)
        if one.marked is not None:
            count(article, list(found), one.marked, tally)
    memory = megabytes()

    from textblob.en.taggers import PatternTagger

    tagger = PatternTagger()
    tagger.tag("All is loaded .", tokenize=False)
    sentences = [" ".join(words) for words in tokens]
    began = time.perf_counter()
    for sentence in sentences:
        tagger.tag(sentence, tokenize=False)
    alone = time.perf_counter() - began

    print(f"texts                        {len(texts):9,}")
    print(f"tokens                       {sum(map(len, tokens)):9,}")
    print(f"PatternTagger alone          {alone:9.2f} s")
    print(f"reading and finding          {took:9.2f} s")
    print(f"ratio                        {took / alone if alone else 0:9.2f}   (wanted: at most {WANTED})")
    print(f"peak memory, one process     {memory:>12}")
    if tally.marked:
        show(tally)


if __name__ == "__main__":
    main()
