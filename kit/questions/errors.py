"""What goes wrong with questions and answers, told in a sentence."""

from __future__ import annotations


class QuestionError(ValueError):
    """A question, or an answer to one, that can't be used. The message names the thing, the place and the remedy."""

    def _render_traceback_(self) -> list[str]:
        """A notebook shows the message alone: the lines of code that led to it help no reader."""
        return [str(self)]
