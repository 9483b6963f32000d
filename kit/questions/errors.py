"""What goes wrong with questions and answers, told in a sentence."""

from __future__ import annotations

from kit.errors import KitError


class QuestionError(KitError):
    """A question, or an answer to one, that can't be used. The message names the thing, the place and the remedy."""
