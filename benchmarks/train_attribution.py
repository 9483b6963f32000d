"""Learn from marked news how often the attributions that the kit's rules propose are right.

    python benchmarks/train_attribution.py FILE [--dev FILE] [--write]

FILE holds one story a line: {"id", "text", "attributions": [{"source", "cue", "content"}, ...]}, with lists of
[start, end]. Needs scikit-learn, which the kit itself does not. Prints figures that were cross-validated story by
story, the threshold that gives the best F1, and for the stories of --dev a table of what was said and what was right.
--write puts the weights into kit/data/attribution_weights.json, with where they come from. No text goes there: only
names of features that at least MIN_STORIES stories have. What is proposed depends on the weights for the
end of content: train twice, the first time for those.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attribution import matches

from kit import read
from kit.finders.attribution.cues import all_cues
from kit.finders.attribution.extent import Reach
from kit.finders.attribution.features import units_of
from kit.finders.attribution.find import propose
from kit.finders.attribution.proposal import Proposal
from kit.finders.attribution.weights import FILE, Weights
from kit.text import Article

MIN_STORIES = 6  # stories that must have a feature
MIN_STORIES_OF_END = 20  # of an end of content there is more to see
END_STRENGTH = 1.0
LATE = 3  # characters between the start of ours and of theirs: an article, a "that"
STRENGTH = 0.1  # how freely the weights may grow (C of scikit-learn)
MIN_WEIGHT = 0.05  # what is smaller goes
FOLDS = 5
BINS = 10
EVEN = 0.35  # points of F1 that are no difference


@dataclass
class Story:
    """What is marked in a story, what the rules propose there, and which proposals are right."""

    article: Article
    marked: list[dict[str, Any]]
    proposed: list[Proposal]
    right: list[bool]


def stories_in(path: Path) -> list[Story]:
    stories = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = read(row["text"])
        proposed = propose(article)[1]
        right = {ours for ours, _ in matches(article, proposed, row["attributions"])}
        stories.append(Story(article, row["attributions"], proposed, [i in right for i in range(len(proposed))]))
    return stories


def learn(
    examples: Sequence[tuple[Sequence[str], bool]], stories: Iterable[set[str]], strength: float, least: int
) -> Weights:
    """Logistic regression over those features that at least so many stories have."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for features in stories for name in features)
    names = sorted(name for name, number in seen.items() if number >= least)
    column = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for features, _ in examples:
        columns += sorted({column[name] for name in features if name in column})
        ends.append(len(columns))
    table = csr_matrix(([1.0] * len(columns), columns, ends), shape=(len(examples), len(names)))
    fitted = LogisticRegression(C=strength, max_iter=1000).fit(table, [right for _, right in examples])
    weights = {name: round(float(w), 2) for name, w in zip(names, fitted.coef_[0], strict=True)}
    return Weights(round(float(fitted.intercept_[0]), 2), {n: w for n, w in weights.items() if abs(w) >= MIN_WEIGHT})


# ---- where content ends ----------------------------------------------------------------------------------------------


def ends(story: Story) -> Iterator[tuple[list[str], bool]]:
    """The places of a story where content might have ended and did not, and those where it ended."""
    cues = all_cues()
    for ours, theirs in matches(story.article, story.proposed, story.marked, role="cue"):
        candidate, marked = story.proposed[ours], story.marked[theirs]
        line = candidate.line
        units = units_of(line, [max(candidate.content)])
        if units is None or units[0] <= candidate.unit:
            continue
        start = units[0]
        at = line.starts[start]
        right = next((last for first, last in marked["content"] if first <= at + LATE and last > at), None)
        if right is None:
            continue
        reach = Reach(line, start, candidate.rule, cues)
        end = min(bisect_left(line.starts, right), reach.last)
        while start < end < reach.last and line.tags[end - 1] in ",:;.-":
            end -= 1
        for unit in reach.stops():
            if unit <= end:
                yield list(reach.features(unit)), unit == end


def learn_ends(stories: Sequence[Story]) -> Weights:
    examples = [list(ends(story)) for story in stories]
    seen = ({name for features, _ in each for name in features} for each in examples)
    return learn([one for each in examples for one in each], seen, END_STRENGTH, MIN_STORIES_OF_END)


# ---- confidence ------------------------------------------------------------------------------------------------------


def learn_confidence(stories: Sequence[Story]) -> Weights:
    examples = [(c.features, right) for s in stories for c, right in zip(s.proposed, s.right, strict=True)]
    return learn(examples, ({name for c in s.proposed for name in c.features} for s in stories), STRENGTH, MIN_STORIES)


def cross_validated(stories: Sequence[Story]) -> list[list[float]]:
    """For each story the confidence of its proposals, by a model that has not seen the story."""
    said: list[list[float]] = [[] for _ in stories]
    for fold in range(FOLDS):
        model = learn_confidence([s for i, s in enumerate(stories) if i % FOLDS != fold])
        for i in range(fold, len(stories), FOLDS):
            said[i] = [model.probability(c.features) for c in stories[i].proposed]
    return said


def figures(stories: Sequence[Story], said: list[list[float]], least: float) -> tuple[float, float, float]:
    """Precision, recall and F1, in percent, of the proposals with at least this confidence."""
    right = shown = marked = 0
    for story, confidences in zip(stories, said, strict=True):
        kept = [c for c, sure in zip(story.proposed, confidences, strict=True) if sure >= least]
        right += len(matches(story.article, kept, story.marked))
        shown += len(kept)
        marked += len(story.marked)
    p, r = right / (shown or 1), right / (marked or 1)
    return 100 * p, 100 * r, 200 * p * r / (p + r or 1)


def best_threshold(stories: Sequence[Story], said: list[list[float]]) -> float:
    """The highest threshold whose F1 is the best but for EVEN: the curve is flat, and a class sees each wrong mark."""
    f1 = {t / 100: figures(stories, said, t / 100)[2] for t in range(20, 70, 2)}
    return max(t for t, score in f1.items() if score >= max(f1.values()) - EVEN)


def calibration(stories: Sequence[Story], said: list[list[float]]) -> str:
    """Ten bins: how many proposals, which share was said and which share was right, and the error over all."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for story, confidences in zip(stories, said, strict=True):
        for sure, right in zip(confidences, story.right, strict=True):
            bins[min(int(sure * BINS), BINS - 1)].append((sure, right))
    rows, error, total = [], 0.0, sum(map(len, bins))
    for number, each in enumerate(bins):
        if each:
            claimed, right = (100 * sum(column) / len(each) for column in zip(*each, strict=True))
            error += abs(claimed - right) * len(each) / total
            rows.append(f"{number / BINS:.1f} {len(each):6} said {claimed:5.1f}  right {right:5.1f}")
    return "\n".join([*rows, f"expected calibration error {error:.1f}"])


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path, metavar="FILE")
    ask.add_argument("--dev", type=Path)
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    stories = stories_in(args.file)
    marked, proposed = sum(len(s.marked) for s in stories), sum(len(s.proposed) for s in stories)
    print(
        f"{len(stories)} stories, {marked} marked, {proposed} proposed; "
        f"{100 * sum(sum(s.right) for s in stories) / marked:.1f} % of what is marked is proposed"
    )
    said = cross_validated(stories)
    least = best_threshold(stories, said)
    print(
        "cross-validated: threshold {:.2f}, P {:.1f} R {:.1f} F1 {:.1f}".format(least, *figures(stories, said, least))
    )
    print(calibration(stories, said))
    model = learn_confidence(stories)
    end = learn_ends(stories)
    print(len(model.of), "weights for confidence,", len(end.of), "for the end of content")
    if args.dev:
        held_out = stories_in(args.dev)
        said = [[model.probability(c.features) for c in s.proposed] for s in held_out]
        print("dev: P {:.1f} R {:.1f} F1 {:.1f}".format(*figures(held_out, said, least)))
        print(calibration(held_out, said))
    if args.write:
        data = {
            "made": "by benchmarks/train_attribution.py",
            "from": f"{len(stories)} news stories in which people had marked {marked} attributions",
            "threshold": least,
            "confidence": {"intercept": model.intercept, "weights": dict(sorted(model.of.items()))},
            "end": {"intercept": end.intercept, "weights": dict(sorted(end.of.items()))},
        }
        with Path(str(FILE)).open("w", encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, indent=0)
            file.write("\n")


if __name__ == "__main__":
    main()
