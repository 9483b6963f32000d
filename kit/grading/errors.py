"""What an instructor can put right, told in a sentence."""

from __future__ import annotations

from kit.errors import KitError


class GradingError(KitError):
    """Marking can't go on, or a file of the instructor's can't be used. The message says what, where and what to do."""
