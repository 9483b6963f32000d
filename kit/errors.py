"""The root of every error that a person can cause, and put right."""

from __future__ import annotations


class KitError(ValueError):
    """Something that a pupil, a teacher or an author can put right.

    The message is what they read: the thing, the place and the remedy, in whole sentences. A room may have an error of
    its own under it; whoever catches this one catches them all.
    """

    def _render_traceback_(self) -> list[str]:
        """A notebook shows the message alone: the lines of code that led to it help no reader."""
        return [str(self)]
