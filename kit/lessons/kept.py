"""The answers of one learner, from wherever the lessons and the exercises keep them."""

from __future__ import annotations

from pathlib import Path

from kit.questions.answers import FOLDER, Answers, KeptAnswer

ANSWER_FOLDERS = (".", "../notebooks", "../exercises")  # lessons and exercises keep answers in their own folders


def kept_in_notebooks(unit: str) -> list[dict[str, KeptAnswer]]:
    """The answers to a unit, by question, one collection for each notebook that has any."""
    found = []
    seen = set()
    for place in ANSWER_FOLDERS:
        for file in sorted((Path(place) / FOLDER).glob(f"{unit}*.json")):
            if file.stem.partition(" (")[0] == unit and file.resolve() not in seen:
                seen.add(file.resolve())
                found.append(Answers(unit, file=file).all())
    return found


def kept_answers(unit: str) -> dict[str, KeptAnswer]:
    """The answers to a unit, from whichever notebook has most of them."""
    return max(({}, *kept_in_notebooks(unit)), key=len)


def latest_answers(unit: str) -> dict[str, KeptAnswer]:
    """The answers to a unit from all notebooks; of two to one question the one that was changed last."""
    latest: dict[str, KeptAnswer] = {}
    for answers in kept_in_notebooks(unit):
        for id, kept in answers.items():
            if id not in latest or latest[id].changed < kept.changed:
                latest[id] = kept
    return latest
