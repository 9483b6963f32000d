"""Removing a pupil from everything that was written about them."""

from __future__ import annotations

from kit.grading.errors import GradingError
from kit.grading.gradebook import Gradebook
from kit.grading.names import same


def forget(book: Gradebook, name: str) -> str:
    """Remove the pupil of that name, id or number from the gradebook; the pages are written anew by the next `grade`.

    Gives a sentence that says what was removed and what is left to do. Raises GradingError if there is no such pupil,
    or if there are several.
    """
    named = [
        (number, pupil)
        for number, pupil in book.by_number()
        if name in (pupil.id, pupil.key, str(number)) or same(pupil.name) == same(name)
    ]
    if not named:
        raise GradingError(f"there is no pupil {name!r} in this gradebook. Write the name as it stands in grades.csv.")
    if len(named) > 1:
        which = ", ".join(f"{pupil.name} (number {number})" for number, pupil in named)
        raise GradingError(f"there are several: {which}. Give the number.")
    ((_, pupil),) = named
    book.begin()
    files = book.forget(pupil.key)
    book.commit()
    book.vacuum()
    return (
        f"{pupil.name} is removed, with {files} {'file' if files == 1 else 'files'}. The hand-ins themselves and "
        "copies that you imported elsewhere are yours to delete; they are not taken in again."
    )
