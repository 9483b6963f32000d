"""Makes invented reports out of the building blocks of reports.toml, and the hundred reports of lesson 8.

    python benchmarks/make_reports.py           writes kit/data/lessons/hundred-reports.jsonl
    python benchmarks/make_reports.py --check   fails if the file holds anything else

The same seed makes the same reports. Twelve of the hundred are the first paragraphs of practice texts; the others are
made of blocks, and each row says which. Whether a report has an unnamed source is known by how it was made.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from kit.find import UNNAMED
from kit.gold import gold
from kit.library import articles

HERE = Path(__file__).parent
BLOCKS: dict[str, Any] = tomllib.loads((HERE / "reports.toml").read_text(encoding="utf-8"))
FILE = HERE.parent / "kit" / "data" / "lessons" / "hundred-reports.jsonl"
# How each paper writes: how many reports, and in 100 how many have an unnamed source, a reason for it, a soft word.
HABITS = {"Brenn Courier": (40, 25, 70, 10), "Hest Evening News": (35, 65, 15, 40), "Coast Tribune": (25, 40, 35, 20)}
LIBRARY = (
    *("bank", "campaign", "climate", "federation", "footbridge", "hospital"),
    *("layoffs", "recall", "schoolboard", "scooters", "harbour", "migration"),
)
OPENING_WORDS = 90
LEAST_WORDS = 12  # of a paragraph that a byline or a dateline stands in
MONTHS = 6
SEED = 22


def report(luck: Random, outlet: str) -> dict[str, Any]:
    """One invented report of an outlet, with its habits."""
    _, unnamed, reasoned, soft = HABITS[outlet]
    topic = luck.choice(BLOCKS["topic"])
    firsts, lasts = luck.sample(BLOCKS["first"], 4), luck.sample(BLOCKS["last"], 4)
    posts = luck.sample(topic["post"], min(3, len(topic["post"])))
    slots = {"town": luck.choice(BLOCKS["towns"]), "day": luck.choice(BLOCKS["days"])}
    slots |= {"number": str(luck.randint(41, 480)), "less": str(luck.randint(3, 38))}

    def filled(block: str, who: int = 0) -> str:
        return block.replace("{post}", posts[who]).format(first=firsts[who], last=lasts[who], **slots)

    said = [filled(block, who) for who, block in enumerate(luck.sample(topic["named"], luck.randint(1, 3)))]
    has_unnamed = luck.random() * 100 < unnamed
    if has_unnamed:
        blocks = topic["reasoned" if luck.random() * 100 < reasoned else "unnamed"]
        said.append(filled(luck.choice(blocks)))
    told = [filled(block) for block in luck.sample(topic["facts"], 2)]
    told.append(filled(topic["soft" if luck.random() * 100 < soft else "plain"]))
    luck.shuffle(told)
    body = [f"{filled(luck.choice(topic['lead']))} {told[0]}", *said, " ".join(told[1:])]
    text = "\n\n".join([filled(luck.choice(topic["headline"])), *body])
    return {"text": text, "made_from": f"blocks: {topic['name']}", "unnamed_source": has_unnamed}


def opening(name: str) -> dict[str, Any]:
    """The headline and the first paragraphs of a practice text, without the lines that name a paper."""
    article = articles(name)
    byline = [piece.span for piece in article.furniture]
    end, words = 0, 0
    kept = []
    for paragraph in article.paragraphs:
        furniture = any(span.start < paragraph.end and paragraph.start < span.end for span in byline)
        if furniture and paragraph != article.title and len(article[paragraph].split()) < LEAST_WORDS:
            continue
        kept.append(article[paragraph])
        words, end = words + len(kept[-1].split()), paragraph.end
        if words >= OPENING_WORDS:
            break
    marked = [source for source in gold(name).sources if source.level in UNNAMED and source.span.start < end]
    return {"text": "\n\n".join(kept), "made_from": f"library: {name}", "unnamed_source": bool(marked)}


def hundred_reports() -> Iterator[dict[str, Any]]:
    """The reports of lesson 8, in the order of their days."""
    luck = Random(SEED)
    outlets = [outlet for outlet, (number, *_) in HABITS.items() for _ in range(number)]
    luck.shuffle(outlets)
    texts = [opening(name) for name in LIBRARY]
    texts += [report(luck, outlet) for outlet in outlets[len(LIBRARY) :]]
    rows = list(zip(outlets, texts, strict=True))
    luck.shuffle(rows)
    for number, (outlet, made) in enumerate(rows):
        month, day = divmod(number * MONTHS * 28 // len(rows), 28)
        yield {"id": f"report-{number + 1:03}", "outlet": outlet, "date": f"2026-{month + 1:02}-{day + 1:02}", **made}


def lines_of_file() -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in hundred_reports())


if __name__ == "__main__":
    made = lines_of_file()
    if "--check" in sys.argv:
        sys.exit(FILE.read_text(encoding="utf-8") != made and f"{FILE} holds something else: run {sys.argv[0]}")
    FILE.write_text(made, encoding="utf-8")
